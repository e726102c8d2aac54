package io.sollecito.intake;

import io.sollecito.ledger.payments.Confirmations.Provider;
import io.sollecito.model.Creditor;
import io.sollecito.model.Problem;
import java.io.File;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the payment providers' routes call by the name {@code confirmationAdapter}: one call takes one file. */
public final class ConfirmationAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmationAdapter.class);

    private final ConfirmationIntake intake;
    private final Function<String, Creditor> creditors;

    public ConfirmationAdapter(ConfirmationIntake intake, Function<String, Creditor> creditors) {
        this.intake = intake;
        this.creditors = creditors;
    }

    /**
     * @param payoutAccount from which the provider pays out; blank: not known
     * @param payoutName under which it pays out; blank: not known
     * @param file the working copy
     * @param name its remote name, which is data and never part of a path
     */
    public void take(
            String route,
            String creditor,
            String provider,
            String payoutAccount,
            String payoutName,
            File file,
            String name)
            throws IOException {
        ConfirmationIntake.Taken taken = intake.take(
                route,
                creditors.apply(creditor),
                new Provider(provider, orNull(payoutAccount), orNull(payoutName)),
                file.toPath(),
                name);
        LOG.info(
                "connection {} confirmations {}: {} of {} new, {} known",
                route,
                name,
                taken.applied(),
                taken.read(),
                taken.unchanged());
        if (!taken.problems().isEmpty()) {
            LOG.warn(
                    "connection {} confirmations {} quarantined: {}",
                    route,
                    name,
                    taken.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
        }
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
