package io.sollecito.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.reminders.PlanningLedger;
import io.sollecito.reminders.plan.Plans;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The digest counts what is missing or wrong in the contact data of those who owe something. */
class ContactCountsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T18:00:00Z"), ZoneOffset.UTC);

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, Plans.load(Path.of("reminders/plans"))));
    }

    private static Digest digest(Database database) {
        return new Digests(database, new Connections(database, CLOCK), CLOCK)
                .make(CreditorsForTests.ACME, LocalDate.parse("2026-03-04"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void every_kind_of_finding_has_its_line(PlanningLedger ledger) {
        ledger.debtor("4711", null);
        ledger.debtor("4712", null);
        ledger.debtor("4713", null);
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.item("4712", "I2", "2026-03-01", "100.00");
        ledger.item("4799", "I3", "2026-03-01", "100.00");

        Digest digest = digest(ledger.database);
        assertThat(digest.contacts()).containsEntry("no-email", 2L).containsEntry("no-data", 1L);
        assertThat(DigestText.write(digest, Sections.of(digest, 5)))
                .contains("hub contacts")
                .containsPattern("Without a usable e-mail address\\s+2 findings");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void complete_data_has_no_section(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");

        assertThat(Sections.of(digest(ledger.database), 5))
                .extracting(Section::title)
                .doesNotContain("Contact data");
    }
}
