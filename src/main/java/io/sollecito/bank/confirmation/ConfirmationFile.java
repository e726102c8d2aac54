package io.sollecito.bank.confirmation;

import io.sollecito.model.PaymentConfirmation;
import io.sollecito.model.Problem;
import java.util.List;

/**
 * A provider's file of payment confirmations.
 *
 * @param lines that can be read
 * @param problems one for each line that cannot, or a single one for the whole file
 * @param read how many lines there are below the header
 */
public record ConfirmationFile(List<PaymentConfirmation> lines, List<Problem> problems, int read) {

    public ConfirmationFile {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }
}
