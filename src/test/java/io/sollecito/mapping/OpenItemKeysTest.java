package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.SCOPE;
import static io.sollecito.mapping.MappingForTests.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.OpenItem;
import io.sollecito.model.OpenItemKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Record sets that only name what is open. */
class OpenItemKeysTest {

    private static final String ITEMS = """
            source: {format: csv}
            records:
              - kind: openItem
                debtor: {column: C}
                documentNo: {column: N}
                type: {column: T, map: {R: INVOICE}, otherwise: quarantine}
                issueDate: {column: D}
                openAmount: {column: A, currency: {constant: EUR}}
            """;
    private static final String KEYS = """
              - kind: openItemKeys
                file: "*keys*"
                debtor: {column: C}
                documentNo: {column: N}
                type: {column: T, map: {R: INVOICE}, otherwise: quarantine}
                issueDate: {column: D}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_key_is_composed_as_the_open_items_compose_theirs() throws Exception {
        Mapping mapping = mapping(ITEMS + KEYS);

        OpenItem item = (OpenItem) canonical(read(mapping, "items.csv", "C;N;T;D;A\nx;1;R;2026-01-01;5\n"));
        OpenItemKey key = (OpenItemKey) canonical(read(mapping, "keys.csv", "C;N;T;D\nx;1;R;2026-01-01\n"));

        assertThat(key.itemKey()).isEqualTo(item.itemKey());
        assertThat(mapping.kindOf("keys.csv")).isEqualTo("openItemKeys");
        assertThat(mapping.kindOf("items.csv")).isEqualTo("openItem");
    }

    @Test
    void a_key_that_cannot_be_read_is_quarantined_without_one() throws Exception {
        assertThat(read(mapping(ITEMS + KEYS), "keys.csv", "C;N;T;D\nx;1;R;2026-02-30\n"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Quarantined.class,
                        wrong -> assertThat(wrong.itemKey()).isNull());
    }

    @Test
    void a_query_for_keys_has_no_watermark_column() {
        Mapping mapping = mapping("""
                source: {format: sql, watermark: w}
                records:
                  - {kind: openItemKeys, query: "select id from item", itemKey: {column: id}}
                """);
        List<Outcome> outcomes = new ArrayList<>();
        mapping.readRows(
                "openItemKeys", List.of(Map.<String, Object>of("id", 7L)).iterator(), SCOPE, outcomes::add);

        assertThat(((OpenItemKey) canonical(outcomes)).itemKey()).isEqualTo("7");
        assertThat(mapping.recordSets().get(0).watermark()).isNull();
    }

    @Test
    void what_cannot_be_a_complete_list_is_wrong() {
        wrong(ITEMS + KEYS.replace("    file: \"*keys*\"\n", ""), "a list of keys comes in files of its own");
        wrong(ITEMS + KEYS.replace("    issueDate: {column: D}\n", ""), "field 'issueDate' is missing");
        wrong("""
                source: {format: sql, watermark: w}
                records:
                  - {kind: openItemKeys, query: "select id from item where w > :watermark", itemKey: {column: id}}
                """, "names all that is open, not what changed");
    }

    private static void wrong(String yaml, String message) {
        assertThatThrownBy(() -> mapping(yaml)).hasMessageContaining(message);
    }

    private static Object canonical(List<Outcome> outcomes) {
        return ((Outcome.Mapped) outcomes.get(0)).canonical();
    }

    private List<Outcome> read(Mapping mapping, String name, String text) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        mapping.readFile(Files.writeString(folder.resolve(name), text), name, SCOPE, outcomes::add);
        return outcomes;
    }
}
