package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StatementListsTest {

    private static final String LIST = "samples/mappings/bank-it-dare-avere/movimenti.xlsx";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_list_reads_through_a_mapping_of_the_house_or_any_other_file() throws IOException {
        for (String mapping : new String[] {"bank-it-dare-avere", "mappings/bank-it-dare-avere.yaml"}) {
            out.getBuffer().setLength(0);
            assertThat(run("--json", "--mapping", mapping, LIST)).isZero();

            JsonNode file = new ObjectMapper().readTree(out.toString());
            assertThat(file.get("file").asText()).isEqualTo(LIST);
            assertThat(file.get("format").asText()).isEqualTo("mapping:bank-it-dare-avere");
            assertThat(file.at("/statements/0/closingBalance").asText()).isEqualTo("14127.60");
            assertThat(file.at("/statements/0/balanced").asBoolean()).isTrue();
            assertThat(file.at("/statements/0/entries")).hasSize(3);
        }
    }

    @Test
    void a_mapping_that_is_not_there_is_told_and_one_beside_a_format_is_wrong_usage() {
        assertThat(run("--mapping", "bank-it-dare-aver", LIST)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no such mapping").contains("bank-it-dare-avere");
        assertThat(run("--mapping", "bank-it-dare-avere", "--format", "camt", LIST))
                .isEqualTo(2);
    }

    @Test
    void a_file_that_the_mapping_cannot_read_is_no_statement() {
        assertThat(run("--mapping", "bank-de-vr", "samples/mappings/bank-fr-debit-credit/operations.csv"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("operations.csv");
        assertThat(run("--mapping", "bank-de-vr", "not-there.csv")).isEqualTo(1);
        assertThat(err.toString()).contains("not-there.csv: cannot be read");
    }

    @Test
    void the_payments_of_a_list_are_matched_through_the_same_mapping() {
        assertThat(run(
                        new MatchCommand(),
                        "--open-items",
                        "samples/acme-it/open-items.jsonl",
                        "--mapping",
                        "bank-it-dare-avere",
                        LIST))
                .isZero();
        assertThat(out.toString()).contains("3 payments: ").contains("1 notOurs");
        assertThat(run(
                        new MatchCommand(),
                        "--open-items",
                        "samples/acme-it/open-items.jsonl",
                        "--mapping",
                        "bank-it-dare-aver",
                        LIST))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no such mapping");
    }

    private int run(String... arguments) {
        return run(new StatementCommand(() -> Path.of("mappings")), arguments);
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
