package io.sollecito.reconciliation;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules for money that is no debtor's, in order: those of the house in {@code config/not-ours.yaml}, then the shipped
 * ones in {@code not-ours.yaml} of this program. The first that fits gives the reason.
 */
public final class NotOursRules {

    /** Where a house's rules lie, beside its folder of creditors. */
    public static final String FILE = "not-ours.yaml";

    /** A rule of that name tells what a bank takes for a return. */
    static final String RETURN_FEE = "return-fee";

    private static final String SHIPPED_FILE = "/reconciliation/not-ours.yaml";
    private static final List<NotOursRule> SHIPPED = shippedRules();

    private final List<NotOursRule> rules;

    private NotOursRules(List<NotOursRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static NotOursRules shipped() {
        return new NotOursRules(SHIPPED);
    }

    /**
     * The rules of a house.
     *
     * @param creditors the folder beside which the file may lie
     * @throws ProblemsFound with everything that is wrong in it
     */
    public static NotOursRules load(Path creditors) {
        Path file = creditors.resolveSibling(FILE);
        if (!Files.exists(file)) {
            return shipped();
        }
        NotOursFile read = new NotOursFile(Yaml.read(file));
        List<NotOursRule> rules = new ArrayList<>(read.rules());
        if (!read.problems().isEmpty()) {
            throw new ProblemsFound(read.problems());
        }
        if (read.withShipped()) {
            rules.addAll(SHIPPED);
        }
        return new NotOursRules(rules);
    }

    /** Everything that is wrong in such a file. */
    public static List<Problem> check(YamlNode root) {
        NotOursFile read = new NotOursFile(root);
        read.rules();
        return read.problems();
    }

    /** Everything that is wrong in the house's file. */
    public static List<Problem> check(Path creditors) {
        Path file = creditors.resolveSibling(FILE);
        try {
            return Files.exists(file) ? check(Yaml.read(file)) : List.of();
        } catch (ProblemsFound broken) {
            return broken.problems();
        }
    }

    /** The first rule that fits. */
    Optional<NotOursRule> of(Incoming payment) {
        return rules.stream().filter(rule -> rule.fits(payment)).findFirst();
    }

    /** The first of those rules that fits that decide about everything. */
    Optional<NotOursRule> always(Incoming payment) {
        return rules.stream()
                .filter(rule -> rule.always() && rule.fits(payment))
                .findFirst();
    }

    private static List<NotOursRule> shippedRules() {
        try (InputStream file = NotOursRules.class.getResourceAsStream(SHIPPED_FILE)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new NotOursFile(Yaml.parse(FILE, text)).rules();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
