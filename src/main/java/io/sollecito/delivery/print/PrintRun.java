package io.sollecito.delivery.print;

import io.sollecito.delivery.Composing;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.Facts;
import io.sollecito.delivery.Outlet;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.MessageHeld;
import io.sollecito.reminders.message.ReminderFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Packs a creditor's due letters and hands them to its print house. Until the trigger is uploaded the print house takes
 * nothing: whatever fails before it leaves the letters waiting, whatever goes wrong with it leaves them uncertain. Law 6
 * is checked when the letters are claimed and once more right before the trigger; if a letter must not leave then, the
 * package is given up and packed anew without it.
 */
public final class PrintRun {

    /** What became of one package; {@code state}: sent, uncertain, failed or withdrawn (packed anew). */
    public record BatchResult(String batchId, Product product, int letters, String state) {}

    private static final int LETTERS_PER_BATCH = 500;
    private static final int ATTEMPTS = 3;

    private final Outbox outbox;
    private final DispatchContents contents;
    private final LetterBatches batches;
    private final Composing composing;
    private final Outlet outlet;
    private final Map<String, PrintProfile> profiles;
    private final String worker;

    /**
     * @param outbox with a claim lease long enough to render a package's letters ({@code SendPolicy.PRINT})
     * @param profiles by creditor; a creditor without one posts no letters
     */
    public PrintRun(
            Outbox outbox,
            DispatchContents contents,
            LetterBatches batches,
            Composing composing,
            Outlet outlet,
            Map<String, PrintProfile> profiles,
            String worker) {
        this.outbox = outbox;
        this.contents = contents;
        this.batches = batches;
        this.composing = composing;
        this.outlet = outlet;
        this.profiles = Map.copyOf(profiles);
        this.worker = worker;
    }

    /** Packs and hands over everything that is due, at the creditor's cut-off. */
    public List<BatchResult> run(Creditor creditor, Instant now) {
        List<BatchResult> results = new ArrayList<>();
        PrintProfile profile = profiles.get(creditor.code());
        if (profile != null) {
            for (Product product : Product.values()) {
                run(creditor, product, profile, now, results);
            }
        }
        return results;
    }

    private void run(Creditor creditor, Product product, PrintProfile profile, Instant now, List<BatchResult> results) {
        int withdrawals = 0;
        while (true) {
            List<Claim> claims = outbox.claim(worker, creditor.code(), Set.of(product.channel()), LETTERS_PER_BATCH);
            if (claims.isEmpty()) {
                return;
            }
            List<BatchLetter> letters = letters(claims, creditor, profile, now);
            if (letters.isEmpty()) {
                continue;
            }
            BatchPackage batch = BatchPackage.of(order(creditor, product, profile, now), letters);
            String state = handOver(creditor, batch, letters);
            results.add(new BatchResult(batch.order().batchId(), product, letters.size(), state));
            boolean again = state.equals("withdrawn") && ++withdrawals < ATTEMPTS;
            if (!state.equals("sent") && !again) {
                return;
            }
        }
    }

    private List<BatchLetter> letters(List<Claim> claims, Creditor creditor, PrintProfile profile, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, creditor.zone());
        Map<Long, DispatchContent> loaded = contents.load(claims, today);
        List<BatchLetter> letters = new ArrayList<>();
        for (Claim claim : claims) {
            DispatchContent content = loaded.get(claim.dispatchId());
            if (content == null || content.debtor().address() == null) {
                outbox.held(claim, "the debtor has no postal address");
                continue;
            }
            ReminderFacts facts = Facts.of(content, creditor, today);
            try {
                letters.add(new BatchLetter(claim, facts, composing.letter(facts, profile.zone())));
            } catch (MessageHeld held) {
                outbox.held(claim, held.getMessage());
            }
        }
        return letters;
    }

    private BatchPackage.Order order(Creditor creditor, Product product, PrintProfile profile, Instant now) {
        ZonedDateTime local = now.atZone(creditor.zone());
        ZonedDateTime today = local.with(profile.cutOff());
        ZonedDateTime cutOff = local.isAfter(today) ? today.plusDays(1) : today;
        String prefix = creditor.code() + "-" + local.toLocalDate().toString().replace("-", "") + "-"
                + (product == Product.ORDINARY ? "O" : "R");
        String batchId = prefix + (batches.countOf(prefix) + 1);
        return new BatchPackage.Order(batchId, product, profile, now, cutOff.toInstant(), cutOff.toLocalDate());
    }

    private String handOver(Creditor creditor, BatchPackage batch, List<BatchLetter> letters) {
        BatchPackage.Order order = batch.order();
        List<Claim> claims = letters.stream().map(BatchLetter::claim).toList();
        batches.built(
                new LetterBatches.Batch(
                        order.batchId(),
                        creditor.code(),
                        order.product().name(),
                        letters.size(),
                        batch.pages(),
                        batch.zipSha256(),
                        order.cutOff()),
                claims);
        try {
            for (PackageFile file : batch.payload()) {
                outlet.send("print-" + creditor.code(), file);
            }
        } catch (Exception failure) {
            return giveUp(creditor, order, claims, "failed", DeliveryOutcome.reason(failure));
        }
        List<Claim> leaving = outbox.sending(claims);
        if (leaving.size() < claims.size()) {
            return giveUp(creditor, order, leaving, "withdrawn", "a letter may no longer leave: packed anew");
        }
        return trigger(creditor, batch, letters);
    }

    /** Nothing was handed over: the letters wait for the next package. */
    private String giveUp(
            Creditor creditor, BatchPackage.Order order, List<Claim> claims, String state, String reason) {
        batches.move(creditor.code(), order.batchId(), "failed", state);
        claims.forEach(claim -> outbox.returned(claim, "batch " + order.batchId() + ": " + reason));
        return state;
    }

    private String trigger(Creditor creditor, BatchPackage batch, List<BatchLetter> letters) {
        String batchId = batch.order().batchId();
        try {
            outlet.send("print-" + creditor.code(), batch.trigger());
        } catch (Exception failure) {
            String reason =
                    "the trigger of batch " + batchId + " may or may not be there: " + DeliveryOutcome.reason(failure);
            batches.move(creditor.code(), batchId, "uncertain", "trigger");
            letters.forEach(letter -> outbox.uncertain(letter.claim(), letter.letterId(), "trigger", reason));
            return "uncertain";
        }
        batches.move(creditor.code(), batchId, "sent", null);
        letters.forEach(letter -> outbox.sent(letter.claim(), letter.letterId()));
        return "sent";
    }
}
