package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.sollecito.model.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MapCommandTest {

    private static final String DEBTORS = "samples/acme-it/FBL5N_DEBITOREN_20260302.csv";
    private static final String ITEMS = "samples/acme-it/FBL5N_OPOS_20260302.csv";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder -> builder.schemaMappers(
                            mappers -> mappers.mapPrefix("https://sollecito.example/schema/", "classpath:schema/")))
            .getSchema(SchemaLocation.of("https://sollecito.example/schema/map-output.schema.json"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void the_samples_become_what_is_expected() throws IOException {
        int status = run("sap-fbl5n", DEBTORS, ITEMS, "--json", "--creditor", "ACME-IT", "--source", "sap");

        assertThat(status).isEqualTo(1);
        assertThat(out.toString().lines().toList())
                .isEqualTo(Files.readAllLines(Path.of("samples/mappings/sap-fbl5n/expected.jsonl")));
    }

    @Test
    void every_line_holds_against_its_schema_and_reads_back() throws IOException {
        run("mappings/sap-fbl5n.yaml", DEBTORS, ITEMS, "--json");

        for (JsonNode line : lines()) {
            assertThat(SCHEMA.validate(line)).as(line.toString()).isEmpty();
            if (line.path("kind").asText().equals("openItem")) {
                assertThat(CanonicalJson.write(CanonicalJson.openItem(line))).hasToString(line.toString());
            } else if (line.path("kind").asText().equals("debtor")) {
                assertThat(CanonicalJson.write(CanonicalJson.debtor(line))).hasToString(line.toString());
            }
        }
        assertThat(SCHEMA.validate(JSON.readTree("{\"kind\":\"summary\",\"read\":\"1\"}")))
                .isNotEmpty();
    }

    @Test
    void the_counts_add_up() throws IOException {
        run("sap-fbl5n", DEBTORS, ITEMS, "--json");

        JsonNode summary = lines().get(lines().size() - 1);
        assertThat(summary.toString())
                .isEqualTo("{\"kind\":\"summary\",\"read\":17,\"applied\":13,\"filtered\":{\"subtotal\":2},"
                        + "\"quarantined\":2,\"produced\":{\"debtor\":5,\"openItem\":8}}");
    }

    @Test
    void people_get_a_table_the_quarantined_records_with_their_place_and_the_counts() {
        run("sap-fbl5n", ITEMS);

        assertThat(out.toString())
                .contains("0000104718    2026/1031         INVOICE")
                .contains("12450.50 EUR")
                .containsPattern("line +debtor +document +type +issued +due +open +held\n")
                .contains(ITEMS + ":10:127: openAmount (column 'Betrag in Hauswährung'): '64,O0' is not a number")
                .contains("11 records read: 8 applied, 2 filtered (subtotal 2), 1 quarantined.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_table_shows_what_holds_an_item_and_negative_invoices_are_counted() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        List<String> lines = Files.readAllLines(Path.of(ITEMS), windows);
        List<String> captions = List.of(lines.get(0).split(";"));
        String[] cells = lines.get(1).split(";", -1);
        cells[captions.indexOf("Ausgleichsdatum")] = "01.03.2026";
        cells[captions.indexOf("Soll/Haben-Kennz.")] = "H";

        run("sap-fbl5n", file(List.of(lines.get(0), String.join(";", cells))));

        assertThat(out.toString()).containsPattern("-1190.00 EUR  manual\n");
        assertThat(err.toString()).contains("1 of 1 open items are invoices, debit notes or advances with a negative");
    }

    @Test
    void two_records_with_one_key_are_both_quarantined_and_the_file_is_clean_without_them() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(ITEMS), Charset.forName("windows-1252"));
        List<String> twice = List.of(lines.get(0), lines.get(1), lines.get(2), lines.get(1));

        assertThat(run("sap-fbl5n", file(twice), "--json")).isEqualTo(1);
        assertThat(lines())
                .filteredOn(line -> line.path("kind").asText().equals("quarantined"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.path("message").asText()).contains("lines 2, 4"));
        assertThat(lines().get(3).path("applied").asInt()).isEqualTo(1);

        out.getBuffer().setLength(0);
        assertThat(run("sap-fbl5n", file(lines.subList(0, 4)), "--json")).isZero();
    }

    @Test
    void an_unreadable_file_a_broken_mapping_and_wrong_usage_are_told_apart() throws IOException {
        String cutOff = file(List.of("Konto;Belegart", "1;RV"));
        assertThat(run("sap-fbl5n", cutOff, "--json")).isEqualTo(1);
        assertThat(err.toString())
                .containsPattern("mappings/sap-fbl5n.yaml:[0-9]+:[0-9]+: 'Belegnummer' or .* is no column of .*csv:1\n")
                .contains("It has: 'Konto', 'Belegart'.");
        assertThat(lines()).hasSize(1);

        out.getBuffer().setLength(0);
        assertThat(run("sap-fbl5n", cutOff)).isEqualTo(1);
        assertThat(out.toString()).as("no counts of what was not read").isEmpty();

        assertThat(run("sap-fbln5", ITEMS)).isEqualTo(1);
        assertThat(err.toString())
                .contains("sap-fbln5: there is no such mapping in mappings, and no such file")
                .contains("Did you mean 'sap-fbl5n'? Known: ");
        assertThat(run("sap-fbl5n", "no-such-file_OPOS.csv")).isEqualTo(1);
        assertThat(run("sap-fbl5n", "pom.xml")).isEqualTo(1);
        assertThat(err.toString()).contains("It takes: *OPOS*, *DEBITOREN*.");
        assertThat(run("odoo", ITEMS)).isEqualTo(2);
        assertThat(run("sap-fbl5n")).isEqualTo(2);
    }

    @Test
    void a_file_of_another_name_is_read_by_the_one_record_set_that_can() throws IOException {
        Path renamed = Files.copy(Path.of(ITEMS), folder.resolve("mine.csv"));

        assertThat(run("sap-fbl5n", renamed.toString(), "--json")).isEqualTo(1);
        assertThat(lines().get(0).path("kind").asText()).isEqualTo("openItem");
        assertThat(err.toString()).contains("would not take a file of this name; read as openItem");
    }

    @Test
    void a_file_whose_name_says_no_date_is_read_and_told() throws IOException {
        Path renamed = Files.copy(Path.of(ITEMS), folder.resolve("OPOS-March.csv"));

        run("sap-fbl5n", renamed.toString(), ITEMS, "--json");

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("OPOS-March.csv: asOf.fileName reads no date in this name");
    }

    private String file(List<String> lines) throws IOException {
        Path file = folder.resolve("OPOS.csv");
        Files.write(file, lines, StandardCharsets.UTF_8);
        return file.toString();
    }

    private int run(String... arguments) {
        return new CommandLine(new MapCommand(() -> Path.of("mappings")))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
