package io.sollecito;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.ledger.outbox.OutboxRecovery;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.model.Address;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Contact;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ledger with items, reminders and dispatches of ACME-IT, at nine o'clock of 2 March 2026. */
public final class OutboxForTests {

    /** A clock that a test moves. */
    public static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T08:00:00Z");

        public void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    public static final Creditor ACME = CreditorsForTests.ACME;

    public final Database database;
    public final MovedClock clock = new MovedClock();
    public final Journal journal;
    public final Connections connections;
    public final OutboxRecovery recovery;
    public final Outbox outbox;
    public final List<Long> fellBack = new ArrayList<>();
    public boolean hasFallback;

    public OutboxForTests(Database database) {
        this(database, Duration.ZERO);
        begin();
    }

    /** On a ledger that was begun before. */
    public static OutboxForTests on(Database database, Instant now) {
        return new OutboxForTests(database, Duration.between(new MovedClock().instant(), now));
    }

    private OutboxForTests(Database database, Duration later) {
        this.database = database;
        clock.forward(later);
        this.journal = new Journal(database, clock);
        this.connections = new Connections(database, clock);
        this.recovery = new OutboxRecovery(database, clock, journal, Map.of("ACME-IT", ACME));
        this.outbox = outbox(SendPolicy.DEFAULT);
    }

    private void begin() {
        connections.declare(new Connections.Connection("erp-acme-sap", "ACME-IT", "erp", "daily", 2, 30));
        connections.factsAsOf("erp-acme-sap", clock.instant());
        exec(
                "insert into export (connection, creditor, source, kind, delivers, file_name, content_hash, as_of,"
                        + " received_at, state) values ('erp-acme-sap', 'ACME-IT', 'sap', 'openItem', 'snapshot', 'a.csv',"
                        + " 'h', ?, ?, 'applied')",
                Database.at(clock.instant().minusSeconds(7200)),
                Database.at(clock.instant().minusSeconds(7200)));
    }

    public Outbox outbox(SendPolicy policy) {
        return new Outbox(database, clock, journal, connections, Map.of("ACME-IT", ACME), policy, this::fallBack);
    }

    /** An open invoice of a debtor; returns its id. */
    public long item(String debtor, String number, String amount) {
        int known = single(Integer.class, "select count(*) from debtor where debtor = ?", debtor);
        if (known == 0) {
            exec(
                    "insert into debtor (creditor, source, debtor, name, canonical, hash, export_id)"
                            + " values ('ACME-IT', 'sap', ?, ?, ?, 'h', 1)",
                    debtor,
                    "Debtor " + debtor,
                    CanonicalJson.write(debtor(debtor)).toString());
        }
        exec(
                "insert into open_item (creditor, source, item_key, connection, debtor, document_no, instalment, type,"
                        + " issue_date, due_date, due_date_origin, currency, original_amount, erp_open, in_collection,"
                        + " hash, created_export, created_line, changed_export, changed_line) values ('ACME-IT', 'sap',"
                        + " ?, 'erp-acme-sap', ?, ?, 1, 'INVOICE', ?, ?, 'SOURCE', 'EUR', ?, ?, false, 'h', 1, 2, 1, 2)",
                number,
                debtor,
                number,
                LocalDate.of(2026, 1, 15),
                LocalDate.of(2026, 2, 14),
                new BigDecimal(amount),
                new BigDecimal(amount));
        return single(Long.class, "select id from open_item where item_key = ?", number);
    }

    public static Debtor debtor(String number) {
        return new Debtor(
                "ACME-IT",
                "sap",
                number,
                "Debtor " + number,
                "business",
                null,
                "it",
                "IT",
                new Address(List.of("Via Roma 1"), "20121", "Milano", "IT"),
                List.of(),
                null,
                List.of(),
                List.of(new Contact("accounts-payable", "Anna Bianchi", "a@rossi.example", "+393331234567")));
    }

    /** A planned reminder that advances these items by the step; returns its id. */
    public long reminder(String debtor, String step, long... items) {
        int number = single(Integer.class, "select count(*) from reminder") + 1;
        exec(
                "insert into reminder (creditor, source, debtor, plan, step, template, language, currency, total, reference,"
                        + " channels, attachments, state, created_at) values ('ACME-IT', 'sap', ?, 'standard', ?, 'first-reminder',"
                        + " 'it', 'EUR', 0, ?, '[]', '[]', 'waiting', ?)",
                debtor,
                step,
                "RF" + (1000 + number),
                Database.at(clock.instant().minusSeconds(3600)));
        long reminder = single(Long.class, "select max(id) from reminder");
        for (long item : items) {
            list(reminder, item, "overdue", step);
        }
        return reminder;
    }

    /** Lists a further item; a null step means that it does not advance. */
    public void list(long reminder, long item, String role, String step) {
        exec(
                "insert into reminder_item (reminder_id, item_id, role, advances, step, repeat_no, amount, guard)"
                        + " select ?, id, ?, ?, ?, 0, erp_open, ? from open_item where id = ?",
                reminder,
                role,
                step != null,
                step,
                step == null ? null : Boolean.TRUE,
                item);
    }

    /** A dispatch of that reminder, due now; returns its id. */
    public long dispatch(long reminder, String channel, String recipient) {
        exec(
                "insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at, created_at,"
                        + " state_at) select id, creditor, source, debtor, ?, ?, 'waiting', ?, ?, ? from reminder where id = ?",
                channel,
                recipient,
                Database.at(clock.instant()),
                Database.at(clock.instant()),
                Database.at(clock.instant()),
                reminder);
        return single(Long.class, "select max(id) from dispatch");
    }

    /** An e-mail about one invoice of 100.00 of that debtor, due now; returns its dispatch. */
    public long email(String debtor) {
        long item = item(debtor, debtor + "-1", "100.00");
        return dispatch(reminder(debtor, "first", item), "email", "a@rossi.example");
    }

    /** A payment of that item that the bank shows now. */
    public void pays(long item, String amount) {
        exec(
                "insert into allocation (item_id, amount, purpose, state, since, made_at, made_by, state_at)"
                        + " values (?, ?, 'principal', 'pending', ?, ?, 'run', ?)",
                item,
                new BigDecimal(amount),
                Database.at(clock.instant()),
                Database.at(clock.instant()),
                Database.at(clock.instant()));
    }

    public List<Claim> claim(String... channels) {
        return outbox.claim("test", "ACME-IT", Set.of(channels), 100);
    }

    public String state(long dispatch) {
        return single(String.class, "select state from dispatch where id = ?", dispatch);
    }

    public String reason(long dispatch) {
        return single(String.class, "select coalesce(reason, '') from dispatch where id = ?", dispatch);
    }

    public String reminderState(long dispatch) {
        return single(
                String.class,
                "select r.state from reminder r join dispatch d on d.reminder_id = r.id where d.id = ?",
                dispatch);
    }

    /** How many items the dispatch's reminder still guards against a second reminder. */
    public int guards(long dispatch) {
        return single(
                Integer.class,
                "select count(*) from reminder_item ri join dispatch d on d.reminder_id = ri.reminder_id"
                        + " where d.id = ? and ri.guard = true",
                dispatch);
    }

    public <T> T single(Class<T> type, String sql, Object... parameters) {
        return database.sql().sql(sql).params(parameters).query(type).single();
    }

    public void exec(String sql, Object... parameters) {
        var statement = database.sql().sql(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement = statement.param(i + 1, parameters[i]);
        }
        statement.update();
    }

    /** The step's next channel, when the test says that there is one. */
    public boolean fallBack(long dispatch) {
        fellBack.add(dispatch);
        if (hasFallback) {
            long reminder = single(Long.class, "select reminder_id from dispatch where id = ?", dispatch);
            dispatch(reminder, "letter", "Via Roma 1");
        }
        return hasFallback;
    }

    /** Sends what is due by these channels, ten messages at a time. */
    public Dispatcher dispatcher(int threads, Channel... channels) {
        return dispatcher(ACME, threads, channels);
    }

    /** With another file of the creditor's. */
    public Dispatcher dispatcher(Creditor creditor, int threads, Channel... channels) {
        return new Dispatcher(
                outbox,
                recovery,
                new DispatchContents(database),
                List.of(creditor),
                List.of(channels),
                clock,
                "test",
                threads,
                10);
    }
}
