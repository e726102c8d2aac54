package io.sollecito.reminders;

import io.sollecito.Changed;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Hold;
import io.sollecito.model.OpenItem;
import io.sollecito.model.SentStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Plans, debtors and histories drawn from a seed: anything that a plan may say and that may have happened. */
final class RandomCases {

    static final LocalDate DAY = LocalDate.parse("2026-03-18");

    private static final List<String> KINDS = List.of("dispute", "promise", "collection", "insolvency", "manual");

    private final Random random;

    RandomCases(long seed) {
        random = new Random(seed);
    }

    /** A plan for debtors in Italy with some of all steps and rules. */
    String plan() {
        String last = chance(3) ? ", repeat: {every: 14d, times: 2}" : "";
        StringBuilder text = new StringBuilder("plan: standard\nfor: \"debtor.country == 'IT'\"\n");
        some(text, "minimum: {EUR: " + one("0.01", "10.00", "100.00") + ", USD: 50.00}\n");
        some(text, "group: " + one("debtor", "step", "receivable") + "\n");
        some(text, "grace: " + one("1d", "5d") + "\n");
        some(text, "interval: " + one("1d", "7d", "14d") + "\n");
        some(text, "catchUp: jump\n");
        some(text, "limit: {week: " + one("1", "2") + "}\n");
        text.append("calendar: {country: IT, window: \"08:30-18:00\", zone: Europe/Rome}\nsteps:\n");
        some(text, "  - {name: receipt, when: 7d after issue, by: [email], template: receipt-check}\n");
        some(text, "  - {name: courtesy, when: 5d before due, by: [email], template: courtesy, expires: 3d}\n");
        some(text, "  - {name: due-today, when: on due, by: [email], also: [sms], template: due-today}\n");
        text.append("  - {name: first, when: 3d after due, by: [email, letter], template: first-reminder}\n");
        some(text, "  - {name: call, when: 8d after due, by: [task], template: call-script}\n");
        some(text, "  - {name: second, when: 7d after previous, by: [letter], template: second-reminder}\n");
        text.append("  - {name: formal, when: 20d after due, by: [registered-letter], template: formal-notice,")
                .append(" deadline: 15d, approve: ")
                .append(one("true", "false"))
                .append(last)
                .append("}\n");
        some(text, "  - {name: collected, when: 5d before collection, by: [email], template: will-be-collected}\n");
        some(text, "  - {name: returned, when: on return, by: [email], template: collection-returned}\n");
        some(text, "afterwards: {template: decide, after: 14d}\n");
        return text.toString();
    }

    DebtorCase debtor() {
        Debtor debtor = PlanningCase.debtor(
                chance(12) ? "CH" : "IT",
                chance(8) ? null : "a@rossi.example",
                one("+39 333 1234567", "+39 02 123456"));
        List<CaseItem> items =
                IntStream.range(0, 1 + random.nextInt(7)).mapToObj(this::item).toList();
        return new DebtorCase(debtor, items, chance(4) ? history() : List.of());
    }

    /** Debits only, of which nothing has happened yet and nothing holds. */
    DebtorCase beginner() {
        List<CaseItem> items = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(number -> CaseItem.of(open(number, DocumentType.INVOICE, 1 + random.nextInt(15_000))))
                .toList();
        return new DebtorCase(PlanningCase.debtor("IT", "a@rossi.example", "+39 333 1234567"), items, List.of());
    }

    /** The same, some of whose debts a bank collects. */
    DebtorCase withCollections(DebtorCase known) {
        List<CaseItem> items = known.items().stream()
                .map(item -> item.item().isCredit() || chance(2) ? item : collected(item))
                .toList();
        return new DebtorCase(known.debtor(), items, known.otherHistory());
    }

    private CaseItem collected(CaseItem item) {
        String means = one("RIBA", "LCR", "SDD", "MP21", "cash");
        CaseItem collected = Changed.with(item, "item", PlanningCase.collected(means, item.item()));
        return Changed.with(collected, "presentedOn", chance(3) ? DAY.minusDays(random.nextInt(20)) : null);
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> other = new ArrayList<>(list);
        java.util.Collections.shuffle(other, random);
        return other;
    }

    private CaseItem item(int number) {
        boolean credit = chance(4);
        DocumentType type = credit
                ? DocumentType.valueOf(one("CREDIT_NOTE", "PAYMENT_ON_ACCOUNT", "ADVANCE"))
                : DocumentType.valueOf(one("INVOICE", "DEBIT_NOTE"));
        int cents = chance(15) ? 0 : 1 + random.nextInt(15_000);
        return new CaseItem(
                open(number, type, credit ? -cents : cents),
                null,
                chance(15),
                chance(12),
                chance(10),
                chance(5) ? List.of(hold()) : List.of(),
                history(),
                chance(3) ? Set.of("formal") : Set.of(),
                null,
                chance(10) ? DAY.minusDays(random.nextInt(10)) : null,
                null);
    }

    private OpenItem open(int number, DocumentType type, int cents) {
        String amount = new java.math.BigDecimal(java.math.BigInteger.valueOf(cents), 2).toPlainString();
        String due = DAY.minusDays(random.nextInt(60) - 12).toString();
        List<String> preceding = cents < 0 && chance(2) ? List.of("I" + random.nextInt(7)) : List.of();
        return PlanningCase.item("I" + number, type, due, amount, chance(6) ? "USD" : "EUR", preceding);
    }

    private Hold hold() {
        LocalDate from = DAY.minusDays(random.nextInt(20) - 5);
        return new Hold(
                1L, KINDS.get(random.nextInt(KINDS.size())), "x", "anna", from, chance(2) ? null : from.plusDays(10));
    }

    /** Oldest first; a repetition counts on from what went out before. */
    private List<SentStep> history() {
        List<SentStep> history = new ArrayList<>();
        LocalDate day = DAY.minusDays(60);
        for (int left = random.nextInt(7); left > 0; left--) {
            String step = one("courtesy", "due-today", "first", "call", "second", "formal", "returned", "receipt");
            step = chance(40) ? "of-another-plan" : step;
            SentStep.State state = chance(4) ? SentStep.State.values()[random.nextInt(4)] : SentStep.State.SENT;
            day = day.plusDays(random.nextInt(12));
            String name = step;
            int repeat = (int) history.stream()
                    .filter(sent -> sent.step().equals(name) && sent.state() != SentStep.State.UNDELIVERED)
                    .count();
            history.add(new SentStep("standard", step, repeat, "email", min(day), state, null, null));
        }
        return history;
    }

    private static LocalDate min(LocalDate day) {
        return day.isAfter(DAY) ? DAY : day;
    }

    private void some(StringBuilder text, String line) {
        if (chance(2)) {
            text.append(line);
        }
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
