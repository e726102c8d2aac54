package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.creditors.CreditorFiles;
import io.sollecito.intake.Intake;
import io.sollecito.intake.IntakeAdapter;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.PayingHabits;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Scope;
import io.sollecito.mapping.Unreadable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the ledger: what they answer, what they refuse, and that the journal says who and why. */
class LedgerCommandsTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final String HEADER =
            "Konto;Belegnummer;Referenz;Belegart;Belegdatum;Buchungsdatum;Nettofälligkeit;Betrag in Hauswährung;Hauswährung;"
                    + "Soll/Haben-Kennz.;Ausgleichsdatum\n";

    @TempDir
    Path folder;

    private final Database database = LedgerForTests.h2();
    private final LedgerRows rows = new LedgerRows(database);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Journal journal = new Journal(database, clock);
    private String out;
    private String err;
    private LedgerTools tools;
    private long item;

    @BeforeEach
    void aLedger() {
        tools = new LedgerTools(
                database,
                clock,
                CreditorFiles.load(Path.of("config/creditors")),
                new LedgerTools.Folders(Path.of("routes"), Path.of("mappings"), Path.of("reminders"), folder));
        long export = rows.export("a.csv", "applied", NOW.minusSeconds(3600));
        rows.debtor("11", "Rossi S.r.l.", export);
        item = rows.item(export, "1042", "11", "INVOICE", "1190.00", "EUR");
    }

    @Test
    void a_story_is_told_for_people_and_as_json() throws IOException {
        assertThat(run("why", "2026/1042")).isZero();
        assertThat(out).startsWith("item:1  2026/1042").contains("Line 2 of a.csv");

        assertThat(run("why", "1042", "--json")).isZero();
        SchemaForTests.assertFits("story", out);
        assertThat(out).contains("\"matches\":[{\"kind\":\"item\"");
        assertThat(run("why", "nothing")).isEqualTo(1);
    }

    @Test
    void health_names_each_connection() throws IOException {
        Connections connections = new Connections(database, clock);
        connections.declare(new Connections.Connection("erp-acme", "ACME-IT", "erp", "daily", 2, 30));
        connections.pollFailed("erp-acme", "connection refused", NOW.plusSeconds(60));

        assertThat(run("health", "--json")).isZero();

        SchemaForTests.assertFits("health", out);
        assertThat(out).contains("\"state\":\"failing\"", "connection refused");
        assertThat(run("health")).isZero();
        assertThat(out).contains("failing  erp-acme");
    }

    @Test
    void a_hold_is_placed_and_ended_with_user_and_reason_in_the_journal() {
        assertThat(run("hold", "1042", "--kind", "dispute", "--reason", "wrong goods", "--until", "2026-03-20"))
                .isZero();
        assertThat(out).contains("hold 1 placed on item:1");
        assertThat(run("hold", "--list")).isZero();
        assertThat(out).contains("hold 1  ACME-IT debtor 11, item:1  by anna  dispute: wrong goods (until 2026-03-20)");
        assertThat(run("hold", "--end", "1", "--reason", "credited", "--user", "bruno"))
                .isZero();
        assertThat(run("hold", "--end", "1", "--reason", "credited")).isEqualTo(3);

        assertThat(journalOf("item:1")).contains("hold-placed anna").contains("\"reason\":\"wrong goods\"");
        assertThat(journalOf("hold:1")).contains("hold-ended bruno").contains("\"reason\":\"credited\"");
    }

    @Test
    void a_debtor_is_moved_to_another_plan_until_a_day_and_the_story_tells_it() {
        assertThat(run("move", "11", "--plan", "nicer", "--until", "2026-06-30", "--reason", "x"))
                .isEqualTo(3);
        assertThat(err).contains("There is no plan 'nicer'; there are ").contains("default");
        assertThat(run("move", "11", "--plan", "default", "--reason", "x")).isEqualTo(2);
        assertThat(run("move", "11", "--plan", "default", "--until", "2020-01-01", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("move", "11", "--plan", "default", "--until", "2026-06-30", "--reason", "new buyer"))
                .isZero();
        assertThat(out).contains("move 1: debtor:ACME-IT/sap/11 (Rossi S.r.l., ACME-IT) is under plan default until");
        assertThat(run("move", "--list")).isZero();
        assertThat(out).contains("move 1  ACME-IT debtor 11  plan default until 2026-06-30  by anna: new buyer");
        assertThat(run("move", "--end", "1", "--reason", "he left")).isZero();
        assertThat(run("move", "--end", "1", "--reason", "he left")).isEqualTo(3);

        assertThat(run("why", "debtor:ACME-IT/sap/11")).isZero();
        assertThat(out).contains("Journal: debtor moved by anna").contains("Journal: move ended by anna");
    }

    @Test
    void a_debtors_story_tells_habit_and_risk_with_their_reasons() {
        rows.change(item, 1, NOW.minusSeconds(60), "settled", "0.00", "payment");
        new PayingHabits(database).refresh(CreditorsForTests.ACME, clock);

        assertThat(run("why", "debtor:ACME-IT/sap/11")).isZero();
        assertThat(out).contains("Habit, by the last 1 paid item: usually ").contains("Risk 0 of 100");
    }

    @Test
    void charges_are_waived_with_user_and_reason_in_the_journal_and_told_by_the_story() {
        long reminder =
                rows.reminder(rows.run(LocalDate.of(2026, 3, 9), NOW), item, "11", "formal", "sent", "1190.00", NOW);
        rows.charge(reminder, "interest", "9.93", NOW);
        rows.charge(reminder, "compensation", "40.00", NOW);

        assertThat(run("waive", "charge:1")).isEqualTo(2);
        assertThat(run("waive", "1", "--reason", "goodwill")).isEqualTo(1);
        assertThat(err).contains("'1' means several things: write charge:1");
        assertThat(run("waive", "charge:1", "--reason", "goodwill")).isZero();
        assertThat(out).contains("charge 1 waived: interest of 9.93 EUR on 2026/1042");
        assertThat(run("waive", "charge:1", "--reason", "again")).isEqualTo(3);
        assertThat(err).contains("There is no charge 1 that stands");
        assertThat(run("waive", "1042", "--reason", "a good customer", "--user", "bruno"))
                .isZero();
        assertThat(out).contains("charge 2 waived: compensation of 40.00 EUR");
        assertThat(run("waive", "1042", "--reason", "again")).isEqualTo(3);
        assertThat(err).contains("item:1 has no charge that stands.");

        assertThat(journalOf("item:1"))
                .contains("charge-waived anna")
                .contains("charge-waived bruno")
                .contains("goodwill");
        assertThat(run("why", "1042")).isZero();
        assertThat(out)
                .contains(
                        "Charge 1: reminder 1 added 9.93 EUR of interest to 2026/1042 (as reckoned); waived by anna.");
    }

    @Test
    void a_payment_pays_principal_interest_and_costs_and_no_more_than_was_charged() {
        long reminder =
                rows.reminder(rows.run(LocalDate.of(2026, 3, 9), NOW), item, "11", "formal", "sent", "1190.00", NOW);
        rows.charge(reminder, "interest", "9.93", NOW);
        rows.charge(reminder, "compensation", "40.00", NOW);
        long payment = rows.payment(
                rows.statement("camt.xml", NOW, false), "1239.93", "unmatched", "1239.93", "Rossi S.r.l.", "tutto");

        assertThat(run("allocate", "payment:" + payment, "--interest", "1042=9.94", "--reason", "by phone"))
                .isEqualTo(3);
        assertThat(err).contains("item 1 has only 9.93 of interest to be paid");
        assertThat(run(
                        "allocate",
                        "payment:" + payment,
                        "--to",
                        "1042=1190.00",
                        "--interest",
                        "1042=9.93",
                        "--costs",
                        "1042=40.00",
                        "--reason",
                        "by phone"))
                .isZero();
        assertThat(out)
                .contains("9.93 EUR interest of 1042", "40.00 EUR costs of 1042", "1190.00 EUR principal of 1042");
        assertThat(database.sql()
                        .sql("select sum(open_amount) from open_charge")
                        .query(BigDecimal.class)
                        .single())
                .isZero();
        assertThat(database.sql()
                        .sql("select open_amount from item_effective where id = 1")
                        .query(BigDecimal.class)
                        .single())
                .isZero();
    }

    @Test
    void erasing_a_person_needs_two_people_and_a_settled_account() {
        assertThat(run("erase", "ACME-IT/sap/11", "--reason", "asked")).isEqualTo(3);
        assertThat(err).contains("a second person");
        assertThat(run("erase", "11", "--reason", "asked", "--second", "bruno")).isEqualTo(2);
        assertThat(run("erase", "ACME-IT/sap/11", "--reason", "asked", "--second", "bruno"))
                .isEqualTo(3);
        assertThat(err).contains("1 of the debtor's items are open");
        database.sql().sql("update open_item set settled_cause = 'payment'").update();
        assertThat(run("erase", "ACME-IT/sap/11", "--reason", "asked", "--second", "bruno"))
                .isZero();
        assertThat(out).contains("rows about debtor ACME-IT/sap/11 are erased");
        assertThat(run("why", "1042")).isZero();
        assertThat(out).doesNotContain("Rossi");
        assertThat(run("erase", "ACME-IT/sap/11", "--reason", "asked", "--second", "bruno"))
                .isZero();
        assertThat(out).contains("nothing of debtor ACME-IT/sap/11 was left");
    }

    @Test
    void the_first_broken_row_of_the_journal_is_named_with_its_event() {
        assertThat(run("hold", "1042", "--kind", "dispute", "--reason", "wrong goods"))
                .isZero();
        journal.seal();
        assertThat(run("journal", "verify")).isZero();
        database.sql().sql("update journal set actor = 'nobody'").update();
        assertThat(run("journal", "verify")).isEqualTo(1);
        assertThat(out).contains("The chain is broken at row 1 (hold-placed)");
    }

    @Test
    void a_decision_without_reason_or_with_an_unknown_kind_is_wrong_usage() {
        assertThat(run("hold", "1042", "--kind", "dispute")).isEqualTo(2);
        assertThat(err).contains("--reason");
        assertThat(run("hold", "1042", "--kind", "whim", "--reason", "x")).isEqualTo(2);
        assertThat(run("promise", "1042", "--reason", "x")).isEqualTo(2);
    }

    @Test
    void a_value_that_can_never_be_right_is_wrong_usage_and_not_a_refusal() {
        payment("unmatched", "1190.00");

        assertThat(run(
                        "hold",
                        "1042",
                        "--kind",
                        "manual",
                        "--from",
                        "2026-03-20",
                        "--until",
                        "2026-03-19",
                        "--reason",
                        "x"))
                .isEqualTo(2);
        assertThat(run("allocate", "payment:1", "--to", "1042=-1.00", "--reason", "x"))
                .isEqualTo(2);
    }

    @Test
    void an_empty_list_says_that_it_is_empty() {
        assertThat(run("approve")).isZero();
        assertThat(out).isEqualToIgnoringNewLines("Nothing waits for approval.");
        assertThat(run("hold", "--list")).isZero();
        assertThat(out).isEqualToIgnoringNewLines("No hold is in force.");
    }

    @Test
    void a_reason_that_is_always_needed_stands_in_the_usage_as_required() {
        for (String call : List.of(
                "promise",
                "payment-plan",
                "allocate",
                "release",
                "reverse",
                "split",
                "not-ours",
                "refund",
                "write-off")) {
            assertThat(run(call, "--help")).isZero();
            assertThat(out).as(call).contains("--reason=TEXT").doesNotContain("[--reason=TEXT]");
        }
        assertThat(run("promise", "1042", "--until", "2026-04-01")).isEqualTo(2);
        assertThat(err).contains("Missing required option: '--reason=TEXT'");
    }

    @Test
    void a_date_of_another_form_is_answered_with_the_form_that_is_read() {
        assertThat(run("promise", "1042", "--reason", "x", "--until", "02.03.2026"))
                .isEqualTo(2);
        assertThat(err).contains("'--until'", "'02.03.2026' is no date: write 2026-03-02");
        assertThat(run("promise", "1042", "--reason", "x", "--until", "02/03/2026"))
                .isEqualTo(2);
        assertThat(err).contains("write year-month-day, such as 2026-03-02");
    }

    @Test
    void every_call_says_its_version() {
        assertThat(run("--version")).isZero();
        assertThat(out).startsWith("Sollecito ");
        assertThat(run("check", "--version")).isZero();
        assertThat(out).startsWith("Sollecito ");
    }

    @Test
    void a_reference_with_several_meanings_is_asked_back() {
        rows.debtor("1042", "Verdi", 1);

        assertThat(run("hold", "1042", "--kind", "manual", "--reason", "x")).isEqualTo(1);

        assertThat(err).contains("'1042' means several things", "item:1", "debtor:ACME-IT/sap/1042");
        assertThat(run("hold", "7777", "--kind", "manual", "--reason", "x")).isEqualTo(1);
    }

    @Test
    void a_promise_is_made_for_all_items_or_for_none() {
        long settled = rows.item(1, "1043", "11", "INVOICE", "10.00", "EUR");
        rows.change(settled, 1, NOW, "settled", "0", "payment");

        assertThat(run("promise", "1042", "1043", "--until", "2026-03-16", "--reason", "by phone"))
                .isEqualTo(3);
        assertThat(run("hold", "--list")).isZero();
        assertThat(out).contains("No hold is in force.");
        assertThat(run("promise", "1042", "--amount", "500.00", "--until", "2026-03-16", "--reason", "by phone"))
                .isZero();
        assertThat(out)
                .contains(
                        "agreement 1: EUR 500.00 by 2026-03-16 (booked by 2026-03-18); until then no reminder of item:1");
        assertThat(run("promise", "1042", "--until", "2026-03-20", "--reason", "again"))
                .isEqualTo(3);
        assertThat(err).contains("item:1 stands in agreement 1 already");
        assertThat(run("promise", "1042", "--until", "2026-03-01", "--reason", "too late"))
                .isEqualTo(3);
    }

    @Test
    void a_payment_plan_names_its_instalments_or_divides_what_is_open() {
        assertThat(run("payment-plan", "1042", "--reason", "x")).isEqualTo(2);
        assertThat(run("payment-plan", "1042", "--instalments", "3", "--reason", "x"))
                .isEqualTo(2);
        assertThat(run("payment-plan", "1042", "2026-03-16=many", "--reason", "x"))
                .isEqualTo(2);
        assertThat(err).contains("'2026-03-16=many' is no instalment: write such as 2026-04-01=500.00");
        assertThat(run(
                        "payment-plan",
                        "1042",
                        "--instalments",
                        "3",
                        "--first",
                        "2026-03-31",
                        "--reason",
                        "agreed with Ms Bianchi"))
                .isZero();
        assertThat(out).contains("EUR 396.66 by 2026-03-31", "396.66 by 2026-04-30", "396.68 by 2026-05-31");
        assertThat(run("hold", "--end", "1", "--reason", "they pay at once")).isZero();
        assertThat(run("payment-plan", "1042", "2026-03-16=500.00", "2026-04-16=500.00", "--reason", "x"))
                .isZero();
        assertThat(out).contains("The instalments come to 1000.00; 1190.00 is open.");
        assertThat(run("hold", "1042", "--kind", "promise", "--reason", "x")).isEqualTo(2);
        assertThat(err).contains("'hub promise' records what is to be paid, and by when");
    }

    @Test
    void a_dispute_holds_for_as_long_as_its_reason_says_and_is_answered_in_the_debtors_language() {
        assertThat(run("dispute")).isZero();
        assertThat(out).contains("price            another price or discount than was agreed, 15 days");
        assertThat(run("dispute", "1042", "mood", "--reason", "x")).isEqualTo(2);
        assertThat(err).contains("not-received, goods, quantity, price");
        assertThat(run("dispute", "1042", "price", "--part", "1190.00", "--reason", "x"))
                .isEqualTo(2);

        assertThat(run("dispute", "1042", "price", "--part", "190", "--reason", "by phone"))
                .isZero();
        assertThat(out)
                .contains("dispute: by phone (another price or discount than was agreed) (190.00 of it) (until 2026-03-");
        assertThat(run("dispute", "1042", "price", "--answer")).isZero();
        assertThat(out).contains("2026/1042", "Laura Conti").doesNotContain("[[");
        assertThat(run("why", "2026/1042")).isZero();
        assertThat(out).contains("(dispute): by phone (another price or discount than was agreed)");
    }

    @Test
    void a_waiting_step_is_approved_for_its_debtor() {
        rows.decision(rows.run(LocalDate.of(2026, 3, 9), NOW), item, "awaiting-approval", "formal-notice", "asks");

        assertThat(run("approve")).isZero();
        assertThat(out).contains("item:1  1042  step formal-notice");
        assertThat(run("approve", "11", "--step", "other", "--reason", "x")).isEqualTo(3);
        assertThat(err).contains("'hub approve' without more lists");
        assertThat(run("approve", "11", "--reason", "agreed with sales")).isZero();
        assertThat(out).contains("step formal-notice approved until 2026-03-23 for 1 item");
        assertThat(journalOf("item:1")).contains("step-approved anna").contains("agreed with sales");
    }

    @Test
    void a_payment_is_allocated_reversed_and_given_to_a_candidate() {
        long payment = payment("candidates", "1190.00");
        rows.candidate(payment, 1, "0.9", "[]", item, "1190.00");

        assertThat(run("allocate", "payment:1", "--to", "1042=2000.00", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("allocate", "payment:1", "--to", "1042=1000.00", "--reason", "by phone"))
                .isZero();
        assertThat(out).contains("allocation 1: 1000.00 EUR principal of 1042");
        assertThat(run("reverse", "payment:1", "--reason", "wrong debtor")).isZero();
        assertThat(out).contains("allocation 1 reversed");
        assertThat(run("allocate", "payment:1", "--candidate", "2", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("allocate", "payment:1", "--candidate", "1", "--reason", "it is his"))
                .isZero();
        assertThat(run("not-ours", "payment:1", "--reason", "x")).isEqualTo(3);
        assertThat(journalOf("payment:1")).contains("payment-decided anna").contains("by phone", "it is his");
    }

    @Test
    void a_write_off_needs_a_second_person() {
        payment("unmatched", "1180.00");
        String[] call = {
            "allocate", "payment:1", "--to", "1042=1180.00", "--write-off", "1042=10.00", "--reason", "bank fee"
        };

        assertThat(run(call)).isEqualTo(3);
        assertThat(run(with(call, "--second", "Anna"))).isEqualTo(3);
        assertThat(run(with(call, "--second", "bruno"))).isZero();
        assertThat(journalOf("payment:1")).contains("\"second\":\"bruno\"", "\"reason\":\"bank fee\"");
    }

    @Test
    void an_uncertain_dispatch_is_decided_once() {
        long run = rows.run(LocalDate.of(2026, 3, 9), NOW);
        long reminder = rows.reminder(run, item, "11", "courtesy", "uncertain", "1190.00", NOW);
        rows.dispatch(reminder, "11", "email", "uncertain", "no answer", NOW);

        assertThat(run("release", "dispatch:1", "--sent", "--reason", "they confirmed it"))
                .isZero();

        assertThat(run("release", "dispatch:1", "--reason", "again")).isEqualTo(3);
        assertThat(err).contains("hub why dispatch:1");
        assertThat(journalOf("dispatch:1")).contains("dispatch-confirmed anna").contains("they confirmed it");
    }

    @Test
    void a_suspended_address_is_used_again_when_a_person_says_why() {
        long reminder =
                rows.reminder(rows.run(LocalDate.of(2026, 3, 9), NOW), item, "11", "courtesy", "sent", "1190.00", NOW);
        rows.dispatch(reminder, "11", "email", "failed", "bounced with 5.1.1", NOW);
        tools.addresses().suspend("ACME-IT", "email", "a@rossi.example", "bounced with 5.1.1", 1);

        assertThat(run("release", "A@Rossi.example")).isEqualTo(2);
        assertThat(run("release", "address:1", "--sent", "--reason", "x")).isEqualTo(2);
        assertThat(run("release", "A@Rossi.example", "--reason", "he wrote from it"))
                .isZero();

        assertThat(out).contains("address:1 is used again");
        assertThat(run("release", "address:1", "--reason", "x")).isEqualTo(3);
        assertThat(journalOf("address:1")).contains("address-lifted anna").doesNotContain("rossi");
        assertThat(run("why", "address:1")).isZero();
        assertThat(out).contains("Not used any more: e-mail dispatch 1 bounced with 5.1.1; in use again.");
    }

    @Test
    void a_suspended_postal_address_is_used_again_by_its_number() {
        long reminder =
                rows.reminder(rows.run(LocalDate.of(2026, 3, 9), NOW), item, "11", "courtesy", "sent", "1190.00", NOW);
        rows.dispatch(reminder, "11", "letter", "failed", "came back: UNKNOWN", NOW);
        tools.addresses().suspend("ACME-IT", "letter", "Rossi\nVia Roma 1", "came back: UNKNOWN", 1);

        assertThat(run("release", "address:1", "--reason", "he lives there")).isZero();

        assertThat(out).contains("address:1 is used again");
        assertThat(run("why", "address:1")).isZero();
        assertThat(out).contains("Not used any more: letter dispatch 1 came back: UNKNOWN; in use again.");
    }

    @Test
    void a_held_export_is_read_again_from_its_kept_file_by_two_people() throws IOException, Unreadable {
        nothingYet();
        take("FBL5N_OPOS_20260305.csv", 30);
        Taken held = take("FBL5N_OPOS_20260306.csv", 2);
        assertThat(held.state()).isEqualTo("held");
        String export = "export:" + held.id();

        assertThat(run("release", export, "--reason", "cleared")).isEqualTo(3);
        assertThat(err).contains("needs a second person");
        assertThat(run("release", export, "--reason", "cleared", "--second", "anna"))
                .isEqualTo(3);
        assertThat(run("release", export, "--reason", "cleared", "--second", "bruno"))
                .isZero();

        assertThat(out).contains(export + " is applied");
        assertThat(journalOf(export))
                .contains("export-released anna")
                .contains("bruno")
                .contains("cleared");
        assertThat(run("release", export, "--reason", "again", "--second", "bruno"))
                .isEqualTo(3);
    }

    @Test
    void a_quarantined_record_is_shown_and_replayed_once_it_is_right() throws IOException, Unreadable {
        nothingYet();
        Path wrong = folder.resolve("FBL5N_OPOS_20260305.csv");
        Files.writeString(wrong, HEADER + record(1) + record(2).replace("100,00", "1OO,00"));
        take(wrong);
        Path corrected = folder.resolve("corrected.csv");
        Files.writeString(corrected, HEADER + record(2).replace("100,00", "1OO,00"));
        String[] replay = {"replay", "1", "--record", corrected.toString(), "--reason", "typing error"};

        assertThat(run("replay", "1")).isZero();
        assertThat(out)
                .contains("FBL5N_OPOS_20260305.csv:3:")
                .contains("1OO,00")
                .contains("is waiting");
        assertThat(run(replay)).isEqualTo(1);
        Files.writeString(corrected, HEADER + record(2));
        assertThat(run(replay)).isZero();

        assertThat(out).contains("quarantine:1 replayed as export:", "1 applied");
        assertThat(journalOf("quarantine:1"))
                .contains("quarantine-replayed anna")
                .contains("typing error");
        assertThat(run(replay)).isEqualTo(3);
        assertThat(run("replay", "99")).isEqualTo(1);
    }

    @Test
    void a_row_of_a_workbook_is_replayed_as_lines_of_text() throws IOException {
        nothingYet();
        Path sheet = Path.of("samples/mappings/excel-record-types/scadenzario.xlsx");
        take(sheet, "excel-record-types", clock.instant());
        assertThat(run("replay", "1")).isZero();
        assertThat(out).contains("scadenzario.xlsx:12:", "99.999");

        Path corrected = Files.writeString(folder.resolve("corrected.txt"), """
                ["20", "00533", "Rossi"]
                ["25", "V/318", 1, "2026-02-13", "2026-03-15", 100.00]
                ["30", "V/318", null, null, null, 99.99]
                """);
        String[] replay = {"replay", "1", "--record", corrected.toString(), "--reason", "typing error"};
        assertThat(run(with(replay, "--mapping", "excel-record-types"))).isZero();
        assertThat(out).contains("quarantine:1 replayed as export:", "1 applied");
    }

    @Test
    void a_record_of_files_that_came_apart_is_replayed_with_the_others() throws IOException {
        nothingYet();
        deliver("EXTF_Zahlungsbedingungen.csv");
        deliver("EXTF_DebitorenKreditoren.csv");
        Path corrected = folder.resolve("corrected.csv");
        List<String> lines = Files.readAllLines(
                Path.of("samples/mappings/datev-extf-debtors/EXTF_DebitorenKreditoren.csv"),
                Charset.forName("windows-1252"));
        Files.writeString(
                corrected,
                String.join("\n", lines.get(0), lines.get(1), lines.get(6).replace(";77;", ";10;"), ""));

        assertThat(run("replay", "2")).isZero();
        assertThat(out).contains("is not in the joined file").contains("is waiting");
        assertThat(run(
                        "replay",
                        "2",
                        "--record",
                        corrected.toString(),
                        "--reason",
                        "typing error",
                        "--mapping",
                        "datev-extf-debtors"))
                .isZero();
        assertThat(out).contains("quarantine:2 replayed as export:", "1 applied");
    }

    @Test
    void the_journal_is_verified_and_its_first_broken_row_named() {
        run("hold", "1042", "--kind", "manual", "--reason", "x");
        journal.seal();
        assertThat(run("journal", "verify")).isZero();
        assertThat(out).startsWith("ok");

        database.sql().sql("update journal set actor = 'nobody' where id = 1").update();

        assertThat(run("journal", "verify")).isEqualTo(1);
        assertThat(out).contains("broken at row 1");
    }

    @Test
    void a_run_on_the_ledger_is_shown_and_writes_nothing() throws IOException {
        Connections connections = new Connections(database, clock);
        connections.declare(new Connections.Connection("erp-acme", "ACME-IT", "erp", "daily", 2, 30));
        connections.factsAsOf("erp-acme", NOW);
        long journalRows = count("journal");

        assertThat(run("plan", "--creditor", "ACME-IT", "--json")).isZero();

        for (String line : out.lines().toList()) {
            SchemaForTests.assertFits("plan-output", line);
        }
        assertThat(out).contains("\"documentNo\":\"1042\"");
        assertThat(count("decision") + count("planning_run") + count("reminder"))
                .isZero();
        assertThat(count("journal")).isEqualTo(journalRows);
        assertThat(run("plan", "--creditor", "GONE")).isEqualTo(1);
        assertThat(run("plan", "--history", "x")).isEqualTo(2);
    }

    @Test
    void the_messages_of_a_run_on_the_ledger_are_previewed_and_nothing_is_written_there() {
        Connections connections = new Connections(database, clock);
        connections.declare(new Connections.Connection("erp-acme", "ACME-IT", "erp", "daily", 2, 30));
        connections.factsAsOf("erp-acme", NOW);
        database.sql()
                .sql("update debtor set canonical = '"
                        + "{\"kind\":\"debtor\",\"creditor\":\"ACME-IT\",\"source\":\"sap\","
                        + "\"debtor\":\"11\",\"name\":\"Rossi S.r.l.\",\"class\":\"business\",\"country\":\"IT\","
                        + "\"contacts\":[{\"role\":\"accounts-payable\",\"email\":\"a@rossi.example\"}]}'")
                .update();
        Path preview = folder.resolve("preview");

        assertThat(run("plan", "--preview", preview.toString())).isZero();

        assertThat(preview.resolve("11_first_email.eml")).exists();
        assertThat(preview.resolve("11_first_email.txt")).content().contains("marzo 2026", "1.190,00");
        assertThat(count("decision") + count("reminder") + count("dispatch")).isZero();
        assertThat(run("plan", "--limit", "3")).isEqualTo(2);
    }

    private void nothingYet() {
        for (String table : List.of("open_item", "debtor", "export")) {
            database.sql().sql("delete from " + table).update();
        }
    }

    private long payment(String decision, String amount) {
        return rows.payment(rows.statement("s.xml", NOW, false), amount, decision, amount, "Rossi S.r.l.", "fattura");
    }

    private Taken take(String name, int records) throws IOException, Unreadable {
        Path file = folder.resolve(name);
        Files.writeString(
                file,
                HEADER
                        + IntStream.rangeClosed(1, records)
                                .mapToObj(LedgerCommandsTest::record)
                                .collect(Collectors.joining()));
        return take(file);
    }

    private Taken take(Path file) throws IOException, Unreadable {
        String name = file.getFileName().toString();
        return take(
                file,
                "sap-fbl5n",
                Mapping.load(Path.of("mappings/sap-fbl5n.yaml"))
                        .asOf(file, name, ZoneOffset.UTC)
                        .orElseThrow());
    }

    private Taken take(Path file, String mappingName, Instant asOf) throws IOException {
        Connections connections = new Connections(database, clock);
        connections.declare(new Connections.Connection("erp-acme-sap", "ACME-IT", "erp", "daily", 2, 30));
        Exports exports = new Exports(database, connections, journal, clock, (creditor, export) -> {});
        Intake intake = new Intake(exports, new Quarantine(database, exports, journal, clock), folder.resolve("kept"));
        Mapping mapping = Mapping.load(Path.of("mappings").resolve(mappingName + ".yaml"));
        String name = file.getFileName().toString();
        return intake.takeFile(
                new Intake.Origin("erp-acme-sap", "ACME-IT", "sap", "openItem", "snapshot"),
                file,
                name,
                asOf,
                sink -> mapping.readFile(file, name, new Scope("ACME-IT", "sap"), sink));
    }

    private void deliver(String name) throws IOException {
        Connections connections = new Connections(database, clock);
        connections.declare(new Connections.Connection("erp-acme-datev", "ACME-IT", "erp", "none", 2, 30));
        Exports exports = new Exports(database, connections, journal, clock, (creditor, export) -> {});
        Intake intake = new Intake(exports, new Quarantine(database, exports, journal, clock), folder.resolve("kept"));
        Path file = Path.of("samples/mappings/datev-extf-debtors", name);
        new IntakeAdapter(intake, connections, Path.of("mappings"), code -> CreditorsForTests.ACME, clock)
                .takeFile(
                        "erp-acme-datev",
                        "ACME-IT",
                        "datev",
                        "datev-extf-debtors",
                        "snapshot",
                        file.toFile(),
                        name,
                        NOW.toEpochMilli());
    }

    private static String record(int number) {
        return "4711;18%08d;2026/%d;RV;15.01.2026;15.01.2026;14.02.2026;100,00;EUR;S;%n"
                .formatted(number, number)
                .replace("\r\n", "\n");
    }

    private static String[] with(String[] call, String... more) {
        String[] all = Arrays.copyOf(call, call.length + more.length);
        System.arraycopy(more, 0, all, call.length, more.length);
        return all;
    }

    private String journalOf(String subject) {
        return journal.of(subject).stream()
                .map(row -> row.event() + " " + row.actor() + " " + row.details())
                .collect(Collectors.joining("\n"));
    }

    private long count(String table) {
        return database.sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private int run(String... arguments) {
        StringWriter written = new StringWriter();
        StringWriter told = new StringWriter();
        Caller local = Caller.local();
        int status = Hub.commandLine(() -> tools, new Caller("anna", local.input()), Path.of(""))
                .setOut(new PrintWriter(written))
                .setErr(new PrintWriter(told))
                .execute(arguments);
        out = written.toString();
        err = told.toString();
        return status;
    }
}
