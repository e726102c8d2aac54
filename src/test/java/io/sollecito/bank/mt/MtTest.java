package io.sollecito.bank.mt;

import static io.sollecito.bank.mt.MtMessage.of;
import static io.sollecito.bank.mt.MtMessage.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.StatementFile;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Entry;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 18);
    private static final String ENTRY = ":61:2602180218C100,00NTRFNONREF//B-1";
    private static final String TEXT = ":86:166?00GUTSCHRIFT?20EREF+E2E-1?21SVWZ+Rechnung 2026/1042?30COBADEFFXXX?31"
            + MtMessage.OTHER + "?32Muster GmbH";

    @Test
    void a_message_reads_with_balances_payments_and_parties() {
        StatementFile file = read(of("C260218EUR1100,00", ENTRY, TEXT));

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("mt940");
        assertThat(file.statements())
                .containsExactly(new Statement(
                        MtMessage.ACCOUNT,
                        "00012/1",
                        "EUR",
                        LocalDate.of(2026, 2, 17),
                        new BigDecimal("1000.00"),
                        DAY,
                        new BigDecimal("1100.00"),
                        true,
                        List.of(new Entry(
                                DAY,
                                DAY,
                                new BigDecimal("100.00"),
                                "EUR",
                                false,
                                "B-1",
                                List.of(new Payment(
                                        new BigDecimal("100.00"),
                                        "EUR",
                                        "E2E-1",
                                        null,
                                        "Rechnung 2026/1042",
                                        new Counterparty("Muster GmbH", MtMessage.OTHER),
                                        null,
                                        new Particulars("NTRF+166", null, null, null)))))));
    }

    @Test
    void scenario_6_reversals_of_debits_are_positive_and_of_credits_negative() {
        StatementFile file = read(
                of("C260218EUR1000,00", ":61:2602180218RDR1027,25NMSCNONREF", ":61:2602180218RCR1027,25NMSCNONREF"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements().get(0).entries())
                .extracting(Entry::amount)
                .containsExactly(new BigDecimal("1027.25"), new BigDecimal("-1027.25"));
        assertThat(file.statements().get(0).entries()).allMatch(Entry::reversal);
    }

    @ParameterizedTest
    @CsvSource({
        "2602180218C100,100.00,false,2026-02-18",
        "2602180218D100,-100.00,false,2026-02-18",
        "2602180218RC100,-100.00,true,2026-02-18",
        "2602180218RD100,100.00,true,2026-02-18",
        "2602180218CR100,100.00,false,2026-02-18",
        "2602180218DR100,-100.00,false,2026-02-18",
        "2602180218RCR100,-100.00,true,2026-02-18",
        "2602180218RDR100,100.00,true,2026-02-18",
        "260218C100,100.00,false,2026-02-18",
        "260218    C100,100.00,false,2026-02-18",
        "260218D 100,-100.00,false,2026-02-18",
        "2602180219C000000000100,100.00,false,2026-02-19",
        "2512311230C100,100.00,false,2025-12-30",
        "2601021231C100,100.00,false,2025-12-31",
        "2512310102C100,100.00,false,2026-01-02",
        "260230C100,100.00,false,2026-02-28",
        "2602180230C100,100.00,false,2026-02-28",
        "260631C100,100.00,false,2026-06-30",
        "991231C100,100.00,false,1999-12-31"
    })
    void marks_dates_and_amounts_of_entries_are_read_as_banks_write_them(
            String line, BigDecimal amount, boolean reversal, LocalDate booked) {
        for (String decimals : List.of(",00NTRFNONREF", ",NTRFNONREF", ",0 NTRFNONREF", ".00NTRFNONREF", "N051", "")) {
            Entry entry = first(":61:" + line + decimals);

            assertThat(entry.amount()).as(decimals).isEqualTo(amount);
            assertThat(entry.reversal()).isEqualTo(reversal);
            assertThat(entry.bookingDate()).isEqualTo(booked);
            assertThat(entry.bankReference()).isNull();
        }
    }

    @Test
    void value_date_and_booking_date_are_kept_apart() {
        Entry entry = first(":61:2602200218C10,00NTRFNONREF");

        assertThat(entry.valueDate()).isEqualTo("2026-02-20");
        assertThat(entry.bookingDate()).isEqualTo("2026-02-18");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "NTRFNONREF//4711-1,-,4711-1,NTRF",
                "NTRFKUNDE-4711//4711-1,KUNDE-4711,4711-1,NTRF",
                "NTRFKREF+//4711-1,-,4711-1,NTRF",
                "NTRFEREF//4711-1,-,4711-1,NTRF",
                "NTRF//4711-1,-,4711-1,NTRF",
                "NTRFKUNDE-4711,KUNDE-4711,-,NTRF",
                "S103KUNDE-4711//NONREF,KUNDE-4711,-,S103",
                "FCHKNONREF,-,-,FCHK",
                "NOV NONREF,-,-,NOV",
                "NONREF,-,-,-"
            })
    void types_and_references_of_entries_are_taken_apart(String rest, String owner, String bank, String type) {
        Entry entry = first(":61:2602180218C10,00" + rest);

        assertThat(entry.bankReference()).isEqualTo(bank);
        assertThat(entry.payments().get(0).endToEndId()).isEqualTo(owner);
        assertThat(entry.payments().get(0).particulars().transactionCode()).isEqualTo(type);
    }

    @Test
    void details_below_an_entry_give_the_original_amount_the_charges_or_text() {
        Payment returned = first(":61:2602180218D12,35NRTINONREF//B", "/OCMT/EUR11,85//CHGS/EUR0,50/")
                .payments()
                .get(0);
        Payment foreign = first(":61:2602180218C91,50NTRFNONREF//B", "/OCMT/USD100,00/")
                .payments()
                .get(0);

        assertThat(returned.particulars())
                .isEqualTo(new Particulars("NRTI", new BigDecimal("0.50"), new BigDecimal("11.85"), "EUR"));
        assertThat(returned.returnReason()).isEqualTo("NRTI");
        assertThat(foreign.particulars().originalAmount()).isEqualByComparingTo("100");
        assertThat(foreign.particulars().originalCurrency()).isEqualTo("USD");
        assertThat(first(":61:2602180218C10,00NCHKNONREF", "CHEQUE 1042")
                        .payments()
                        .get(0)
                        .remittance())
                .isEqualTo("CHEQUE 1042");
    }

    @Test
    void several_statements_of_a_file_stay_apart_with_envelopes_or_without() {
        String message = of("C260218EUR1100,00", ENTRY, TEXT);
        String enveloped = "{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{3:{108:1}}{4:\n"
                + message.replace("\n-\n", "\n-}{5:{MAC:00000000}}");
        String onOneLine = "{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{4:" + message.replace("\n-\n", "\n-}");
        Statement one = read(message).statements().get(0);

        for (String file : List.of(
                message + message,
                message.replace("\n-\n", "\n") + message,
                enveloped + "\n" + enveloped,
                enveloped + enveloped,
                onOneLine + onOneLine,
                "BANKDEFF\n940\nBANKDEFF\n" + message + "\n\n   \nBANKDEFF\n" + message,
                ("\u0001" + enveloped + "\u0003\n\u0001" + enveloped + "\u0003"),
                (message + message).replace("\n", "\r\n"),
                (message + message).replace("\n", "\r"),
                "\uFEFF" + message + message)) {
            assertThat(read(file).problems()).as(file).isEmpty();
            assertThat(read(file).statements()).as(file).containsExactly(one, one);
        }
    }

    @Test
    void pages_of_a_statement_add_up_one_by_one_by_their_intermediate_balances() {
        String first = of("C260218EUR1100,00", ENTRY, TEXT).replace(":62F:", ":62M:");
        String second = of("C260218EUR1200,00", ENTRY, TEXT)
                .replace(":60F:C260217EUR1000,00", ":60M:C260218EUR1100,00")
                .replace("00012/1", "00012/2");

        assertThat(read(first + second).problems()).isEmpty();
        assertThat(read(first + second).statements())
                .extracting(Statement::statementId, Statement::balanced)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("00012/1", true),
                        org.assertj.core.groups.Tuple.tuple("00012/2", true));
    }

    @Test
    void accounts_under_one_reference_are_statements_of_their_own() {
        String two = of("C260218EUR1100,00", ENTRY, TEXT).replace("\n-\n", "\n")
                + of("C260218EUR1000,00").replace(":20:STARTUMS\n", "").replace(MtMessage.ACCOUNT, MtMessage.OTHER);

        assertThat(read(two).statements())
                .extracting(Statement::account)
                .containsExactly(MtMessage.ACCOUNT, MtMessage.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013000,DE89370400440532013000",
        "DE89 3704 0044 0532 0130 00,DE89370400440532013000",
        "DE89370400440532013000EUR,DE89370400440532013000",
        "DE89370400440532013000 EUR,DE89370400440532013000",
        "COBADEFF/DE89370400440532013000,DE89370400440532013000",
        "/DE89370400440532013000,DE89370400440532013000",
        "37040044/0532013000,37040044/0532013000",
        "37040044/0532013000EUR,37040044/0532013000EUR",
        "DE00370400440532013000,DE00370400440532013000"
    })
    void the_account_is_the_iban_or_the_number_as_given(String written, String account) {
        String message = of("C260218EUR1000,00").replace(MtMessage.ACCOUNT, written);

        assertThat(read(message).statements().get(0).account()).isEqualTo(account);
        assertThat(read(message.replace(":25:", ":25P:").replace(written, written + "\nCOBADEFFXXX"))
                        .statements()
                        .get(0)
                        .account())
                .isEqualTo(account);
    }

    @Test
    void text_may_begin_with_a_dash_a_colon_or_what_looks_like_a_field() {
        for (String line :
                List.of("-Nr. 4711", ":KO:NR: 4711", ":14:30 UHR", ":25:00 Minuten", "-", "- 4711", ":20:15")) {
            StatementFile file = read(of("C260218EUR1200,00", ENTRY, ":86:Rechnung", line, "Ende", ENTRY, ":86:y"));

            assertThat(file.problems()).as(line).isEmpty();
            assertThat(file.statements()
                            .get(0)
                            .entries()
                            .get(0)
                            .payments()
                            .get(0)
                            .remittance())
                    .isEqualTo("Rechnung " + line + " Ende");
            assertThat(file.statements().get(0).entries()).hasSize(2);
        }
    }

    @Test
    void information_and_available_balances_after_the_closing_balance_are_no_entrys() {
        StatementFile file = read(of(
                "C260218EUR1100,00\n:64:C260218EUR900,00\n:65:C260219EUR900,00\n:86:NEUE BEDINGUNGEN\nAB MAERZ",
                ENTRY,
                TEXT));

        assertThat(file.problems()).isEmpty();
        assertThat(file.statements().get(0).entries().get(0).payments().get(0).remittance())
                .isEqualTo("Rechnung 2026/1042");
    }

    @Test
    void charsets_and_control_characters_do_no_harm() {
        String message = of("C260218EUR1100,00", ENTRY, ":86:M\u00FCller & S\u00F6hne \u20AC\u0007 1042\u0000");

        for (Charset charset : List.of(Charset.forName("windows-1252"), Charset.forName("UTF-8"))) {
            assertThat(read(message, charset)
                            .statements()
                            .get(0)
                            .entries()
                            .get(0)
                            .payments()
                            .get(0)
                            .remittance())
                    .isEqualTo("M\u00FCller & S\u00F6hne \u20AC 1042");
        }
    }

    @Test
    void what_does_not_add_up_is_read_and_says_so() {
        StatementFile file = read(of("C260218EUR1100,01", ENTRY, TEXT));

        assertThat(file.statements().get(0).balanced()).isFalse();
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.message()).contains("1100.01");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":61:2602180218X100,00NTRFNONREF",
                ":61:2602180218C1.000NTRFNONREF",
                ":61:2602180218CNTRFNONREF",
                ":61:",
                ":61:261318C100,00NTRFNONREF",
                ":61:260200C100,00NTRFNONREF"
            })
    void an_entry_that_cannot_be_read_is_a_problem_with_its_place(String line) {
        StatementFile file = read(of("C260218EUR1100,00", line));

        assertThat(file.problems()).isNotEmpty();
        Problem problem = file.problems().get(0);
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.column()).isEqualTo(5);
        assertThat(problem.excerpt()).isEqualTo(line);
    }

    @Test
    void a_file_that_is_cut_off_has_no_closing_balance_and_a_problem() {
        String message = of("C260218EUR1100,00", ENTRY, TEXT);
        StatementFile file = read(message.substring(0, message.indexOf(":62F:")));

        assertThat(file.statements().get(0).balanced()).isNull();
        assertThat(file.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("closing"));
    }

    @Test
    void balances_of_two_currencies_or_none_are_problems() {
        assertThat(read(of("C260218USD1100,00", ENTRY)).statements().get(0).balanced())
                .isFalse();
        assertThat(read(of("C260218QQQ1100,00", ENTRY)).problems()).isNotEmpty();
        StatementFile none = read(":20:X\n:25:1\n:28C:1\n" + ENTRY + "\n:62F:C260218EUR1100,00\n-\n");
        assertThat(none.statements().get(0).balanced()).isNull();
        assertThat(none.problems()).extracting(Problem::message).anyMatch(text -> text.contains("currency"));
    }

    @Test
    void a_bank_that_counts_its_entries_is_believed_more_than_the_balances() {
        String right = "/SUM/0/1/0,00/100,00/";

        assertThat(read(of("C260218EUR1100,00\n:86:" + right, ENTRY, TEXT)).problems())
                .isEmpty();
        assertThat(read(of("C260218EUR1100,00\n:86:D000000C000001D0,00C100,00", ENTRY, TEXT))
                        .problems())
                .isEmpty();
        StatementFile lost = read(of("C260218EUR1100,00\n:86:" + right.replace("0/1", "1/1"), ENTRY, TEXT));
        assertThat(lost.problems()).hasSize(1);
        assertThat(lost.statements().get(0).balanced()).isFalse();
    }

    @Test
    void a_message_without_entries_is_a_statement() {
        Statement statement = read(of("C260218EUR1000,00")).statements().get(0);

        assertThat(statement.balanced()).isTrue();
        assertThat(statement.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                ":20:",
                ":20:X\n:77:Y\n",
                "\n\n-\n",
                "{1:F01X}{2:I103Y}{4:\n:20:1\n:32A:260218EUR1,\n-}",
                ":86:text"
            })
    void what_is_no_statement_is_a_problem_and_no_statement(String content) {
        assertThat(read(content).statements()).isEmpty();
        assertThat(read(content).problems()).hasSize(1);
    }

    private static Entry first(String... lines) {
        return read(of("C260218EUR1100,00", String.join("\n", lines)))
                .statements()
                .get(0)
                .entries()
                .get(0);
    }
}
