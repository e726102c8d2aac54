package io.sollecito.delivery.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.LetterId;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.OutboxRecovery;
import io.sollecito.ledger.outbox.Recalls;
import io.sollecito.ledger.outbox.Receipts;
import io.sollecito.ledger.outbox.Receipts.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a print house puts into its out folder. Files that come again, or out of order, change nothing. */
public final class PrintHouseAnswers {

    /** The file is no answer that can be read; nothing of it was taken. */
    public static final class UnreadableAnswer extends Exception {
        UnreadableAnswer(String reason) {
            super(reason);
        }
    }

    /** In bytes. */
    static final int LARGEST = 20_000_000;

    private static final Pattern ACKNOWLEDGEMENT = Pattern.compile("([A-Za-z0-9-]{1,60})\\.ack\\.json");
    private static final Pattern STATUS = Pattern.compile("([A-Za-z0-9-]{1,60})\\.status\\.[0-9]{1,9}\\.csv");
    private static final Map<String, String> RESULTS =
            Map.of("ACCEPTED", "accepted", "PARTIAL", "partial", "REJECTED", "rejected");
    private static final Set<String> STATES = Set.of(
            "ACKED",
            "PRINTED",
            "ENCLOSED",
            "HANDED_OVER",
            "IN_TRANSIT",
            "AT_COUNTER",
            "DELIVERED",
            "RETURNED",
            "LOST",
            "REJECTED",
            "RECALL_REQUESTED",
            "CANCELLED",
            "TOO_LATE",
            "FAILED");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LetterBatches batches;
    private final OutboxRecovery recovery;
    private final Receipts receipts;
    private final Recalls recalls;

    public PrintHouseAnswers(LetterBatches batches, OutboxRecovery recovery, Receipts receipts, Recalls recalls) {
        this.batches = batches;
        this.recovery = recovery;
        this.receipts = receipts;
        this.recalls = recalls;
    }

    /** Takes {@code {batchId}.ack.json}: the batch's state and the letters that were refused. Returns what changed. */
    public int acknowledgement(String creditor, String name, byte[] bytes) throws UnreadableAnswer {
        String batchId = batchId(ACKNOWLEDGEMENT, creditor, name, bytes);
        JsonNode answer = json(bytes);
        String state = RESULTS.get(answer.path("result").asText());
        if (state == null) {
            throw new UnreadableAnswer("its result is none of " + RESULTS.keySet());
        }
        Map<Long, String> refused = new LinkedHashMap<>();
        for (JsonNode reject : answer.path("rejects")) {
            String code = word(reject.path("code").asText());
            LetterId.parse(creditor, reject.path("letterId").asText()).ifPresent(id -> refused.put(id, code));
        }
        if (state.equals("rejected") && refused.isEmpty()) {
            String code = word(answer.path("code").asText("REJECTED"));
            batches.dispatches(batchId).forEach(id -> refused.put(id, code));
        }
        int changed = recovery.acknowledged(creditor, batchId, refused);
        if (!state.equals(batches.state(batchId).orElse(null))) {
            batches.move(creditor, batchId, state, null);
        }
        return changed;
    }

    /**
     * Takes {@code {batchId}.status.{n}.csv}: each event becomes a receipt once, and a letter that was cancelled, recalled
     * or not, never left. Returns how many events were new.
     */
    public int status(String creditor, String name, byte[] bytes) throws UnreadableAnswer {
        String batchId = batchId(STATUS, creditor, name, bytes);
        List<Receipt> found = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                String state = row.getField("state");
                if (!STATES.contains(state)) {
                    throw new UnreadableAnswer("line " + row.getStartingLineNumber() + ": unknown state");
                }
                OptionalLong dispatch = LetterId.parse(creditor, row.getField("letterId"));
                if (dispatch.isPresent()) {
                    found.add(new Receipt(
                            dispatch.getAsLong(),
                            DeliveryOutcome.oneLine(row.getField("eventId")),
                            state,
                            DeliveryOutcome.oneLine(row.getField("reason")),
                            Instant.parse(row.getField("eventTime"))));
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableAnswer("not a status file: " + DeliveryOutcome.oneLine(broken.getMessage()));
        }
        int added = receipts.add(creditor, found);
        List<Long> cancelled = found.stream()
                .filter(receipt -> receipt.state().equals("CANCELLED"))
                .map(Receipt::dispatchId)
                .toList();
        recalls.cancelled(creditor, batchId, cancelled);
        return added;
    }

    private String batchId(Pattern pattern, String creditor, String name, byte[] bytes) throws UnreadableAnswer {
        Matcher matcher = pattern.matcher(name);
        if (!matcher.matches() || bytes.length > LARGEST) {
            throw new UnreadableAnswer("not the name or the size of an answer");
        }
        String batchId = matcher.group(1);
        if (!batchId.startsWith(creditor + "-") || batches.state(batchId).isEmpty()) {
            throw new UnreadableAnswer("no such batch of " + creditor);
        }
        if (batches.isLeaving(batchId)) {
            throw new IllegalStateException("batch " + batchId + " is still leaving: its answer is taken later");
        }
        return batchId;
    }

    private static JsonNode json(byte[] bytes) throws UnreadableAnswer {
        try {
            return JSON.readTree(bytes);
        } catch (IOException broken) {
            throw new UnreadableAnswer("not JSON");
        }
    }

    private static String word(String code) {
        return code.matches("[A-Z_]{1,30}") ? code : "UNKNOWN";
    }
}
