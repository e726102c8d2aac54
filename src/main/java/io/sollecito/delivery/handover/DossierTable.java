package io.sollecito.delivery.handover;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.sollecito.ledger.stories.ItemFacts.Held;
import io.sollecito.ledger.stories.PaymentFacts.Allocated;
import io.sollecito.model.Amounts;
import io.sollecito.model.OneLine;
import io.sollecito.model.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

/** A dossier's history as a table that a spreadsheet opens, a row for each thing that happened to an item. */
final class DossierTable {

    private final CsvWriter csv;
    private final ZoneId zone;

    private DossierTable(CsvWriter csv, ZoneId zone) {
        this.csv = csv;
        this.zone = zone;
    }

    static String write(Dossier dossier) {
        StringWriter out = new StringWriter();
        out.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out)) {
            DossierTable table =
                    new DossierTable(csv, dossier.facts().creditor().zone());
            table.row(
                    "documentNo",
                    "printedNo",
                    "instalment",
                    "date",
                    "what",
                    "channel",
                    "state",
                    "amount",
                    "detail",
                    "file");
            dossier.items().forEach(table::rows);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toString();
    }

    private void rows(DossierItem item) {
        item.reminders()
                .forEach(sending -> sending.messages().forEach(message -> {
                    row(
                            item,
                            day(message.sent().stateAt()),
                            "reminder " + sending.reminder().step(),
                            message.sent().channel(),
                            message.sent().state(),
                            Amounts.text(
                                    sending.reminder().amount(), item.item().currency()),
                            sending.reminder().reference(),
                            "");
                    message.receipts()
                            .forEach(receipt -> row(
                                    item,
                                    day(receipt.at()),
                                    "receipt",
                                    message.sent().channel(),
                                    receipt.state(),
                                    "",
                                    receipt.reason(),
                                    receipt.postal().evidence()));
                    message.calls()
                            .forEach(call ->
                                    row(item, day(call.at()), "call", "task", call.result(), "", call.note(), ""));
                }));
        for (Held held : item.holds()) {
            row(item, held.from().toString(), held.kind(), "", state(held), "", held.reason(), "");
        }
        for (Allocated allocated : item.payments()) {
            String amount = Amounts.text(allocated.amount(), allocated.currency());
            String booked = allocated.booked() == null
                    ? day(allocated.at())
                    : allocated.booked().toString();
            row(item, booked, "payment", "", allocated.state(), amount, allocated.purpose(), "");
        }
    }

    private void row(DossierItem item, String... cells) {
        row(Stream.concat(
                        Stream.of(
                                item.item().documentNo(),
                                item.item().printedNo(),
                                Integer.toString(item.item().instalment())),
                        Stream.of(cells))
                .toArray(String[]::new));
    }

    private void row(String... cells) {
        csv.writeRecord(Stream.of(cells)
                .map(cell -> SpreadsheetCell.safe(cell == null ? "" : OneLine.of(cell)))
                .toArray(String[]::new));
    }

    static String state(Held held) {
        if (held.endedAt() != null) {
            return "ended";
        }
        return held.until() == null ? "stands" : "until " + held.until();
    }

    private String day(Instant at) {
        return at.atZone(zone).toLocalDate().toString();
    }
}
