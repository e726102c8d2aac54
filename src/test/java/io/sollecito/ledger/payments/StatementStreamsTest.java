package io.sollecito.ledger.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.PaymentDecider.Decided;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Law 3 under random streams of statements: overlapped, repeated, reordered, in several formats, with some missing. */
class StatementStreamsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);
    private static final PaymentDecider NOBODY = (payments, facts) -> payments.stream()
            .map(each -> new Decided("unmatched", each.payment().amount(), List.of(), List.of(), List.of(), null, null))
            .toList();
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private static Database ledger;

    /** A real payment; {@code referenced}: whether the bank gives it a reference. */
    record Booking(int amount, boolean referenced) {}

    /** A file of the days from..to, in one of the bank's formats. */
    record Delivery(int from, int to, boolean mt940) {}

    record World(List<List<Booking>> days, List<Delivery> deliveries) {}

    @BeforeContainer
    static void open() {
        ledger = LedgerForTests.h2();
        new Connections(ledger, CLOCK)
                .declare(new Connections.Connection("bank-acme", "ACME-IT", "bank", "daily", 2, 30));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void each_real_payment_counts_once_or_its_statement_is_held(@ForAll("worlds") World world) {
        String account = "ACCOUNT-" + ACCOUNTS.incrementAndGet();
        Statements statements = new Statements(ledger, CLOCK);
        for (int i = 0; i < world.deliveries().size(); i++) {
            Delivery delivery = world.deliveries().get(i);
            String format = delivery.mt940() ? "mt940" : "camt.053.001.08";
            var origin = new Statements.Origin("bank-acme", "file " + i, account + "/" + i, format, 1, null);

            StatementTaken taken =
                    statements.take(origin, CreditorsForTests.ACME, statement(world, delivery, account), NOBODY);

            Map<String, Integer> booked = booked(account);
            Map<String, Integer> real = real(world, 0, world.days().size() - 1);
            assertThat(booked)
                    .allSatisfy((money, count) -> assertThat(count)
                            .as(money + " after " + delivery)
                            .isLessThanOrEqualTo(real.getOrDefault(money, 0)));
            if (taken.state().equals("applied")) {
                real(world, delivery.from(), delivery.to())
                        .forEach((money, count) -> assertThat(booked.getOrDefault(money, 0))
                                .as(money + " after " + delivery)
                                .isEqualTo(count));
            }
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void daily_statements_in_any_order_close_every_gap(@ForAll("shuffledMonths") World world) {
        String account = "ACCOUNT-" + ACCOUNTS.incrementAndGet();
        Statements statements = new Statements(ledger, CLOCK);
        boolean held = false;
        for (int i = 0; i < world.deliveries().size(); i++) {
            Delivery delivery = world.deliveries().get(i);
            var origin = new Statements.Origin("bank-acme", "file " + i, account + "/" + i, "camt.053", 1, null);
            held |= statements
                    .take(origin, CreditorsForTests.ACME, statement(world, delivery, account), NOBODY)
                    .state()
                    .equals("quarantined");
        }
        if (!held) {
            assertThat(ledger.sql()
                            .sql("select count(*) from bank_statement where account = ? and gap")
                            .param(account)
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(booked(account)).isEqualTo(real(world, 0, world.days().size() - 1));
        }
    }

    private static Statement statement(World world, Delivery delivery, String account) {
        int before = sum(world, 0, delivery.from());
        int after = before + sum(world, delivery.from(), delivery.to() + 1);
        LocalDate opening = FIRST.plusDays(delivery.from() - (delivery.mt940() ? 1 : 0));
        return new Statement(
                account,
                String.valueOf(delivery.from()),
                "EUR",
                opening,
                new BigDecimal(before),
                FIRST.plusDays(delivery.to()),
                new BigDecimal(after),
                true,
                entries(world, delivery));
    }

    private static List<Statement.Entry> entries(World world, Delivery delivery) {
        List<Statement.Entry> entries = new ArrayList<>();
        for (int day = delivery.from(); day <= delivery.to(); day++) {
            List<Booking> bookings = world.days().get(day);
            for (int i = 0; i < bookings.size(); i++) {
                Booking booking = bookings.get(i);
                String reference = (delivery.mt940() ? "M" : "C") + day + "-" + i;
                BigDecimal amount = new BigDecimal(booking.amount());
                entries.add(new Statement.Entry(
                        FIRST.plusDays(day),
                        FIRST.plusDays(day),
                        amount,
                        "EUR",
                        false,
                        booking.referenced() ? reference : "NONREF",
                        List.of(new Statement.Payment(amount, "EUR", null, null, "text", null, null))));
            }
        }
        return entries;
    }

    private static int sum(World world, int from, int until) {
        return world.days().subList(from, until).stream()
                .flatMap(List::stream)
                .mapToInt(Booking::amount)
                .sum();
    }

    private static Map<String, Integer> real(World world, int from, int to) {
        Map<String, Integer> real = new HashMap<>();
        for (int day = from; day <= to; day++) {
            for (Booking booking : world.days().get(day)) {
                real.merge(FIRST.plusDays(day) + " " + booking.amount(), 1, Integer::sum);
            }
        }
        return real;
    }

    private static Map<String, Integer> booked(String account) {
        Map<String, Integer> booked = new HashMap<>();
        ledger.sql()
                .sql("select e.booking_date, e.amount from payment p join bank_entry e on e.id = p.entry_id"
                        + " where e.account = ?")
                .param(account)
                .query(rs -> {
                    booked.merge(
                            rs.getObject("booking_date", LocalDate.class) + " "
                                    + rs.getBigDecimal("amount").intValueExact(),
                            1,
                            Integer::sum);
                });
        return booked;
    }

    @Provide
    Arbitrary<World> worlds() {
        return days().flatMap(days -> deliveries(days.size())
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(deliveries -> new World(days, deliveries)));
    }

    @Provide
    Arbitrary<World> shuffledMonths() {
        return days().flatMap(days -> {
            List<Delivery> daily = new ArrayList<>();
            for (int day = 0; day < days.size(); day++) {
                daily.add(new Delivery(day, day, false));
            }
            return Arbitraries.shuffle(daily).map(deliveries -> new World(days, deliveries));
        });
    }

    private static Arbitrary<List<List<Booking>>> days() {
        Arbitrary<Booking> bookings = Combinators.combine(
                        Arbitraries.of(100, 100, -100, 50, 7), Arbitraries.of(true, false))
                .as(Booking::new);
        return bookings.list().ofMaxSize(4).list().ofMinSize(2).ofMaxSize(6);
    }

    private static Arbitrary<Delivery> deliveries(int days) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, days - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as((from, length, mt940) -> new Delivery(from, Math.min(days - 1, from + length), mt940));
    }
}
