package io.sollecito.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.Statement;
import io.sollecito.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules for money that is no debtor's: what the shipped ones tell, and what a house adds. */
class NotOursRulesTest {

    private static final String OWN = "IT60X0542811101000000123456";
    private static final String OTHER = "FR7630006000011234567890189";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -3.50   | Commissioni e spese trimestrali       |                | bank-fee
            -7.90   | Kontoführungsgebühr Januar            |                | bank-fee
            -7.90   | KONTOFUEHRUNG 01/2026                 |                | bank-fee
            -4.00   | Rücklastschriftgebühr                 |                | return-fee
            -12.00  | FRAIS D'IMPAYE                        |                | return-fee
            1.07    | Habenzinsen                           |                | interest
            -20.00  | INTERETS DEBITEURS                    |                | interest
            -812.00 | F24 delega                            |                | tax
            -1900   | Stipendi febbraio                     |                | payroll
            -1900   | anything                              | PMNT/ICDT/SALA | payroll-by-code
            -5.00   | anything                              | ACMT/MDOP/CHRG | bank-fee-by-code
            0.40    | anything                              | NINT           | interest-by-code
            980.00  | anything                              | PMNT/MCRD/UPCT | card-deposit
            980.00  | Remises cartes du 05/03               |                | card-deposit-by-words
            -5000   | Umbuchung                             |                | own-transfer-by-words
            """)
    void the_shipped_rules_know(BigDecimal amount, String text, String code, String rule) {
        assertThat(NotOursRules.shipped().of(payment(amount, text, null, null, code)))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100.00 | Fattura 1042             | FR7630006000011234567890189
            100.00 | incl. fee and interest   | FR7630006000011234567890189
            100.00 | Coffee table             |
            100.00 | Steuernagel GmbH 1042    |
            """)
    void words_alone_say_nothing_of_money_from_an_account_and_words_are_whole(
            BigDecimal amount, String text, String iban) {
        assertThat(NotOursRules.shipped().of(payment(amount, text, null, iban, null)))
                .isEmpty();
    }

    @Test
    void the_houses_rules_come_first_and_one_that_always_holds_outweighs_a_named_document() throws IOException {
        NotOursRules rules = rules("""
                rules:
                  - {name: cards, reason: our terminals, from: [Terminali Nord], always: true}
                  - {name: rent, reason: rent of the flat, iban: "FR76 3000 6000 0112 3456 7890 189", money: in}
                """);

        Incoming cards = payment(new BigDecimal("500.00"), "accredito 2026/1042", "TERMINALI NORD SPA", OTHER, null);
        assertThat(rules.always(cards)).isPresent();
        assertThat(rules.of(payment(BigDecimal.TEN, "marzo", null, OTHER, null)))
                .hasValueSatisfying(rule -> assertThat(rule.reason()).isEqualTo("rent of the flat"));
        assertThat(rules.of(payment(BigDecimal.TEN.negate(), "marzo", null, OTHER, null)))
                .isEmpty();
        assertThat(rules.of(payment(BigDecimal.ONE.negate(), "fee", null, null, null)))
                .isPresent();
    }

    @Test
    void a_house_may_do_without_the_shipped_rules() throws IOException {
        NotOursRules rules = rules("shipped: false\nrules: []\n");

        assertThat(rules.of(payment(BigDecimal.ONE.negate(), "fee", null, null, null)))
                .isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        assertThatThrownBy(() -> rules("""
                        rules:
                          - {name: all, reason: everything}
                          - {name: all, reason: "", words: ["--"], money: both, amount: 3}
                        """))
                .isInstanceOfSatisfying(
                        ProblemsFound.class,
                        found -> assertThat(found.problems())
                                .extracting(problem -> problem.line() + ": " + problem.message())
                                .containsExactlyInAnyOrder(
                                        "2: the rule would fit every payment",
                                        "3: unknown key 'amount'",
                                        "3: a rule needs a 'reason'",
                                        "3: 'both' is not possible here",
                                        "3: this is no word to look for",
                                        "3: a rule 'all' stands above already"));
    }

    @Test
    void the_shipped_files_have_no_problem() {
        assertThat(NotOursRules.check(Yaml.read(Path.of("src/main/resources/reconciliation/not-ours.yaml"))))
                .isEmpty();
        assertThat(NotOursRules.check(Path.of("config/creditors"))).isEmpty();
    }

    @Test
    void the_schema_knows_the_keys_and_words_of_the_reader() throws IOException {
        JsonNode schema;
        try (InputStream in = NotOursRules.class.getResourceAsStream("/schema/not-ours.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        JsonNode rule = schema.at("/properties/rules/items");

        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(NotOursFile.KEYS);
        assertThat(rule.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(NotOursFile.RULE_KEYS);
        assertThat(rule.at("/properties/money/enum"))
                .extracting(JsonNode::asText)
                .isEqualTo(NotOursFile.MONEY);
        assertThat(rule.path("anyOf"))
                .extracting(each -> each.at("/required/0").asText())
                .isEqualTo(NotOursFile.TELLING);
    }

    private NotOursRules rules(String yaml) throws IOException {
        Files.writeString(folder.resolve(NotOursRules.FILE), yaml);
        return NotOursRules.load(folder.resolve("creditors"));
    }

    private static Incoming payment(BigDecimal amount, String text, String name, String iban, String code) {
        return new Incoming(
                OWN,
                MatchFixture.DAY,
                amount,
                "EUR",
                false,
                "B1",
                null,
                null,
                text,
                name,
                iban,
                null,
                new Statement.Particulars(code, null, null, null));
    }
}
