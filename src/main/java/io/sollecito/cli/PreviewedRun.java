package io.sollecito.cli;

import io.sollecito.check.House;
import io.sollecito.creditors.CreditorFiles;
import io.sollecito.delivery.ComposedReminders;
import io.sollecito.delivery.preview.MessagePreview;
import io.sollecito.delivery.print.PrintProfiles;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Counted;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.Templates;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The messages of a run as files, with what became of them and, when it takes long, how far it is told on the way. */
final class PreviewedRun implements AutoCloseable {

    private static final long BETWEEN_LINES = Duration.ofSeconds(2).toNanos();

    private final Path folder;
    private final MessagePreview preview;
    private final Function<String, LocalDate> consideredUntil;
    private final PrintWriter told;
    private long lastLine = System.nanoTime();

    private PreviewedRun(
            Path folder, MessagePreview preview, Function<String, LocalDate> consideredUntil, PrintWriter told) {
        this.folder = folder;
        this.preview = preview;
        this.consideredUntil = consideredUntil;
        this.told = told;
    }

    /** @param asOf the run's day, or null for today */
    static PreviewedRun ofLedger(
            Path folder, int limit, PrintWriter told, LedgerTools tools, House house, LocalDate asOf) {
        Map<String, LocalDate> days = tools.creditors().stream()
                .collect(Collectors.toMap(
                        Creditor::code,
                        creditor -> tools.paymentsConsideredUntil(
                                creditor.code(), asOf == null ? tools.today(creditor.code()) : asOf)));
        MessagePreview preview = preview(
                folder,
                limit,
                tools.folders().reminders(),
                house,
                code -> tools.creditor(code).orElse(null));
        return new PreviewedRun(folder, preview, days::get, told);
    }

    /** @param factsAsOf how old the open items are: payments of the days before are considered */
    static PreviewedRun ofFile(Path folder, int limit, PrintWriter told, House house, LocalDate factsAsOf) {
        Map<String, Creditor> creditors = CreditorFiles.load(house.creditors()).stream()
                .collect(Collectors.toMap(Creditor::code, Function.identity()));
        MessagePreview preview = preview(folder, limit, house.reminders(), house, creditors::get);
        return new PreviewedRun(folder, preview, creditor -> factsAsOf.minusDays(1), told);
    }

    private static MessagePreview preview(
            Path folder, int limit, Path reminders, House house, Function<String, Creditor> creditors) {
        // A link that is signed is not to be paid by anybody: what signs it need not be known.
        Composer composer =
                new Composer(Templates.load(reminders.resolve("templates")), Path.of(""), creditor -> "preview");
        try {
            return new MessagePreview(
                    folder, new ComposedReminders(composer), PrintProfiles.load(house.print()), creditors, limit);
        } catch (IllegalArgumentException notEmpty) {
            throw CannotDo.unclear(notEmpty.getMessage());
        } catch (UncheckedIOException unwritable) {
            throw CannotDo.environment(
                    folder + " cannot be written: " + unwritable.getCause().getMessage());
        }
    }

    void add(CasePlan plan) {
        preview.add(plan, consideredUntil.apply(plan.debtorCase().debtor().creditor()));
        if (System.nanoTime() - lastLine > BETWEEN_LINES) {
            told.println("... " + Counted.of(preview.written(), "message") + " written");
            told.flush();
            lastLine = System.nanoTime();
        }
    }

    /** Tells what was written, and what would be held. */
    void end() {
        int written = preview.written();
        told.println(Counted.of(written, "message") + " written to " + folder + ", listed in "
                + folder.resolve("index.csv")
                + (preview.leftOut() == 0 ? "" : "; " + preview.leftOut() + " more left out by --limit"));
        if (preview.held() > 0) {
            told.println(preview.held() + " would be held:");
            preview.firstHeld()
                    .forEach(held -> told.println("  " + held.step() + " by " + held.channel() + ": " + held.reason()));
            if (preview.held() > preview.firstHeld().size()) {
                told.println("  and more, listed in the index");
            }
        }
        told.flush();
    }

    @Override
    public void close() {
        preview.close();
    }
}
