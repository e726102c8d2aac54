package io.sollecito.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MatchingLawsTest {

    private static final List<String> IBANS = List.of("DE89370400440532013000", "FR1420041010050500013M02606");

    record Owed(int debtor, int number, int cents, boolean booked) {}

    record Paid(int cents, List<Integer> numbers, int iban) {}

    @Property(tries = 500)
    void a_payment_is_what_it_paid_plus_what_is_left_and_nothing_is_paid_twice(
            @ForAll("owed") List<Owed> owed, @ForAll("paid") List<Paid> paid) {
        MatchFixture world = new MatchFixture().debtor("1", "One", IBANS.get(0)).debtor("2", "Two", IBANS.get(1));
        owed.forEach(item -> world.item(
                String.valueOf(item.debtor()), number(item.number()), amount(item.cents()), null, item.booked()));
        paid.forEach(payment -> world.pay(
                amount(payment.cents()),
                String.join(
                        " ",
                        payment.numbers().stream().map(MatchingLawsTest::number).toList()),
                null,
                payment.iban() == 0 ? null : IBANS.get(payment.iban() - 1)));

        List<Decision> decisions = world.decide();

        java.util.Map<Long, BigDecimal> settled = new java.util.HashMap<>();
        java.util.Map<Long, BigDecimal> open = new java.util.HashMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            List<Allocation> allocations = Outcomes.allocations(decisions.get(i));
            BigDecimal amount = new BigDecimal(amount(paid.get(i).cents()));
            BigDecimal left = Outcomes.unallocated(amount, decisions.get(i));
            assertThat(Allocation.paid(allocations).add(left)).isEqualByComparingTo(amount);
            assertThat(left.signum()).isGreaterThanOrEqualTo(0);
            if (left.signum() > 0) {
                assertThat(allocations)
                        .as("no credit is used up by a payment that does without it")
                        .noneMatch(allocation -> allocation.amount().signum() < 0);
            }
            for (Allocation allocation : allocations) {
                settled.merge(allocation.item().itemId(), allocation.amount(), BigDecimal::add);
                open.put(allocation.item().itemId(), allocation.item().open());
            }
        }
        settled.forEach((item, sum) ->
                assertThat(sum.abs()).isLessThanOrEqualTo(open.get(item).abs()));
    }

    @Property(tries = 1000)
    void a_number_is_never_found_inside_a_longer_one(
            @ForAll @IntRange(min = 10_000, max = 99_999_999) int number,
            @ForAll("glue") String before,
            @ForAll("glue") String after) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        Decision decision = new MatchFixture()
                .item("1", String.valueOf(number), "100.00")
                .pay("60.00", "pay " + before + number + after + " now")
                .only();

        assertThat(decision).isInstanceOf(Decision.Unmatched.class);
    }

    @Provide
    Arbitrary<String> glue() {
        return Arbitraries.strings().withChars("123456789").ofMaxLength(5);
    }

    @Provide
    Arbitrary<List<Owed>> owed() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(-3, 6).filter(n -> n != 0),
                        Arbitraries.of(false, false, true))
                .as((debtor, number, amount, booked) -> new Owed(debtor, number, amount * 1000, booked))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Paid>> paid() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 7).list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 2))
                .as((amount, numbers, iban) -> new Paid(amount * 1000, numbers, iban))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static String number(int n) {
        return "A-1000" + n;
    }

    private static String amount(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
