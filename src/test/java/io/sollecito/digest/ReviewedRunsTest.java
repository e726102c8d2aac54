package io.sollecito.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.RunRules;
import io.sollecito.model.RunRules.Review;
import io.sollecito.reminders.PlanningLedger;
import io.sollecito.reminders.plan.Plans;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the digest says of runs whose messages do not leave by themselves. */
class ReviewedRunsTest {

    private static final Instant EVENING = Instant.parse("2026-03-04T18:00:00Z");

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    private static List<String> titles(Digest digest) {
        return Sections.of(digest, 5).stream().map(Section::title).toList();
    }

    private static Digest digest(Database database, Review review) {
        PlanningLedger ledger = new PlanningLedger(database, Plans.load(Path.of("reminders/plans")));
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04", new RunRules(review, 10, null));
        return new Digests(database, ledger.connections, Clock.fixed(EVENING, ZoneOffset.UTC))
                .make(CreditorsForTests.ACME, LocalDate.parse("2026-03-04"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_proposal_waits_for_a_decision(Database database) {
        Digest digest = digest(database, Review.ALL);

        assertThat(digest.toDecide()).isEqualTo(1);
        assertThat(DigestText.write(digest, Sections.of(digest, 5)))
                .contains("Proposal of a run")
                .containsPattern("by e-?mail \\(1\\) +100.00 EUR");
        assertThat(titles(digest)).doesNotContain("Shadow run");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_shadow_run_says_what_would_have_gone_and_stops_nothing(Database database) {
        Digest digest = digest(database, Review.SHADOW);

        assertThat(digest.toDecide()).isZero();
        assertThat(digest.figures().stopped()).isEmpty();
        assertThat(titles(digest)).contains("Shadow run", "Control totals");
        assertThat(DigestText.write(digest, Sections.of(digest, 5))).contains("0 reminders sent, 0 stopped.");
    }
}
