package io.sollecito.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlanCommandTest {

    private static final String ITEMS = """
            {"kind":"creditor","creditor":"ACME-IT","name":"Acme Italia S.p.A.","country":"IT","zone":"Europe/Rome","baseCurrency":"EUR"}
            {"kind":"debtor","creditor":"ACME-IT","source":"sap","debtor":"4711","name":"Rossi S.r.l.","class":"business","country":"IT","contacts":[{"role":"accounts-payable","name":"Anna","email":"a@rossi.example","phone":null}]}
            {"kind":"openItem","creditor":"ACME-IT","source":"sap","itemKey":"a","debtor":"4711","documentNo":"100","instalment":1,"type":"INVOICE","issueDate":"2026-01-15","dueDate":"2026-02-14","currency":"EUR","originalAmount":"1190.00","openAmount":"1190.00"}
            {"kind":"openItem","creditor":"ACME-IT","source":"sap","itemKey":"b","debtor":"4711","documentNo":"101","instalment":1,"type":"CREDIT_NOTE","issueDate":"2026-01-15","dueDate":"2026-02-14","currency":"EUR","originalAmount":"-90.00","openAmount":"-90.00"}
            {"kind":"openItem","creditor":"ACME-IT","source":"sap","itemKey":"c","debtor":"9999","documentNo":"102","instalment":1,"type":"INVOICE","issueDate":"2026-01-15","dueDate":"2026-02-14","currency":"EUR","originalAmount":"5.00","openAmount":"5.00"}
            {"kind":"quarantined","file":"x.csv","line":4}
            {"kind":"summary","read":5}
            """;
    private static final String SENT = """
            {"kind":"sent","creditor":"ACME-IT","source":"sap","debtor":"4711","documentNo":"100","instalment":1,"plan":"standard","step":"first","channel":"email","effective":"2026-02-17"}
            """;

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(PlanCommand.class.getResourceAsStream("/schema/plan-output.schema.json"));

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("items.jsonl"), ITEMS);
        Files.writeString(folder.resolve("sent.jsonl"), SENT);
    }

    private static final String FORMAL = """
            plan: charging
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: formal, when: 30d after due, by: [email], template: formal-notice, interest: statutory}
            """;

    @Test
    void a_creditor_of_whom_the_file_says_nothing_is_the_configured_one_and_that_is_told() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), FORMAL);
        Path items = Files.writeString(
                folder.resolve("items.jsonl"),
                ITEMS.lines().filter(line -> !line.contains("\"creditor\",")).collect(joining("\n", "", "\n"))
                        + ITEMS.lines()
                                .filter(line -> line.contains("\"4711\""))
                                .map(line -> line.replace("ACME-IT", "NOBODY"))
                                .collect(joining("\n")));

        assertThat(planned(items, plan)).isZero();

        assertThat(out.toString().lines().filter(line -> line.contains("\"documentNo\":\"100\"")))
                .anySatisfy(line -> assertThat(line).contains("ACME-IT", "\"outcome\":\"remind\""))
                .anySatisfy(line -> assertThat(line).contains("NOBODY", "\"outcome\":\"held\""));
        assertThat(err.toString().lines())
                .containsExactly(
                        "ACME-IT: " + items
                                + " does not say who that is; as config/creditors has it: Acme Italia S.p.A.,"
                                + " IT, EUR",
                        "NOBODY: neither " + items
                                + " nor config/creditors says who that is, nor by which law it charges; known are"
                                + " ACME-IT, LUMIERE-FR: hub map --creditor CODE says whose items they are");
    }

    @Test
    void whom_a_file_says_to_pay_counts_when_its_creditor_names_the_account() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), FORMAL.replace(", interest: statutory", ""));
        String assigned = ITEMS.replace(
                "\"openAmount\":\"1190.00\"",
                "\"openAmount\":\"1190.00\",\"holds\":[\"assigned\"],"
                        + "\"payTo\":{\"name\":\"Anybody\",\"iban\":\"IT40S0542811101000000123456\"}");
        String named = assigned.replace(
                "\"baseCurrency\":\"EUR\"}",
                "\"baseCurrency\":\"EUR\",\"factors\":[{\"name\":\"Fattore S.p.A.\","
                        + "\"iban\":\"IT40S0542811101000000123456\",\"bic\":\"BLOPIT22\"}]}");

        assertThat(planned(Files.writeString(folder.resolve("named.jsonl"), named), plan))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "\"payTo\":{\"name\":\"Fattore S.p.A.\",\"iban\":\"IT40S0542811101000000123456\",\"bic\":\"BLOPIT22\"}")
                .doesNotContain("Anybody");
        assertThat(err.toString()).isEmpty();

        out.getBuffer().setLength(0);
        assertThat(planned(Files.writeString(folder.resolve("configured.jsonl"), assigned), plan))
                .isZero();
        assertThat(out.toString())
                .contains("it is to be paid to IT40S0542811101000000123456, which the creditor's file does not name")
                .doesNotContain("\"payTo\"");

        out.getBuffer().setLength(0);
        Path unknown = Files.writeString(folder.resolve("unknown.jsonl"), assigned.replace("ACME-IT", "NOBODY"));
        assertThat(planned(unknown, plan)).isZero();
        assertThat(out.toString()).contains("\"payTo\":{\"name\":\"Anybody\"");
        assertThat(err.toString())
                .contains("NOBODY: neither " + unknown
                        + " nor config/creditors says which factors it has; taken as the items' payTo says");
    }

    @Test
    void what_the_file_says_of_its_creditor_counts_and_nothing_is_told() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), FORMAL);
        Path items = Files.writeString(
                folder.resolve("items.jsonl"),
                ITEMS.replace("\"country\":\"IT\",\"zone\"", "\"country\":\"XX\",\"zone\""));

        assertThat(planned(items, plan)).isZero();

        assertThat(out.toString()).doesNotContain("\"outcome\":\"remind\"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_sample_of_open_items_reaches_its_formal_notices() {
        assertThat(planned(Path.of("samples/acme-it/open-items.jsonl"), Path.of("reminders/plans/standard-it.yaml")))
                .isZero();

        assertThat(out.toString()).contains("\"kind\":\"reminder\"").doesNotContain("is not known");
        assertThat(err.toString())
                .startsWith("ACME-IT: samples/acme-it/open-items.jsonl does not say who that is; as ");
    }

    private int planned(Path items, Path plan) {
        return Hub.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        "plan",
                        "--open-items",
                        items.toString(),
                        "--plan",
                        plan.toString(),
                        "--as-of",
                        "2026-03-17",
                        "--json");
    }

    @Test
    void what_a_reminder_charges_is_listed_beside_its_total() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                plan: charging
                calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
                steps:
                  - {name: formal, when: 30d after due, by: [email], template: formal-notice, interest: statutory, fee: {EUR: 5.00}}
                """);

        assertThat(Hub.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(
                                "plan",
                                "--open-items",
                                folder.resolve("items.jsonl").toString(),
                                "--plan",
                                folder.resolve("plan.yaml").toString(),
                                "--as-of",
                                "2026-03-16",
                                "--json"))
                .isZero();

        JsonNode reminder = lines().stream()
                .filter(line -> line.path("kind").asText().equals("reminder")
                        && line.path("debtor").asText().equals("4711"))
                .findFirst()
                .orElseThrow();
        assertThat(SCHEMA.validate(reminder)).isEmpty();
        assertThat(reminder.path("total").asText()).isEqualTo("1100.00");
        assertThat(reminder.path("charges"))
                .extracting(charge -> charge.path("documentNo").asText() + " "
                        + charge.path("kind").asText() + " "
                        + charge.path("amount").asText() + " "
                        + charge.path("rate").asText())
                .containsExactly("100 interest 9.93 10.15", "100 fee 5.00 null");
    }

    @Test
    void each_item_is_decided_each_message_listed_and_all_lines_fit_the_schema() throws IOException {
        assertThat(plan("--as-of", "2026-02-17", "--json")).isZero();

        List<JsonNode> lines = lines();
        assertThat(lines).allSatisfy(line -> assertThat(SCHEMA.validate(line)).isEmpty());
        assertThat(lines)
                .extracting(line ->
                        line.path("kind").asText() + " " + line.path("outcome").asText())
                .containsExactly("decision remind", "decision credit", "decision no-plan", "reminder ", "summary ");
        assertThat(lines.get(3).path("total").asText()).isEqualTo("1100.00");
        assertThat(lines.get(3).path("sendAt").asText()).isEqualTo("2026-02-17T08:30:00+01:00");
        assertThat(lines.get(4).toString())
                .isEqualTo("{\"kind\":\"summary\",\"items\":3,\"outcomes\":{\"credit\":1,\"no-plan\":1,\"remind\":1},"
                        + "\"reminders\":1}");
    }

    @Test
    void what_was_sent_before_counts() throws IOException {
        assertThat(plan("--as-of", "2026-02-20", "--json", "--history", file("sent.jsonl")))
                .isZero();

        assertThat(lines().get(0).path("outcome").asText()).isEqualTo("not-yet");
        assertThat(lines().get(0).path("reason").asText()).isEqualTo("call on 2026-02-24");
    }

    @Test
    void what_was_paid_before_makes_the_habit() throws IOException {
        StringBuilder paid = new StringBuilder();
        for (int i = 10; i < 16; i++) {
            paid.append("""
                    {"kind":"paid","creditor":"ACME-IT","source":"sap","debtor":"4711","documentNo":"%d","dueDate":"2025-12-14","paid":"2025-12-26"}
                    """.formatted(i));
        }
        paid.append("""
                {"kind":"paid","creditor":"ACME-IT","source":"sap","debtor":"4711","documentNo":"90","dueDate":"2025-12-14","paid":"2026-01-26"}
                {"kind":"sent","creditor":"ACME-IT","source":"sap","debtor":"4711","documentNo":"90","plan":"x","step":"y","channel":"email","effective":"2026-01-20"}
                {"kind":"paid","creditor":"ACME-IT","source":"sap","debtor":"4711","documentNo":"91","dueDate":"2025-12-14","paid":"2026-01-26","remindedBy":"letter"}
                """);
        Files.writeString(folder.resolve("paid.jsonl"), paid);
        Files.writeString(folder.resolve("habits.yaml"), """
                plan: habits
                for: "debtor.habit.items == 8 && debtor.habit.remindedShare == 25"
                adapt: {delay: 20d}
                calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
                steps:
                  - {name: first, when: 3d after due, by: [email], template: first-reminder}
                """);

        int status = Hub.commandLine()
                .setOut(new PrintWriter(out))
                .execute(
                        "plan",
                        "--open-items",
                        file("items.jsonl"),
                        "--plan",
                        file("habits.yaml"),
                        "--as-of",
                        "2026-02-20",
                        "--json",
                        "--history",
                        file("paid.jsonl"));

        assertThat(status).isZero();
        assertThat(lines().get(0).path("reason").asText())
                .isEqualTo("first on 2026-02-26; first reminder at day 12: usually pays 12 days late without a reminder"
                        + " (6 items)");
    }

    @Test
    void facts_older_than_two_bank_days_remind_nobody() throws IOException {
        assertThat(plan("--as-of", "2026-02-17", "--json", "--facts-as-of", "2026-02-13"))
                .isZero();
        assertThat(lines().get(0).path("outcome").asText()).isEqualTo("remind");

        out.getBuffer().setLength(0);
        assertThat(plan("--as-of", "2026-02-17", "--json", "--facts-as-of", "2026-02-12"))
                .isZero();
        assertThat(lines()).extracting(line -> line.path("outcome").asText()).contains("stale", "credit");
    }

    @Test
    void people_get_a_list_that_they_can_read() {
        assertThat(plan("--as-of", "2026-02-17")).isZero();

        assertThat(out.toString())
                .contains(
                        "4711  Rossi S.r.l.",
                        "3 days after due",
                        "> first by email on 2026-02-17 08:30 +01:00: 1100.00 EUR")
                .contains("3 open items, 1 reminder");
    }

    @Test
    void every_broken_line_is_named_and_nothing_is_answered() throws IOException {
        Files.writeString(
                folder.resolve("items.jsonl"),
                ITEMS + "{broken\n" + "{\"kind\":\"openItem\",\"creditor\":\"ACME-IT\"}\n");

        assertThat(plan("--as-of", "2026-02-17", "--json")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("items.jsonl:8:", "is not JSON", "items.jsonl:9", "'source' is missing");
    }

    @Test
    void a_file_that_is_no_json_is_told_once_and_not_line_by_line() throws IOException {
        Files.writeString(folder.resolve("items.jsonl"), "Konto;Betrag\n".repeat(50));

        assertThat(plan("--as-of", "2026-02-17")).isEqualTo(1);

        assertThat(err.toString().lines().filter(line -> line.contains("is not JSON")))
                .hasSize(3);
        assertThat(err.toString()).contains("items.jsonl: is read no further after 3 lines that are not JSON");
    }

    @Test
    void a_wrong_call_is_told_from_wrong_input() {
        assertThat(plan("--as-of", "yesterday")).isEqualTo(2);
    }

    private int plan(String... arguments) {
        CommandLine hub = Hub.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(
                List.of("plan", "--open-items", file("items.jsonl"), "--plan", "reminders/plans/standard-it.yaml"));
        all.addAll(List.of(arguments));
        return hub.execute(all.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
