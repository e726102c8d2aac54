package io.sollecito.bank.mt;

import static io.sollecito.bank.mt.MtMessage.OTHER;
import static io.sollecito.bank.mt.MtMessage.entry;
import static io.sollecito.bank.mt.MtMessage.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Entry;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What banks of several countries write into field 86. */
class MtTextsTest {

    private static final String DUTCH = "NL91ABNA0417164300";

    @ParameterizedTest
    @ValueSource(strings = {"?", "@", "~", ">", "^", "|", "<"})
    void numbered_parts_are_taken_apart_whatever_separates_them(String separator) {
        Payment payment =
                payment(("166?00SEPA-UEBERWEISUNG?109310?20EREF+E2E-4711?21KREF+KUNDE-1?22SVWZ+RE 2026/1042 vom 15.0"
                                + "?231.2026?30COBADEFFXXX?31" + OTHER
                                + "?32Muster Maschinenbau Gesell?33schaft mbH?34000")
                        .replace("?", separator));

        assertThat(payment.endToEndId()).isEqualTo("E2E-4711");
        assertThat(payment.remittance()).isEqualTo("RE 2026/1042 vom 15.0 1.2026");
        assertThat(payment.counterparty()).isEqualTo(new Counterparty("Muster Maschinenbau Gesell schaft mbH", OTHER));
        assertThat(payment.returnReason()).isNull();
        assertThat(payment.particulars().transactionCode()).isEqualTo("NTRF+166");
    }

    @Test
    void parts_are_joined_without_a_blank_only_where_they_are_full() {
        assertThat(payment(
                                "166?00GUTSCHRIFT?20SVWZ+Rechnung Nummer 2026/10?2142 und 2026/1043?22abzgl. Skonto?6060er Teil")
                        .remittance())
                .isEqualTo("Rechnung Nummer 2026/1042 und 2026/1043 abzgl. Skonto 60er Teil");
        assertThat(payment("166?00GUTSCHRIFT?32Maschinenfabrik Muster und ?33Soehne?20x")
                        .counterparty()
                        .name())
                .isEqualTo("Maschinenfabrik Muster und Soehne");
    }

    @Test
    void lines_are_joined_wherever_they_were_wrapped() {
        String whole =
                "166?00SEPA-GUTSCHRIFT?109310?20EREF+RE20261042-KD4711-0000?21199?22SVWZ+Rechnung 2026/1042 Kun?23dennummer 4711"
                        + "?30COBADEFFXXX?31" + OTHER + "?32Muster GmbH";
        Payment unwrapped = payment(whole);

        assertThat(unwrapped.endToEndId()).isEqualTo("RE20261042-KD4711-0000199");
        assertThat(unwrapped.remittance()).isEqualTo("Rechnung 2026/1042 Kundennummer 4711");
        assertThat(payment(wrapped(whole, 65, 65))).isEqualTo(unwrapped);
        assertThat(payment(wrapped(whole, 61, 65))).isEqualTo(unwrapped);
        assertThat(payment(wrapped(whole, 46, 50))).isEqualTo(unwrapped);
    }

    @Test
    void keywords_are_found_inside_parts_and_across_their_borders() {
        Payment payment = payment(
                "109?00SEPA-LASTSCHR. RETOURE CORE?109075/629?20EREF+RE-2026-1042 KREF+SEPA?21-LAUF-7 MREF+M-4711 CRED+DE?2298ZZZ09999999999 OAMT+100,00"
                        + "?23COAM+3,50 SVWZ+AC04 KONTO AU?24FGELOEST?32MUSTER?34914");

        assertThat(payment.endToEndId()).isEqualTo("RE-2026-1042");
        assertThat(payment.remittance()).isEqualTo("AC04 KONTO AUFGELOEST");
        assertThat(payment.returnReason()).isEqualTo("AC04");
        assertThat(payment.particulars())
                .isEqualTo(new Particulars("NTRF+109", new BigDecimal("3.50"), new BigDecimal("100.00"), "EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "109?00RETOURE?20SVWZ+Rueckgabe?34911,911",
                "109?00RETOURE?20SVWZ+Rueckgabe,109",
                "108?00RETOURE?20SVWZ+MD06 Widerspruch,MD06",
                "159?00RUECKUEBERWEISUNG?20SVWZ+x?34901,901",
                "166?00GUTSCHRIFT?20SVWZ+AC04?34911,-"
            })
    void only_business_codes_of_returns_have_a_return_reason(String text, String reason) {
        assertThat(payment(text).returnReason()).isEqualTo(reason);
    }

    @Test
    void keywords_without_parts_and_other_payers_are_read() {
        Payment payment = payment(
                "EREF+NOTPROVIDED SVWZ+RECHNUNG 2026/1042 ABWA+Tochter GmbH IBAN+" + OTHER + " BIC+COBADEFFXXX");

        assertThat(payment.endToEndId()).isNull();
        assertThat(payment.remittance()).isEqualTo("RECHNUNG 2026/1042 Tochter GmbH");
        assertThat(payment.counterparty().iban()).isEqualTo(OTHER);
        assertThat(payment("166?00X?20KREF+SAMMLER-7").remittance()).isEqualTo("KREF+SAMMLER-7");
        assertThat(payment("166?00ZINSEN").remittance()).isEqualTo("ZINSEN");
        assertThat(payment("166?00X?20Musik EREF: ZV-4711 IBAN: x").endToEndId())
                .isEqualTo("ZV-4711");
    }

    @Test
    void accounts_before_iban_name_their_bank() {
        assertThat(payment("051?00UEBERWEISUNG?20x?3037040044?310532013000")
                        .counterparty()
                        .iban())
                .isEqualTo("37040044/0532013000");
    }

    @Test
    void parts_between_slashes_are_taken_apart() {
        Payment abn = payment(
                "/TRTP/SEPA OVERBOEKING/IBAN/" + DUTCH + "/BIC/ABNANL2A/NAME/J JAN",
                "SEN BV/REMI/Factuur 2026/1042/EREF/E2E-4711");
        Payment rabo = payment(
                "/EREF/E2E-4711/ORDP//NAME/J JANSEN BV/ADDR/STRAAT 1 UTRECHT NL/REMI/Factuur 1042/ISDT/2026-02-18");
        Payment ing = payment(
                "/EREF/E2E-4711//CNTP/" + DUTCH + "/ABNANL2A/J JANSEN BV/UTRECHT//REMI/USTD//Factuur 1042/PURP/OTHR/");

        assertThat(abn.endToEndId()).isEqualTo("E2E-4711");
        assertThat(abn.counterparty().iban()).isEqualTo(DUTCH);
        assertThat(abn.remittance()).isEqualTo("Factuur 2026/1042");
        assertThat(rabo.counterparty().name()).isEqualTo("J JANSEN BV");
        assertThat(rabo.remittance()).isEqualTo("Factuur 1042");
        assertThat(ing.counterparty()).isEqualTo(new Counterparty("J JANSEN BV", DUTCH));
        assertThat(ing.remittance()).isEqualTo("Factuur 1042");
        assertThat(ing.endToEndId()).isEqualTo("E2E-4711");
    }

    @Test
    void structured_references_between_slashes_are_creditor_references() {
        assertThat(payment("/CNTP/" + DUTCH + "/ABNANL2A/J JANSEN///REMI/STRD/CUR/1234567890123456/")
                        .creditorReference())
                .isEqualTo("1234567890123456");
        assertThat(payment("/TRTP/ACCEPTGIRO/IBAN/" + DUTCH
                                + "/NAME/X/REMI/ISSUER: CUR                REF: 1234567890123456")
                        .creditorReference())
                .isEqualTo("1234567890123456");
    }

    @Test
    void returns_and_mandates_between_slashes() {
        Payment payment = payment("/RTRN/MS03/EREF/E2E-4711/MARF/M-1/CSID/NL98ZZZ999999999999/NAME/J JANSEN/REMI/");

        assertThat(payment.returnReason()).isEqualTo("MS03");
        assertThat(payment.endToEndId()).isEqualTo("E2E-4711");
        assertThat(payment("/TRTP/RENTE/").remittance()).isEqualTo("RENTE");
        assertThat(payment("betaald /aan/ u").remittance()).isEqualTo("betaald /aan/ u");
    }

    @Test
    void the_other_party_is_who_ordered_money_in_and_who_got_money_out() {
        String both = "/ORDP//NAME/Payer BV/BENM//NAME/Payee BV/REMI/x";

        assertThat(payment(both).counterparty().name()).isEqualTo("Payer BV");
        assertThat(MtMessage.read(MtMessage.of("C260218EUR900,00", ":61:2602180218D100,00NTRFNONREF", ":86:" + both))
                        .statements()
                        .get(0)
                        .entries()
                        .get(0)
                        .payments()
                        .get(0)
                        .counterparty()
                        .name())
                .isEqualTo("Payee BV");
    }

    @Test
    void rabobank_writes_account_and_name_into_the_entry_and_each_line_of_text_as_a_field() {
        Payment before = entry(
                        ":61:260218C000000000100,00N0440123456789      J JANSEN BV                      ",
                        "FACTUUR 1042                    ",
                        ":86:KLANT 4711                      ")
                .payments()
                .get(0);
        Payment now = entry(
                        ":61:260218C000000000100,00N541EREF            \n" + DUTCH,
                        "/EREF/E2E-1/ORDP//NAME/J JANSEN/REMI/F 1042")
                .payments()
                .get(0);

        assertThat(before.counterparty()).isEqualTo(new Counterparty("J JANSEN BV", "0123456789"));
        assertThat(before.remittance()).isEqualTo("FACTUUR 1042 KLANT 4711");
        assertThat(now.counterparty()).isEqualTo(new Counterparty("J JANSEN", DUTCH));
        assertThat(now.endToEndId()).isEqualTo("E2E-1");
    }

    @Test
    void sns_writes_the_account_as_the_customers_reference_and_the_name_below() {
        Payment payment = entry(
                        ":61:2602180218C100,00NIOB0123456789\njansen bv",
                        "0123456789 jansen bv",
                        " ".repeat(65),
                        "factuur 1042")
                .payments()
                .get(0);

        assertThat(payment.counterparty()).isEqualTo(new Counterparty("jansen bv", "0123456789"));
        assertThat(payment.endToEndId()).isNull();
        assertThat(payment.remittance()).isEqualTo("0123456789 jansen bv factuur 1042");
    }

    @Test
    void postfinance_labels_the_parties_and_puts_its_reference_below_the_entry() {
        Entry entry = entry(
                ":61:2602180218C100,00FMSC01916//NONREF\n20260218007602198765432000000012",
                "GIRO AUS ONLINE-SIC 4711 AUFTRAGGEBER: BEISPIEL AG MUSTERWEG 1 80",
                "00 ZUERICH MITTEILUNGEN: RECHNUNG 2026/1042 REFERENZEN: 210000000003139471430009017");
        Payment payment = entry.payments().get(0);

        assertThat(entry.bankReference()).isEqualTo("20260218007602198765432000000012");
        assertThat(payment.counterparty().name()).isEqualTo("BEISPIEL AG MUSTERWEG 1 8000 ZUERICH");
        assertThat(payment.creditorReference()).isEqualTo("210000000003139471430009017");
        assertThat(payment.remittance()).contains("RECHNUNG 2026/1042");
        assertThat(payment.particulars().transactionCode()).isEqualTo("FMSC+01916");
    }

    @Test
    void italian_and_french_labels_name_who_paid() {
        assertThat(payment("BONIFICO A VS FAVORE ORDINANTE: ROSSI S.R.L. CAUSALE: SALDO FT 1042")
                        .counterparty()
                        .name())
                .isEqualTo("ROSSI S.R.L.");
        assertThat(payment("GIRO DONNEUR D'ORDRE: EXEMPLE SA COMMUNICATIONS: FACTURE 1042")
                        .counterparty()
                        .name())
                .isEqualTo("EXEMPLE SA");
    }

    @ParameterizedTest
    @CsvSource({
        "RF18 5390 0754 7034,RF18539007547034",
        "210000000003139471430009017,210000000003139471430009017",
        "MEDEDELING +++090/9337/55493+++,090933755493",
        "***090/9337/55493***,090933755493"
    })
    void references_whose_check_digits_hold_are_creditor_references(String text, String reference) {
        assertThat(payment(text).creditorReference()).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RF19 5390 0754 7034", "210000000003139471430009018", "+++090/9337/55494+++", "090933755493"})
    void others_are_text(String text) {
        assertThat(payment(text).creditorReference()).isNull();
        assertThat(payment(text).remittance()).isEqualTo(text);
    }

    @Test
    void triodos_has_numbered_parts_behind_another_separator() {
        Payment payment = payment("000>100123456789", ">20FACTUUR 1042 EN 1043 VAN FE>21BRUARI>310123456789");

        assertThat(payment.remittance()).isEqualTo("FACTUUR 1042 EN 1043 VAN FEBRUARI");
        assertThat(payment.counterparty().iban()).isEqualTo("0123456789");
    }

    private static String[] wrapped(String text, int first, int width) {
        return (text.substring(0, first) + "\n" + text.substring(first).replaceAll("(.{" + width + "})", "$1\n"))
                .split("\n");
    }
}
