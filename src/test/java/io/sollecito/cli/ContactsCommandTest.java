package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.reminders.PlanningLedger;
import io.sollecito.reminders.plan.Plans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContactsCommandTest {

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(ledger(LedgerForTests.h2()), ledger(LedgerForTests.postgres()));
    }

    private static PlanningLedger ledger(Database database) {
        PlanningLedger ledger = new PlanningLedger(database, Plans.load(Path.of("reminders/plans")));
        ledger.debtor("4711", "a@rossi.example");
        ledger.debtor("4712", null);
        ledger.debtor("4713", "c@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "900.00");
        ledger.item("4712", "I2", "2026-03-01", "100.00");
        ledger.item("4713", "I3", "2026-03-01", "500.00");
        ledger.item("4799", "I4", "2026-03-01", "7.00");
        database.sql()
                .sql("update debtor set canonical = replace(canonical, '\"vatId\":null', '\"vatId\":\"IT00743110158\"')"
                        + " where debtor = '4713'")
                .update();
        database.sql()
                .sql("update debtor set canonical = replace(canonical, '+39 333 1234567', '+39 02 1234567')"
                        + " where debtor = '4712'")
                .update();
        return ledger;
    }

    private static String run(PlanningLedger ledger, String... arguments) {
        LedgerTools tools = new LedgerTools(
                ledger.database,
                Clock.systemUTC(),
                List.of(CreditorsForTests.ACME),
                new LedgerTools.Folders(
                        Path.of("routes"), Path.of("mappings"), Path.of("reminders"), Path.of("target")));
        StringWriter printed = new StringWriter();
        assertThat(Hub.commandLine(() -> tools, Caller.local(), Path.of(""))
                        .setOut(new PrintWriter(printed))
                        .execute(arguments))
                .isZero();
        return printed.toString();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void who_owes_most_is_first_and_who_is_complete_is_not_listed(PlanningLedger ledger) {
        assertThat(run(ledger, "contacts").lines())
                .containsExactly(
                        "debtor:ACME-IT/sap/4713  Rossi 4713  owes 500.00 EUR",
                        "    vat-id: 'IT00743110158' is no valid VAT number",
                        "debtor:ACME-IT/sap/4712  Rossi 4712  owes 100.00 EUR",
                        "    no-email: no contact has a usable e-mail address",
                        "    no-mobile: '+39 02 1234567' is no mobile number",
                        "debtor:ACME-IT/sap/4799    owes 7.00 EUR",
                        "    no-data: the ERP has delivered no master data of this debtor",
                        "1 no-data, 1 no-email, 1 no-mobile, 1 vat-id");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_table_has_a_row_for_each_finding_and_json_fits_its_schema(PlanningLedger ledger) throws IOException {
        assertThat(run(ledger, "contacts", "--csv").lines())
                .hasSize(5)
                .contains("ACME-IT,sap,4712,Rossi 4712,100.00 EUR,no-email,no contact has a usable e-mail address");

        List<String> lines = run(ledger, "contacts", "--json").lines().toList();
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            SchemaForTests.assertFits("contacts", line);
        }
    }
}
