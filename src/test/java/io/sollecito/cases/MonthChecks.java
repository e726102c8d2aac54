package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.cases.MonthBooks.Delivery;
import io.sollecito.cases.MonthPost.Reminder;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares the ledger, after a month of faults, with itself, with the books and with what reached the debtors. */
final class MonthChecks {

    private final Database ledger;
    private final MonthBooks books;
    private final List<Reminder> reminders;

    MonthChecks(Database ledger, MonthBooks books, List<Reminder> reminders) {
        this.ledger = ledger;
        this.books = books;
        this.reminders = reminders;
    }

    /** Totals, counts, settlements, single reminders, the journal's chain, which takes in what was committed last. */
    void lawsHold() {
        Journal journal = new Journal(ledger, Clock.systemUTC());
        List<Long> unsealed = rowsOutsideTheChain();
        journal.seal();
        assertThat(new LawChecks(ledger, journal).violations()).isEmpty();
        assertThat(rowsOutsideTheChain())
                .as("rows of the journal outside its chain, though committed before it was sealed")
                .noneMatch(unsealed::contains);
    }

    /** The nodes still live and go on writing. */
    private List<Long> rowsOutsideTheChain() {
        return ledger.sql()
                .sql("select id from journal where hash is null")
                .query(Long.class)
                .list();
    }

    /** Each export once, with every record of its file; each movement of the account once. */
    void everythingIsAccountedFor() {
        Map<String, Long> read = new TreeMap<>();
        ledger.sql()
                .sql("select file_name, records_read from export where state = 'applied'")
                .query(rs -> {
                    assertThat(read.put(rs.getString(1), rs.getLong(2)))
                            .as("applied twice: " + rs.getString(1))
                            .isNull();
                });
        Map<String, Long> written = new TreeMap<>();
        for (Delivery file : books.deliveries().values()) {
            if (file.name().contains("OPOS")) {
                written.put(file.name(), (long) file.records());
            }
        }
        read.keySet().removeIf(name -> !name.contains("OPOS"));
        assertThat(read).as("records of the snapshots, read and written").isEqualTo(written);
        assertThat(count("select count(*) from bank_entry"))
                .isEqualTo(books.booked().size());
        assertThat(count("select count(*) from payment"))
                .isEqualTo(books.booked().size());
        assertThat(ledger.sql()
                        .sql("select coalesce(sum(amount), 0) from payment")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(books.booked().stream()
                        .map(MonthFiles.Booking::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(count("select count(*) from bank_statement where state <> 'applied'"))
                .isZero();
    }

    /** What the ledger says is open in the ERP is what the ERP says. */
    void theLedgerAgreesWithTheErp() {
        assertThat(ledger.sql()
                        .sql("select coalesce(sum(erp_open), 0) from open_item")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(books.openTotal());
        assertThat(count("select count(*) from open_item where settled_cause is null"))
                .isEqualTo(books.items().stream()
                        .filter(item -> item.open.signum() != 0)
                        .count());
    }

    /** No dispatch reached anybody twice, and no step of an item did, in mails and letters together. */
    void nothingReachedAnybodyTwice() {
        Set<Long> dispatches = new HashSet<>();
        List<String> twice = new ArrayList<>();
        Map<String, Long> steps = new HashMap<>();
        Map<Long, List<String>> advanced = advanced();
        Map<Long, String> states = states();
        for (Reminder reminder : reminders) {
            if (!dispatches.add(reminder.dispatch())) {
                twice.add("dispatch " + reminder.dispatch() + " came twice");
            }
            if (!Set.of("sent", "uncertain").contains(states.get(reminder.dispatch()))) {
                twice.add("dispatch " + reminder.dispatch() + " came, and is " + states.get(reminder.dispatch()));
            }
            for (String step : advanced.getOrDefault(reminder.dispatch(), List.of())) {
                Long other = steps.put(step, reminder.dispatch());
                if (other != null) {
                    twice.add(step + " came by dispatches " + other + " and " + reminder.dispatch());
                }
            }
        }
        assertThat(twice).isEmpty();
        List<Long> lost = states.entrySet().stream()
                .filter(state -> state.getValue().equals("sent") && !dispatches.contains(state.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(lost).as("dispatches that count as sent and never came").isEmpty();
    }

    /** No reminder names an invoice whose payment, or advances one whose dispute, the hub knew before it left. */
    void nothingWasRemindedAfterPayment() {
        List<String> wrong = new ArrayList<>();
        Map<Long, List<String>> advanced = advanced();
        for (Reminder reminder : reminders) {
            for (String number : reminder.numbers()) {
                MonthItem item = books.printed(number);
                if (item.settledSince < reminder.begun()) {
                    wrong.add("%s of dispatch %d names %s, which was settled %d ms before"
                            .formatted(
                                    reminder.channel(),
                                    reminder.dispatch(),
                                    number,
                                    reminder.begun() - item.settledSince));
                }
            }
            for (String step : advanced.getOrDefault(reminder.dispatch(), List.of())) {
                MonthItem item = books.printed(step.substring(0, step.indexOf(' ')));
                if (item.settledSince < reminder.begun() || item.isBlocked(reminder.begun())) {
                    wrong.add("dispatch " + reminder.dispatch() + " advances " + step + ", settled or disputed");
                }
                if (!reminder.numbers().contains(item.printedNo)) {
                    wrong.add("dispatch " + reminder.dispatch() + " advances " + step + " and does not name it");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /**
     * A send that nobody knows the end of.
     *
     * @param process that had it in hand
     * @param day on which it was given up
     * @param batch of the letters that it is one of, or null
     */
    record Open(long process, LocalDate day, String batch, String reason) {}

    /** A batch of letters is one send. */
    List<Open> uncertain() {
        return ledger.sql()
                .sql("select distinct claimed_by, state_at, batch_id, reason, case when batch_id is null then id end"
                        + " from dispatch where state = 'uncertain' order by state_at")
                .query((rs, n) -> new Open(
                        Long.parseLong(
                                rs.getString(1).substring(0, rs.getString(1).indexOf('@'))),
                        LocalDate.ofInstant(
                                rs.getObject(2, OffsetDateTime.class).toInstant(), MonthDays.ROME),
                        rs.getString(3),
                        rs.getString(4)))
                .list();
    }

    /** Figures for who reads the run's output. */
    String figures() {
        return "%d exports with %d records (%d quarantined), %d statements, %d payments %s, %d reminders %s, %d mails and letters"
                .formatted(
                        count("select count(*) from export"),
                        count("select coalesce(sum(records_read), 0) from export"),
                        count("select coalesce(sum(records_quarantined), 0) from export"),
                        count("select count(*) from bank_statement"),
                        count("select count(*) from payment"),
                        counts("select decision, count(*) from payment group by decision"),
                        count("select count(*) from reminder"),
                        counts("select channel || ' ' || state, count(*) from dispatch group by channel, state"),
                        reminders.size());
    }

    /** Printed number and step of the items that a dispatch's reminder advances. */
    private Map<Long, List<String>> advanced() {
        Map<Long, List<String>> steps = new HashMap<>();
        ledger.sql()
                .sql("select d.id, i.printed_no || ' ' || ri.step || ' ' || ri.repeat_no from dispatch d"
                        + " join reminder_item ri on ri.reminder_id = d.reminder_id and ri.advances"
                        + " join open_item i on i.id = ri.item_id")
                .query(rs -> {
                    steps.computeIfAbsent(rs.getLong(1), id -> new ArrayList<>())
                            .add(rs.getString(2));
                });
        return steps;
    }

    private Map<Long, String> states() {
        Map<Long, String> states = new HashMap<>();
        ledger.sql().sql("select id, state from dispatch").query(rs -> {
            states.put(rs.getLong(1), rs.getString(2));
        });
        return states;
    }

    private Map<String, Long> counts(String query) {
        Map<String, Long> counts = new TreeMap<>();
        ledger.sql().sql(query).query(rs -> {
            counts.put(rs.getString(1), rs.getLong(2));
        });
        return counts;
    }

    private long count(String query) {
        return ledger.sql().sql(query).query(Long.class).single();
    }
}
