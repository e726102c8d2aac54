package io.sollecito.creditors;

import io.sollecito.model.Address;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.MatchingRules;
import io.sollecito.model.PaymentLink;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.TaxNumbers;
import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** Reads {@code config/creditors/*.yaml}: who is owed money, and what its letters print. */
public final class CreditorFiles {

    private static final List<String> KEYS = List.of(
            "creditor",
            "name",
            "country",
            "zone",
            "baseCurrency",
            "language",
            "address",
            "vatId",
            "siren",
            "siret",
            "fiscalCode",
            "accounts",
            "accountAliases",
            "bic",
            "signatory",
            "disputeContact",
            "legalFooter",
            "senderEmail",
            "smsSender",
            "financeEmails",
            "logo",
            "signature",
            "paymentLink",
            "references",
            "writeOffLimit",
            CreditorAgreements.TOLERANCE,
            CreditorAgreements.REPLIES_TO,
            CreditorFactors.KEY,
            CreditorMatching.KEY,
            CreditorRuns.KEY);
    private static final List<String> REQUIRED = List.of(
            "creditor",
            "name",
            "country",
            "zone",
            "baseCurrency",
            "language",
            "address",
            "accounts",
            "signatory",
            "senderEmail",
            "financeEmails");
    private static final List<String> ADDRESS_KEYS = List.of("lines", "postCode", "city", "country");
    private static final List<String> SIGNATORY_KEYS = List.of("firstName", "lastName", "email", "phone");

    private CreditorFiles() {}

    /** @throws ProblemsFound with the problems of all files at once */
    public static List<Creditor> load(Path folder) {
        List<Problem> problems = new ArrayList<>();
        List<Creditor> creditors = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        for (Path file : Yaml.files(folder)) {
            try {
                YamlNode node = Yaml.read(file);
                problems.addAll(sharedAccounts(node, owners));
                List<Problem> found = new ArrayList<>(check(node));
                checkUnique(node.get("creditor"), places, found);
                problems.addAll(found);
                if (found.isEmpty()) {
                    creditors.add(creditor(node, folder));
                }
            } catch (ProblemsFound unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        if (creditors.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of(
                    folder.toString(), "has no creditor", "Write one file per company, such as acme-it.yaml."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return creditors;
    }

    /** Everything that is wrong in one file. */
    public static List<Problem> check(Path file) {
        try {
            return check(Yaml.read(file));
        } catch (ProblemsFound unreadable) {
            return unreadable.problems();
        }
    }

    /**
     * When the payments of the creditor of this file are allocated, proposed or left.
     *
     * @throws ProblemsFound when the file is not a creditor's
     */
    public static MatchingRules matching(Path file) {
        YamlNode node = Yaml.read(file);
        List<Problem> problems = check(node);
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return CreditorMatching.of(node);
    }

    private static List<Problem> check(YamlNode node) {
        List<Problem> problems = new ArrayList<>(node.unknownKeys(KEYS));
        for (String key : REQUIRED) {
            if (node.get(key) == null) {
                problems.add(
                        node.problem("'" + key + "' is missing", "Add it: a reminder cannot be written without it."));
            }
        }
        check(node, "address", ADDRESS_KEYS, problems);
        check(node, "signatory", SIGNATORY_KEYS, problems);
        checkZone(node.get("zone"), problems);
        YamlNode currency = node.get("baseCurrency");
        if (currency != null && !Amounts.isCurrency(currency.text())) {
            problems.add(
                    currency.problem("'" + currency.text() + "' is no ISO 4217 currency", "Write a code such as EUR."));
        }
        YamlNode accounts = node.get("accounts");
        if (accounts != null) {
            accounts.list().forEach(account -> checkIban(account, problems));
        }
        problems.addAll(CreditorValues.problems(node));
        problems.addAll(CreditorReferences.problems(node));
        problems.addAll(WriteOffLimits.problems(node));
        problems.addAll(CreditorAgreements.problems(node));
        problems.addAll(CreditorMatching.problems(node));
        problems.addAll(CreditorRuns.problems(node));
        problems.addAll(AccountAliases.problems(node));
        problems.addAll(CreditorFactors.problems(node));
        return problems;
    }

    private static void checkUnique(YamlNode code, Map<String, String> places, List<Problem> problems) {
        if (code == null) {
            return;
        }
        String place = Path.of(code.file()).getFileName() + ":" + code.line();
        String other = places.putIfAbsent(code.text().strip(), place);
        if (other != null) {
            problems.add(code.problem(
                    "code " + code.text().strip() + " already stands in " + other,
                    "Give each company a code of its own: everything in the ledger is kept under it."));
        }
    }

    private static void check(YamlNode node, String key, List<String> keys, List<Problem> problems) {
        YamlNode part = node.get(key);
        if (part == null) {
            return;
        }
        problems.addAll(part.unknownKeys(keys));
        for (String wanted : keys) {
            if (part.get(wanted) == null) {
                problems.add(part.problem(
                        "'" + wanted + "' is missing in '" + key + "'",
                        "Add it below '" + key + "': letters print it."));
            }
        }
    }

    private static void checkZone(YamlNode zone, List<Problem> problems) {
        if (zone == null) {
            return;
        }
        try {
            ZoneId.of(zone.text());
        } catch (DateTimeException unknown) {
            problems.add(zone.problem("'" + zone.text() + "' is no time zone", "Write one such as Europe/Rome."));
        }
    }

    static String iban(YamlNode node) {
        return node.text().replace(" ", "");
    }

    static void checkIban(YamlNode account, List<Problem> problems) {
        try {
            IbanUtil.validate(iban(account));
        } catch (Iban4jException wrong) {
            problems.add(account.problem(
                    "'" + account.text() + "' is no valid IBAN", "Debtors would pay to it: check every digit."));
        }
    }

    /** A payment on an account that serves two creditors could be for either: numbers are unique only within one. */
    private static List<Problem> sharedAccounts(YamlNode node, Map<String, String> owners) {
        YamlNode accounts = node.get("accounts");
        YamlNode code = node.get("creditor");
        List<Problem> problems = new ArrayList<>();
        if (accounts != null && code != null) {
            for (YamlNode account : accounts.list()) {
                String owner = owners.putIfAbsent(account.text().replace(" ", ""), code.text());
                if (owner != null && !owner.equals(code.text())) {
                    problems.add(account.problem(
                            "'" + account.text() + "' is an account of " + owner + " already",
                            "Give each creditor its own account: a payment must tell whose it is."));
                }
            }
        }
        return problems;
    }

    private static Creditor creditor(YamlNode node, Path folder) {
        return new Creditor(
                text(node, "creditor"),
                text(node, "name"),
                text(node, "country"),
                ZoneId.of(text(node, "zone")),
                text(node, "baseCurrency"),
                text(node, "language"),
                letterhead(node, folder),
                howToPay(node),
                people(node),
                new Creditor.Senders(text(node, "senderEmail"), text(node, "smsSender")),
                CreditorMatching.of(node),
                CreditorRuns.of(node));
    }

    private static Creditor.Letterhead letterhead(YamlNode node, Path folder) {
        YamlNode address = node.get("address");
        return new Creditor.Letterhead(
                new Address(
                        texts(address, "lines"),
                        text(address, "postCode"),
                        text(address, "city"),
                        text(address, "country")),
                text(node, "vatId"),
                text(node, "legalFooter"),
                beside(folder, text(node, "logo")),
                beside(folder, text(node, "signature")),
                new TaxNumbers(
                        TaxNumbers.digits(text(node, "siren")),
                        TaxNumbers.digits(text(node, "siret")),
                        text(node, "fiscalCode")));
    }

    private static String beside(Path folder, String file) {
        return file == null ? null : folder.resolve(file).toString();
    }

    private static Creditor.HowToPay howToPay(YamlNode node) {
        String link = text(node, "paymentLink");
        return new Creditor.HowToPay(
                texts(node, "accounts").stream()
                        .map(iban -> iban.replace(" ", ""))
                        .toList(),
                text(node, "bic"),
                link == null ? null : new PaymentLink(link),
                CreditorReferences.of(node),
                AccountAliases.of(node),
                CreditorFactors.of(node));
    }

    private static Creditor.People people(YamlNode node) {
        YamlNode signatory = node.get("signatory");
        return new Creditor.People(
                new Creditor.Signatory(
                        text(signatory, "firstName"),
                        text(signatory, "lastName"),
                        text(signatory, "email"),
                        text(signatory, "phone")),
                text(node, "disputeContact"),
                texts(node, "financeEmails"),
                WriteOffLimits.of(node),
                CreditorAgreements.of(node));
    }

    private static String text(YamlNode node, String key) {
        YamlNode value = node.get(key);
        return value == null || value.text().isBlank() ? null : value.text().strip();
    }

    private static List<String> texts(YamlNode node, String key) {
        YamlNode value = node.get(key);
        return value == null
                ? List.of()
                : value.list().stream().map(YamlNode::text).toList();
    }
}
