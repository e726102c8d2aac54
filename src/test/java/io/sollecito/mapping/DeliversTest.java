package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.GERMAN;
import static io.sollecito.mapping.MappingForTests.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an export is complete belongs to what the source delivers, and so to the mapping. */
class DeliversTest {

    private static final String SNAPSHOT = GERMAN.replace("records:", "delivers: snapshot\nrecords:");

    @Test
    void a_mapping_that_does_not_say_can_be_tried_and_not_connected() {
        assertThat(mapping(GERMAN).agreed("items.csv", "").wrong()).contains("does not say whether");
        assertThat(check(GERMAN.replace("RV: INVOICE, DG: CREDIT_NOTE}", "RV: INVOICE}, otherwise: quarantine")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).contains("does not say whether its exports are snapshots or deltas");
                    assertThat(problem.line()).isEqualTo(5);
                });
    }

    @Test
    void what_is_missing_for_a_connection_is_told_beside_what_is_wrong() {
        assertThat(check(GERMAN.replace("{column: Beleg}", "{colum: Beleg}")))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("does not say whether"))
                .anyMatch(message -> message.contains("unknown key 'colum'"));
    }

    @Test
    void the_mapping_says_it_and_the_route_need_not() {
        assertThat(agreed(SNAPSHOT, "")).isEqualTo("snapshot");
        assertThat(agreed(SNAPSHOT, null)).isEqualTo("snapshot");
        assertThat(agreed(SNAPSHOT, "snapshot")).isEqualTo("snapshot");
        assertThat(agreed(SNAPSHOT.replace("delivers: snapshot", "delivers: delta"), ""))
                .isEqualTo("delta");
    }

    @Test
    void a_route_cannot_run_a_delta_as_a_snapshot() {
        Mapping delta = mapping(SNAPSHOT.replace("delivers: snapshot", "delivers: delta"));

        assertThat(delta.agreed("items.csv", "snapshot").wrong()).contains("reads a delta, the route says 'snapshot'");
        assertThat(delta.agreed("items.csv", "snapshot").delivers()).isNull();
    }

    @Test
    void where_both_exist_the_route_says_which() {
        String either = SNAPSHOT.replace("delivers: snapshot", "delivers: either");

        assertThat(agreed(either, "delta")).isEqualTo("delta");
        assertThat(agreed(either, "snapshot")).isEqualTo("snapshot");
        assertThat(mapping(either).agreed("items.csv", "").wrong()).contains("the route does not say which");
    }

    @Test
    void a_record_set_may_say_it_for_its_own_files() {
        Mapping two =
                mapping(SNAPSHOT.replace("kind: openItem", "kind: openItem\n    file: \"*opos*\"") + """
                  - kind: debtor
                    file: "*kunden*"
                    delivers: delta
                    debtor: {column: Konto}
                    name: {column: Name}
                """.indent(0));

        assertThat(two.agreed("opos.csv", "").delivers()).isEqualTo("snapshot");
        assertThat(two.agreed("kunden.csv", "").delivers()).isEqualTo("delta");
        assertThat(two.agreed("all.zip", "").delivers()).isEqualTo("snapshot");
        assertThat(two.kindsOf("all.zip")).containsExactly("openItem", "debtor");
    }

    @Test
    void the_word_of_the_route_is_for_those_who_ask_for_it() {
        Mapping asks =
                mapping(SNAPSHOT.replace("kind: openItem", "kind: openItem\n    delivers: either") + """
                  - kind: debtor
                    file: "*kunden*"
                    debtor: {column: Konto}
                    name: {column: Name}
                """.indent(0));

        assertThat(asks.agreed(asks.recordSet("openItem"), "delta").delivers()).isEqualTo("delta");
        assertThat(asks.agreed(asks.recordSet("debtor"), "delta").delivers()).isEqualTo("snapshot");
    }

    @Test
    void what_cannot_be_is_told() {
        assertThat(messages(SNAPSHOT.replace("delivers: snapshot", "delivers: snapshots")))
                .containsExactly("'snapshots' is no kind of delivery");
        assertThat(messages("""
                source: {format: sql, watermark: changed}
                delivers: snapshot
                records:
                  - kind: debtor
                    query: select * from partner where changed > :watermark
                    debtor: {column: id}
                    name: {column: name}
                """))
                .containsExactly("the query reads what changed since :watermark, which is no snapshot");
        assertThat(messages(SNAPSHOT
                        + SNAPSHOT.substring(SNAPSHOT.indexOf("  - kind"))
                                .replace("openItem\n", "openItem\n    delivers: delta\n")))
                .anyMatch(message ->
                        message.contains("takes the same files as one before, which says delivers: snapshot"));
    }

    private static String agreed(String yaml, String route) {
        Agreed agreed = mapping(yaml).agreed("items.csv", route);
        assertThat(agreed.wrong()).isNull();
        return agreed.delivers();
    }

    private static List<String> messages(String yaml) {
        return check(yaml).stream().map(Problem::message).toList();
    }

    private static List<Problem> check(String yaml) {
        return Mapping.check(MappingForTests.write("delivers.yaml", yaml, StandardCharsets.UTF_8));
    }
}
