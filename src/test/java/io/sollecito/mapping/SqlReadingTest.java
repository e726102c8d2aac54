package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.SCOPE;
import static io.sollecito.mapping.MappingForTests.item;
import static io.sollecito.mapping.MappingForTests.mapping;
import static io.sollecito.mapping.MappingForTests.quarantined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.ProblemsFound;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlReadingTest {

    private final Mapping mapping = mapping("""
            source: {format: sql, watermark: changed}
            records:
              - kind: openItem
                query: |
                  select * from items where changed > :watermark
                filter: {cancelled: "row['STATE'] == 'cancel'"}
                itemKey: {column: id}
                debtor: {column: debtor}
                documentNo: {column: no}
                type: {constant: INVOICE}
                dueDate: {column: due}
                openAmount: {column: open, currency: currency}
            """);

    @Test
    void a_query_is_asked_by_camel_with_its_parameters_and_nothing_else_changed() {
        assertThat(mapping("""
                        source: {format: sql, watermark: changed}
                        records:
                          - kind: debtor
                            query: |
                              select id::text, ':watermark' from debtors -- not :company
                              where changed > cast(:watermark as timestamp) and (:company is null or c = :company)
                            debtor: {column: id}
                            name: {column: name}
                        """).recordSets().get(0).camelQuery()).isEqualTo("""
                        select id::text, ':watermark' from debtors -- not :company
                        where changed > cast(:?watermark as timestamp) and (:?company is null or c = :?company)
                        """);
    }

    @Test
    void sql_values_keep_their_types_and_labels_are_found_in_any_case() {
        Outcome outcome = read(row("open", new BigDecimal("1190.0000"))).get(0);

        assertThat(item(outcome).itemKey()).isEqualTo("17");
        assertThat(item(outcome).openAmount()).isEqualTo(new BigDecimal("1190.00"));
        assertThat(item(outcome).dueDate()).isEqualTo("2026-02-14");
        assertThat(item(outcome).issueDate()).isNull();
        assertThat(outcome.line()).isEqualTo(1);
    }

    @Test
    void a_floating_point_amount_and_too_many_decimals_are_quarantined_with_their_row() {
        List<Outcome> outcomes =
                read(row("open", 1190.0), row("open", new BigDecimal("0.001")), row("due", "soon"), row("id", null));

        assertThat(outcomes).extracting(Outcome::line).containsExactly(1L, 2L, 3L, 4L);
        assertThat(outcomes)
                .extracting(outcome -> quarantined(outcome).field())
                .containsExactly("openAmount", "openAmount", "dueDate", "itemKey");
        assertThat(quarantined(outcomes.get(0)).problem().message()).contains("floating-point");
        assertThat(quarantined(outcomes.get(0)).itemKey()).isEqualTo("17");
        assertThat(quarantined(outcomes.get(0)).problem().column()).isEqualTo(5);
        assertThat(quarantined(outcomes.get(3)).itemKey()).isNull();
        assertThat(quarantined(outcomes.get(0)).raw()).contains("open=1190.0");
    }

    @Test
    void filters_see_the_row() {
        assertThat(read(row("STATE", "cancel"))).containsExactly(new Outcome.Filtered("cancelled", "17", 1));
    }

    @Test
    void a_query_without_a_column_that_the_mapping_names_is_the_mappings_problem() {
        Map<String, Object> row = row("open", BigDecimal.ONE);
        row.remove("currency");
        row.remove("CHANGED");

        assertThatThrownBy(() -> read(row))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("test.yaml:3:5")
                .hasMessageContaining("'currency'")
                .hasMessageContaining("'changed'");
    }

    @SafeVarargs
    private List<Outcome> read(Map<String, Object>... rows) {
        List<Outcome> outcomes = new ArrayList<>();
        mapping.readRows("openItem", List.of(rows).iterator(), SCOPE, outcomes::add);
        return outcomes;
    }

    private static Map<String, Object> row(String label, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", 17L);
        row.put("debtor", 4711);
        row.put("no", "R-1");
        row.put("due", Date.valueOf("2026-02-14"));
        row.put("open", new BigDecimal("1"));
        row.put("currency", "EUR ");
        row.put("STATE", "posted");
        row.put("CHANGED", Timestamp.valueOf("2026-02-01 10:00:00"));
        row.replaceAll((name, old) -> name.equalsIgnoreCase(label) ? value : old);
        return row;
    }
}
