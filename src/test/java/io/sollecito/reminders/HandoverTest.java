package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.SentStep;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoverTest {

    private static final String PLAN = PlanningCase.PLAN
            + "  - {name: formal, when: 30d after due, by: [registered-letter], template: formal-notice, deadline: 15d}\n"
            + "  - {name: agency, when: 5d after deadline, by: [handover]}\n";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-02, 2026-03-17, -, 2026-03-22", // sent on the day it was planned for
                "2026-03-05, 2026-03-17, -, 2026-03-25", // sent three days late: fifteen days all the same
                "2026-03-02, 2026-03-17, 2026-03-09, 2026-03-29", // a week on its way
                "2026-03-02, 2026-03-20, -, 2026-03-25" // never less than what it printed
            })
    void it_counts_from_the_delivery_of_the_formal_notice_and_its_days(
            String sent, String printed, String delivered, String handedOver) {
        PlanningCase debtor = new PlanningCase()
                .under(PLAN)
                .invoice(
                        "I1",
                        "2026-01-01",
                        "100.00",
                        new SentStep(
                                "standard",
                                "formal",
                                0,
                                "registered-letter",
                                LocalDate.parse(sent),
                                SentStep.State.SENT,
                                LocalDate.parse(printed),
                                null,
                                delivered == null ? null : LocalDate.parse(delivered),
                                1L));
        LocalDate day = LocalDate.parse(handedOver);

        assertThat(outcomes(debtor.on(day.minusDays(1).toString()))).containsExactly("not-yet agency");
        assertThat(outcomes(debtor.on(day.toString()))).containsExactly("remind agency");
    }
}
