package io.sollecito.intake;

import static io.sollecito.intake.Desk.broken;
import static io.sollecito.intake.Desk.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.CamtFixture;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.TwoPeople;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 6: money that the bank showed before the ERP delivered the invoice stops its reminders all the same. */
class StatementFirstTest {

    private static final String IBAN = "DE89370400440532013000";
    private static final String OTHER_IBAN = "FR7630006000011234567890189";

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_payment_that_came_before_its_invoice_is_matched_by_the_export_that_brings_it(Desk desk) {
        assertThat(desk.statement(paid("1190.00", "2026/1042")).count("unmatched"))
                .isEqualTo(1);

        Taken taken = desk.snapshot(20, invoice("2026/1042", "1190"));

        assertThat(desk.effective("2026/1042")).isEqualTo("0");
        assertThat(decisions(desk)).containsExactly("allocated run 0");
        assertThat(texts(desk, "select state || ' ' || made_by from allocation"))
                .containsExactly("pending run");
        assertThat(texts(desk, "select evidence from payment").get(0))
                .contains("2026/1042", "matched again after export " + taken.id());
        assertThat(texts(desk, "select details from journal where event = 'payment-decided' order by id"))
                .hasSize(2)
                .last()
                .asString()
                .contains("allocated", "\"export\"", "" + taken.id());
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void candidates_that_were_the_wrong_ones_are_candidates_no_more(Desk desk) {
        desk.snapshot(9, invoice("2026/1042", "100"), invoice("2026/2153", "100"));
        assertThat(desk.statement(paid("100.00", "2026/3264")).count("candidates"))
                .isEqualTo(1);
        assertThat(suspended(desk)).containsExactly("2026/1042", "2026/2153");

        desk.delta(20, invoice("2026/3264", "100"));

        assertThat(desk.effective("2026/3264")).isEqualTo("0");
        assertThat(desk.effective("2026/1042")).isEqualTo("100");
        assertThat(suspended(desk)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_further_item_that_it_may_be_is_suspended_too_and_the_first_ones_no_longer_than_before(Desk desk) {
        desk.snapshot(9, invoice("2026/1042", "100"), invoice("2026/2153", "100"));
        desk.statement(paid("100.00", "thanks"));
        assertThat(suspended(desk)).containsExactly("2026/1042", "2026/2153");
        desk.database
                .sql()
                .sql("update candidate set suspends_until = date '2026-02-20'")
                .update();

        desk.delta(20, invoice("2026/3264", "100"));

        assertThat(suspended(desk)).containsExactly("2026/1042", "2026/2153", "2026/3264");
        assertThat(texts(
                        desk,
                        "select i.item_key || ' ' || c.suspends_until from candidate c join open_item i"
                                + " on i.id = c.item_id order by i.item_key"))
                .containsExactly("2026/1042 2026-02-20", "2026/2153 2026-02-20", "2026/3264 2026-03-06");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_is_found_as_before_is_neither_written_nor_told_again(Desk desk) {
        desk.snapshot(9, invoice("2026/1042", "100"), invoice("2026/2153", "100"));
        desk.statement(paid("100.00", "thanks"));
        List<String> before = texts(desk, "select id || ' ' || item_id from candidate order by id");

        desk.delta(20, invoice("2026/9999", "7"));

        assertThat(texts(desk, "select id || ' ' || item_id from candidate order by id"))
                .isEqualTo(before);
        assertThat(texts(desk, "select event from journal where event = 'payment-decided'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_a_person_decided_stays_decided(Desk desk) {
        desk.statement(paid("1190.00", "2026/1042"));
        desk.payments.notOurs(number(desk, "select id from payment"), "anna", "a gift");
        desk.snapshot(10, invoice("2026/1042", "1190"));
        assertThat(desk.effective("2026/1042")).isEqualTo("1190");

        desk.statement(CamtFixture.statement()
                .opening("1190.00")
                .on("2026-02-19")
                .payment("1190.00", "B2", "Rossi", IBAN, "2026/1042"));
        assertThat(desk.effective("2026/1042")).isEqualTo("0");
        desk.payments.reverse(number(desk, "select id from allocation"), "anna", "it is for another");
        desk.delta(20, invoice("2026/2153", "1190"));

        assertThat(desk.effective("2026/1042")).isEqualTo("1190");
        assertThat(desk.effective("2026/2153")).isEqualTo("1190");
        assertThat(decisions(desk)).containsExactly("notOurs anna 1190", "unmatched anna 1190");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_is_left_of_a_payment_of_two_invoices_pays_the_second_when_it_comes(Desk desk) {
        desk.snapshot(10, invoice("2026/1042", "1190"), invoice("2026/5555", "80"));
        desk.statement(paid("2380.00", "2026/1042 and 2026/2153"));
        assertThat(decisions(desk)).containsExactly("allocated run 1190");

        desk.delta(20, invoice("2026/2153", "1190"));

        assertThat(desk.effective("2026/2153")).isEqualTo("0");
        assertThat(desk.effective("2026/5555")).isEqualTo("80");
        assertThat(decisions(desk)).containsExactly("allocated run 0");
        assertThat(suspended(desk)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_whole_balance_is_not_paid_by_who_names_a_document_that_is_not_known_yet(Desk desk) {
        desk.snapshot(9, invoice("2026/6597", "50"));
        desk.statement(paid("50.00", "2026/6597"));
        desk.delta(10, invoice("2026/1042", "100"), invoice("2026/2153", "100"));
        desk.statement(CamtFixture.statement()
                .opening("50.00")
                .on("2026-02-19")
                .payment("200.00", "B2", "Rossi", IBAN, "2026/2153 2026/4375"));
        assertThat(desk.effective("2026/2153")).isEqualTo("0");
        assertThat(desk.effective("2026/1042")).isEqualTo("100");
        assertThat(suspended(desk)).containsExactly("2026/1042");

        desk.delta(20, invoice("2026/4375", "100"));

        assertThat(desk.effective("2026/4375")).isEqualTo("0");
        assertThat(desk.effective("2026/1042")).isEqualTo("100");
        assertThat(suspended(desk)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void what_is_left_over_suspends_what_the_debtor_owes_from_then_on(Desk desk) {
        desk.snapshot(10, invoice("2026/1042", "1190"), invoice("2026/5555", "80"));
        desk.statement(paid("1500.00", "2026/1042"));
        assertThat(suspended(desk)).containsExactly("2026/5555");

        desk.delta(20, invoice("2026/2153", "500"));

        assertThat(suspended(desk)).containsExactly("2026/2153", "2026/5555");
        assertThat(decisions(desk)).containsExactly("allocated run 310");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void released_replayed_and_reopened_items_are_found_too(Desk desk) {
        desk.statement(CamtFixture.statement()
                .payment("100.00", "B1", "Rossi", IBAN, "2026/1042")
                .payment("200.00", "B2", "Verdi", OTHER_IBAN, "2026/2153")
                .payment("300.00", "B3", "Neri", null, "2026/3264"));
        Outcome[] many = java.util.stream.IntStream.range(0, 20)
                .mapToObj(n -> invoice("K" + n, "D9", "7"))
                .toArray(Outcome[]::new);
        desk.snapshot(1, many);
        Taken held = desk.snapshot(2, invoice("2026/1042", "100"));
        assertThat(held.state()).isEqualTo("held");

        desk.intake.release(
                held.id(),
                sink -> List.of(invoice("2026/1042", "100")).forEach(sink),
                new TwoPeople("anna", "bruno"),
                "checked");
        assertThat(desk.effective("2026/1042")).isEqualTo("0");

        desk.delta(3, broken("2026/2153"));
        desk.intake.replay(
                desk.waiting().get(0).id(),
                "corrected",
                "anna",
                "typing error",
                text -> List.of(invoice("2026/2153", "200")));
        assertThat(desk.effective("2026/2153")).isEqualTo("0");

        desk.delta(4, Desk.item("2026/3264", "D1", io.sollecito.model.DocumentType.INVOICE, "300", "0", null));
        assertThat(decisions(desk)).contains("unmatched run 300");
        desk.delta(5, invoice("2026/3264", "300"));
        assertThat(desk.effective("2026/3264")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_statement_that_comes_while_the_export_is_taken_finds_the_invoice(Desk desk) throws Exception {
        desk.connections.declare(new io.sollecito.ledger.connections.Connections.Connection(
                "bank-acme", Desk.ACME, "bank", "daily", 2, 30));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Taken> export =
                CompletableFuture.supplyAsync(() -> desk.takeFile(Desk.SNAPSHOT, 20, "export", sink -> {
                    begun.countDown();
                    await(goOn);
                    Arrays.asList(invoice("2026/1042", "1190")).forEach(sink);
                }));
        await(begun);
        CompletableFuture<StatementIntake.Taken> statement =
                CompletableFuture.supplyAsync(() -> desk.statement(paid("1190.00", "2026/1042")));
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(statement).isNotDone();
        goOn.countDown();

        export.get(30, TimeUnit.SECONDS);
        assertThat(statement.get(30, TimeUnit.SECONDS).count("allocated")).isEqualTo(1);
        assertThat(desk.effective("2026/1042")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void money_that_came_too_long_ago_waits_for_a_person(Desk desk) {
        desk.statement(paid("1190.00", "2026/1042"));
        desk.database
                .sql()
                .sql("update payment set booking_date = ?")
                .param(LocalDate.of(2025, 11, 30))
                .update();

        desk.snapshot(20, invoice("2026/1042", "1190"));

        assertThat(decisions(desk)).containsExactly("unmatched run 1190");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static CamtFixture paid(String amount, String text) {
        return CamtFixture.statement().payment(amount, "B1", "Rossi", IBAN, text);
    }

    private static List<String> decisions(Desk desk) {
        return texts(
                desk,
                "select decision || ' ' || decided_by || ' ' || cast(unallocated as integer) from payment order by id");
    }

    private static List<String> suspended(Desk desk) {
        return texts(
                desk, "select distinct i.item_key from unclear_item u join open_item i on i.id = u.item_id order by 1");
    }

    private static List<String> texts(Desk desk, String sql) {
        return desk.database.sql().sql(sql).query(String.class).list();
    }

    private static long number(Desk desk, String sql) {
        return desk.database.sql().sql(sql).query(Long.class).single();
    }
}
