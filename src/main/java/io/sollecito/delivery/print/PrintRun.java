package io.sollecito.delivery.print;

import io.sollecito.delivery.Composing;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.Facts;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.print.PrintProfile.Service;
import io.sollecito.ledger.outbox.Accepted;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.LetterBatches;
import io.sollecito.ledger.outbox.LetterBatches.Packed;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.LetterForm;
import io.sollecito.reminders.message.MessageHeld;
import io.sollecito.reminders.message.ReminderFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Packs a creditor's due letters and hands them to its print house. Until the trigger is uploaded the print house takes
 * nothing: whatever fails before it leaves the letters waiting, whatever goes wrong with it leaves them uncertain. Law 6
 * is checked when the letters are claimed and once more right before the trigger; if a letter must not leave then, the
 * package is given up and packed anew without it.
 */
public final class PrintRun {

    /** What became of one package; {@code state}: sent, uncertain, failed or withdrawn (packed anew). */
    public record BatchResult(String batchId, Product product, int letters, String state) {}

    /** Claimed letters that go into one package. */
    private record Replacement(String replaces, List<Claim> claims) {}

    /** A claim's letter, or why it is held. */
    private record Written(Claim claim, BatchLetter letter, String held) {}

    private static final List<String> CHANNELS = List.of("letter", "registered-letter");
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
            for (String channel : CHANNELS) {
                run(creditor, channel, profile, now, results);
            }
        }
        return results;
    }

    private void run(Creditor creditor, String channel, PrintProfile profile, Instant now, List<BatchResult> results) {
        int withdrawals = 0;
        while (true) {
            List<Claim> claims = outbox.claim(worker, creditor.code(), Set.of(channel), LETTERS_PER_BATCH);
            if (claims.isEmpty()) {
                return;
            }
            Optional<Service> service = profile.service(channel);
            if (service.isEmpty()) {
                String reason = "the print house of profile " + profile.name() + " posts no " + channel;
                claims.forEach(claim -> outbox.failed(claim, "no-product", reason, true));
                continue;
            }
            boolean again = true;
            for (Replacement part : replacements(claims)) {
                List<BatchLetter> letters = letters(part.claims(), creditor, profile, now);
                if (!letters.isEmpty()) {
                    BatchPackage batch =
                            BatchPackage.of(order(creditor, service.get(), profile, now, part.replaces()), letters);
                    String state = handOver(creditor, batch, letters);
                    results.add(new BatchResult(
                            batch.order().batchId(), batch.order().product(), letters.size(), state));
                    again &= state.equals("sent") || state.equals("withdrawn") && ++withdrawals < ATTEMPTS;
                }
            }
            if (!again) {
                return;
            }
        }
    }

    /** Letters that the print house refused are packed apart: their package names the one that it replaces. */
    private List<Replacement> replacements(List<Claim> claims) {
        Map<Long, String> refused =
                batches.refusedIn(claims.stream().map(Claim::dispatchId).toList());
        Map<String, List<Claim>> byBatch = new TreeMap<>();
        for (Claim claim : claims) {
            byBatch.computeIfAbsent(refused.getOrDefault(claim.dispatchId(), ""), batch -> new ArrayList<>())
                    .add(claim);
        }
        return byBatch.entrySet().stream()
                .map(part -> new Replacement(part.getKey().isEmpty() ? null : part.getKey(), part.getValue()))
                .toList();
    }

    private List<BatchLetter> letters(List<Claim> claims, Creditor creditor, PrintProfile profile, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, creditor.zone());
        Map<Long, DispatchContent> loaded = contents.load(claims, today);
        List<Written> all = claims.parallelStream()
                .map(claim -> written(claim, loaded.get(claim.dispatchId()), creditor, profile, today))
                .toList();
        all.stream().filter(one -> one.held() != null).forEach(one -> outbox.held(one.claim(), one.held()));
        return all.stream().map(Written::letter).filter(Objects::nonNull).toList();
    }

    /** A letter, on whatever core is free. */
    private Written written(
            Claim claim, DispatchContent content, Creditor creditor, PrintProfile profile, LocalDate today) {
        if (content == null || content.debtor().address() == null) {
            return new Written(claim, null, "the debtor has no postal address");
        }
        ReminderFacts facts = Facts.of(content, creditor, today);
        boolean withStatement = content.attachments().contains("account-statement");
        try {
            Letter letter = composing.letter(facts, new LetterForm(profile.zone(), withStatement, profile.test()));
            checkSheets(letter, profile);
            return new Written(claim, new BatchLetter(claim, facts, letter), null);
        } catch (MessageHeld held) {
            return new Written(claim, null, held.getMessage());
        }
    }

    private static void checkSheets(Letter letter, PrintProfile profile) {
        int sheets = profile.sheets(letter.pages());
        if (sheets > profile.maxSheets()) {
            throw new MessageHeld("the letter has " + sheets + " sheets, the print house takes " + profile.maxSheets());
        }
    }

    private BatchPackage.Order order(
            Creditor creditor, Service service, PrintProfile profile, Instant now, String replaces) {
        ZonedDateTime local = now.atZone(creditor.zone());
        ZonedDateTime cutOff = profile.cutOffAfter(local);
        String prefix = creditor.code() + "-" + local.toLocalDate().toString().replace("-", "") + "-"
                + service.product().letter();
        String batchId = prefix + (batches.countOf(prefix) + 1);
        return new BatchPackage.Order(
                batchId, service, profile, now, cutOff.toInstant(), cutOff.toLocalDate(), replaces);
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
                        order.cutOff(),
                        order.replaces()),
                letters.stream().map(letter -> packed(order, letter)).toList());
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

    /** What the print house may count and ask for, to be compared with its bill. */
    private static Packed packed(BatchPackage.Order order, BatchLetter letter) {
        int sheets = order.profile().sheets(letter.letter().pages());
        Handling agreed = order.profile().handling();
        Optional<WeightClass> expected =
                WeightClass.of(agreed.grams(sheets), order.service().weights());
        return new Packed(
                letter.claim(),
                sheets + (agreed.addressSheet() ? 1 : 0),
                expected.map(WeightClass::postage).orElse(null),
                expected.map(WeightClass::currency).orElse(null));
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
        outbox.sent(letters.stream()
                .map(letter -> new Accepted(letter.claim(), letter.letterId()))
                .toList());
        return "sent";
    }
}
