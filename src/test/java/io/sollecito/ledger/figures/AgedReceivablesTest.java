package io.sollecito.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.AgedReceivables.Figures;
import io.sollecito.ledger.figures.CountBack.Days;
import io.sollecito.model.AgeBucket;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgedReceivablesTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Instant NOW = Instant.parse("2026-03-31T06:00:00Z");

    /** In Rome it is the first of February. */
    private static final Instant FIRST = Instant.parse("2026-01-31T23:30:00Z");

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    /** A ledger with an item in one line each. */
    private static final class Books {

        private final Database database;
        private final LedgerRows rows;
        private final long export;
        private int number;

        Books(Database database) {
            this.database = database;
            this.rows = new LedgerRows(database);
            this.export = rows.export("first.csv", "applied", FIRST);
        }

        long item(String debtor, String type, String amount, String issued, String due) {
            long item = rows.item(
                    export,
                    String.valueOf(++number),
                    debtor,
                    type,
                    amount,
                    "EUR",
                    due == null ? null : LocalDate.parse(due));
            database.sql()
                    .sql("update open_item set issue_date = cast(? as date) where id = ?")
                    .params(issued, item)
                    .update();
            return item;
        }

        long invoice(String amount, String issued, String due) {
            return item("R", "INVOICE", amount, issued, due);
        }

        void paid(long item) {
            rows.change(item, export, NOW, "settled", "0", "payment");
        }

        Figures read() {
            return new AgedReceivables(database).read("ACME-IT", TODAY, ROME, 2);
        }

        Ageing ageing() {
            return read().ageing().get(0);
        }

        Dso dso() {
            return read().dso().get(0);
        }
    }

    private static Days exactly(String days) {
        return new Days(new BigDecimal(days), false);
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void items_are_in_the_buckets_of_their_days_and_credits_in_none(Database database) {
        Books books = new Books(database);
        for (int days : List.of(-3, 0, 1, 30, 31, 60, 61, 90, 91, 500)) {
            books.item(
                    "D" + days % 2,
                    "INVOICE",
                    "10",
                    "2026-01-15",
                    TODAY.minusDays(days).toString());
        }
        books.item("D0", "INVOICE", "5", "2026-01-15", null);
        books.item("D0", "CREDIT_NOTE", "-7", "2026-01-15", "2026-01-15");
        books.item("D1", "PAYMENT_ON_ACCOUNT", "-4", "2026-01-15", "2025-01-15");

        Ageing ageing = books.ageing();

        assertThat(Stream.of(AgeBucket.values()).map(ageing::of))
                .extracting(aged -> money(aged.amount()), Ageing.Aged::items, Ageing.Aged::debtors)
                .containsExactly(
                        tuple(new BigDecimal("25.00"), 3L, 2L),
                        tuple(new BigDecimal("20.00"), 2L, 2L),
                        tuple(new BigDecimal("20.00"), 2L, 2L),
                        tuple(new BigDecimal("20.00"), 2L, 2L),
                        tuple(new BigDecimal("20.00"), 2L, 2L));
        assertThat(ageing.credits().amount()).isEqualByComparingTo("-11");
        assertThat(ageing.overdue()).isEqualByComparingTo("80");
        assertThat(ageing.total()).isEqualByComparingTo("94");
        assertThat(ageing.items()).isEqualTo(13);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_disputed_stays_in_its_bucket_and_is_told(Database database) {
        Books books = new Books(database);
        long wholly = books.invoice("100", "2026-01-15", "2026-03-15");
        long partly = books.invoice("200", "2026-01-15", "2026-03-15");
        long inTheErp = books.invoice("400", "2026-01-15", "2026-04-15");
        long over = books.invoice("800", "2026-01-15", "2026-03-15");
        books.rows.hold("R", wholly, "dispute", "goods missing", "anna", TODAY);
        books.rows.hold("R", partly, "dispute", "price", "anna", TODAY.minusDays(14));
        books.rows.hold("R", over, "dispute", "ended by itself", "anna", TODAY.minusDays(15));
        books.rows.hold("R", over, "promise", "no dispute", "anna", TODAY);
        books.item("S", "CREDIT_NOTE", "-50", "2026-01-15", null);
        books.rows.hold("S", null, "dispute", "all of it", "anna", TODAY);
        database.sql()
                .sql("update hold set part = 30 where item_id = ?")
                .param(partly)
                .update();
        database.sql()
                .sql("update open_item set details = '{\"withheld\":[],\"holds\":[\"dispute\"]}' where id = ?")
                .param(inTheErp)
                .update();

        Ageing ageing = books.ageing();

        assertThat(ageing.of(AgeBucket.TO_30).amount()).isEqualByComparingTo("1100");
        assertThat(ageing.of(AgeBucket.TO_30).disputed()).isEqualByComparingTo("130");
        assertThat(ageing.of(AgeBucket.NOT_DUE).disputed()).isEqualByComparingTo("400");
        assertThat(ageing.disputed()).isEqualByComparingTo("530");
        assertThat(ageing.credits().disputed()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_debtors_with_most_money_are_named_in_each_bucket(Database database) {
        Books books = new Books(database);
        books.rows.debtor("B", "Bianchi", books.export);
        books.item("A", "INVOICE", "10", "2026-01-15", "2026-03-15");
        books.item("B", "INVOICE", "15", "2026-01-15", "2026-03-15");
        books.item("B", "INVOICE", "15", "2026-01-15", "2026-03-16");
        books.item("C", "INVOICE", "20", "2026-01-15", "2026-03-15");
        books.item("C", "CREDIT_NOTE", "-9", "2026-01-15", "2026-03-15");

        assertThat(books.read().largest())
                .extracting(
                        DebtorAge::bucket,
                        DebtorAge::debtor,
                        DebtorAge::name,
                        DebtorAge::items,
                        one -> money(one.amount()))
                .containsExactly(
                        tuple(AgeBucket.TO_30, "B", "Bianchi", 2L, new BigDecimal("30.00")),
                        tuple(AgeBucket.TO_30, "C", null, 1L, new BigDecimal("20.00")),
                        tuple(null, "C", null, 1L, new BigDecimal("-9.00")));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void sales_are_the_original_amounts_of_all_invoices_less_credit_notes(Database database) {
        Books books = new Books(database);
        books.paid(books.invoice("300", "2026-03-31", "2026-04-30"));
        books.paid(books.invoice("100", "2026-03-30", "2026-04-30"));
        books.item("R", "CREDIT_NOTE", "-50", "2026-03-30", null);
        books.item("R", "PAYMENT_ON_ACCOUNT", "-1000", "2026-03-30", null);
        books.item("R", "ADVANCE", "-5000", "2026-03-30", null);
        books.invoice("1500", "2026-03-27", "2026-04-30");

        Dso dso = books.dso();

        assertThat(dso.receivables()).isEqualByComparingTo("450");
        assertThat(dso.days()).isEqualTo(exactly("4.1"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_invoice_of_which_the_erp_shows_only_the_rest_was_sold_for_the_most_that_was_open(Database database) {
        Books books = new Books(database);
        long part = books.invoice("1000", "2026-03-31", "2026-04-30");
        books.rows.change(part, books.export, NOW, "changed", "400", null);
        long rest = books.invoice("300", "2026-03-31", "2026-04-30");
        database.sql()
                .sql("update open_item set original_amount = 400 where id = ?")
                .param(part)
                .update();
        database.sql()
                .sql("update open_item set replaces = '1000/1' where id = ?")
                .param(rest)
                .update();

        assertThat(books.dso().receivables()).isEqualByComparingTo("700");
        assertThat(books.dso().days()).isEqualTo(exactly("0.7"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_is_not_due_alone_is_the_best_possible_and_the_difference_comes_from_paying_late(Database database) {
        Books books = new Books(database);
        for (LocalDate day = TODAY; !day.isBefore(TODAY.minusDays(49)); day = day.minusDays(1)) {
            boolean open = !day.isBefore(TODAY.minusDays(39));
            long item = books.invoice("100", day.toString(), day.plusDays(30).toString());
            if (!open) {
                books.paid(item);
            }
        }
        books.item("R", "PAYMENT_ON_ACCOUNT", "-250", "2026-03-30", null);

        Dso dso = books.dso();

        assertThat(dso.days()).isEqualTo(exactly("37.5"));
        assertThat(dso.bestPossible()).isEqualTo(exactly("31.0"));
        assertThat(dso.delinquent()).isEqualTo(exactly("6.5"));
        books.item("R", "PAYMENT_ON_ACCOUNT", "-3000", "2026-03-30", null);
        assertThat(books.dso().delinquent()).isEqualTo(exactly("0.0"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void before_the_first_export_no_sales_are_known_and_it_is_at_least_the_days_since(Database database) {
        Books books = new Books(database);
        books.invoice("100", "2026-03-31", "2026-04-30");
        books.invoice("900", "2026-01-31", "2026-02-28");

        Dso dso = books.dso();

        assertThat(dso.salesKnownFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(dso.days()).isEqualTo(new Days(new BigDecimal("59.0"), true));
        assertThat(dso.bestPossible()).isEqualTo(exactly("1.0"));
        assertThat(dso.delinquent()).isEqualTo(new Days(new BigDecimal("58.0"), true));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void of_several_sources_sales_are_known_from_the_first_export_of_the_youngest(Database database) {
        Books books = new Books(database);
        books.invoice("100", "2026-03-31", "2026-04-30");
        books.invoice("900", "2026-03-09", "2026-04-30");
        database.sql()
                .sql("insert into export (connection, creditor, source, kind, delivers, file_name, content_hash, as_of,"
                        + " received_at, state) select 'erp-2', creditor, 'odoo', kind, delivers, file_name, content_hash, ?,"
                        + " received_at, state from export")
                .param(Database.at(Instant.parse("2026-03-10T06:00:00Z")))
                .update();
        assertThat(books.dso().days()).isEqualTo(exactly("23.0"));

        long other = books.invoice("1", "2026-03-31", "2026-04-30");
        database.sql()
                .sql("update open_item set source = 'odoo', created_export = (select max(id) from export) where id = ?")
                .param(other)
                .update();

        assertThat(books.dso().days()).isEqualTo(new Days(new BigDecimal("22.0"), true));
        assertThat(books.dso().delinquent()).isNull();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void without_a_day_of_issue_an_item_is_in_no_figure_and_told_and_one_dated_ahead_was_sold_today(Database database) {
        Books books = new Books(database);
        books.invoice("70", null, "2026-02-28");
        assertThat(books.read().dso()).isEmpty();

        books.invoice("100", "2026-04-02", "2026-04-30");

        assertThat(books.dso().days()).isEqualTo(exactly("1.0"));
        assertThat(books.dso().receivables()).isEqualByComparingTo("100");
        assertThat(books.dso().undated()).isEqualByComparingTo("70");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void it_is_compared_with_what_a_digest_reported_a_month_before_or_else_a_week_before(Database database) {
        Books books = new Books(database);
        books.invoice("100", "2026-03-31", "2026-04-30");
        reported(database, TODAY.minusDays(70), exactly("90.0"));
        assertThat(books.dso().earlier()).as("too long ago").isNull();

        reported(database, TODAY.minusDays(6), exactly("60.0"));
        reported(database, TODAY.minusDays(8), exactly("50.0"));
        assertThat(books.dso().earlier().days()).isEqualByComparingTo("50.0");

        reported(database, TODAY.minusDays(35), exactly("30.0"));
        reported(database, TODAY.minusDays(32), exactly("40.0"));
        reported(database, TODAY.minusMonths(1), new Days(new BigDecimal("20.0"), true));
        assertThat(books.dso().earlier().day()).isEqualTo(TODAY.minusDays(32));
        assertThat(books.dso().earlier().delinquent()).isEqualByComparingTo("30.0");
    }

    private static void reported(Database database, LocalDate day, Days days) {
        BigDecimal none = BigDecimal.ZERO;
        Balance balance = new Balance("EUR", none, List.of(), none, none, none, none, none, none);
        Dso dso = new Dso("EUR", none, days, exactly("10.0"), day, none, null);
        new DigestDays(database).close("ACME-IT", day, NOW, List.of(balance), List.of(dso));
    }
}
