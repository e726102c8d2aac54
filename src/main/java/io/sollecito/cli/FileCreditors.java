package io.sollecito.cli;

import io.sollecito.creditors.CreditorFiles;
import io.sollecito.model.Creditor;
import io.sollecito.model.Payee;
import io.sollecito.model.Payees;
import io.sollecito.model.ProblemsFound;
import io.sollecito.reminders.PlanningRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The creditors of a file of open items: as its lines say, else as the configuration does, so that the law of their country
 * is known. Where it is from is told once for each.
 */
final class FileCreditors {

    private final PlanCases cases;
    private final Path file;
    private final Path folder;
    private final PrintWriter told;
    private final Map<String, Map<String, String>> facts = new HashMap<>();
    private Map<String, Creditor> configured;

    /** @param folder of the configured creditors' files */
    FileCreditors(PlanCases cases, Path file, Path folder, PrintWriter told) {
        this.cases = cases;
        this.file = file;
        this.folder = folder;
        this.told = told;
    }

    /** What plans may ask about a creditor; what nobody says is the empty text. */
    Map<String, String> facts(String creditor) {
        return facts.computeIfAbsent(creditor, code -> cases.tellsOf(code) ? cases.facts(code) : fromFolder(code));
    }

    /**
     * Whom its items may be paid to: as its line in the file says, else as the configuration does. Of a creditor that neither
     * knows, nobody says who may not.
     */
    Payees payees(String creditor) {
        List<Payee> said = cases.paidTo(creditor);
        if (said.isEmpty()) {
            return Payees.NONE;
        }
        List<Payee> factors = cases.factors(creditor);
        if (factors != null) {
            return new Payees(List.of(), factors);
        }
        Creditor known = configured().get(creditor);
        if (known == null) {
            told.println(creditor + ": neither " + file + " nor " + folder
                    + " says which factors it has; taken as the items' payTo says");
            told.flush();
        }
        return known == null ? new Payees(List.of(), said) : known.payees();
    }

    private Map<String, String> fromFolder(String code) {
        Creditor known = configured().get(code);
        told.println(
                known == null
                        ? code + ": neither " + file + " nor " + folder
                                + " says who that is, nor by which law it charges; known are "
                                + String.join(", ", new TreeSet<>(configured().keySet()))
                                + ": hub map --creditor CODE says whose items they are"
                        : code + ": " + file + " does not say who that is; as " + folder + " has it: " + known.name()
                                + ", " + known.country() + ", " + known.baseCurrency());
        told.flush();
        return known == null ? cases.facts(code) : PlanningRun.facts(known);
    }

    private Map<String, Creditor> configured() {
        if (configured == null) {
            configured = load();
        }
        return configured;
    }

    private Map<String, Creditor> load() {
        try {
            return CreditorFiles.load(folder).stream().collect(Collectors.toMap(Creditor::code, Function.identity()));
        } catch (ProblemsFound broken) {
            told.println(folder + " is not looked into: " + broken.problems().get(0));
            return Map.of();
        }
    }
}
