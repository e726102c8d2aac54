package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import io.sollecito.model.Creditor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people decide about payments and small rests by the command line (law 13). */
class PaymentCommandsTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Creditor ACME = CreditorsForTests.with(
            CreditorsForTests.ACME.letterhead(),
            CreditorsForTests.ACME.howToPay(),
            new Creditor.People(
                    CreditorsForTests.ACME.people().signatory(),
                    null,
                    List.of(),
                    Map.of("EUR", new BigDecimal("5.00"))));

    private Database database;
    private LedgerRows rows;
    private Journal journal;
    private LedgerTools tools;
    private long item;
    private String out;
    private String err;

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    private void begin(Database ledger) {
        database = ledger;
        rows = new LedgerRows(ledger);
        journal = new Journal(ledger, CLOCK);
        tools = new LedgerTools(
                ledger,
                CLOCK,
                List.of(ACME),
                new LedgerTools.Folders(
                        Path.of("routes"), Path.of("mappings"), Path.of("reminders"), Path.of("target")));
        long export = rows.export("a.csv", "applied", NOW.minusSeconds(3600));
        rows.debtor("11", "Rossi S.r.l.", export);
        item = rows.item(export, "1042", "11", "INVOICE", "1190.00", "EUR");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void one_person_writes_off_up_to_the_limit_of_an_item_in_all_and_no_more(Database ledger) {
        begin(ledger);

        assertThat(run("write-off", "1042", "--amount", "3.00", "--reason", "rounding"))
                .isZero();
        assertThat(out).contains("item:1 written off");
        assertThat(open(item)).isEqualByComparingTo("1187.00");
        assertThat(run("write-off", "1042", "--amount", "3.00", "--reason", "rounding again"))
                .isZero();

        assertThat(out).contains("write-off 1 of item:1 waits for a second person: hub approve write-off:1");
        assertThat(open(item)).isEqualByComparingTo("1187.00");
        assertThat(journalOf("item:1")).contains("written-off anna", "write-off-asked anna");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_second_person_approves_a_write_off_that_waits_or_refuses_it(Database ledger) {
        begin(ledger);
        run("write-off", "1042", "--reason", "insolvent");

        assertThat(run("write-off", "1042", "--reason", "insolvent")).isEqualTo(3);
        assertThat(err).contains("waits already");
        assertThat(run("approve")).isZero();
        assertThat(out).contains("write-off:1  item:1  1190.00 EUR of 2026/1042, asked by anna: insolvent");
        assertThat(run("approve", "write-off:1", "--reason", "yes")).isEqualTo(3);
        assertThat(err).contains("two different people");
        assertThat(open(item)).isEqualByComparingTo("1190.00");
        assertThat(run("approve", "write-off:1", "--refuse", "--user", "bruno", "--reason", "ask the lawyer first"))
                .isZero();
        assertThat(run("approve", "write-off:1", "--user", "bruno", "--reason", "yes"))
                .isEqualTo(3);
        run("write-off", "1042", "--reason", "the lawyer says so");
        assertThat(run("approve", "write-off:2", "--user", "bruno", "--reason", "yes"))
                .isZero();

        assertThat(open(item)).isZero();
        assertThat(journalOf("item:1")).contains("\"second\":\"bruno\"");
        assertThat(new LawChecks(database, journal).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_write_off_is_taken_back_like_any_allocation(Database ledger) {
        begin(ledger);
        run("write-off", "1042", "--reason", "gone", "--second", "bruno");
        assertThat(open(item)).isZero();

        assertThat(run("reverse", "1", "--reason", "he pays after all")).isZero();

        assertThat(open(item)).isEqualByComparingTo("1190.00");
        assertThat(run("write-off", "1042", "--amount", "1190.01", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("write-off", "1042", "--amount", "-1", "--reason", "x")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_write_off_beside_a_payment_within_the_limit_needs_no_second_person(Database ledger) {
        begin(ledger);
        payment("1187.50");

        assertThat(run("allocate", "payment:1", "--to", "1042=1187.50", "--write-off", "1042=2.50", "--reason", "fee"))
                .isZero();

        assertThat(open(item)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void more_discount_or_withheld_tax_than_the_document_grants_counts_as_written_off(Database ledger) {
        begin(ledger);
        ledger.sql()
                .sql("update open_item set discount_amount = 20.00, discount_until = date '2026-01-25'")
                .update();
        payment("900.00");
        String[] call = {"allocate", "payment:1", "--to", "1042=900.00", "--discount", "1042=290.00", "--reason", "late"
        };

        assertThat(run(call)).isEqualTo(3);
        assertThat(err).contains("second person");
        assertThat(run(
                        "allocate",
                        "payment:1",
                        "--to",
                        "1042=900.00",
                        "--withholding",
                        "1042=290.00",
                        "--reason",
                        "tax"))
                .isEqualTo(3);
        assertThat(open(item)).isEqualByComparingTo("1190.00");
        assertThat(run("allocate", "payment:1", "--to", "1042=900.00", "--discount", "1042=20.00", "--reason", "his"))
                .isZero();

        assertThat(open(item)).isEqualByComparingTo("270.00");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_payment_is_split_and_each_part_decided_on_its_own(Database ledger) {
        begin(ledger);
        payment("1200.00");

        assertThat(run("split", "payment:1", "1300.00", "--reason", "x")).isEqualTo(3);
        assertThat(run("split", "payment:1", "1200.00", "--reason", "x")).isEqualTo(3);
        assertThat(run("split", "payment:1", "1190.00", "--reason", "the rest is rent"))
                .isZero();
        assertThat(out).contains("payment:1 is now payment:1, payment:2");
        assertThat(run("allocate", "payment:1", "--to", "1042=1190.00", "--reason", "his invoice"))
                .isZero();
        assertThat(run("not-ours", "payment:2", "--reason", "rent")).isZero();

        assertThat(database.sql()
                        .sql("select decision from payment order by id")
                        .query(String.class)
                        .list())
                .containsExactly("allocated", "notOurs");
        assertThat(number("select sum(p.amount) - sum(distinct e.amount) from payment p"
                        + " join bank_entry e on e.id = p.entry_id"))
                .isZero();
        assertThat(run("split", "payment:1", "10.00", "--reason", "x")).isEqualTo(3);
        assertThat(journalOf("payment:2")).contains("payment-split anna", "the rest is rent");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void money_out_refunds_a_credit_and_never_pays_an_invoice(Database ledger) {
        begin(ledger);
        long credit = rows.item(1, "9001", "11", "CREDIT_NOTE", "-120.00", "EUR");
        payment("-120.00");

        assertThat(run("allocate", "payment:1", "--to", "1042=120.00", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("refund", "payment:1", "--of", "1042=120.00", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("refund", "payment:1", "--of", "9001=130.00", "--reason", "x"))
                .isEqualTo(3);
        assertThat(run("refund", "payment:1", "--of", "9001=120.00", "--reason", "he asked for it"))
                .isZero();

        assertThat(open(credit)).isZero();
        assertThat(open(item)).isEqualByComparingTo("1190.00");
        assertThat(run("why", "9001")).isZero();
        assertThat(out).contains("120.00 EUR of the credit 2026/9001 refunded by payment 1");
        assertThat(new LawChecks(database, journal).violations()).isEmpty();
    }

    private long payment(String amount) {
        return rows.payment(
                rows.statement("s.xml", NOW, false), amount, "unmatched", amount, "Rossi S.r.l.", "fattura");
    }

    private BigDecimal open(long id) {
        return number("select open_amount from item_effective where id = " + id);
    }

    private BigDecimal number(String sql) {
        return database.sql().sql(sql).query(BigDecimal.class).single();
    }

    private String journalOf(String subject) {
        return database
                .sql()
                .sql("select event || ' ' || actor || ' ' || details from journal where subject = ? order by id")
                .param(subject)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private int run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = Hub.commandLine(() -> tools, Caller.remote("anna", null), Path.of(""))
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        out = output.toString();
        err = errors.toString();
        return status;
    }
}
