package io.sollecito.reconciliation;

import io.sollecito.model.AdviceLine;
import io.sollecito.model.Discount;
import io.sollecito.model.MatchingRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small world of open items and payments. */
final class MatchFixture {

    static final String OWN = "IT60X0542811101000000123456";
    static final String ROSSI_IBAN = "DE89370400440532013000";
    static final String BIANCHI_IBAN = "FR1420041010050500013M02606";
    static final LocalDate DAY = LocalDate.of(2026, 2, 18);

    private final List<KnownDebtor> debtors = new ArrayList<>();
    private final List<Payable> items = new ArrayList<>();
    private final Map<String, List<ReferenceBook.Listed>> references = new HashMap<>();
    private final List<Incoming> payments = new ArrayList<>();
    private final Map<DebtorKey, List<String>> settled = new HashMap<>();
    private final List<AdviceLine> advised = new ArrayList<>();
    private MatchingRules rules = MatchingRules.DEFAULT;

    MatchFixture advice(AdviceLine line) {
        advised.add(line);
        return this;
    }

    MatchFixture rules(MatchingRules some) {
        rules = some;
        return this;
    }

    MatchFixture debtor(String number, String name, String... ibans) {
        debtors.add(new KnownDebtor(key(number), name, List.of(ibans), null));
        return this;
    }

    MatchFixture paidBy(String number, String payer) {
        debtors.add(new KnownDebtor(key(number), number, List.of(), payer));
        return this;
    }

    MatchFixture item(String debtor, String number, String open) {
        return item(debtor, number, open, null, false);
    }

    MatchFixture item(String debtor, String number, String open, Discount discount, boolean closedByErp) {
        return item(key(debtor), number, 1, open, discount, closedByErp);
    }

    MatchFixture item(
            DebtorKey debtor, String number, int instalment, String open, Discount discount, boolean closedByErp) {
        items.add(new Payable(
                items.size() + 1L,
                debtor,
                number,
                null,
                instalment,
                DAY.plusDays(items.size()),
                "EUR",
                new BigDecimal(open),
                discount,
                BigDecimal.ZERO,
                null,
                closedByErp));
        return this;
    }

    MatchFixture dueItem(String debtor, String number, String open, LocalDate due) {
        items.add(new Payable(
                items.size() + 1L,
                key(debtor),
                number,
                null,
                1,
                due,
                "EUR",
                new BigDecimal(open),
                null,
                BigDecimal.ZERO,
                null,
                false));
        return this;
    }

    MatchFixture settled(String debtor, String number) {
        settled.computeIfAbsent(key(debtor), d -> new ArrayList<>()).add(number);
        return this;
    }

    MatchFixture reference(String reference, long item, String amount) {
        references
                .computeIfAbsent(reference, r -> new ArrayList<>())
                .add(new ReferenceBook.Listed(item, new BigDecimal(amount)));
        return this;
    }

    MatchFixture pay(String amount, String text) {
        return pay(amount, text, null, null);
    }

    MatchFixture pay(String amount, String text, String name, String iban) {
        return pay(amount, text, name, iban, DAY, "NOTPROVIDED", null);
    }

    MatchFixture pay(
            String amount, String text, String name, String iban, LocalDate on, String endToEnd, String returnReason) {
        boolean reference = text != null && (text.startsWith("RF") || text.matches("\\d{27}")) && !text.contains(" ");
        payments.add(new Incoming(
                OWN,
                on,
                new BigDecimal(amount),
                "EUR",
                returnReason != null,
                "B" + payments.size(),
                endToEnd,
                reference ? text : null,
                reference ? null : text,
                name,
                iban,
                returnReason));
        return this;
    }

    List<Decision> decide() {
        ReferenceBook book = reference -> references.getOrDefault(reference, List.of());
        Advices advices = new Advices(advised);
        Book open = new Book(new Wanted(payments, book, advices), debtor -> settled.getOrDefault(debtor, List.of()));
        debtors.forEach(open::add);
        items.forEach(open::add);
        return new Matcher(
                        open,
                        book,
                        PaidBefore.NONE,
                        Set.of(OWN),
                        NotOursFacts.of(NotOursRules.shipped()),
                        rules,
                        advices)
                .decide(payments);
    }

    Decision only() {
        List<Decision> decisions = decide();
        return decisions.get(decisions.size() - 1);
    }

    /** Allocations as "number amount purpose", then what is left; or the decision's word with the candidates' numbers. */
    String outcome() {
        return text(only(), payments.get(payments.size() - 1).amount());
    }

    static String text(Decision decision, BigDecimal amount) {
        StringBuilder text = new StringBuilder(decision.word());
        for (Allocation allocation : Outcomes.allocations(decision)) {
            text.append(" ").append(text(allocation));
        }
        for (Candidate candidate : Outcomes.candidates(decision)) {
            text.append(" [");
            candidate
                    .allocations()
                    .forEach(allocation -> text.append(text(allocation)).append(' '));
            text.setCharAt(text.length() - 1, ']');
        }
        BigDecimal left = Outcomes.unallocated(amount, decision);
        return decision instanceof Decision.Allocated && left.signum() != 0 ? text + " left " + left : text.toString();
    }

    private static String text(Allocation allocation) {
        return allocation.item().number() + ":" + allocation.amount()
                + (allocation.purpose() == Purpose.PRINCIPAL
                        ? ""
                        : ":" + allocation.purpose().word());
    }

    static DebtorKey key(String debtor) {
        return new DebtorKey("ACME-IT", "sap", debtor);
    }
}
