package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.delivery.print.bill.BillSentences;
import io.sollecito.ledger.bills.BillDifference;
import io.sollecito.ledger.bills.ComparedBill;
import io.sollecito.ledger.bills.ComparedBill.BatchCount;
import io.sollecito.ledger.bills.StoredBill;
import io.sollecito.model.Amounts;
import java.util.ArrayList;
import java.util.List;

/** A bill beside what was sent, for people and as JSON. */
record BillReport(ComparedBill compared) {

    private static final ObjectMapper JSON = new ObjectMapper();

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        compared.batches().forEach(batch -> lines.add(batch.batchId() + "  " + BillSentences.of(batch)));
        if (compared.batches().size() > 1) {
            lines.add("in all  " + BillSentences.of(compared.inAll()));
        }
        compared.differences()
                .forEach(
                        difference -> lines.add(BillSentences.of(compared.bill().creditor(), difference)));
        lines.add(BillSentences.of(compared));
        return lines;
    }

    List<String> json() {
        List<String> lines = new ArrayList<>();
        compared.batches()
                .forEach(batch -> lines.add(
                        counted(JSON.createObjectNode().put("kind", "batch").put("batch", batch.batchId()), batch)
                                .toString()));
        compared.differences().forEach(difference -> lines.add(json(difference)));
        ObjectNode bill = counted(bill(compared.bill()), compared.inAll());
        lines.add(bill.put("differences", compared.differences().size()).toString());
        return lines;
    }

    /** A bill by itself. */
    static String json(StoredBill bill) {
        return bill(bill).toString();
    }

    private String json(BillDifference difference) {
        String creditor = compared.bill().creditor();
        return JSON.createObjectNode()
                .put("kind", "difference")
                .put("difference", difference.kind().code())
                .put("line", difference.line())
                .put("letter", BillSentences.letterId(creditor, difference))
                .put("batch", difference.batchId())
                .put("billed", difference.billed())
                .put("known", difference.known())
                .put("message", BillSentences.of(creditor, difference))
                .toString();
    }

    private static ObjectNode counted(ObjectNode node, BatchCount count) {
        return node.put("produced", count.produced())
                .put("acknowledged", count.acknowledged())
                .put("posted", count.posted())
                .put("billed", count.billed());
    }

    private static ObjectNode bill(StoredBill bill) {
        return JSON.createObjectNode()
                .put("kind", "bill")
                .put("creditor", bill.creditor())
                .put("bill", bill.number())
                .put("from", bill.from().toString())
                .put("until", bill.until().toString())
                .put("file", bill.fileName())
                .put("takenAt", bill.takenAt().toString())
                .put("letters", bill.letters())
                .put("amount", Amounts.text(bill.amount(), bill.currency()))
                .put("total", Amounts.text(bill.total(), bill.currency()))
                .put("currency", bill.currency());
    }
}
