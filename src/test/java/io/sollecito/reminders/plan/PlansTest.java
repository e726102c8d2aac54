package io.sollecito.reminders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlansTest {

    private static final Debtor ROSSI = new Debtor(
            "ACME-IT", "sap", "D1", "Rossi", "business", null, "it", "IT", null, List.of(), null, List.of(), List.of());

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

    private List<String> chosen(DocumentType... types) {
        Plans.Chooser chooser = Plans.load(folder)
                .chooserFor(
                        Map.of("code", "ACME-IT"),
                        new DebtorCase(ROSSI, List.of(), List.of()),
                        LocalDate.of(2026, 2, 1));
        return List.of(types).stream()
                .map(type -> chooser.choose(item(type)).plan().name())
                .toList();
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
