package io.sollecito.reminders.message;

import io.sollecito.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a template asks for payment: its key {@code payment}, asked unless given. */
enum Payment {
    /** It says how to pay; what the bank collects may not be among what it asks for. */
    ASKED,
    /** It asks for nothing, so it says nothing about how to pay. */
    NONE,
    /** It announces what the bank collects, and nothing else: who transfers too would pay twice. */
    COLLECTED;

    static final String KEY = "payment";

    /** What tells somebody how, or by when, to pay. */
    private static final Set<Variable> MEANS = Set.of(
            Variable.PAYMENT_BOX,
            Variable.PAYEE_NAME,
            Variable.COMPANY_IBAN,
            Variable.COMPANY_BIC,
            Variable.PAYMENT_LINK,
            Variable.PAYMENT_REFERENCE,
            Variable.PAY_BY_DATE,
            Variable.AMOUNT_TO_PAY);

    static final List<String> WORDS = Arrays.stream(values()).map(Payment::word).toList();

    /** As the template says; another word counts as asked, and is a problem of its own. */
    static Payment of(YamlNode template) {
        return given(template).orElse(ASKED);
    }

    static Optional<Payment> given(YamlNode template) {
        YamlNode key = template.isMap() ? template.get(KEY) : null;
        return key == null || !key.isText()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(payment -> payment.word().equals(key.text().strip()))
                        .findFirst();
    }

    /** As templates write it, and as the sentence of a problem does. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean allows(Variable variable) {
        return this == ASKED || !MEANS.contains(variable);
    }
}
