package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.StatementTaken;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.model.Statement;
import io.sollecito.reconciliation.Reconciler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same money in files of several formats and kinds. */
class StatementFormatsIntakeTest extends StatementLedger {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 18);

    private int files;

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_report_during_the_day_is_recorded_and_moves_no_money(Database database) {
        open(database);
        long item = item("2026/1042", "7", "100.00");
        CamtFixture booked = CamtFixture.statement().payment("100.00", "B1", "Rossi", IBAN, "2026/1042");

        StatementIntake.Taken interim = taken(booked.xml()
                .replace("camt.053", "camt.052")
                .replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
                .replace("<Stmt>", "<Rpt>")
                .replace("</Stmt>", "</Rpt>"));

        assertThat(interim.state()).isEqualTo("interim");
        assertThat(open(item)).isEqualByComparingTo("100.00");
        assertThat(number("select count(*) from bank_entry where 1 = ?", 1)).isZero();
        assertThat(new Connections(ledger, CLOCK).health().get(0).factsAsOf()).isNull();
        assertThat(take(booked).count("allocated")).isEqualTo(1);
        assertThat(open(item)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_same_statement_in_another_format_brings_nothing(Database database) {
        open(database);

        assertThat(take("mt940", "0", "170", entry("100", "FT1", "a"), entry("70", "FT2", "b"))
                        .entriesNew())
                .isEqualTo(2);
        assertThat(take(CamtFixture.statement()
                                .payment("100.00", "ASR-1", "Rossi", IBAN, "a")
                                .payment("70.00", "ASR-2", "Verdi", IBAN, "b"))
                        .entriesKnown())
                .isEqualTo(2);

        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_same_balances_with_other_entries_in_another_format_are_held(Database database) {
        open(database);
        take("mt940", "0", "170", entry("100", "FT1", "a"), entry("70", "FT2", "b"));

        assertThat(take(CamtFixture.statement()
                                .payment("90.00", "ASR-1", "Rossi", IBAN, "a")
                                .payment("80.00", "ASR-2", "Verdi", IBAN, "b"))
                        .state())
                .isEqualTo("quarantined");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_longer_statement_in_another_format_brings_what_the_shorter_did_not(Database database) {
        open(database);
        take("mt940", "0", "100", entry("100", "FT1", "a"));

        StatementIntake.Taken longer = take(CamtFixture.statement()
                .payment("100.00", "ASR-1", "Rossi", IBAN, "a")
                .payment("70.00", "ASR-2", "Verdi", IBAN, "b"));

        assertThat(longer.entriesKnown()).isEqualTo(1);
        assertThat(longer.entriesNew()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_corrected_statement_that_lacks_an_entry_of_the_first_is_held(Database database) {
        open(database);
        take(CamtFixture.statement()
                .payment("100.00", "B1", "Rossi", IBAN, "a")
                .payment("70.00", "B2", "Verdi", IBAN, "b"));

        assertThat(take(CamtFixture.statement().payment("100.00", "B1", "Rossi", IBAN, "a"))
                        .state())
                .isEqualTo("quarantined");
        assertThat(take(CamtFixture.statement()
                                .payment("100.00", "B1", "Rossi", IBAN, "a")
                                .payment("60.00", "B2", "Verdi", IBAN, "b"))
                        .state())
                .isEqualTo("quarantined");
        assertThat(number("select count(*) from payment where 1 = ?", 1)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void files_without_balances_that_overlap_bring_every_entry_once(Database database) {
        open(database);

        take("csv", null, null, entry("50", null, "Rossi, fattura 1042"));
        StatementTaken longer = take(
                "csv",
                null,
                null,
                entry("50", null, "Bianchi, fattura 7"),
                entry("50", null, "ROSSI fattura  1042"),
                entry("20", null, "Verdi"));

        assertThat(longer.entriesKnown()).isEqualTo(1);
        assertThat(longer.entriesNew()).isEqualTo(2);
        assertThat(longer.gap()).isFalse();
        assertThat(ledger.sql()
                        .sql("select remittance from payment where amount = 50 order by id")
                        .query(String.class)
                        .list())
                .containsExactly("Rossi, fattura 1042", "Bianchi, fattura 7");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_equal_amount_whose_text_is_another_is_held_where_nothing_else_decides(Database database) {
        open(database);
        take("csv", null, null, entry("50", null, "Rossi, fattura 1042"));

        assertThat(take("csv", null, null, entry("50", null, "Bianchi")).state())
                .isEqualTo("quarantined");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_that_came_without_balances_and_comes_again_in_a_statement_is_held(Database database) {
        open(database);
        take(CamtFixture.statement().on("2026-02-17").payment("10.00", "B0", "Rossi", IBAN, "a"));
        take("csv", null, null, entry("50", null, "Rossi, fattura 1042"));

        assertThat(take(CamtFixture.statement().opening("10.00").payment("50.00", "B1", "Rossi", IBAN, "1042"))
                        .state())
                .isEqualTo("quarantined");
        assertThat(take(CamtFixture.statement()
                                .on("2026-02-19")
                                .opening("60.00")
                                .payment("50.00", "B2", "Rossi", IBAN, "1043"))
                        .entriesNew())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void where_only_notifications_come_they_tell_how_far_the_facts_reach(Database database) {
        open(database);
        String notification = CamtFixture.statement()
                .withoutBalances()
                .on("2026-02-16")
                .payment("100.00", "B1", "Rossi", IBAN, "2026/1042")
                .xml()
                .replace("camt.053", "camt.054")
                .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
                .replace("<Stmt>", "<Ntfctn>")
                .replace("</Stmt>", "</Ntfctn>");
        assertThat(taken(notification).state()).isEqualTo("applied");
        assertThat(new Connections(ledger, CLOCK).health().get(0).factsAsOf())
                .isEqualTo(Instant.parse("2026-02-16T22:59:59Z"));

        take(CamtFixture.statement().on("2026-02-17").payment("1.00", "B2", "Rossi", IBAN, "x"));
        taken(notification.replace("2026-02-16", "2026-02-18"));
        assertThat(new Connections(ledger, CLOCK).health().get(0).factsAsOf())
                .isEqualTo(Instant.parse("2026-02-17T22:59:59Z"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_account_in_two_currencies_has_two_chains(Database database) {
        open(database);
        take(CamtFixture.statement().payment("100.00", "B1", "Rossi", IBAN, "a"));

        StatementIntake.Taken francs = taken(CamtFixture.statement()
                .opening("500.00")
                .payment("100.00", "C1", "Rossi", IBAN, "a")
                .xml()
                .replace("EUR", "CHF"));

        assertThat(francs.state()).isEqualTo("applied");
        assertThat(francs.statements().get(0).gap()).isFalse();
        assertThat(francs.entriesNew()).isEqualTo(1);
    }

    private StatementTaken take(String format, String opening, String closing, Statement.Entry... entries) {
        files++;
        Statement statement = new Statement(
                CamtFixture.ACCOUNT,
                "1",
                "EUR",
                opening == null ? null : DAY.minusDays(1),
                opening == null ? null : new BigDecimal(opening),
                DAY,
                closing == null ? null : new BigDecimal(closing),
                opening == null ? null : true,
                List.of(entries));
        var origin = new Statements.Origin(
                "bank-acme",
                "file " + files,
                format + files,
                format,
                1,
                folder.resolve("kept").toString());
        return new Statements(ledger, CLOCK).take(origin, ACME, statement, new Reconciler(ACME, CLOCK));
    }

    private static Statement.Entry entry(String amount, String reference, String text) {
        BigDecimal value = new BigDecimal(amount);
        return new Statement.Entry(
                DAY,
                DAY,
                value,
                "EUR",
                false,
                reference,
                List.of(new Statement.Payment(value, "EUR", null, null, text, null, null)));
    }

    private StatementIntake.Taken taken(String content) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "statement", ".xml"), content);
            return intake().take("bank-acme", ACME, file, "statement.xml", NOW);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
