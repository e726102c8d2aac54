package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgeingCommandTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    static Stream<Database> ledgers() {
        return Stream.of(ledger(LedgerForTests.h2()), ledger(LedgerForTests.postgres()));
    }

    private static Database ledger(Database database) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("FBL5N_20260110.csv", "applied", Instant.parse("2026-01-10T06:00:00Z"));
        rows.debtor("R", "Rossi S.r.l.", export);
        rows.debtor("N", "=Neri", export);
        rows.item(export, "1042", "R", "INVOICE", "1190.00", "EUR", LocalDate.of(2026, 2, 14));
        long disputed = rows.item(export, "1043", "N", "INVOICE", "2000.00", "EUR", LocalDate.of(2026, 2, 1));
        rows.item(export, "1044", "X", "INVOICE", "810.00", "EUR", LocalDate.of(2026, 3, 2));
        rows.item(export, "1045", "R", "CREDIT_NOTE", "-190.00", "EUR", LocalDate.of(2026, 2, 14));
        rows.item(export, "2001", "R", "PAYMENT_ON_ACCOUNT", "-5.00", "CHF", null);
        rows.hold("N", disputed, "dispute", "price", "anna", LocalDate.of(2026, 3, 2));
        return database;
    }

    private static Ran run(Database database, String... arguments) {
        return Ran.on(database, Clock.fixed(NOW, ZoneOffset.UTC), arguments);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void buckets_the_largest_debtors_and_days_sales_outstanding_are_listed_by_currency(Database database) {
        assertThat(run(database, "ageing", "--largest", "1").printed()).isEqualToNormalizingNewlines("""
                        Acme Italia S.p.A.
                        Ageing, Monday, 2 March 2026

                        Ageing in EUR
                        -------------
                        By days after the due date.
                        Not yet due (1)                                               810.00 EUR
                            1 debtor
                            X (1)                                                     810.00 EUR
                              sap/X
                        1\u201330 days (2)                                               3,190.00 EUR
                            of which disputed                                       2,000.00 EUR
                            2 debtors
                            =Neri (1)                                               2,000.00 EUR
                              sap/N
                        31\u201360 days                                                      0.00 EUR
                        61\u201390 days                                                      0.00 EUR
                        Over 90 days                                                    0.00 EUR
                        Credits not yet used (1)                                     \u2212190.00 EUR
                            1 debtor
                            Rossi S.r.l. (1)                                         \u2212190.00 EUR
                              sap/R
                        Open in all (4)                                             3,810.00 EUR

                        Days sales outstanding in EUR
                        -----------------------------
                        What is owed, 3,810.00, in days of sales counted back from today.
                        Days sales outstanding (DSO)                                   47.0 days
                        Best possible DSO                                              46.2 days
                          if everybody paid when due
                        Average days delinquent                                         0.8 days
                          the days that come from paying late

                        Ageing in CHF
                        -------------
                        By days after the due date.
                        Not yet due                                                     0.00 CHF
                        1\u201330 days                                                       0.00 CHF
                        31\u201360 days                                                      0.00 CHF
                        61\u201390 days                                                      0.00 CHF
                        Over 90 days                                                    0.00 CHF
                        Credits not yet used (1)                                       \u22125.00 CHF
                            1 debtor
                            Rossi S.r.l. (1)                                           \u22125.00 CHF
                              sap/R
                        Open in all (1)                                                \u22125.00 CHF

                        """);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_the_ledger_cannot_know_is_said_instead_of_a_number(Database database) {
        database.sql()
                .sql("update export set as_of = ?")
                .param(Database.at(Instant.parse("2026-02-20T06:00:00Z")))
                .update();
        assertThat(run(database, "ageing").printed().replaceAll("\\s+", " "))
                .contains("counted back from today. Sales before 20 Feb 2026 are not known.")
                .contains("Days sales outstanding (DSO), at least 11.0 days")
                .doesNotContain("Best possible DSO", "Average days delinquent");

        database.sql()
                .sql("update open_item set issue_date = null where id > 1")
                .update();
        assertThat(run(database, "ageing").printed().replaceAll("\\s+", " "))
                .contains("Without 2,620.00 of items whose day of issue is not known.");

        database.sql().sql("update open_item set issue_date = null").update();
        assertThat(run(database, "ageing").printed()).contains("Not known: the day of issue is known of no item");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void json_fits_its_schema_and_names_the_debtors(Database database) throws IOException {
        List<String> lines = run(database, "ageing", "--json", "--creditor", "ACME-IT")
                .printed()
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        for (String line : lines) {
            SchemaForTests.assertFits("ageing", line);
        }
        assertThat(lines.get(1))
                .contains("\"total\":\"3810.00\",\"overdue\":\"3190.00\",\"items\":4")
                .contains(
                        "{\"bucket\":\"1-30\",\"amount\":\"3190.00\",\"items\":2,\"debtors\":2,\"disputed\":\"2000.00\"")
                .contains(
                        "{\"source\":\"sap\",\"debtor\":\"R\",\"name\":\"Rossi S.r.l.\",\"amount\":\"1190.00\",\"items\":1}")
                .contains("\"days\":{\"days\":\"47.0\",\"atLeast\":false}");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_table_has_a_row_for_each_debtor_currency_and_bucket(Database database) {
        assertThat(run(database, "ageing", "--csv").printed().lines())
                .containsExactly(
                        "creditor,currency,bucket,source,debtor,name,items,amount,disputed",
                        "ACME-IT,CHF,credits,sap,R,Rossi S.r.l.,1,-5.00,0.00",
                        "ACME-IT,EUR,not-due,sap,X,,1,810.00,0.00",
                        "ACME-IT,EUR,1-30,sap,N,'=Neri,1,2000.00,2000.00",
                        "ACME-IT,EUR,1-30,sap,R,Rossi S.r.l.,1,1190.00,0.00",
                        "ACME-IT,EUR,credits,sap,R,Rossi S.r.l.,1,-190.00,0.00");
        assertThat(run(database, "ageing", "--csv", "--largest", "1").printed().lines())
                .hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_makes_no_sense_is_refused_and_an_empty_ledger_says_so(Database database) {
        assertThat(run(database, "ageing", "--json", "--csv").status()).isEqualTo(2);
        assertThat(run(database, "ageing", "--largest", "-1").status()).isEqualTo(2);
        assertThat(run(database, "ageing", "--creditor", "NOBODY").printed())
                .contains("Creditor 'NOBODY' is not configured.");
        assertThat(run(LedgerForTests.h2(), "ageing").printed()).contains("Nothing is open, Monday, 2 March 2026");
    }
}
