package io.sollecito.truth;

import io.sollecito.model.BelgianReference;
import io.sollecito.model.CreditorReference;
import io.sollecito.model.SwissReference;
import java.util.Random;

/** Structured references as the customer's country uses them. */
final class References {

    private References() {}

    static String any(Customer customer, Random random) {
        return switch (customer.master().country()) {
            case "CH" -> SwissReference.of(1 + Ibans.digits(random, 20));
            case "BE" -> BelgianReference.of(1_000_000_000L + Long.parseLong(Ibans.digits(random, 9)));
            default -> CreditorReference.of(1 + Ibans.digits(random, 9 + random.nextInt(4)));
        };
    }

    /** As the payment slip shows it. */
    static String printed(String reference) {
        if (reference.startsWith("RF")) {
            return reference.replaceAll("(.{4})(?=.)", "$1 ");
        }
        return reference.length() == 27 ? SwissReference.printed(reference) : BelgianReference.printed(reference);
    }
}
