package io.sollecito.reminders.charges;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the law lets creditors charge for late payment, by country: {@code reminders/rates.yaml}. */
public final class ChargeRules {

    public static final String FILE = "rates.yaml";

    /** No country's law is known: only what was agreed can be charged, and that to nobody but businesses. */
    public static final ChargeRules NONE = new ChargeRules(Map.of());

    private final Map<String, CountryRule> countries;

    ChargeRules(Map<String, CountryRule> countries) {
        this.countries = Map.copyOf(countries);
    }

    /**
     * The rules of a house; without the file, none.
     *
     * @param reminders the folder that the file lies in
     * @throws ProblemsFound with all problems of the file
     */
    public static ChargeRules load(Path reminders) {
        Path file = reminders.resolve(FILE);
        return Files.exists(file) ? read(Yaml.read(file)) : NONE;
    }

    /** @throws ProblemsFound with all problems of the file */
    static ChargeRules read(YamlNode root) {
        RatesFile reader = new RatesFile(root);
        Map<String, CountryRule> countries = reader.countries();
        if (!reader.problems().isEmpty()) {
            throw new ProblemsFound(sorted(reader.problems()));
        }
        return new ChargeRules(countries);
    }

    /** Everything that is wrong in the house's file. */
    public static List<Problem> check(Path reminders) {
        return ProblemsFound.by(() -> load(reminders));
    }

    /** Everything that is wrong in such a file, wherever it lies. */
    public static List<Problem> check(YamlNode root) {
        RatesFile reader = new RatesFile(root);
        reader.countries();
        return sorted(reader.problems());
    }

    /** @param country ISO 3166-1 alpha-2, the creditor's */
    public Optional<CountryRule> of(String country) {
        return Optional.ofNullable(countries.get(country));
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream().distinct().sorted(Problem.BY_PLACE).toList();
    }
}
