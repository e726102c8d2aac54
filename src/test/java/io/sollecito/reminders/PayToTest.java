package io.sollecito.reminders;

import static io.sollecito.PayeesForTests.FACTOR;
import static io.sollecito.PayeesForTests.OTHER_FACTOR;
import static io.sollecito.PayeesForTests.assigned;
import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.Changed;
import io.sollecito.CreditorsForTests;
import io.sollecito.PayeesForTests;
import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payee;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.ReferenceKind;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.collections.ReturnTimes;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.EmailContent;
import io.sollecito.reminders.message.Pictures;
import io.sollecito.reminders.message.ReminderFacts;
import io.sollecito.reminders.message.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What was assigned to a factor is reminded when it is known whom it is paid to. */
class PayToTest {

    private static final Creditor ACME = PayeesForTests.naming(CreditorsForTests.ACME_IN_PRINT, FACTOR, OTHER_FACTOR);
    private static final String OWN = ACME.payTo();
    private static final Payee THIEF = new Payee("Fattore S.p.A.", "FR7630006000011234567890189", "BLOPIT22");
    private static final Composer COMPOSER = new Composer(Templates.load(Path.of("reminders/templates")), Path.of(""));

    @Test
    void what_was_assigned_is_reminded_apart_when_it_says_whom_to_pay() {
        CasePlan plan = plan(
                assigned(invoice("I1", "100.00"), FACTOR),
                invoice("I2", "50.00"),
                assigned(invoice("I3", "30.00"), OTHER_FACTOR),
                assigned(invoice("I4", "20.00"), null));

        assertThat(outcomes(plan)).containsExactly("remind first", "remind first", "remind first", "held first");
        assertThat(plan.decisions().get(3).reason()).isEqualTo("assigned, says sap");
        assertThat(plan.reminders())
                .extracting(reminder -> lines(reminder) + " " + reminder.payTo())
                .containsExactlyInAnyOrder(
                        "[I1 overdue first 100.00] " + FACTOR,
                        "[I2 overdue first 50.00] null",
                        "[I3 overdue first 30.00] " + OTHER_FACTOR);
    }

    @Test
    void a_hold_that_says_assigned_stops_only_what_does_not_say_whom_to_pay() {
        Hold sold = new Hold(1L, Hold.ASSIGNED, "sold", "anna", null, null);
        Hold dispute = new Hold(2L, Hold.DISPUTE, "too much", "anna", null, null);
        OpenItem factored = assigned(invoice("I1", "100.00"), FACTOR);

        assertThat(outcomes(planOf(CaseItem.of(factored).withHold(sold)))).containsExactly("remind first");
        assertThat(outcomes(planOf(CaseItem.of(invoice("I1", "100.00")).withHold(sold))))
                .containsExactly("held first");
        assertThat(outcomes(planOf(CaseItem.of(factored).withHold(sold).withHold(dispute))))
                .containsExactly("held first");
        OpenItem disputed = PayeesForTests.paidTo(factored, List.of("assigned", "dispute"), FACTOR);
        assertThat(planOf(CaseItem.of(disputed)).decisions().get(0).reason()).isEqualTo("dispute, says sap");
    }

    @Test
    void what_is_to_be_paid_to_whom_the_creditor_does_not_name_is_held_with_what_to_do() {
        CasePlan plan = plan(
                assigned(invoice("I1", "100.00"), THIEF),
                PayeesForTests.paidTo(invoice("I2", "50.00"), List.of(), THIEF),
                assigned(invoice("I3", "30.00"), new Payee("Acme", OWN, null)),
                assigned(credit("C1", "-30.00"), THIEF),
                invoice("I4", "20.00"));

        assertThat(outcomes(plan)).containsExactly("held first", "held first", "held first", "credit", "remind first");
        assertThat(plan.decisions())
                .extracting(ItemDecision::reason)
                .startsWith(
                        "it is to be paid to FR7630006000011234567890189, which the creditor's file does not name:"
                                + " add it to 'factors', or correct the export",
                        "it is to be paid to FR7630006000011234567890189, which the creditor's file does not name:"
                                + " add it to 'factors', or correct the export",
                        "it is to be paid to IT60X0542811101000000123456, an account of the creditor's own:"
                                + " payTo is for factors, leave it out where the creditor is paid");
        assertThat(plan.reminders()).extracting(PlanningCase::lines).containsExactly(List.of("I4 overdue first 20.00"));
    }

    @Test
    void a_factor_is_called_as_the_creditor_names_it_whatever_the_export_says_of_the_account() {
        CasePlan plan = plan(
                assigned(invoice("I1", "100.00"), new Payee("Thief", FACTOR.iban(), "DEUTDEFF")),
                assigned(invoice("I2", "50.00"), new Payee("FATTORE SPA", FACTOR.iban(), null)));

        assertThat(plan.reminders())
                .extracting(reminder -> lines(reminder) + " " + reminder.payTo())
                .containsExactly("[I1 overdue first 100.00, I2 overdue first 50.00] " + FACTOR);
        assertThat(plan.reminders().get(0).payTo().bic()).isEqualTo(FACTOR.bic());
    }

    @Test
    void credits_net_within_one_payee_only() {
        CasePlan plan = plan(
                assigned(invoice("I1", "100.00"), FACTOR),
                invoice("I2", "100.00"),
                assigned(credit("C1", "-30.00"), FACTOR),
                credit("C2", "-70.00"),
                assigned(credit("C3", "-60.00"), OTHER_FACTOR));

        assertThat(plan.reminders())
                .extracting(reminder -> lines(reminder) + " " + reminder.total())
                .containsExactlyInAnyOrder(
                        "[I1 overdue first 100.00, C1 credit -30.00] 70.00",
                        "[I2 overdue first 100.00, C2 credit -70.00] 30.00");
    }

    /** Credit notes rarely say that what they credit was assigned. */
    @Test
    void a_credit_that_names_an_assigned_document_takes_it_off_what_the_factor_is_paid() {
        CasePlan plan = plan(
                assigned(invoice("I1", "100.00"), FACTOR),
                invoice("I2", "100.00"),
                assigned(invoice("I3", "40.00"), OTHER_FACTOR),
                crediting("-30.00", "I1"),
                crediting("-40.00", "I3"),
                crediting("-10.00", "I1", "I2"));

        assertThat(plan.reminders())
                .extracting(reminder -> lines(reminder) + " " + reminder.total() + " " + reminder.payTo())
                .containsExactlyInAnyOrder(
                        "[I1 overdue first 100.00, C-I1 credit -30.00] 70.00 " + FACTOR,
                        "[I2 overdue first 100.00, C-I1I2 credit -10.00] 90.00 null");
        assertThat(outcomes(plan).get(2)).isEqualTo("credit-covers first");
    }

    private static OpenItem crediting(String amount, String... documents) {
        return credit("C-" + String.join("", documents), amount).withPrecedingDocuments(List.of(documents));
    }

    @Test
    void its_reference_is_one_that_goes_with_any_account() {
        Creditor.HowToPay own = CreditorsForTests.ACME.howToPay();
        Creditor swiss = CreditorsForTests.with(
                CreditorsForTests.ACME.letterhead(),
                new Creditor.HowToPay(own.accounts(), own.bic(), own.link(), ReferenceKind.QRR),
                CreditorsForTests.ACME.people());

        assertThat(plan(invoice("I1", "100.00")).reminders().get(0).reference(swiss, 7))
                .matches("[0-9]{27}");
        assertThat(plan(assigned(invoice("I1", "100.00"), FACTOR))
                        .reminders()
                        .get(0)
                        .reference(swiss, 7))
                .isEqualTo(ReferenceKind.RF.ofReminder(7));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void all_that_a_message_lists_is_paid_to_one_account_which_its_text_and_code_name(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Random payees = new Random(seed);
        Planner planner = new Planner(
                PlanningCase.plans(random.plan()),
                ChargeRules.NONE,
                ReturnTimes.NONE,
                ACME.payees(),
                PlanningRun.facts(ACME));
        DebtorCase debtor = random.debtor();
        List<CaseItem> items = new ArrayList<>();
        for (CaseItem item : debtor.items()) {
            Payee payee = Arrays.asList(null, FACTOR, OTHER_FACTOR, THIEF).get(payees.nextInt(4));
            items.add(payee == null ? item : Changed.with(item, "item", assigned(item.item(), payee)));
        }

        for (PlannedReminder reminder : planner.plan(debtor.withItems(items), PlanningDay.of(RandomCases.DAY))
                .reminders()) {
            assertThat(reminder.lines())
                    .extracting(line -> line.item().item().payTo())
                    .containsOnly(reminder.payTo())
                    .doesNotContain(THIEF);
            if (Math.floorMod(seed, 8) == 0
                    && reminder.total().signum() > 0
                    && !reminder.lines().isEmpty()) {
                asksToPay(reminder, debtor.debtor());
            }
        }
    }

    /** The account of the text, and that of the code beside it. */
    private static void asksToPay(PlannedReminder reminder, Debtor debtor) {
        ReminderFacts facts = new ReminderFacts(
                ACME,
                debtor,
                reminder.plan(),
                reminder.step(),
                "first-reminder",
                "it",
                reminder.currency(),
                reminder.total(),
                reminder.reference(ACME, 7),
                reminder.deadline(),
                RandomCases.DAY,
                RandomCases.DAY,
                reminder.lines().stream()
                        .map(line -> new ReminderFacts.Listed(
                                line.item().item(), line.role().text(), line.advances(), line.step(), line.amount()))
                        .toList(),
                List.of(),
                "L-1",
                ListedCharges.NONE);
        Payee payee = reminder.payTo() == null ? new Payee("Acme Italia S.p.A.", OWN, null) : reminder.payTo();

        EmailContent email = COMPOSER.email(facts);

        assertThat(email.text().replace(" ", ""))
                .contains(payee.iban(), payee.name().replace(" ", ""));
        for (Payee other : List.of(FACTOR, OTHER_FACTOR)) {
            assertThat(email.text().replace(" ", "").contains(other.iban())).isEqualTo(other.equals(payee));
        }
        email.inline().stream()
                .filter(picture -> picture.cid().startsWith("qr"))
                .forEach(code -> {
                    try {
                        assertThat(Pictures.decoded(code.bytes()))
                                .contains("\n" + payee.name() + "\n" + payee.iban() + "\n");
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
    }

    private static OpenItem invoice(String number, String amount) {
        return PlanningCase.item(number, DocumentType.INVOICE, "2026-03-01", amount, "EUR", List.of());
    }

    private static OpenItem credit(String number, String amount) {
        return PlanningCase.item(number, DocumentType.CREDIT_NOTE, "2026-01-01", amount, "EUR", List.of());
    }

    private static CasePlan plan(OpenItem... items) {
        return planOf(Arrays.stream(items).map(CaseItem::of).toArray(CaseItem[]::new));
    }

    private static CasePlan planOf(CaseItem... items) {
        Planner planner = new Planner(
                PlanningCase.plans(PlanningCase.PLAN),
                ChargeRules.NONE,
                ReturnTimes.NONE,
                ACME.payees(),
                PlanningRun.facts(ACME));
        return planner.plan(
                new DebtorCase(PlanningCase.debtor("IT", "a@rossi.example", null), List.of(items), List.of()),
                PlanningDay.of(LocalDate.parse("2026-03-04")));
    }
}
