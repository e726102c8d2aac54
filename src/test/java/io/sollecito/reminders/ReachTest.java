package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.SuspendedAddress;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a decision says of addresses that are not there or not used; a suspended one is taken out of the debtor's contacts. */
class ReachTest {

    private static final LocalDate SINCE = LocalDate.parse("2026-02-20");

    private static String whyNot(SuspendedAddress... suspended) {
        PlanningCase debtor = new PlanningCase()
                .under(PlanningCase.PLAN.replace("[email, letter]", "[email]"))
                .debtorIs(PlanningCase.debtor("IT", null, null))
                .invoice("I1", "2026-03-01", "100.00");
        for (SuspendedAddress address : suspended) {
            debtor.suspended(address);
        }
        CasePlan plan = debtor.on("2026-03-04");
        assertThat(outcomes(plan)).containsExactly("no-address first");
        return plan.decisions().get(0).reason();
    }

    @Test
    void an_address_that_was_never_there_is_missing() {
        assertThat(whyNot()).isEqualTo("no usable address for email");
    }

    @Test
    void one_that_messages_come_back_from_is_named_with_the_reason_and_the_day() {
        assertThat(whyNot(new SuspendedAddress("email", "a@rossi.example", "bounced with 5.1.1", SINCE)))
                .isEqualTo("no usable address for email; its email address bounced with 5.1.1 on 2026-02-20");
    }

    @Test
    void addresses_of_channels_that_the_step_does_not_use_are_not_named() {
        assertThat(whyNot(new SuspendedAddress("letter", "via roma 1", "came back", SINCE)))
                .isEqualTo("no usable address for email");
    }
}
