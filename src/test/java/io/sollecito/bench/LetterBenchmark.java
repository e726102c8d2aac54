package io.sollecito.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.delivery.Facts;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.reminders.message.AddressZone;
import io.sollecito.reminders.message.BareLetters;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.ReminderFacts;
import io.sollecito.reminders.message.Templates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Letters with QR code and address zone, from facts to PDF/A on all cores, against printing one finished page. */
final class LetterBenchmark implements Benchmark {

    private static final int MOST = 500;
    private static final int DEBTORS = 50;
    private static final double SMALLEST_SHARE = 0.9;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        int letters = Math.min(rows / 20 + 1, MOST);
        Composer composer = new Composer(Templates.load(Path.of("reminders/templates")), Path.of(""));
        BareLetters bare = new BareLetters();
        List<ReminderFacts> facts = facts(databases);
        String page = BareLetters.page(composer, facts.get(0), AddressZone.DIN_5008_B);
        Effort alone = Effort.ENDLESS;
        Effort whole = Effort.ENDLESS;
        for (int round = 0; round < 3; round++) {
            alone = alone.orBetter(Effort.of(() -> each(letters, i -> bare.print(page, facts.get(0), composer))));
            whole = whole.orBetter(Effort.of(() ->
                    each(letters, i -> composer.letter(facts.get(i % facts.size()), AddressZone.DIN_5008_B))));
        }
        Measurement limit = Measurement.plain("printing one finished page", letters, alone);
        return List.of(
                limit,
                Measurement.plain("letters, facts to PDF/A", letters, whole).against(limit, SMALLEST_SHARE));
    }

    private interface Printing {
        Letter print(int number);
    }

    private static void each(int letters, Printing printing) {
        long pages = IntStream.range(0, letters)
                .parallel()
                .mapToObj(printing::print)
                .mapToLong(Letter::pages)
                .sum();
        if (pages < letters) {
            throw new IllegalStateException(pages + " pages of " + letters + " letters");
        }
    }

    private static List<ReminderFacts> facts(Databases databases) {
        try (HikariDataSource source = databases.empty()) {
            Database database = Database.open(source);
            DueReminders.fill(database, DEBTORS);
            List<Claim> claims =
                    OutboxBenchmark.outbox(database).claim("bench", DueReminders.ACME.code(), Set.of("email"), DEBTORS);
            Map<Long, DispatchContent> contents = new DispatchContents(database).load(claims, DAY);
            return contents.values().stream()
                    .map(content -> Facts.of(content, DueReminders.ACME, DAY))
                    .toList();
        }
    }
}
