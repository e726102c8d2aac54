package io.sollecito.creditors;

import io.sollecito.model.Problem;
import io.sollecito.model.ReferenceKind;
import io.sollecito.model.SwissReference;
import io.sollecito.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which kind of reference a creditor's reminders print, and whether its bank account takes payments with it. */
final class CreditorReferences {

    private static final Map<String, ReferenceKind> KINDS =
            Map.of("rf", ReferenceKind.RF, "ogm", ReferenceKind.OGM, "qrr", ReferenceKind.QRR);

    private CreditorReferences() {}

    static ReferenceKind of(YamlNode creditor) {
        YamlNode kind = creditor.get("references");
        return kind == null ? ReferenceKind.RF : KINDS.getOrDefault(kind.text().strip(), ReferenceKind.RF);
    }

    static List<Problem> problems(YamlNode creditor) {
        YamlNode kind = creditor.get("references");
        if (kind == null) {
            return List.of();
        }
        String payTo = payTo(creditor);
        return switch (kind.text().strip()) {
            case "rf" -> List.of();
            case "ogm" ->
                payTo.startsWith("BE")
                        ? List.of()
                        : List.of(kind.problem(
                                "'ogm' is for accounts in Belgium, and the first account is not one",
                                "Write rf: every bank in the SEPA takes it."));
            case "qrr" ->
                SwissReference.isQrIban(payTo)
                        ? List.of()
                        : List.of(kind.problem(
                                "'qrr' is paid to a QR-IBAN, and the first account is none",
                                "Put the QR-IBAN first (its bank number lies between 30000 and 31999), or write rf."));
            default ->
                List.of(kind.problem(
                        "'" + kind.text() + "' is no kind of reference",
                        "Write rf (ISO 11649, the usual one), ogm (Belgium) or qrr (Switzerland)."));
        };
    }

    private static String payTo(YamlNode creditor) {
        YamlNode accounts = creditor.get("accounts");
        return accounts == null || accounts.list().isEmpty()
                ? ""
                : accounts.list().get(0).text().replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
