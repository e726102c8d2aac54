package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlJson;
import io.sollecito.yaml.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a profile agrees on beyond the usual stands in the manifest, and only then. A letter has three pages. */
class AgreedFieldsTest {

    private static final String USUAL = """
            profile: stampa-nord
            creditors: {ACME-IT: ACME}
            window: france
            products:
              letter: {class: ORDINARY%s}
              registered-letter: {class: REGISTERED_AR}
            cutOff: {time: "16:00", zone: Europe/Rome}
            """;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());

    @Test
    void what_is_not_agreed_is_left_out() throws Exception {
        JsonNode manifest = manifest(USUAL.formatted(""));
        assertThat(manifest.has("contact")).isFalse();
        assertThat(manifest.has("purgeDate")).isFalse();
        JsonNode letter = manifest.path("letters").get(0);
        for (String field : new String[] {
            "expectedWeightClass", "expectedPostage", "postageCurrency", "insertIds", "returnDataMatrix"
        }) {
            assertThat(letter.has(field)).as(field).isFalse();
        }
        assertThat(letter.path("addressSheet").asBoolean(true)).isFalse();
        assertThat(letter.path("scanAR").asBoolean(true)).isFalse();
        assertThat(letter.path("notAfter").asText()).isEqualTo("2026-03-17");
        assertThat(letter.path("archiveYears").asInt()).isZero();
        assertThat(letter.path("costCentre").isNull()).isTrue();
    }

    @Test
    void what_the_print_house_may_bill_is_kept_of_each_letter() throws Exception {
        manifest(USUAL.formatted(", weights: [{upTo: 50, name: P50, postage: 2.95 EUR}]") + "addressSheet: true\n");
        assertThat(kept()).isEqualTo("3 2.95 EUR");
    }

    @Test
    void without_an_agreed_postage_only_the_sheets_are() throws Exception {
        manifest(USUAL.formatted(""));
        assertThat(kept()).isEqualTo("2 null null");
    }

    @Test
    void what_is_agreed_stands_in_both_manifests() throws Exception {
        JsonNode manifest = manifest(USUAL.formatted(
                        ", weights: [{upTo: 20, name: P20, postage: 1.30 EUR}, {upTo: 50, name: P50, postage: 2.95 EUR}]")
                + """
                contact: "Giulia Conti, +39 02 1234567"
                purgeDays: 90
                addressSheet: true
                scanAR: true
                notAfter: 3d
                archiveYears: 10
                costCentre: AR-77
                inserts: [BOLLETTINO-1, PRIVACY]
                returnDataMatrix: "{senderId}/{letterId}"
                weight: {sheet: 5, envelope: 8}
                """);
        assertThat(manifest.path("contact").asText()).isEqualTo("Giulia Conti, +39 02 1234567");
        assertThat(manifest.path("purgeDate").asText()).isEqualTo("2026-05-31");
        JsonNode letter = manifest.path("letters").get(0);
        assertThat(letter.path("addressSheet").asBoolean()).isTrue();
        assertThat(letter.path("scanAR").asBoolean()).isTrue();
        assertThat(letter.path("notAfter").asText()).isEqualTo("2026-03-05");
        assertThat(letter.path("archiveYears").asInt()).isEqualTo(10);
        assertThat(letter.path("costCentre").asText()).isEqualTo("AR-77");
        assertThat(letter.path("insertIds")).hasToString("[\"BOLLETTINO-1\",\"PRIVACY\"]");
        assertThat(letter.path("returnDataMatrix").asText()).isEqualTo("ACME/ACME-IT-1");
        // Two sheets, the address sheet and the envelope: 3 x 5 + 8 grams.
        assertThat(letter.path("expectedWeightClass").asText()).isEqualTo("P50");
        assertThat(letter.path("expectedPostage").asText()).isEqualTo("2.95");
        assertThat(letter.path("postageCurrency").asText()).isEqualTo("EUR");
    }

    @Test
    void a_letter_heavier_than_every_class_has_none() throws Exception {
        JsonNode letter = manifest(USUAL.formatted(", weights: [{upTo: 10, name: P10}]"))
                .path("letters")
                .get(0);
        assertThat(letter.path("expectedWeightClass").isNull()).isTrue();
        assertThat(letter.has("expectedPostage")).isFalse();
    }

    @Test
    void letters_may_be_posted_at_any_time_where_that_is_agreed() throws Exception {
        assertThat(manifest(USUAL.formatted("") + "notAfter: never\n")
                        .path("letters")
                        .get(0)
                        .path("notAfter")
                        .isNull())
                .isTrue();
    }

    private String kept() {
        return hub.database
                .sql()
                .sql("select sheets, cast(postage as numeric(9, 2)) as postage, currency from batch_letter")
                .query((rs, n) -> rs.getInt("sheets") + " " + rs.getString("postage") + " " + rs.getString("currency"))
                .single();
    }

    /** The JSON, once it was found to be as the schema says and to say what the CSV says. */
    private JsonNode manifest(String profile) throws Exception {
        YamlNode yaml = Yaml.parse("stampa-nord.yaml", profile);
        assertThat(Schemas.violations("print-profile", YamlJson.of(yaml))).isEmpty();
        ProfileReader reader = new ProfileReader(yaml);
        Map<String, PrintProfile> profiles = reader.read();
        assertThat(reader.problems()).isEmpty();

        long item = hub.item("4711", "4711-1", "100.00");
        hub.dispatch(hub.reminder("4711", "second", item), "letter", "Via Roma 1, 20121 Milano");
        hub.exec("update reminder set deadline = '2026-03-17'");
        Map<String, String> files = new HashMap<>();
        new PrintRun(
                        hub.outbox(SendPolicy.PRINT),
                        new DispatchContents(hub.database),
                        new LetterBatches(hub.database, hub.clock, hub.journal),
                        new WordsForTests(),
                        (route, body) -> files.put(
                                ((PackageFile) body).name().replaceAll("^.*(\\.manifest)", "$1"),
                                new String(((PackageFile) body).bytes(), StandardCharsets.UTF_8)),
                        profiles,
                        "test")
                .run(OutboxForTests.ACME, hub.clock.instant());

        JsonNode json = new ObjectMapper().readTree(files.get(".manifest.json"));
        assertThat(Schemas.violations("print-manifest", json)).isEmpty();
        var row = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(files.get(".manifest.csv")).stream()
                .findFirst()
                .orElseThrow();
        JsonNode letter = json.path("letters").get(0);
        assertThat(row.getHeader()).hasSize(json.size() - 1 + letter.size());
        letter.fields()
                .forEachRemaining(field -> assertThat(row.getField(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(text(field.getValue())));
        return json;
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.toString().replaceAll("[\\[\\]\"]", "").replace(',', ' ')
                : value.isNull() ? "" : value.asText();
    }
}
