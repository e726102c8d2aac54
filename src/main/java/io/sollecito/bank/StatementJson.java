package io.sollecito.bank;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The contract of {@code hub statement --json}: one object per file. */
public final class StatementJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatementJson() {}

    public static ObjectNode write(StatementFile file) {
        ObjectNode json = JSON.createObjectNode().put("file", file.file()).put("format", file.format());
        ArrayNode statements = json.putArray("statements");
        file.statements().forEach(statement -> statements.add(write(statement)));
        ArrayNode problems = json.putArray("problems");
        for (Problem problem : file.problems()) {
            problems.addObject()
                    .put("line", problem.line())
                    .put("column", problem.column())
                    .put("message", problem.message());
        }
        return json;
    }

    private static ObjectNode write(Statement statement) {
        String currency = statement.currency();
        ObjectNode json = JSON.createObjectNode()
                .put("account", statement.account())
                .put("statementId", statement.statementId())
                .put("currency", currency)
                .put("openingDate", text(statement.openingDate()))
                .put("openingBalance", text(statement.openingBalance(), currency))
                .put("closingDate", text(statement.closingDate()))
                .put("closingBalance", text(statement.closingBalance(), currency))
                .put("balanced", statement.balanced());
        ArrayNode entries = json.putArray("entries");
        statement.entries().forEach(entry -> entries.add(write(entry)));
        return json;
    }

    private static ObjectNode write(Statement.Entry entry) {
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
