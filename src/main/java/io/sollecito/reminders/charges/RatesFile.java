package io.sollecito.reminders.charges;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the file of reference rates and countries' laws, and collects what is wrong with it. */
final class RatesFile {

    static final List<String> KEYS = List.of("rates", "countries");
    static final List<String> CLASSES = List.of("business", "consumer");
    static final List<String> CLASS_KEYS = List.of("interest", "compensation", "agreed", "costs");
    static final List<String> YES_NO = List.of("true", "false");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final YamlNode root;
    private final List<Problem> problems = new ArrayList<>();
    private final RateFields fields = new RateFields(problems);

    RatesFile(YamlNode root) {
        this.root = root;
    }

    List<Problem> problems() {
        return problems;
    }

    Map<String, CountryRule> countries() {
        Map<String, CountryRule> countries = new HashMap<>();
        if (!fields.isMap(root, "a file of rates is a map", "Begin with 'rates:', then 'countries:'.")) {
            return countries;
        }
        problems.addAll(root.unknownKeys(KEYS));
        LawReader laws = new LawReader(fields, references());
        YamlNode node = root.get("countries");
        if (node == null) {
            fields.wrong(root, "'countries' is missing", "Such as countries: {IT: {business: {costs: true}}}.");
        } else if (fields.isMap(node, "'countries' is a map", "Name each country by its code, such as IT:.")) {
            problems.addAll(node.repeatedKeys());
            node.map().forEach((country, law) -> countries.put(country, country(country, law, laws)));
        }
        return countries;
    }

    private CountryRule country(String country, YamlNode node, LawReader laws) {
        if (!COUNTRIES.contains(country)) {
            fields.wrong(node, "'" + country + "' is no country", "Use an ISO 3166-1 code such as IT.");
        }
        if (fields.isMap(node, "a country's law is a map", "Such as {business: {..}, consumer: {..}}.")) {
            problems.addAll(node.unknownKeys(CLASSES));
        }
        return new CountryRule(classRule(node.get("business"), laws), classRule(node.get("consumer"), laws));
    }

    private ClassRule classRule(YamlNode node, LawReader laws) {
        if (node == null || !fields.isMap(node, "this is a map", "Allowed: " + String.join(", ", CLASS_KEYS) + ".")) {
            return ClassRule.NOTHING;
        }
        problems.addAll(node.unknownKeys(CLASS_KEYS));
        return new ClassRule(
                laws.interest(node.get("interest")),
                laws.compensation(node.get("compensation")),
                fields.oneOf(node, "agreed", YES_NO, "false").equals("true"),
                fields.oneOf(node, "costs", YES_NO, "false").equals("true"));
    }

    private Map<String, ReferenceRate> references() {
        Map<String, ReferenceRate> references = new LinkedHashMap<>();
        YamlNode node = root.get("rates");
        if (node == null) {
            return references;
        }
        if (fields.isMap(node, "'rates' is a map", "Such as rates: {ecb: {2026-01: 2.15}}.")) {
            problems.addAll(node.repeatedKeys());
            node.map().forEach((name, table) -> references.put(name, new ReferenceRate(name, table(table))));
        }
        return references;
    }

    private Map<HalfYear, BigDecimal> table(YamlNode node) {
        Map<HalfYear, BigDecimal> rates = new HashMap<>();
        if (!fields.isMap(node, "a reference rate is a map", "One line per half-year, such as 2026-01: 2.15.")) {
            return rates;
        }
        problems.addAll(node.repeatedKeys());
        node.map().forEach((half, rate) -> {
            BigDecimal value = fields.rate(rate);
            HalfYear.parse(half)
                    .ifPresentOrElse(
                            known -> rates.put(known, value),
                            () -> fields.wrong(
                                    rate,
                                    "'" + half + "' is no half-year",
                                    "Write its first month, such as 2026-01 or 2026-07."));
        });
        return rates;
    }
}
