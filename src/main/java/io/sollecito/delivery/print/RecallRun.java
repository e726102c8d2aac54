package io.sollecito.delivery.print;

import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.LetterId;
import io.sollecito.delivery.Outlet;
import io.sollecito.ledger.outbox.Recalls;
import io.sollecito.ledger.outbox.Recalls.Letter;
import io.sollecito.model.Creditor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a creditor's print house for letters back whose items were paid or put on hold before the batch's cut-off. The file of a batch
 * names all its letters to recall, those asked for before too: it takes the earlier file's place, read or not. A recall is
 * recorded once its file is there; what fails before is tried by the next run.
 */
public final class RecallRun {

    private static final Logger LOG = LoggerFactory.getLogger(RecallRun.class);

    private final Recalls recalls;
    private final Outlet outlet;

    public RecallRun(Recalls recalls, Outlet outlet) {
        this.recalls = recalls;
        this.outlet = outlet;
    }

    /** Recalls what is due; returns how many letters were asked for that were not before. */
    public int run(Creditor creditor, Instant now) {
        Map<String, List<Letter>> byBatch = recalls.due(creditor.code(), now).stream()
                .collect(Collectors.groupingBy(Letter::batchId, LinkedHashMap::new, Collectors.toList()));
        int requested = 0;
        for (Map.Entry<String, List<Letter>> batch : byBatch.entrySet()) {
            boolean news = batch.getValue().stream().anyMatch(letter -> !letter.requested());
            if (news && uploaded(creditor, batch.getKey(), batch.getValue())) {
                requested += recalls.requested(creditor.code(), batch.getKey(), batch.getValue(), now);
            }
        }
        return requested;
    }

    private boolean uploaded(Creditor creditor, String batchId, List<Letter> letters) {
        StringBuilder csv = new StringBuilder("letterId;reason\r\n");
        for (Letter letter : letters) {
            csv.append(LetterId.of(creditor.code(), letter.dispatchId()) + ";" + letter.reason() + "\r\n");
        }
        try {
            outlet.send("print-" + creditor.code(), PackageFile.text(batchId + ".recall.csv", csv.toString()));
            return true;
        } catch (Exception failure) {
            LOG.warn("batch {}: its recall is tried again: {}", batchId, DeliveryOutcome.reason(failure));
            return false;
        }
    }
}
