package io.sollecito.delivery.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.delivery.LetterId;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.LetterBatches.Batch;
import io.sollecito.ledger.outbox.LetterReports;
import io.sollecito.ledger.outbox.LetterReports.Proof;
import io.sollecito.ledger.outbox.LetterReports.Report;
import io.sollecito.model.Counted;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what a print house puts into its out folder. Files that come again, or out of order, change nothing. */
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
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LetterBatches batches;
    private final LetterReports reports;
    private final Alarms alarms;
    private final Clock clock;

    public PrintHouseAnswers(LetterBatches batches, LetterReports reports, Alarms alarms, Clock clock) {
        this.batches = batches;
        this.reports = reports;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Whether a file is called as status files are. */
    static boolean isStatus(String name) {
        return STATUS.matcher(name).matches();
    }

    /**
     * Takes {@code {batchId}.ack.json}: the batch's state, and each letter's as accepted or refused. Returns how many
     * letters it told news of.
     */
    public int acknowledgement(String creditor, String name, byte[] bytes) throws UnreadableAnswer {
        Batch batch = batch(ACKNOWLEDGEMENT, creditor, name, bytes);
        JsonNode answer = json(bytes);
        String state = RESULTS.get(answer.path("result").asText());
        if (state == null) {
            throw new UnreadableAnswer("its result is none of " + RESULTS.keySet());
        }
        String known = batches.state(batch.batchId()).orElse(state);
        if (known.equals("rejected") && !state.equals("rejected")) {
            alarm(batch, "acknowledged-after-all", "was rejected, and is now said to be " + state);
            return 0;
        }
        checkCounts(batch, answer);
        Map<Long, String> refused = refused(creditor, batch, state, answer);
        List<Report> told = new ArrayList<>();
        for (long dispatch : batches.dispatches(batch.batchId())) {
            String code = refused.get(dispatch);
            String event = "ack:" + batch.batchId() + ":" + (code == null ? "ACKED" : code);
            told.add(new Report(
                    dispatch, event, code == null ? "ACKED" : "REJECTED", code, clock.instant(), Proof.NONE));
        }
        int added = reports.add(creditor, batch.batchId(), told);
        if (!state.equals(known)) {
            batches.move(creditor, batch.batchId(), state, null);
        }
        if (!refused.isEmpty()) {
            alarm(batch, "letters-refused", "the print house refused " + counted(refused));
        }
        return added;
    }

    /**
     * Takes {@code {batchId}.status.{n}.csv}: each event once, and what follows of it for its letter. Returns how many
     * events were new.
     */
    public int status(String creditor, String name, byte[] bytes) throws UnreadableAnswer {
        Batch batch = batch(STATUS, creditor, name, bytes);
        return reports.add(creditor, batch.batchId(), StatusFile.read(creditor, bytes));
    }

    /** What was counted there must be what left here: a difference is a letter too few, or one too many. */
    private void checkCounts(Batch batch, JsonNode answer) {
        String difference = difference("letterCount", "letters", batch.letters(), answer)
                + difference("pageCount", "pages", batch.pages(), answer);
        if (!difference.isEmpty() && !answer.path("result").asText().equals("REJECTED")) {
            alarm(batch, "counted-differently", "the print house counted" + difference);
        }
    }

    private static String difference(String field, String what, int sent, JsonNode answer) {
        JsonNode counted = answer.path(field);
        return counted.isIntegralNumber() && counted.asInt() != sent
                ? " %d %s of %d".formatted(counted.asInt(), what, sent)
                : "";
    }

    private Map<Long, String> refused(String creditor, Batch batch, String state, JsonNode answer) {
        Map<Long, String> refused = new LinkedHashMap<>();
        for (JsonNode reject : answer.path("rejects")) {
            String code = word(reject.path("code").asText());
            LetterId.parse(creditor, reject.path("letterId").asText()).ifPresent(id -> refused.put(id, code));
        }
        if (state.equals("rejected")) {
            String code = word(answer.path("code").asText());
            batches.dispatches(batch.batchId()).forEach(id -> refused.putIfAbsent(id, code));
        }
        return refused;
    }

    private void alarm(Batch batch, String kind, String message) {
        alarms.raise(batch.creditor(), kind, "batch:" + batch.batchId(), "batch " + batch.batchId() + ": " + message);
    }

    private static String counted(Map<Long, String> refused) {
        Map<String, Integer> codes = new TreeMap<>();
        refused.values().forEach(code -> codes.merge(code, 1, Integer::sum));
        return Counted.of(refused.size(), "letter") + " " + codes;
    }

    private Batch batch(Pattern pattern, String creditor, String name, byte[] bytes) throws UnreadableAnswer {
        Matcher matcher = pattern.matcher(name);
        if (!matcher.matches() || bytes.length > LARGEST) {
            throw new UnreadableAnswer("not the name or the size of an answer");
        }
        Batch batch = batches.find(matcher.group(1))
                .filter(known -> known.creditor().equals(creditor))
                .orElseThrow(() -> new UnreadableAnswer("no such batch of " + creditor));
        if (batches.isLeaving(batch.batchId())) {
            throw new IllegalStateException(
                    "batch " + batch.batchId() + " is still leaving: its answer is taken later");
        }
        return batch;
    }

    private static JsonNode json(byte[] bytes) throws UnreadableAnswer {
        try {
            return JSON.readTree(bytes);
        } catch (IOException broken) {
            throw new UnreadableAnswer("not JSON");
        }
    }

    private static String word(String code) {
        return code.matches("[A-Z_]{1,30}") ? code : "OTHER";
    }
}
