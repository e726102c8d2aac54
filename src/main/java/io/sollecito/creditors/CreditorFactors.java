package io.sollecito.creditors;

import io.sollecito.model.Payee;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code factors: [{name, iban, bic}]} in a creditor's file: to whom it assigns items, so that debtors are asked to pay
 * there. An export names one of them by its IBAN and can add none.
 */
final class CreditorFactors {

    static final String KEY = "factors";
    private static final String NAME = "name";
    private static final String IBAN = "iban";
    private static final String BIC = "bic";

    private CreditorFactors() {}

    static List<Payee> of(YamlNode creditor) {
        YamlNode factors = creditor.get(KEY);
        return factors == null
                ? List.of()
                : factors.list().stream().map(CreditorFactors::factor).toList();
    }

    private static Payee factor(YamlNode factor) {
        YamlNode bic = factor.get(BIC);
        return new Payee(
                factor.get(NAME).text().strip(),
                CreditorFiles.iban(factor.get(IBAN)),
                bic == null || bic.text().isBlank() ? null : bic.text().strip());
    }

    static List<Problem> problems(YamlNode creditor) {
        YamlNode factors = creditor.get(KEY);
        List<Problem> problems = new ArrayList<>();
        if (factors != null) {
            Set<String> taken = new HashSet<>();
            factors.list().forEach(factor -> check(factor, own(creditor), taken, problems));
        }
        return problems;
    }

    private static Set<String> own(YamlNode creditor) {
        YamlNode accounts = creditor.get("accounts");
        return accounts == null
                ? Set.of()
                : accounts.list().stream().map(CreditorFiles::iban).collect(Collectors.toSet());
    }

    private static void check(YamlNode factor, Set<String> own, Set<String> taken, List<Problem> problems) {
        problems.addAll(factor.unknownKeys(List.of(NAME, IBAN, BIC)));
        if (isBlank(factor.get(NAME)) || isBlank(factor.get(IBAN))) {
            problems.add(factor.problem(
                    "a factor has a name and an IBAN",
                    "Such as {name: Fattore S.p.A., iban: IT40S0542811101000000123456, bic: BLOPIT22}."));
            return;
        }
        YamlNode account = factor.get(IBAN);
        String iban = CreditorFiles.iban(account);
        CreditorFiles.checkIban(account, problems);
        CreditorValues.checkBic(factor.get(BIC), problems);
        if (own.contains(iban)) {
            problems.add(account.problem(
                    "'" + account.text() + "' is the creditor's own account",
                    "Write the factor's, which debtors of assigned items pay to, or remove the factor."));
        } else if (!taken.add(iban)) {
            problems.add(account.problem(
                    "'" + account.text() + "' stands twice",
                    "Remove one of the two: an item names its factor by the IBAN."));
        }
    }

    private static boolean isBlank(YamlNode value) {
        return value == null || value.text().isBlank();
    }
}
