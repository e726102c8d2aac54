package io.sollecito.reconciliation;

import java.util.Set;

/** The words in four languages that tell what the number after them is. */
final class DocumentWords {

    /** Invoices and what pays them. */
    private static final Set<String> DOCUMENT = Set.of(
            "FATTURA",
            "FATTURE",
            "FATT",
            "FATTN",
            "FT",
            "FTT",
            "FTN",
            "TTA",
            "FATTNR",
            "FTNR",
            "DOC",
            "DOCUMENTO",
            "DOCUMENTI",
            "RE",
            "RG",
            "RN",
            "RNR",
            "RENR",
            "RGNR",
            "RECHN",
            "RECHNR",
            "RECHNUNG",
            "RECHNUNGEN",
            "RECHNUNGSNR",
            "RECHNUNGSNUMMER",
            "RECHNUNGSNUMMERN",
            "RECHNUNGS",
            "BELEG",
            "BELEGNR",
            "BELEGNUMMER",
            "INV",
            "INVS",
            "INVOICE",
            "INVOICES",
            "INVNO",
            "BILL",
            "FACTURE",
            "FACTURES",
            "FACT",
            "FACTS",
            "FAC",
            "FA",
            "SALDO",
            "SLD",
            "PARCELLA",
            "NOTA",
            "GUTSCHRIFT",
            "GS",
            "AVOIR",
            "AV",
            "NC",
            "CN",
            "CREDITNOTE",
            "DOCUMENT",
            "PIECE",
            "R",
            "F");

    /** Orders, offers, customers, contracts, deliveries, claims, amounts, post codes. */
    private static final Set<String> OTHER = Set.of(
            "ODA",
            "CONFERMA",
            "CONFIRMATION",
            "BESTELLNUMMER",
            "AUFTRAGSNUMMER",
            "PREVENTIVO",
            "OFFERTA",
            "ANGEBOT",
            "ANGEBOTSNR",
            "ANGEBOTSNUMMER",
            "OFFER",
            "QUOTE",
            "QUOTATION",
            "OFFRE",
            "DEVIS",
            "LIEFERSCHEINNR",
            "LIEFERSCHEINNUMMER",
            "VERTRAGSNUMMER",
            "MITGLIEDSNUMMER",
            "PERSONALNR",
            "PERSONALNUMMER",
            "MITARBEITER",
            "STEUERNUMMER",
            "SINISTRO",
            "SINISTRE",
            "SCHADEN",
            "SCHADENNR",
            "SCHADENNUMMER",
            "CLAIM",
            "IMPORTO",
            "BETRAG",
            "MONTANT",
            "AMOUNT",
            "ORDINE",
            "ORDINI",
            "ORD",
            "ORDER",
            "ORDERS",
            "AUFTRAG",
            "AUFTRAGSNR",
            "AUFTRAGS",
            "AB",
            "BESTELLUNG",
            "BESTELLNR",
            "BESTELL",
            "BEST",
            "COMMANDE",
            "CDE",
            "CMD",
            "PO",
            "CLIENTE",
            "CODCLIENTE",
            "CUSTOMER",
            "CUST",
            "KUNDE",
            "KUNDEN",
            "KUNDENNR",
            "KUNDENNUMMER",
            "KD",
            "KDNR",
            "KD-NR",
            "CLIENT",
            "CONTRATTO",
            "CONTRACT",
            "VERTRAG",
            "VERTRAGSNR",
            "VERTRAGS",
            "CONTRAT",
            "DDT",
            "BOLLA",
            "LIEFERSCHEIN",
            "LS",
            "DELIVERY",
            "BL",
            "BON",
            "LIVRAISON",
            "CAP",
            "PLZ",
            "CP",
            "VIA",
            "STR",
            "STRASSE",
            "RUE",
            "STREET",
            "TEL",
            "FAX",
            "CIG",
            "CUP",
            "POLIZZA",
            "PROJEKT",
            "PROJECT",
            "PROJET",
            "COMMESSA",
            "PRATICA",
            "DOSSIER",
            "TICKET",
            "CASE",
            "MITGLIED",
            "MITGLIEDSNR",
            "CODICE",
            "TAN",
            "TRN",
            "CRO",
            "MANDAT",
            "MANDATE",
            "GLAEUBIGER",
            "KONTO",
            "KTO",
            "BLZ",
            "ABI",
            "CAB",
            "CC",
            "RENT",
            "MIETE",
            "CANONE",
            "LOYER",
            "AFFITTO",
            "PROT",
            "POSTFACH",
            "BP");

    /** Words that may stand between the word and the number, and between the numbers of a list. */
    private static final Set<String> LINKING = Set.of(
            "E",
            "ED",
            "ET",
            "UND",
            "U",
            "AND",
            "NR",
            "N",
            "NO",
            "NUM",
            "NUMERO",
            "NUMMER",
            "NUMMERN",
            "NOS",
            "NN",
            "NRO",
            "NUMBER",
            "DEL",
            "DELLA",
            "DELLE",
            "DI",
            "DU",
            "DE",
            "DES",
            "VOM",
            "VON",
            "OF",
            "FROM",
            "DATED",
            "DATE",
            "AL",
            "DAL",
            "AU",
            "A",
            "BIS",
            "TO",
            "ZU",
            "LE",
            "LES",
            "LA",
            "NOSTRA",
            "NS",
            "VS",
            "VOSTRA",
            "VOSTRE",
            "VOTRE",
            "IHRE",
            "IHR",
            "YOUR",
            "OUR",
            "UNSERE",
            "ACCONTO",
            "SU",
            "SOPRA",
            "PER",
            "IM",
            "JAHR",
            "ANNO",
            "YEAR",
            "ANNEE",
            "SERIE",
            "SIND",
            "SOWIE",
            "NONCHE",
            "PLUS",
            "PIU",
            "SUR",
            "ZUR",
            "ZUM",
            "FUER",
            "FUR",
            "POUR",
            "FOR",
            "PAGAMENTO",
            "PAIEMENT",
            "ZAHLUNG",
            "PAYMENT");

    /** Say that what follows them is just what is not paid. */
    private static final Set<String> EXCEPT = Set.of(
            "OHNE",
            "AUSSER",
            "NICHT",
            "STATT",
            "ANSTATT",
            "SENZA",
            "TRANNE",
            "ESCLUSA",
            "ESCLUSE",
            "ESCLUSO",
            "INVECE",
            "SANS",
            "SAUF",
            "HORS",
            "WITHOUT",
            "EXCEPT",
            "EXCLUDING");

    private static final Set<String> CUSTOMER = Set.of(
            "CLIENTE",
            "CODCLIENTE",
            "CUSTOMER",
            "CUST",
            "KUNDE",
            "KUNDEN",
            "KUNDENNR",
            "KUNDENNUMMER",
            "KD",
            "KDNR",
            "CLIENT",
            "CODICE",
            "COD",
            "CODE",
            "ACCOUNT",
            "ACCT",
            "ACC",
            "DEBITOR",
            "DEBITOREN",
            "DEBITORENNR",
            "DEB",
            "COMPTE");

    private static final Set<String> ADVICE = Set.of(
            "AVIS",
            "AVISO",
            "AVISNR",
            "ZAHLUNGSAVIS",
            "ADVICE",
            "AVVISO",
            "REMITTANCE",
            "BORDEREAU",
            "DISTINTA",
            "BELEGLISTE");

    private static final Set<String> COLLECTIVE = Set.of(
            "SAMMLER",
            "SAMMELGUTSCHRIFT",
            "SAMMELUBERWEISUNG",
            "SAMMELZAHLUNG",
            "SAMMELBUCHUNG",
            "COLLECTIVE",
            "BULK",
            "BATCH",
            "CUMULATIVO",
            "CUMULATIVA",
            "GROUPE",
            "GROUPES");

    /** "And two others". */
    private static final Set<String> FURTHER = Set.of(
            "ALTRA",
            "ALTRE",
            "ALTRI",
            "ALTRO",
            "AUTRE",
            "AUTRES",
            "OTHER",
            "OTHERS",
            "MORE",
            "WEITERE",
            "WEITEREN",
            "ANDERE",
            "ANDEREN",
            "DIVERSE",
            "VARIE",
            "ECC",
            "ETC",
            "USW",
            "UA",
            "SEGUENTI",
            "SUIVANTES",
            "FOLGENDE",
            "FURTHER");

    private static final Set<String> RANGE = Set.of("AL", "A", "BIS", "TO", "AU", "THRU", "THROUGH");
    private static final Set<String> OF_YEAR = Set.of(
            "DEL", "DELL", "DELLA", "DI", "DU", "DE", "VOM", "VON", "OF", "DATED", "IM", "JAHR", "ANNO", "YEAR", "AUS");

    private DocumentWords() {}

    /** Whether a word may be glued to a number. */
    static boolean isGlued(String word) {
        return word.length() > 1 && (DOCUMENT.contains(word) || LINKING.contains(word));
    }

    static boolean isDocument(String word) {
        return DOCUMENT.contains(word);
    }

    static boolean isOther(String word) {
        return OTHER.contains(word) || CUSTOMER.contains(word);
    }

    static boolean isExcept(String word) {
        return EXCEPT.contains(word);
    }

    static boolean isLinking(String word) {
        return LINKING.contains(word);
    }

    static boolean isCustomer(String word) {
        return CUSTOMER.contains(word);
    }

    static boolean isAdvice(String word) {
        return ADVICE.contains(word);
    }

    static boolean isCollective(String word) {
        return COLLECTIVE.contains(word);
    }

    static boolean isFurther(String word) {
        return FURTHER.contains(word);
    }

    static boolean isRange(String word) {
        return RANGE.contains(word);
    }

    static boolean isOfYear(String word) {
        return OF_YEAR.contains(word);
    }
}
