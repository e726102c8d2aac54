package io.sollecito.reminders;

import io.sollecito.CreditorsForTests;
import io.sollecito.ledger.addresses.SuspendedAddresses;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.Outbox;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.ledger.reminders.Approvals;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.ledger.reminders.Fallbacks;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.reminders.PlannedReminders;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.ledger.reminders.Thanks;
import io.sollecito.model.Address;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Contact;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.Recipients;
import io.sollecito.model.RunRules;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.message.Templates;
import io.sollecito.reminders.plan.Plans;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ledger with a creditor, a clock that tests move, and everything that planning needs. */
public final class PlanningLedger {

    public static final Creditor ACME = CreditorsForTests.ACME;

    private static final ReturnTimes RETURNS = ReturnTimes.load(Path.of("reminders"));
    private static final Templates TEMPLATES = Templates.load(Path.of("reminders/templates"));

    public final Database database;
    public final Journal journal;
    public final Connections connections;
    public final Holds holds;
    public final Approvals approvals;
    public final PlanningRuns runs;
    public final PlannedReminders planned;
    private final Outbox outbox;
    public final Plans plans;
    private final ChargeRules rules;
    private int momentsLeft = Integer.MAX_VALUE;
    private Runnable atLast = () -> {};
    private Instant now = Instant.parse("2026-03-02T06:00:00Z");
    private final Clock clock = new Clock() {
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
            if (momentsLeft-- <= 0) {
                atLast.run();
            }
            return now;
        }
    };

    /** Stands for the death of the process: what is not committed is lost. */
    public static final class Crash extends RuntimeException {}

    /** The process dies when it has looked at the clock so many times. */
    public void crashAfter(int moments) {
        after(moments, () -> {
            throw new Crash();
        });
    }

    /** That happens whenever the clock is looked at after so many times. */
    public void after(int moments, Runnable happens) {
        momentsLeft = moments;
        atLast = happens;
    }

    public void restart() {
        momentsLeft = Integer.MAX_VALUE;
    }

    public PlanningLedger(Database database, Plans plans) {
        this(database, plans, ChargeRules.NONE);
    }

    public PlanningLedger(Database database, Plans plans, ChargeRules rules) {
        this.database = database;
        this.plans = plans;
        this.rules = rules;
        this.journal = new Journal(database, clock);
        this.connections = new Connections(database, clock);
        this.holds = new Holds(database, journal, clock);
        this.approvals = new Approvals(database, journal);
        this.runs = new PlanningRuns(database, clock);
        this.planned = new PlannedReminders(database, journal, clock);
        this.outbox = new Outbox(
                database,
                clock,
                journal,
                connections,
                Map.of(ACME.code(), ACME),
                SendPolicy.DEFAULT,
                new Fallbacks(database, journal, clock, plans));
        connections.declare(new Connections.Connection("erp-acme-sap", "ACME-IT", "erp", "daily", 2, 30));
    }

    /** What people decide about proposals. */
    public ProposalDesk desk() {
        return new ProposalDesk(database, connections, journal, plans, rules, RETURNS, () -> TEMPLATES, clock);
    }

    /** What plans each creditor's day when its inputs are in, at that local time at the latest. */
    public DailyPlanning daily(LocalTime deadline) {
        ThanksRun thanks = new ThanksRun(new Thanks(database, clock, journal), plans, clock);
        return new DailyPlanning(run(), runs, connections, thanks, deadline, clock);
    }

    /** What a run would decide. */
    public PlanPreview preview() {
        return new PlanPreview(new Cases(database, 2), connections, plans, rules, RETURNS);
    }

    /** What a worker would take now, on any channel. */
    public List<Claim> claim() {
        return outbox.claim("worker", ACME.code(), Set.copyOf(Recipients.CHANNELS), 100);
    }

    /** The same with runs by other rules; the ledger's facts are fresh. */
    public PlanningRun.Result runOn(String day, RunRules rules) {
        return runOn(day, ACME.with(rules));
    }

    public SuspendedAddresses addresses() {
        return new SuspendedAddresses(database, journal, clock);
    }

    public PlanningRun run() {
        return run(new Cases(database, 2));
    }

    private PlanningRun run(Cases cases) {
        return new PlanningRun(cases, planned, runs, holds, connections, journal, plans, rules, RETURNS, clock);
    }

    /** Fresh facts, and a run on that day at 07:00 in Rome. */
    public PlanningRun.Result runOn(String day) {
        return runOn(day, run());
    }

    /** The same with another file of the creditor's. */
    public PlanningRun.Result runOn(String day, Creditor creditor) {
        dayIs(day);
        connections.factsAsOf("erp-acme-sap", now);
        return run().run(creditor, LocalDate.parse(day));
    }

    /** The same with batches as large as in production. */
    public PlanningRun.Result runAtFullSize(String day) {
        return runOn(day, run(new Cases(database)));
    }

    private PlanningRun.Result runOn(String day, PlanningRun run) {
        dayIs(day);
        connections.factsAsOf("erp-acme-sap", now);
        return run.run(ACME, LocalDate.parse(day));
    }

    public void dayIs(String day) {
        now = LocalDate.parse(day).atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    public void momentIs(String moment) {
        now = Instant.parse(moment);
    }

    public void debtor(String number, String email) {
        Debtor debtor = new Debtor(
                "ACME-IT",
                "sap",
                number,
                "Rossi " + number,
                "business",
                null,
                "it",
                "IT",
                new Address(List.of("Via Roma 1"), "20121", "Milano", "IT"),
                List.of(),
                null,
                List.of(),
                List.of(new Contact("accounts-payable", "Anna", email, "+39 333 1234567")));
        database.sql()
                .sql("insert into debtor (creditor, source, debtor, name, canonical, hash, export_id)"
                        + " values (?, 'sap', ?, ?, ?, 'h', 1)")
                .params(
                        "ACME-IT",
                        number,
                        debtor.name(),
                        CanonicalJson.write(debtor).toString())
                .update();
    }

    public long item(String debtor, String number, String due, String amount) {
        database.sql()
                .sql(
                        "insert into open_item (creditor, source, item_key, connection, debtor, document_no, instalment, type,"
                                + " issue_date, due_date, due_date_origin, currency, original_amount, erp_open, in_collection, hash,"
                                + " created_export, created_line, changed_export, changed_line)"
                                + " values ('ACME-IT', 'sap', ?, 'erp-acme-sap', ?, ?, 1, 'INVOICE', ?, ?, 'SOURCE', 'EUR', ?, ?,"
                                + " false, 'h', 1, 2, 1, 2)")
                .params(
                        number,
                        debtor,
                        number,
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse(due),
                        new BigDecimal(amount),
                        new BigDecimal(amount))
                .update();
        return database.sql()
                .sql("select id from open_item where item_key = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    /** An item of debtor 4711 that continues another one, which was settled by it on 5 March. */
    public long rest(long old, String documentNo, String replaces) {
        database.sql()
                .sql("update open_item set erp_open = 0, settled_cause = 'replaced', settled_at ="
                        + " timestamp with time zone '2026-03-05 05:00:00+00' where id = ?")
                .param(old)
                .update();
        long item = item("4711", documentNo, "2026-03-01", "60.00");
        database.sql()
                .sql("update open_item set replaces = ? where id = ?")
                .params(replaces, item)
                .update();
        return item;
    }

    /** The outbox sends everything that waits. */
    public void sendAll(String day) {
        database.sql()
                .sql("update dispatch set state = 'sent' where state = 'waiting'")
                .update();
        database.sql()
                .sql("update reminder set state = 'sent', effective_on = ? where state = 'waiting'")
                .param(LocalDate.parse(day))
                .update();
    }

    /** A dispatch fails for good, as the outbox records it. */
    /** Whoever sends that dispatch is told that it failed for good, be it as late as a bounce. */
    public void fail(long dispatch) {
        database.inTransaction(() -> {
            database.sql()
                    .sql("update dispatch set state = 'sending' where id = ?")
                    .param(dispatch)
                    .update();
            Claim claim = database.sql()
                    .sql("select * from dispatch where id = ?")
                    .param(dispatch)
                    .query((rs, n) -> new Claim(
                            dispatch,
                            rs.getLong("reminder_id"),
                            rs.getString("creditor"),
                            rs.getString("debtor"),
                            rs.getString("channel"),
                            rs.getString("recipient"),
                            rs.getInt("attempts"),
                            rs.getLong("claim_token")))
                    .single();
            outbox.failed(claim, "550", "no such mailbox", true);
        });
    }

    public List<String> dispatches() {
        return database.sql()
                .sql("select channel, state, recipient from dispatch order by id")
                .query((rs, n) -> rs.getString(1) + " " + rs.getString(2))
                .list();
    }

    /** Document, step and state of all reminders that advance an item. */
    public List<String> reminded() {
        return database.sql()
                .sql(
                        "select i.document_no, ri.step, r.state from reminder_item ri join reminder r on r.id = ri.reminder_id"
                                + " join open_item i on i.id = ri.item_id where ri.advances order by r.id, i.document_no")
                .query((rs, n) -> rs.getString(1) + " " + rs.getString(2) + " " + rs.getString(3))
                .list();
    }

    public String outcome(long item) {
        return database.sql()
                .sql("select outcome, step from latest_decision where item_id = ?")
                .param(item)
                .query((rs, n) -> rs.getString(1) + (rs.getString(2) == null ? "" : " " + rs.getString(2)))
                .single();
    }

    public long count(String sql) {
        return database.sql()
                .sql("select count(*) from " + sql)
                .query(Long.class)
                .single();
    }
}
