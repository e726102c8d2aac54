package io.sollecito.bank;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The parts of {@code hub statement --json}, which prints one object per file. */
public final class StatementJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatementJson() {}

    /** @param format null when the file is no statement */
    public static ObjectNode file(String file, String format) {
        return JSON.createObjectNode().put("file", file).put("format", format);
    }

    public static ObjectNode problem(Problem problem) {
        return JSON.createObjectNode()
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message());
    }

    /** A statement without its entries. */
    public static ObjectNode head(StatementHead head) {
        String currency = head.currency();
        return JSON.createObjectNode()
                .put("account", head.account())
                .put("statementId", head.statementId())
                .put("currency", currency)
                .put("openingDate", text(head.openingDate()))
                .put("openingBalance", text(head.openingBalance(), currency))
                .put("closingDate", text(head.closingDate()))
                .put("closingBalance", text(head.closingBalance(), currency))
                .put("balanced", head.balanced());
    }

    public static ObjectNode entry(Statement.Entry entry) {
        ObjectNode json = JSON.createObjectNode()
                .put("bookingDate", text(entry.bookingDate()))
                .put("valueDate", text(entry.valueDate()))
                .put("amount", text(entry.amount(), entry.currency()))
                .put("currency", entry.currency())
                .put("reversal", entry.reversal())
                .put("bankReference", entry.bankReference());
        ArrayNode payments = json.putArray("payments");
        for (Statement.Payment payment : entry.payments()) {
            ObjectNode node = payments.addObject()
                    .put("amount", text(payment.amount(), payment.currency()))
                    .put("currency", payment.currency())
                    .put("endToEndId", payment.endToEndId())
                    .put("creditorReference", payment.creditorReference())
                    .put("remittance", payment.remittance());
            Statement.Counterparty other = payment.counterparty();
            if (other == null) {
                node.putNull("counterparty");
            } else {
                node.putObject("counterparty").put("name", other.name()).put("iban", other.iban());
            }
            node.put("returnReason", payment.returnReason());
            particulars(node, payment);
        }
        return json;
    }

    private static void particulars(ObjectNode node, Statement.Payment payment) {
        Statement.Particulars more = payment.particulars();
        node.put("transactionCode", more.transactionCode())
                .put("charges", text(more.charges(), payment.currency()))
                .put("originalAmount", text(more.originalAmount(), more.originalCurrency()))
                .put("originalCurrency", more.originalCurrency());
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static String text(BigDecimal amount, String currency) {
        return amount == null ? null : Amounts.text(amount, currency);
    }
}
