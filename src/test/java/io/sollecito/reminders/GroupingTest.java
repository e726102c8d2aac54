package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which messages a debtor's items make, and in which order they take the credits. */
class GroupingTest {

    private static final SentStep FIRST = sent("first", "2026-02-10");
    private static final SentStep SECOND = sent("second", "2026-02-20");

    private static final String NOTICE = PlanningCase.PLAN
            .replace("name: first", "name: formal, deadline: 15d")
            .replace("[email, letter], template: first-reminder", "[letter], template: formal-notice");

    @Test
    void one_message_speaks_as_its_highest_step_whichever_item_comes_first() {
        List<PlannedReminder> rising = new PlanningCase()
                .invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-02-01", "50.00", FIRST, SECOND)
                .on("2026-03-04")
                .reminders();
        List<PlannedReminder> falling = new PlanningCase()
                .invoice("I2", "2026-02-01", "50.00", FIRST, SECOND)
                .invoice("I1", "2026-03-01", "100.00")
                .on("2026-03-04")
                .reminders();

        assertThat(rising).extracting(PlannedReminder::template).containsExactly("third-reminder");
        assertThat(falling).extracting(PlannedReminder::template).containsExactly("third-reminder");
    }

    @Test
    void of_messages_per_step_the_highest_takes_the_credits_first() {
        List<PlannedReminder> reminders = new PlanningCase()
                .under(PlanningCase.PLAN.replace("interval: 7d", "interval: 7d\ngroup: step"))
                .invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-02-01", "50.00", FIRST, SECOND)
                .invoice("I3", "2026-02-01", "70.00", FIRST)
                .credit("C1", "-60.00")
                .on("2026-03-04")
                .reminders();

        assertThat(reminders).extracting(PlannedReminder::step).containsExactly("second", "first");
        assertThat(lines(reminders.get(0))).containsExactly("I3 overdue second 70.00", "C1 credit -10.00");
        assertThat(lines(reminders.get(1))).containsExactly("I1 overdue first 100.00");
    }

    @Test
    void a_message_with_legal_effect_takes_them_before_any_other() {
        List<PlannedReminder> reminders = new PlanningCase()
                .under(NOTICE)
                .invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-02-01", "50.00", sent("formal", "2026-02-10"), SECOND)
                .credit("C1", "-20.00")
                .on("2026-03-04")
                .reminders();

        assertThat(reminders).extracting(PlannedReminder::step).containsExactly("formal", "third");
        assertThat(lines(reminders.get(0))).containsExactly("I1 overdue formal 100.00", "C1 credit -20.00");
        assertThat(lines(reminders.get(1))).containsExactly("I2 overdue third 50.00");
    }
}
