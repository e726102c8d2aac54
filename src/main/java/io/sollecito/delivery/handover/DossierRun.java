package io.sollecito.delivery.handover;

import io.sollecito.delivery.Facts;
import io.sollecito.ledger.database.LeaseLost;
import io.sollecito.ledger.dossiers.Dossiers;
import io.sollecito.ledger.dossiers.HandedOver;
import io.sollecito.ledger.items.Items;
import io.sollecito.ledger.items.StoredItem;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.stories.Stories;
import io.sollecito.model.Creditor;
import io.sollecito.model.OneLine;
import io.sollecito.model.Sha256;
import io.sollecito.reminders.message.MessageHeld;
import io.sollecito.reminders.message.ReminderFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a dossier of everything that was handed over and has none yet. A crash leaves either a dossier that is recorded or
 * none; a dossier that cannot be made is told once and tried again by the next run.
 */
public final class DossierRun {

    private static final Logger LOG = LoggerFactory.getLogger(DossierRun.class);

    private final Dossiers dossiers;
    private final DispatchContents contents;
    private final Items items;
    private final Stories stories;
    private final Function<ReminderFacts, byte[]> statement;
    private final Alarms alarms;
    private final Path data;

    /**
     * @param statement makes the account statement
     * @param data the data folder; dossiers lie below it, by creditor
     */
    public DossierRun(
            Dossiers dossiers,
            DispatchContents contents,
            Items items,
            Stories stories,
            Function<ReminderFacts, byte[]> statement,
            Alarms alarms,
            Path data) {
        this.dossiers = dossiers;
        this.contents = contents;
        this.items = items;
        this.stories = stories;
        this.statement = statement;
        this.alarms = alarms;
        this.data = data;
    }

    /** Returns how many dossiers were made. */
    public int run(Creditor creditor) {
        int made = 0;
        for (HandedOver over : dossiers.missing(creditor.code())) {
            try {
                made += make(over, creditor) ? 1 : 0;
            } catch (MessageHeld | IOException failed) {
                LOG.warn("no dossier of dispatch {}: {}", over.dispatch(), failed.getMessage());
                tell(over, OneLine.of(failed.getMessage(), 200));
            } catch (LeaseLost lost) {
                throw lost;
            } catch (RuntimeException fault) {
                LOG.error("no dossier of dispatch {}", over.dispatch(), fault);
                tell(over, "an error, see the log");
            }
        }
        return made;
    }

    private void tell(HandedOver over, String why) {
        alarms.raise(
                over.creditor(),
                "no-dossier",
                "dispatch:" + over.dispatch(),
                "what dispatch " + over.dispatch() + " handed over has no dossier yet: " + why);
    }

    private boolean make(HandedOver over, Creditor creditor) throws IOException {
        LocalDate day = LocalDate.ofInstant(over.at(), creditor.zone());
        ReminderFacts facts = Facts.of(content(over, day), creditor, day);
        Map<Long, BigDecimal> owed = dossiers.owed(over);
        if (owed.isEmpty()) {
            throw new MessageHeld("nothing of it is open any more");
        }
        List<DossierItem> history = over.items().stream()
                .filter(owed::containsKey)
                .map(item -> item(item, owed.get(item), facts))
                .flatMap(Optional::stream)
                .toList();
        byte[] zip = new Dossier(over, facts, history, statement.apply(facts)).zip();
        String name = facts.letterId() + ".zip";
        Path place = Path.of("dossiers", creditor.code(), name);
        write(data.resolve(place), zip);
        return dossiers.made(over, name, Sha256.hex(zip), place.toString(), day);
    }

    private DispatchContent content(HandedOver over, LocalDate day) {
        Claim claim = new Claim(over.dispatch(), over.reminder(), over.creditor(), over.debtor(), "handover", "", 0, 0);
        DispatchContent content = contents.load(List.of(claim), day).get(over.dispatch());
        if (content == null) {
            throw new MessageHeld("the ledger does not know its debtor");
        }
        return content;
    }

    /** As handed over, but not more than what is open now. */
    private Optional<DossierItem> item(long id, BigDecimal owed, ReminderFacts facts) {
        Optional<StoredItem> stored = items.find(id);
        return stored.map(known -> {
            BigDecimal listed = facts.items().stream()
                    .filter(each -> each.item().itemKey().equals(known.item().itemKey()))
                    .map(ReminderFacts.Listed::amount)
                    .findFirst()
                    .orElse(known.item().openAmount());
            return DossierItem.of(id, known.item(), listed.min(owed), stories);
        });
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "dossier", ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
