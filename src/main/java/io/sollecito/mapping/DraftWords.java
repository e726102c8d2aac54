package io.sollecito.mapping;

import java.util.List;
import java.util.regex.Pattern;

/** What captions call the columns that a draft looks for, in Italian, French, German and English. */
final class DraftWords {

    /**
     * A meaning that a column may have.
     *
     * @param values what every cell below such a caption looks like
     * @param words that the caption contains, the surest first
     */
    record Meaning(String name, Pattern values, List<String> words) {
        boolean allows(String value) {
            return values.matcher(value).matches();
        }
    }

    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern VAT_ID = Pattern.compile("[A-Z]{0,2}[0-9][0-9A-Z]{6,12}");
    private static final Pattern AMOUNT = Pattern.compile("[-0-9.,' ]+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** In the order in which they choose; a meaning that has its column already does not choose again. */
    static final List<Meaning> MEANINGS = List.of(
            meaning(
                    "due",
                    ANY,
                    "due date",
                    "duedate",
                    "net due",
                    "fällig",
                    "scadenza",
                    "scad",
                    "échéance",
                    "echeance",
                    "due"),
            meaning(
                    "open",
                    ANY,
                    "open balance",
                    "open amount",
                    "outstanding",
                    "amount due",
                    "residuo",
                    "aperto",
                    "saldo",
                    "restant",
                    "solde",
                    "offen",
                    "balance",
                    "remaining"),
            meaning("currency", ANY, "currency", "währung", "wkz", "valuta", "divisa", "devise", "curr"),
            meaning(
                    "issued",
                    ANY,
                    "invoice date",
                    "document date",
                    "doc. date",
                    "belegdatum",
                    "rechnungsdatum",
                    "data documento",
                    "data doc",
                    "date facture",
                    "date pièce",
                    "datum",
                    "date",
                    "data"),
            meaning("type", ANY, "document type", "voucher type", "belegart", "tipo", "type", "causale", "art"),
            meaning(
                    "document",
                    ANY,
                    "invoice number",
                    "invoice no",
                    "document no",
                    "documentno",
                    "belegnummer",
                    "belegnr",
                    "rechnungsnummer",
                    "numero documento",
                    "num. doc",
                    "n. documento",
                    "numéro",
                    "numero",
                    "pièce",
                    "piece",
                    "num",
                    "number",
                    "nr"),
            meaning("email", EMAIL, "mail", "pec", "courriel"),
            meaning("country", COUNTRY, "country", "land", "paese", "nazione", "pays"),
            meaning("vatId", VAT_ID, "p.iva", "p. iva", "partita iva", "vat", "ust-id", "ustid", "tva"),
            meaning(
                    "name",
                    ANY,
                    "customer name",
                    "name",
                    "ragione sociale",
                    "denominazione",
                    "intestatario",
                    "raison sociale",
                    "nom"),
            meaning(
                    "debtor",
                    ANY,
                    "customer no",
                    "customer number",
                    "customer code",
                    "codice cliente",
                    "cod. cliente",
                    "code client",
                    "kundennummer",
                    "kundennr",
                    "debitor",
                    "konto",
                    "compte",
                    "account",
                    "customer",
                    "cliente",
                    "client",
                    "kunde",
                    "contact",
                    "codice",
                    "cod"),
            meaning("name", ANY, "customer", "cliente", "client", "kunde", "firma"),
            meaning("amount", ANY, "total", "betrag", "importo", "montant", "amount", "umsatz"),
            meaning("debit", AMOUNT, "dare", "soll", "débit", "debit"),
            meaning("credit", AMOUNT, "avere", "haben", "crédit", "credit"));

    private DraftWords() {}

    private static Meaning meaning(String name, Pattern values, String... words) {
        return new Meaning(name, values, List.of(words));
    }
}
