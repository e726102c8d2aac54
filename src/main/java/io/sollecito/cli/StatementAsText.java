package io.sollecito.cli;

import io.sollecito.bank.StatementHead;
import io.sollecito.model.Amounts;
import io.sollecito.model.OneLine;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** For people: a line per statement, entry and payment. */
final class StatementAsText implements StatementForm {

    @Override
    public String separator() {
        return "";
    }

    @Override
    public String entry(Statement.Entry entry) {
        StringBuilder text = new StringBuilder("  " + entry.bookingDate() + "  "
                + Amounts.text(entry.amount(), entry.currency()) + " " + entry.currency()
                + (entry.reversal() ? " (reversal)" : "")
                + (entry.bankReference() == null ? "" : "  ref " + OneLine.of(entry.bankReference())) + "\n");
        entry.payments().forEach(payment -> text.append(payment(payment)));
        return text.toString();
    }

    private static String payment(Statement.Payment payment) {
        Statement.Counterparty other = payment.counterparty();
        return "      " + Amounts.text(payment.amount(), payment.currency()) + "  "
                + (other == null ? "" : OneLine.of(other.name()) + " " + OneLine.of(other.iban())) + "  "
                + OneLine.of(payment.creditorReference()) + " " + OneLine.of(payment.remittance())
                + (payment.returnReason() == null ? "" : "  returned: " + OneLine.of(payment.returnReason())) + "\n";
    }

    @Override
    public String begin(StatementHead head) {
        return "account " + OneLine.of(head.account()) + ", statement " + OneLine.of(head.statementId()) + "\n"
                + "  opening " + balance(head.openingBalance(), head.openingDate(), head.currency()) + ", closing "
                + balance(head.closingBalance(), head.closingDate(), head.currency())
                + (head.balanced() == null ? "" : head.balanced() ? ", adds up" : ", DOES NOT ADD UP") + "\n";
    }

    @Override
    public String end() {
        return "";
    }

    @Override
    public String begin(String file, String format) {
        return format == null ? "" : file + " (" + format + ")\n";
    }

    @Override
    public String end(List<Problem> problems) {
        return "";
    }

    private static String balance(BigDecimal amount, LocalDate date, String currency) {
        return amount == null ? "not given" : Amounts.text(amount, currency) + " " + currency + " on " + date;
    }
}
