package io.sollecito.creditors;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What banks' files call a creditor's accounts besides their IBANs: {@code accountAliases: {NAME: IBAN}}. */
final class AccountAliases {

    private AccountAliases() {}

    static Map<String, String> of(YamlNode creditor) {
        YamlNode aliases = creditor.get("accountAliases");
        Map<String, String> found = new HashMap<>();
        if (aliases != null) {
            aliases.map().forEach((name, iban) -> found.put(name.strip(), CreditorFiles.iban(iban)));
        }
        return found;
    }

    static List<Problem> problems(YamlNode creditor) {
        YamlNode aliases = creditor.get("accountAliases");
        if (aliases == null) {
            return List.of();
        }
        if (!aliases.isMap()) {
            return List.of(aliases.problem(
                    "'accountAliases' says which account each name means",
                    "Write them as {\"20050550/1234567890\": DE89370400440532013000}."));
        }
        YamlNode accounts = creditor.get("accounts");
        Set<String> known = accounts == null
                ? Set.of()
                : accounts.list().stream().map(CreditorFiles::iban).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>(aliases.repeatedKeys());
        aliases.map().forEach((name, iban) -> {
            if (!known.contains(CreditorFiles.iban(iban))) {
                problems.add(iban.problem(
                        "'" + iban.text() + "' is none of the accounts above",
                        "Write the IBAN as it stands in 'accounts'."));
            }
        });
        return problems;
    }
}
