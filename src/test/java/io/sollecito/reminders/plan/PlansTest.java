package io.sollecito.reminders.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlansTest {

    private static final Debtor ROSSI = new Debtor(
            "ACME-IT", "sap", "D1", "Rossi", "business", null, "it", "IT", null, List.of(), null, List.of(), List.of());

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    private static final String PLAN = """
            plan: %s
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: asked, when: 10d after issue, by: [email], template: receipt-check}
              - {name: courtesy, when: 5d before due, by: [email], template: courtesy}
              - {name: to-be-collected, when: 3d before collection, by: [email], template: to-be-collected}
              - {name: big, when: 3d after due, if: "item.openAmount > decimal('1000')", by: [task], template: call-script}
              - {name: small, when: 4d after due, if: "item.openAmount < decimal('1000')", by: [sms], template: due-today}
            %s
            """;

    @TempDir
    private Path folder;

    @Test
    void a_plan_that_asks_about_items_is_chosen_item_by_item() throws IOException {
        write("invoices", 1, "item.type == 'INVOICE'");
        write("others", 2, "debtor.country == 'IT'");

        assertThat(chosen(DocumentType.INVOICE, DocumentType.OTHER, DocumentType.INVOICE))
                .containsExactly("invoices", "others", "invoices");
    }

    @Test
    void plans_that_ask_about_debtors_only_are_chosen_for_all_items() throws IOException {
        write("france", 1, "debtor.country == 'FR'");
        write("italy", 2, "debtor.country == 'IT' && creditor.code == 'ACME-IT'");

        assertThat(chosen(DocumentType.INVOICE, DocumentType.OTHER)).containsExactly("italy", "italy");
    }

    @Test
    void plans_of_one_order_are_asked_by_file_name_and_the_first_that_says_yes_counts() throws IOException {
        write("b", 1, "debtor.country == 'IT'");
        write("c", 1, "debtor.country == 'IT'");
        write("a", 2, "debtor.country == 'IT'");

        assertThat(Plans.load(folder).names()).containsExactly("b", "c", "a");
        assertThat(chosen(DocumentType.INVOICE)).containsExactly("b");
    }

    @Test
    void conditions_may_ask_for_a_fact_by_its_key() throws IOException {
        write("france", 1, "debtor['country'] == 'FR'");
        write("italy", 2, "debtor['country'] == 'IT' && item['currency'] == 'EUR'");

        assertThat(chosen(DocumentType.INVOICE)).containsExactly("italy");
    }

    @Test
    void what_no_plan_is_for_says_so() throws IOException {
        write("france", 1, "debtor.country == 'FR'");

        Plans.Choice none = chooser().choose(item(DocumentType.INVOICE));

        assertThat(none.plan()).isNull();
        assertThat(none.whyNone()).isEqualTo("no plan is for this debtor");
    }

    @Test
    void a_folder_without_a_plan_is_refused() {
        assertThatThrownBy(() -> Plans.load(folder))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("holds no plan");
    }

    @Test
    void which_plans_thank_and_which_steps_only_inform_is_known() {
        Plans plans = plans(
                PLAN.formatted("plain", ""),
                PLAN.formatted("kind", "thanks: {template: thank-you, when: paid after a reminder}"));

        assertThat(plans.thatThank()).containsExactly("kind");
        assertThat(plans.informing())
                .containsExactly("plain/asked", "plain/to-be-collected", "kind/asked", "kind/to-be-collected");
    }

    @Test
    void messages_wait_for_the_window_of_their_plan_and_those_of_no_plan_for_nothing() {
        Plans plans = plans(PLAN.formatted("plain", ""));
        Instant night = Instant.parse("2026-02-04T22:00:00Z");

        assertThat(plans.next("plain", ROSSI, "email", night)).isEqualTo("2026-02-05T07:30:00Z");
        assertThat(plans.next("gone", ROSSI, "email", night)).isEqualTo(night);
    }

    @Test
    void an_item_leaves_out_a_step_that_is_not_for_it() {
        Plans.Choice choice = plans(PLAN.formatted("plain", ""))
                .chooserFor(Map.of("code", "ACME-IT"), new DebtorCase(ROSSI, List.of(), List.of()), DAY)
                .choose(item(DocumentType.INVOICE));

        assertThat(choice.plan().steps())
                .extracting(step -> choice.leftOut(step).orElse("-"))
                .containsExactly(
                        "-", "-", "-", "big left out, as item.openAmount > decimal('1000') does not hold", "-");
    }

    private static Plans plans(String... texts) {
        return new Plans(Stream.of(texts)
                .map(text -> PlanLoader.parse("plan.yaml", text))
                .toList());
    }

    private List<String> chosen(DocumentType... types) {
        Plans.Chooser chooser = chooser();
        return List.of(types).stream()
                .map(type -> chooser.choose(item(type)).plan().name())
                .toList();
    }

    private Plans.Chooser chooser() {
        return Plans.load(folder)
                .chooserFor(Map.of("code", "ACME-IT"), new DebtorCase(ROSSI, List.of(), List.of()), DAY);
    }

    private void write(String name, int order, String condition) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), """
                plan: %s
                order: %d
                for: "%s"
                minimum: {EUR: 10.00}
                group: debtor
                interval: 7d
                calendar: {country: IT, weekdays: [MON, TUE, WED, THU, FRI], window: "08:30-18:00", zone: Europe/Rome}
                steps:
                  - {name: first, when: 3d after due, by: [email], template: first-reminder}
                """.formatted(name, order, condition));
    }

    private static OpenItem item(DocumentType type) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new OpenItem(
                "ACME-IT",
                "sap",
                "K1",
                "D1",
                "N1",
                null,
                1,
                type,
                day,
                day,
                DueDateOrigin.SOURCE,
                "EUR",
                BigDecimal.TEN,
                BigDecimal.TEN,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                1);
    }
}
