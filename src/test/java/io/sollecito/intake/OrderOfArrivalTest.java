package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.CamtFixture;
import io.sollecito.mapping.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Law 6: whether the bank or the ERP was faster makes no difference in the end. */
class OrderOfArrivalTest {

    private static final List<String> NUMBERS =
            List.of("2026/1042", "2026/2153", "2026/3264", "2026/4375", "2026/5486", "2026/6597");
    private static final List<String> IBANS =
            List.of("DE89370400440532013000", "FR7630006000011234567890189", "NL91ABNA0417164300");

    /** @param brought the export that brings it first */
    private record Invoice(String number, int debtor, int amount, int brought) {}

    /** @param invoices what it names and pays, one or two of one debtor */
    private record Paid(List<Invoice> invoices, int statement) {

        int amount() {
            return invoices.stream().mapToInt(Invoice::amount).sum();
        }
    }

    /** @param order true where the next to come is an export, false where it is a statement */
    private record Story(List<Invoice> invoices, List<Paid> payments, List<Boolean> order) {}

    private static final int EXPORTS = 3;
    private static final int STATEMENTS = 3;

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void the_order_of_statements_and_exports_does_not_matter_in_the_end(@ForAll("stories") Story story) {
        assertThat(end(new Desk(Ledgers.emptyH2()), story, story.order()))
                .isEqualTo(end(new Desk(Ledgers.emptyH2()), story, exportsFirst()));
    }

    @Property(tries = 10, shrinking = ShrinkingMode.BOUNDED)
    void nor_does_it_on_postgresql(@ForAll("stories") Story story) {
        assertThat(end(new Desk(Ledgers.emptyPostgres()), story, story.order()))
                .isEqualTo(end(new Desk(Ledgers.emptyPostgres()), story, exportsFirst()));
    }

    /** What is allocated, what is open, what is suspended. */
    private static List<String> end(Desk desk, Story story, List<Boolean> order) {
        int export = 0;
        int statement = 0;
        BigDecimal balance = BigDecimal.ZERO;
        for (boolean isExport : order) {
            if (isExport) {
                export++;
                desk.snapshot(export, known(story, export));
            } else {
                CamtFixture next = statement(story, ++statement, balance);
                balance = new BigDecimal(next.closingBalance());
                desk.statement(next);
            }
        }
        List<String> end = new ArrayList<>(desk.database
                .sql()
                .sql("select p.remittance || ': ' || p.decision || ', ' || cast(p.unallocated as integer) || ' left, '"
                        + " || coalesce(i.item_key || ' ' || a.state || ' ' || cast(a.amount as integer), '')"
                        + " from payment p left join allocation a on a.payment_id = p.id"
                        + " left join open_item i on i.id = a.item_id order by 1")
                .query(String.class)
                .list());
        story.invoices().forEach(invoice -> end.add(invoice.number() + " open " + desk.effective(invoice.number())));
        end.addAll(desk.database
                .sql()
                .sql("select i.item_key || ' is suspended' from unclear_item u join open_item i on i.id = u.item_id"
                        + " order by 1")
                .query(String.class)
                .list());
        allIsPaid(story, end);
        return end;
    }

    private static void allIsPaid(Story story, List<String> end) {
        List<Invoice> paid = story.payments().stream()
                .flatMap(payment -> payment.invoices().stream())
                .toList();
        story.invoices()
                .forEach(invoice -> assertThat(end)
                        .contains(invoice.number() + " open " + (paid.contains(invoice) ? 0 : invoice.amount())));
    }

    private static Outcome[] known(Story story, int export) {
        return story.invoices().stream()
                .filter(invoice -> invoice.brought() <= export)
                .map(invoice ->
                        Desk.invoice(invoice.number(), "D" + invoice.debtor(), Integer.toString(invoice.amount())))
                .toArray(Outcome[]::new);
    }

    private static CamtFixture statement(Story story, int number, BigDecimal balance) {
        CamtFixture statement = CamtFixture.statement()
                .id("S" + number)
                .on(LocalDate.of(2026, 2, number).toString())
                .opening(balance.toPlainString());
        int entry = 0;
        for (Paid paid : story.payments()) {
            if (paid.statement() == number) {
                int debtor = paid.invoices().get(0).debtor();
                statement.payment(
                        paid.amount() + ".00",
                        "B" + number + "-" + ++entry,
                        "Debtor " + debtor,
                        IBANS.get(debtor),
                        String.join(
                                " ",
                                paid.invoices().stream().map(Invoice::number).toList()));
            }
        }
        return statement;
    }

    private static List<Boolean> exportsFirst() {
        List<Boolean> order = new ArrayList<>(Collections.nCopies(EXPORTS, true));
        order.addAll(Collections.nCopies(STATEMENTS, false));
        return order;
    }

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<List<Invoice>> invoices = Combinators.combine(
                        Arbitraries.integers().between(0, 2).list().ofSize(NUMBERS.size()),
                        Arbitraries.of(100, 100, 250, 380).list().ofSize(NUMBERS.size()),
                        Arbitraries.integers().between(1, EXPORTS).list().ofSize(NUMBERS.size()))
                .as((debtors, amounts, brought) -> {
                    List<Invoice> all = new ArrayList<>();
                    for (int i = 0; i < NUMBERS.size(); i++) {
                        all.add(new Invoice(NUMBERS.get(i), debtors.get(i), amounts.get(i), brought.get(i)));
                    }
                    return all;
                });
        return Combinators.combine(
                        invoices,
                        Arbitraries.integers().between(0, STATEMENTS).list().ofSize(NUMBERS.size()),
                        Arbitraries.integers())
                .as((all, statements, seed) -> {
                    Random random = new Random(seed);
                    List<Boolean> order = exportsFirst();
                    Collections.shuffle(order, random);
                    return new Story(all, payments(all, statements, random), order);
                });
    }

    /** Each invoice is paid by the statement of that number, not at all by 0; some are paid two at a time. */
    private static List<Paid> payments(List<Invoice> invoices, List<Integer> statements, Random random) {
        List<Paid> payments = new ArrayList<>();
        List<Invoice> waiting = new ArrayList<>(invoices);
        while (!waiting.isEmpty()) {
            Invoice one = waiting.remove(0);
            int statement = statements.get(invoices.indexOf(one));
            List<Invoice> paid = new ArrayList<>(List.of(one));
            if (random.nextBoolean()) {
                waiting.stream()
                        .filter(other -> other.debtor() == one.debtor())
                        .findFirst()
                        .ifPresent(paid::add);
                waiting.removeAll(paid);
            }
            if (statement > 0) {
                payments.add(new Paid(paid, statement));
            }
        }
        return payments;
    }
}
