package io.sollecito.reminders.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a simulation's assumptions: what they say, and every mistake in them. */
class BehaviourFileTest {

    private static final String ALL = "{business: 100, consumer: 100, public: 100, unknown: 100}";

    @Test
    void it_says_how_debtors_pay() {
        Behaviour behaviour = BehaviourFile.read(Yaml.parse("b.yaml", """
                behaviour: own
                payers:
                  - {name: late, share: %s, onTime: 12.5, late: {5d: 60, 30d: 95}, answers: 80}
                reminders:
                  - {by: email, within: 7d, pays: 25}
                  - {by: letter, step: first, within: 999d, pays: 30.25}
                partial: {share: 5, pays: 40}
                disputes: {share: 2, days: 30d}
                """.formatted(ALL)));

        assertThat(behaviour.payers())
                .extracting(Payer::name, Payer::onTime, Payer::late, Payer::answers)
                .containsExactly(tuple("late", 12.5, List.of(new Payer.Late(5, 60), new Payer.Late(30, 95)), 80.0));
        assertThat(behaviour.answers())
                .containsExactly(new Answer("email", null, 7, 25), new Answer("letter", "first", 999, 30.25));
        assertThat(List.of(
                        behaviour.partialShare(),
                        behaviour.partialPays(),
                        behaviour.disputeShare(),
                        behaviour.disputeDays()))
                .hasToString("[5.0, 40, 2.0, 30]");
    }

    @Test
    void what_it_leaves_out_does_not_happen() {
        Behaviour behaviour = SimulatedWorld.behaviour("behaviour: own\npayers:\n  - {name: a, share: " + ALL + "}\n");

        assertThat(behaviour.payers().get(0))
                .extracting(Payer::onTime, Payer::answers)
                .containsExactly(0.0, 100.0);
        assertThat(behaviour).isEqualTo(new Behaviour("own", behaviour.payers(), List.of(), 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "share: {business: 100}; onTime: 101; '101' is no share",
                "share: {business: 100}; late: {0d: 5}; '0d' is no number of days",
                "share: {business: 100}; late: {9d: 50, 5d: 60}; '5d' does not follow the one before",
                "share: {business: 100}; late: {5d: 50, 9d: 40}; '9d' does not follow the one before",
                "share: {business: 100}; late: {9d: 50, 09d: 60}; '09d' is no number of days",
                "share: {business: 100}; nonsense: 1; unknown key 'nonsense'",
                "share: {kings: 100}; onTime: 1; unknown key 'kings'",
                "share: {business: 99.9}; onTime: 1; the shares of class business come to 99.9 per cent",
                "onTime: 1; answers: 2; 'share' is missing",
            })
    void a_mistake_in_a_payer_is_told(String one, String two, String message) {
        assertThat(problems("behaviour: own\npayers:\n  - {name: a, " + one + ", " + two + "}\n"))
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }

    @Test
    void shares_that_come_to_hundred_but_for_rounding_are_fine() {
        assertThat(BehaviourFile.check(Yaml.parse("b.yaml", """
                        behaviour: own
                        payers:
                          - {name: a, share: {business: 33.33, consumer: 50, public: 100, unknown: 0.1}}
                          - {name: b, share: {business: 66.67, consumer: 50, unknown: 99.9}}
                        """))).isEmpty();
        assertThat(problems("""
                        behaviour: own
                        payers:
                          - {name: a, share: {business: 99, consumer: 100, public: 100, unknown: 50}}
                          - {name: b, share: {unknown: 50.5}}
                        """))
                .containsExactly(
                        "the shares of class business come to 99 per cent",
                        "the shares of class unknown come to 100.5 per cent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "reminders: [{by: pigeon, within: 7d, pays: 5}]; pigeon",
                "reminders: [{within: 7d, pays: 5}]; 'by' is missing",
                "reminders: [{by: email, pays: 5}]; 'within' is missing",
                "reminders: [{by: email, within: 7d}]; 'pays' is missing",
                "reminders: [{by: email, within: 1000d, pays: 5}]; '1000d' is no number of days",
                "reminders: [{by: email, step: Upper, within: 7d, pays: 5}]; 'Upper' is no name",
                "partial: 5; this is a map",
                "partial: {share: 5, rest: 6}; unknown key 'rest'",
                "disputes: {share: 5}; 'days' is missing",
                "disputes: {share: x, days: 5d}; 'x' is no share",
                "other: 1; unknown key 'other'",
            })
    void a_mistake_elsewhere_is_told(String line, String message) {
        assertThat(problems("behaviour: own\npayers:\n  - {name: a, share: " + ALL + "}\n" + line + "\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains(message));
    }

    @Test
    void what_is_missing_is_told_in_the_order_of_the_file() {
        assertThat(problems("payers:\n  - {name: B!, share: " + ALL + ", late: 5}\n"))
                .startsWith("'behaviour' is missing")
                .anyMatch(problem -> problem.contains("'B!' is no name"))
                .anyMatch(problem -> problem.contains("'late' says how many pay within how many days"));
        assertThat(problems("behaviour: own\n")).containsExactly("'payers' is missing");
        assertThat(problems("nothing\n")).containsExactly("this is a map");
        assertThatThrownBy(() -> SimulatedWorld.behaviour("behaviour: own\n")).isInstanceOf(ProblemsFound.class);
    }

    @Test
    void all_files_of_a_house_are_checked_and_broken_ones_too(@TempDir Path house) throws IOException {
        Path folder = Files.createDirectories(house.resolve(BehaviourFile.FOLDER));
        Files.writeString(folder.resolve("a.yaml"), "behaviour: own\n");
        Files.writeString(folder.resolve("b.yaml"), "behaviour: [\n");

        assertThat(BehaviourFile.check(house))
                .extracting(problem -> Path.of(problem.file()).getFileName().toString())
                .containsExactly("a.yaml", "b.yaml");
        assertThat(BehaviourFile.check(Path.of("reminders"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "costs: {EUR: {letter: -1}}; '-1' is no amount",
                "costs: {EURO: {letter: 1.80}}; 'EURO' is no currency",
                "costs: {EUR: {pigeon: 1.80}}; unknown key 'pigeon'",
                "costs: {EUR: 5}; this is a map",
                "other: 5; 'costs' is missing",
                "text; this is a map"
            })
    void a_mistake_in_the_costs_is_told(String costs, String message) throws IOException {
        assertThat(SendingCosts.check(Yaml.parse("costs.yaml", costs)))
                .extracting(Problem::message)
                .anySatisfy(problem -> assertThat(problem).contains(message));
        assertThatThrownBy(() -> SendingCosts.read(Yaml.parse("costs.yaml", costs)))
                .isInstanceOf(ProblemsFound.class);
    }

    @Test
    void a_house_without_costs_knows_none(@TempDir Path house) throws IOException {
        assertThat(SendingCosts.load(house)).isSameAs(SendingCosts.NONE);
        assertThat(SendingCosts.check(house)).isEmpty();

        Files.writeString(house.resolve(SendingCosts.FILE), "costs: {EUR: {letter: 1.80}}\n");
        assertThat(SendingCosts.load(house).of("EUR", "letter")).contains(new BigDecimal("1.80"));

        Files.writeString(house.resolve(SendingCosts.FILE), "costs: {EUR: {letter: x}}\n");
        assertThat(SendingCosts.check(house)).hasSize(1);
    }

    private static List<String> problems(String yaml) {
        return BehaviourFile.check(Yaml.parse("b.yaml", yaml)).stream()
                .map(Problem::message)
                .toList();
    }
}
