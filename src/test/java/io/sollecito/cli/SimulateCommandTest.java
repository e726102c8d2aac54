package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {

    private static final String ITEMS = """
            {"kind":"creditor","creditor":"ACME-IT","name":"Acme Italia S.p.A.","country":"IT","zone":"Europe/Rome","baseCurrency":"EUR"}
            {"kind":"debtor","creditor":"ACME-IT","source":"sap","debtor":"4711","name":"Rossi S.r.l.","class":"business","country":"IT","address":{"lines":["Via Roma 1"],"postCode":"20121","city":"Milano","country":"IT"},"contacts":[{"role":"accounts-payable","name":"Anna","email":"a@rossi.example","phone":null}]}
            {"kind":"openItem","creditor":"ACME-IT","source":"sap","itemKey":"a","debtor":"4711","documentNo":"100","type":"INVOICE","issueDate":"2026-01-15","dueDate":"2026-02-14","currency":"EUR","openAmount":"1190.00"}
            {"kind":"openItem","creditor":"ACME-IT","source":"sap","itemKey":"b","debtor":"9999","documentNo":"101","type":"INVOICE","issueDate":"2026-01-15","dueDate":"2026-02-14","currency":"EUR","openAmount":"90.00"}
            """;

    private static final String PLAN = """
            plan: NAME
            for: "debtor.country == 'IT'"
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [CHANNEL], template: first-reminder}
              - {name: second, when: 18d after due, by: [letter], template: second-reminder}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("items.jsonl"), ITEMS);
        plan("gentle", "email");
        plan("firm", "registered-letter");
    }

    @Test
    void plans_stand_side_by_side_with_messages_costs_and_what_is_left() {
        assertThat(simulate("--plan", file("plans/gentle.yaml"), "--plan", file("plans/firm.yaml")))
                .isZero();

        assertThat(words()).contains(
                "2026-03-02 to 2026-04-30, 2 debtors. Nobody pays: this is the most that plans can send. A person approves after 1"
                        + " business day.",
                "gentle firm",
                "first by email 1 0.00 -",
                "first by registered-letter - 1 8.50",
                "second by letter 1 1.80 1 1.80",
                "all 2 2",
                "cost, EUR 1.80 10.30",
                "of it letters, EUR 1.80 10.30",
                "owed on the first day 1280.00 1280.00",
                "paid 0.00 0.00",
                "on average, days after due - -",
                "still open on the last day 1280.00 1280.00",
                "no-plan 1 items 90.00 1 items 90.00",
                "such as: no plan is for this debtor",
                "no step left 1 items 1190.00 1 items 1190.00");
    }

    @Test
    void every_json_line_fits_the_schema_and_amounts_add_up() throws IOException {
        assertThat(simulate("--plans", file("plans"), "--behaviour", "typical", "--per", "week", "--json"))
                .isZero();

        List<String> lines = out.toString().lines().toList();
        for (String line : lines) {
            SchemaForTests.assertFits("simulation-output", line);
        }
        assertThat(lines.get(0))
                .isEqualTo("{\"kind\":\"simulation\",\"simulation\":\"plans\",\"from\":\"2026-03-02\",\"to\":\"2026-04-30\","
                        + "\"behaviour\":\"typical\",\"seed\":1,\"approveAfter\":1,\"debtors\":2,\"messages\":"
                        + "2}");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("{\"kind\":\"summary\",\"simulations\":1}");
    }

    @Test
    void what_was_sent_before_counts() throws IOException {
        Files.writeString(folder.resolve("sent.jsonl"), """
                {"kind":"sent","creditor":"ACME-IT","source":"sap","debtor":"4711","documentNo":"100","instalment":1,"plan":"gentle","step":"first","channel":"email","effective":"2026-02-27"}
                """);

        assertThat(simulate("--plan", file("plans/gentle.yaml"), "--history", file("sent.jsonl")))
                .isZero();

        assertThat(words()).contains("second by letter 1 1.80", "all 1");
    }

    @Test
    void a_wrong_call_is_told_what_is_possible() {
        assertThat(simulate("--behaviour", "tipical")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no behaviour 'tipical'; known: none, typical");
        assertThat(simulate("--approve", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("--approve is a number of business days, or 'none'");
        assertThat(simulate("--per", "day")).isEqualTo(2);
        assertThat(err.toString()).contains("--per is 'month' or 'week'");
        assertThat(simulate("--to", "2026-03-01")).isEqualTo(2);
        assertThat(err.toString()).contains("--to 2026-03-01 is before --from 2026-03-02");
        assertThat(simulate("--to", "2036-03-01")).isEqualTo(2);
        assertThat(err.toString()).contains("at most three years are played at once");
    }

    @Test
    void two_plans_of_one_name_are_told_apart_by_where_they_lie() throws IOException {
        Files.copy(folder.resolve("plans/gentle.yaml"), folder.resolve("other.yaml"));

        assertThat(simulate("--plan", file("plans/gentle.yaml"), "--plan", file("other.yaml"), "--json"))
                .isZero();

        assertThat(out.toString()).contains("\"simulation\":\"gentle\"", "other.yaml\"");
    }

    @Test
    void a_long_simulation_tells_how_far_it_is_every_two_seconds() {
        AtomicLong nanos = new AtomicLong();
        SimulationProgress progress = new SimulationProgress(new PrintWriter(err), nanos::get, 4);

        for (int second = 1; second <= 4; second++) {
            nanos.set(Duration.ofSeconds(second).toNanos());
            progress.played();
        }

        assertThat(err.toString().lines())
                .containsExactly("hub simulate: 2 of 4 debtors (50 %)", "hub simulate: 4 of 4 debtors (100 %)");
    }

    private int simulate(String... arguments) {
        CommandLine hub = Hub.commandLine();
        hub.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("simulate", "--from", "2026-03-02"));
        all.addAll(List.of("--open-items", file("items.jsonl")));
        if (!List.of(arguments).contains("--to")) {
            all.addAll(List.of("--to", "2026-04-30"));
        }
        all.addAll(Arrays.asList(arguments));
        return hub.execute(all.toArray(String[]::new));
    }

    private List<String> words() {
        return out.toString()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void plan(String name, String channel) throws IOException {
        Path file = folder.resolve("plans").resolve(name + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, PLAN.replace("NAME", name).replace("CHANNEL", channel));
    }
}
