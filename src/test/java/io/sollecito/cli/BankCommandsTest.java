package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.sollecito.bank.CamtFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BankCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IBAN = "DE89370400440532013000";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void statement_answers_every_file_and_fails_at_the_end() throws IOException {
        Path good = CamtFixture.statement()
                .payment("10.00", "B1", "Rossi", IBAN, "Fattura 2026/1042")
                .file(folder);
        Path unbalanced = CamtFixture.statement()
                .payment("835.44", "B1", "Rossi", IBAN, "x")
                .closing("0.00")
                .file(folder);
        Path none = Files.writeString(folder.resolve("none.txt"), "hello");

        assertThat(run(new StatementCommand(), "--json", none.toString(), unbalanced.toString(), good.toString()))
                .isEqualTo(1);

        List<JsonNode> answers = valid("statement");
        assertThat(answers)
                .extracting(answer -> answer.get("file").asText())
                .containsExactly(none.toString(), unbalanced.toString(), good.toString());
        assertThat(answers.get(0).get("statements")).isEmpty();
        assertThat(answers.get(1).at("/statements/0/balanced").asBoolean()).isFalse();
        assertThat(answers.get(2).get("problems")).isEmpty();
        assertThat(answers.get(2).at("/statements/0/entries/0/payments/0").toString())
                .isEqualTo(
                        "{\"amount\":\"10.00\",\"currency\":\"EUR\",\"endToEndId\":\"NOTPROVIDED\","
                                + "\"creditorReference\":null,\"remittance\":\"Fattura 2026/1042\","
                                + "\"counterparty\":{\"name\":\"Rossi\",\"iban\":\"" + IBAN
                                + "\"},\"returnReason\":null,"
                                + "\"transactionCode\":null,\"charges\":null,\"originalAmount\":null,\"originalCurrency\":null}");
        assertThat(err.toString())
                .contains(none + ":1:1: this is no bank statement")
                .contains("does not add up");
    }

    @Test
    void a_format_that_is_not_known_is_wrong_usage() {
        assertThat(run(new StatementCommand(), "--format", "xls", "a.xls")).isEqualTo(2);
    }

    @Test
    void match_prints_every_payment_and_a_summary() throws IOException {
        Path items = Files.writeString(folder.resolve("items.jsonl"), """
                {"kind":"creditor","creditor":"ACME-IT","name":"Acme"}
                {"kind":"openItem","creditor":"ACME-IT","source":"sap","itemKey":"1","debtor":"7","documentNo":"1800000123","printedNo":"2026/1042","instalment":1,"type":"INVOICE","issueDate":"2026-01-15","dueDate":"2026-02-14","currency":"EUR","originalAmount":"1190.00","openAmount":"1190.00","discount":null}
                {"kind":"openItem","creditor":"ACME-IT","source":"sap","itemKey":"2","debtor":"7","documentNo":"1800000124","printedNo":"2026/1043","type":"INVOICE","dueDate":"2026-02-14","currency":"EUR","openAmount":"1190.00"}
                {"kind":"openItem","creditor":"ACME-IT","source":"sap","itemKey":"3","debtor":"8","documentNo":"1800000125","printedNo":"2026/1044","type":"INVOICE","dueDate":"2026-02-14","currency":"EUR","openAmount":"75.00"}
                {"kind":"debtor","creditor":"ACME-IT","source":"sap","debtor":"8","name":"Bianchi","bankAccounts":["%s"],"payer":null}
                {"kind":"summary","read":3}
                """.formatted(IBAN));
        Path statement = CamtFixture.statement()
                .payment("2380.00", "B1", "Rossi", null, "2026/1042 2026/1043")
                .payment("75.00", "B2", "B", IBAN, "thanks")
                .payment("1190.00", "B3", null, null, "thanks")
                .payment("-3.00", "B4", null, null, "Spese")
                .file(folder);

        assertThat(run(new MatchCommand(), "--open-items", items.toString(), "--json", statement.toString()))
                .isZero();

        List<JsonNode> answers = valid("match");
        assertThat(answers)
                .extracting(answer -> answer.path("decision").asText())
                .containsExactly("allocated", "allocated", "unmatched", "notOurs", "");
        assertThat(answers.get(0).get("allocations").get(1).toString())
                .isEqualTo(
                        "{\"creditor\":\"ACME-IT\",\"source\":\"sap\",\"debtor\":\"7\",\"documentNo\":\"1800000124\","
                                + "\"instalment\":1,\"amount\":\"1190.00\",\"for\":\"principal\"}");
        assertThat(answers.get(4).toString())
                .isEqualTo("{\"kind\":\"summary\",\"payments\":4,\"allocated\":2,\"candidates\":0,\"unmatched\":1,"
                        + "\"notOurs\":1,\"returned\":0}");
    }

    @Test
    void match_gives_candidates_and_names_lines_that_it_cannot_read() throws IOException {
        Path items = Files.writeString(folder.resolve("items.jsonl"), """
                {"kind":"openItem","creditor":"A","source":"s","debtor":"7","documentNo":"100001","type":"INVOICE","currency":"EUR","openAmount":"500.00"}
                 {"kind":"openItem","creditor":"A","source":"s","debtor":"8","documentNo":"100002","type":"INVOICE","currency":"EUR","openAmount":"500.00"}
                {"kind":"openItem","creditor":"A","source":"s","debtor":"9","documentNo":"100003","type":"BILL"}
                """);
        Path statement = CamtFixture.statement()
                .payment("500.00", "B1", null, null, "thanks")
                .file(folder);

        assertThat(run(new MatchCommand(), "--open-items", items.toString(), statement.toString(), "--json"))
                .isEqualTo(1);

        assertThat(valid("match").get(0).get("candidates")).hasSize(2);
        assertThat(err.toString()).contains(items + ":3:1: cannot be understood");
    }

    @Test
    void match_counts_a_statement_that_is_given_twice_once_and_twins_in_it_twice() throws IOException {
        Path items = Files.writeString(folder.resolve("items.jsonl"), """
                {"kind":"openItem","creditor":"A","source":"s","debtor":"7","documentNo":"100001","type":"INVOICE","currency":"EUR","openAmount":"500.00"}
                """);
        Path statement = CamtFixture.statement()
                .payment("500.00", null, "Rossi", IBAN, "100001")
                .payment("500.00", null, "Rossi", IBAN, "100001")
                .file(folder);
        Path again = Files.copy(statement, folder.resolve("again.xml"));
        Path next = CamtFixture.statement()
                .opening("1000.00")
                .payment("500.00", null, "Rossi", IBAN, "again")
                .file(folder);

        assertThat(run(
                        new MatchCommand(),
                        "--open-items",
                        items.toString(),
                        statement.toString(),
                        again.toString(),
                        next.toString(),
                        "--json"))
                .isZero();

        assertThat(valid("match").get(3).toString()).contains("\"payments\":3,\"allocated\":1");
    }

    @Test
    void an_entry_whose_status_nobody_knows_is_a_problem_and_not_left_out() throws IOException {
        Path statement = Files.writeString(
                folder.resolve("s.xml"),
                CamtFixture.statement()
                        .withoutBalances()
                        .payment("10.00", "B1", "Rossi", IBAN, "x")
                        .xml()
                        .replace("<Cd>BOOK</Cd>", "<Cd>Book</Cd>"));

        assertThat(run(new StatementCommand(), "--json", statement.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("'Book' is no status of an entry");
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private List<JsonNode> valid(String name) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(getClass().getResourceAsStream("/schema/" + name + ".schema.json"));
        List<JsonNode> answers = new java.util.ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            JsonNode answer = JSON.readTree(line);
            assertThat(schema.validate(answer)).as(line).isEmpty();
            answers.add(answer);
        }
        return answers;
    }
}
