package io.sollecito.demo;

import io.sollecito.app.Main;
import io.sollecito.app.StartFailure;
import io.sollecito.cli.RunningHub;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.stories.References;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code hub demo}: eight simulated weeks in front of real servers, a line a day, a summary, and where to look. */
public final class Demo {

    static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    static final int WEEKS = 8;
    static final long SEED = 20260302;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd MMM", Locale.ENGLISH);

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        for (String option : options) {
            if (!option.equals("--exit")) {
                System.err.println("hub demo: unknown option " + option + "; usage: hub demo [--exit]");
                System.exit(2);
            }
        }
        boolean exit = options.contains("--exit");
        Path folder = Path.of("target", "demo").toAbsolutePath();
        if (isRunning()) {
            System.err.println("hub demo: a demo is running already in " + folder + ". End it first, with Ctrl-C.");
            System.exit(3);
        }
        try {
            delete(folder);
            System.exit(new Demo(exit ? System.err : System.out).run(folder, exit));
        } catch (Exception failed) {
            StartFailure failure = StartFailure.of(failed);
            System.err.println("hub demo: " + failure.message());
            System.err.println("What happened before is in " + folder.resolve("hub.log") + ".");
            // The servers that did start must not keep alive a demo that is none.
            System.exit(failure.status());
        }
    }

    private static boolean isRunning() throws IOException, InterruptedException {
        Optional<RunningHub> announced = RunningHub.of(Main.DEMO);
        return announced.isPresent()
                && announced
                        .get()
                        .call(List.of("--version"), System.getProperty("user.name"), null, silent(), silent())
                        .isPresent();
    }

    private static PrintWriter silent() {
        return new PrintWriter(Writer.nullWriter());
    }

    private int run(Path folder, boolean exit) throws InterruptedException {
        out.println(
                "Starting an ERP's and a bank's SFTP server, a mail server, an SMS centre, Odoo's database, and the hub.");
        try (DemoRun run = DemoRun.start(folder, FIRST, SEED, List.of())) {
            DemoFigures figures = new DemoFigures(run.ledger());
            List<LocalDate> days = DemoRun.weeks(FIRST, WEEKS);
            for (LocalDate day : days) {
                Instant morning = run.clock().instant();
                out.println(line(run.day(day), figures, morning));
            }
            DemoSummary summary = summary(run, figures, folder, days);
            summary.print(out);
            if (exit) {
                System.out.println(summary.json());
                return summary.violations().isEmpty() ? 0 : 1;
            }
            out.println();
            out.println(
                    "The hub stays up; ask it about anything it did from a second terminal, such as: ./hub demo why "
                            + example(run.ledger()));
            out.println("Ctrl-C ends it.");
            Thread.currentThread().join();
            return 0;
        }
    }

    /** How the walked days ended. */
    public static DemoSummary summary(DemoRun run, DemoFigures figures, Path folder, List<LocalDate> days) {
        List<String> violations = new ArrayList<>(run.violations());
        violations.addAll(new Oracle(run.world().truth(), figures).contradictions());
        return new DemoSummary(
                days.get(0),
                days.get(days.size() - 1),
                days.size(),
                figures.creditors().stream().map(figures::of).toList(),
                violations,
                folder);
    }

    /** One simulated day in one line. */
    public static String line(DemoRun.Day day, DemoFigures figures, Instant since) {
        DayReport.Afternoon afternoon = day.afternoon();
        Map<String, Long> payments = figures.paymentsSince(since);
        long quarantined = figures.quarantinedSince(since);
        return "%s  read %3d records%s  sent %s %2d SMS %s  paid in %9s  matched %2d%s  reminders ended %2d"
                .formatted(
                        DAY.format(day.day()),
                        figures.recordsSince(since),
                        quarantined == 0 ? "" : " (" + quarantined + " quarantined)",
                        counted(afternoon.emails(), "e-mail"),
                        afternoon.texts(),
                        counted(afternoon.letters(), "letter"),
                        afternoon.paid().signum() == 0 ? "-" : afternoon.paid().toPlainString(),
                        payments.getOrDefault("allocated", 0L),
                        payments.getOrDefault("candidates", 0L) == 0
                                ? ""
                                : " (" + payments.get("candidates") + " unclear)",
                        figures.paidAfterReminderSince(since));
    }

    /** As wide for one as for several. */
    private static String counted(int number, String what) {
        return "%2d %s".formatted(number, number == 1 ? what + " " : what + "s");
    }

    /** An item with a story, reminded, then paid, by a number that means nothing else. */
    public static String example(Database ledger) {
        References references = new References(ledger);
        return ledger
                .sql()
                .sql("select i.document_no from open_item i join reminder_item r on r.item_id = i.id"
                        + " join allocation a on a.item_id = i.id where r.advances"
                        + " group by i.document_no order by count(*) desc, i.document_no")
                .query(String.class)
                .list()
                .stream()
                .filter(number -> references.find(number).size() == 1)
                .findFirst()
                .orElse("item:1");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
