package io.sollecito.delivery.print;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.LetterId;
import io.sollecito.delivery.print.PrintHouseAnswers.UnreadableAnswer;
import io.sollecito.ledger.outbox.LetterReports.Proof;
import io.sollecito.ledger.outbox.LetterReports.Report;
import io.sollecito.model.LetterProgress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** One status file of a print house; the columns beyond state, reason and time may be missing. */
final class StatusFile {

    private StatusFile() {}

    /** The events about letters of that creditor; all or none of the file. */
    static List<Report> read(String creditor, byte[] bytes) throws UnreadableAnswer {
        List<Report> reports = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                String state = row.getField("state");
                if (!LetterProgress.REPORTED.contains(state)) {
                    throw new UnreadableAnswer("line " + row.getStartingLineNumber() + ": unknown state");
                }
                OptionalLong dispatch = LetterId.parse(creditor, row.getField("letterId"));
                if (dispatch.isPresent()) {
                    reports.add(report(dispatch.getAsLong(), state, row));
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableAnswer("not a status file: " + DeliveryOutcome.oneLine(broken.getMessage()));
        }
        return reports;
    }

    private static Report report(long dispatch, String state, NamedCsvRecord row) {
        String sheets = text(row, "sheets");
        String postage = text(row, "postage");
        String currency = text(row, "currency");
        String sha256 = text(row, "evidenceSha256");
        return new Report(
                dispatch,
                DeliveryOutcome.oneLine(row.getField("eventId")),
                state,
                DeliveryOutcome.oneLine(row.getField("reason")),
                Instant.parse(row.getField("eventTime")),
                new Proof(
                        text(row, "providerCode"),
                        text(row, "tracking"),
                        sheets != null && sheets.matches("[0-9]{1,4}") ? Integer.valueOf(sheets) : null,
                        postage != null && postage.matches("[0-9]{1,6}(\\.[0-9]{1,5})?")
                                ? new BigDecimal(postage)
                                : null,
                        currency != null && currency.matches("[A-Z]{3}") ? currency : null,
                        fileName(text(row, "evidenceFile")),
                        sha256 == null ? null : sha256.toLowerCase(java.util.Locale.ROOT),
                        text(row, "newAddress")));
    }

    /** It may be announced with its folder. */
    private static String fileName(String path) {
        return path == null ? null : path.substring(path.lastIndexOf('/') + 1);
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.findField(column)
                .filter(value -> !value.isBlank())
                .map(DeliveryOutcome::oneLine)
                .orElse(null);
    }
}
