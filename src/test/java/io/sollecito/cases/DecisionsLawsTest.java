package io.sollecito.cases;

import static io.sollecito.cases.BankDays.back;
import static io.sollecito.cases.BankDays.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.laws.LawChecks;
import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.ledger.payments.Payments;
import io.sollecito.ledger.payments.Splitting;
import io.sollecito.ledger.payments.UndecidedPayments;
import io.sollecito.ledger.payments.WriteOffs;
import io.sollecito.model.Creditor;
import io.sollecito.model.Refused;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import io.sollecito.model.TwoPeople;
import io.sollecito.reconciliation.Reconciler;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever banks show and people decide in whatever order, laws 1, 9, 10 and 13 hold. */
class DecisionsLawsTest {

    private static final Instant NOW = Instant.parse("2026-03-09T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Creditor ACME = CreditorsForTests.ACME;
    private static final String ROSSI = "DE89370400440532013000";
    private static final String BY_PEOPLE =
            "select id || ' ' || decision || ' ' || decided_by || ' ' || unallocated from payment"
                    + " where decided_by <> 'run' order by id";

    /** What happens next; {@code cents} and {@code which} say how much and about what. */
    record Happening(String what, int cents, int which) {

        BigDecimal amount() {
            return BigDecimal.valueOf(cents, 2);
        }
    }

    private Database ledger;
    private BankDays bank;
    private final List<Payment> shown = new ArrayList<>();
    private int day;

    @Property(tries = 10)
    void money_stays_exact_and_what_people_decided_stays_decided(@ForAll("happenings") List<Happening> happenings) {
        begin();
        for (Happening happening : happenings) {
            boolean isPersons = happening.what().startsWith("person");
            List<String> before = texts(BY_PEOPLE);
            long told = number("select count(*) from journal");
            try {
                happen(happening);
            } catch (Refused refused) {
                assertThat(number("select count(*) from journal"))
                        .as("what is refused changes nothing: %s", refused.getMessage())
                        .isEqualTo(told);
            }
            if (happening.what().equals("again")) {
                assertThat(texts(BY_PEOPLE))
                        .as("no run undoes what people decided")
                        .isEqualTo(before);
            }
            if (isPersons) {
                assertThat(texts("select event from journal where actor not in ('run', 'anna')"))
                        .isEmpty();
            }
            lawsHold(happening);
        }
    }

    private void lawsHold(Happening after) {
        assertThat(texts("select p.id || ': ' || p.amount from payment p where p.decision <> 'returned' and p.amount <>"
                        + " p.unallocated + coalesce((select sum(a.amount) from allocation a where a.payment_id = p.id"
                        + "  and a.state in ('pending', 'confirmed')"
                        + "  and a.purpose in ('principal', 'interest', 'costs')), 0)"))
                .as("law 1 after %s", after)
                .isEmpty();
        assertThat(texts("select e.id || ': ' || e.amount from bank_entry e where e.amount <>"
                        + " (select sum(p.amount) from payment p where p.entry_id = e.id)"))
                .as("the payments of an entry stay the entry, after %s", after)
                .isEmpty();
        assertThat(texts("select i.document_no from open_item i where i.erp_open > 0 and i.erp_open < (select"
                        + " coalesce(sum(a.amount), 0) from allocation a where a.item_id = i.id and a.state = 'pending'"
                        + "  and a.purpose not in ('interest', 'costs'))"))
                .as("law 10: nothing is paid twice, after %s", after)
                .isEmpty();
        assertThat(texts("select item_id || ' ' || purpose from open_charge where open_amount < 0"))
                .as("no charge is paid twice, after %s", after)
                .isEmpty();
        assertThat(new LawChecks(ledger, new Journal(ledger, CLOCK)).violations())
                .as("after %s", after)
                .isEmpty();
    }

    private void begin() {
        ledger = LedgerForTests.h2();
        bank = new BankDays(ledger, CLOCK, ACME);
        shown.clear();
        day = 0;
        LedgerRows rows = new LedgerRows(ledger);
        long export = rows.export("a.csv", "applied", NOW.minusSeconds(7200));
        rows.debtor("11", "Rossi S.r.l.", export);
        for (int i = 0; i < 3; i++) {
            long item = rows.item(export, "104" + i, "11", "INVOICE", "100.00", "EUR");
            long reminder = rows.reminder(
                    rows.run(LocalDate.of(2026, 3, 1 + i), NOW), item, "11", "formal", "sent", "100.00", NOW);
            rows.charge(reminder, "interest", "3.00", NOW);
            rows.charge(reminder, "compensation", "40.00", NOW);
        }
        rows.item(export, "9001", "11", "CREDIT_NOTE", "-50.00", "EUR");
    }

    private void happen(Happening happening) {
        long payment = number("select coalesce(max(id), 0) from payment where id <= " + (happening.which() + 1));
        long item = 1 + happening.which() % 4;
        switch (happening.what()) {
            case "paid" -> show(from("Rossi", ROSSI, text(happening), "E" + day, "fattura 2026/104" + item % 3));
            case "refund" -> show(from("Rossi", ROSSI, "-" + text(happening), "E" + day, "rimborso"));
            case "return" -> {
                if (!shown.isEmpty()) {
                    Payment paid = shown.get(happening.which() % shown.size());
                    show(back(
                            paid,
                            "AC06",
                            Particulars.NONE,
                            paid.amount().negate().toPlainString()));
                }
            }
            case "again" -> {
                bank.showAgain();
                new UndecidedPayments(ledger, CLOCK).matchAgain(ACME, 1, new Reconciler(ACME, CLOCK));
            }
            case "person allocates" ->
                payments()
                        .allocate(
                                payment,
                                List.of(new Part(
                                        item,
                                        item == 4 ? happening.amount().negate() : happening.amount(),
                                        "principal",
                                        false)),
                                "anna",
                                "she knows");
            case "person reverses" -> payments().reverse(happening.which() + 1L, "anna", "it was wrong");
            case "person puts aside" -> payments().notOurs(payment, "anna", "rent");
            case "person splits" ->
                new Splitting(ledger, CLOCK).split(payment, List.of(happening.amount()), "anna", "two things");
            default ->
                new WriteOffs(ledger, CLOCK, Map.of())
                        .give(item, happening.amount(), new TwoPeople("anna", "bruno"), "too small");
        }
    }

    private void show(Payment payment) {
        if (payment.amount().signum() > 0 && payment.returnReason() == null) {
            shown.add(payment);
        }
        bank.show(LocalDate.of(2026, 3, 1).plusDays(day++).toString(), payment);
    }

    private static String text(Happening happening) {
        return happening.amount().toPlainString();
    }

    private Payments payments() {
        return new Payments(ledger, CLOCK, Map.of("ACME-IT", ACME));
    }

    private List<String> texts(String sql) {
        return ledger.sql().sql(sql).query(String.class).list();
    }

    private long number(String sql) {
        return ledger.sql().sql(sql).query(Long.class).single();
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.of(
                                "paid",
                                "paid",
                                "paid",
                                "refund",
                                "return",
                                "again",
                                "person allocates",
                                "person allocates",
                                "person reverses",
                                "person puts aside",
                                "person splits",
                                "person writes off"),
                        Arbitraries.of(300, 2500, 5000, 10000, 10300, 14300, 15000, 20000),
                        Arbitraries.integers().between(0, 9))
                .as(Happening::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(25);
    }
}
