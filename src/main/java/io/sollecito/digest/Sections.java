package io.sollecito.digest;

import io.sollecito.digest.Section.Kind;
import io.sollecito.digest.Section.Row;
import io.sollecito.ledger.figures.Balance;
import io.sollecito.ledger.figures.ChargeFigures.Charged;
import io.sollecito.ledger.figures.ChargeFigures.Sum;
import io.sollecito.ledger.figures.MoneyReceived;
import io.sollecito.ledger.figures.ProblemFigures.Problems;
import io.sollecito.ledger.figures.ReminderFigures.Sent;
import io.sollecito.ledger.figures.ReminderFigures.Stopped;
import io.sollecito.ledger.figures.ReviewFigures.Reviewed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A digest as sections in the order in which finance reads: what to act on first, then the figures. */
final class Sections {

    private static final int STOPPED_SHOWN = 8;

    private Sections() {}

    /** @param shown how many decisions of a kind are listed before the rest is only counted */
    static List<Section> of(Digest digest, int shown) {
        List<Section> sections = new ArrayList<>();
        List<Row> decisions = new Decisions(digest.figures(), digest.creditor().zone(), shown).rows();
        if (!decisions.isEmpty()) {
            sections.add(new Section("To decide", null, true, false, decisions));
        }
        if (!digest.problems().isEmpty()) {
            sections.add(new Section("Problems", null, true, false, problems(digest.problems())));
        }
        currencies(digest).forEach(currency -> sections.addAll(ofCurrency(digest, currency)));
        if (!digest.figures().totals().isEmpty()) {
            sections.add(totals(digest));
        }
        sections.add(reminders(digest));
        if (!digest.contacts().isEmpty()) {
            sections.add(contacts(digest));
        }
        List<Row> shadowed = digest.figures().reviewed().stream()
                .filter(one -> one.kind().equals("shadow"))
                .map(Sections::reviewed)
                .toList();
        if (!shadowed.isEmpty()) {
            sections.add(new Section(
                    "Shadow run",
                    "These would have gone; in a shadow run nothing leaves and nothing counts.",
                    false,
                    false,
                    shadowed));
        }
        return sections;
    }

    /** The creditor's own currency first. */
    private static List<String> currencies(Digest digest) {
        String main = digest.mainBalance().currency();
        Stream<String> others = Stream.concat(
                digest.figures().balances().stream().map(Balance::currency),
                digest.figures().receipts().stream().map(MoneyReceived::currency));
        Stream<String> charged = digest.figures().charges().stream().map(Charged::currency);
        return Stream.of(Stream.of(main), others, charged)
                .flatMap(currencies -> currencies)
                .distinct()
                .toList();
    }

    private static List<Section> ofCurrency(Digest digest, String currency) {
        boolean main = currency.equals(digest.mainBalance().currency());
        List<Section> sections = new ArrayList<>();
        digest.figures().balances().stream()
                .filter(balance -> balance.currency().equals(currency))
                .forEach(balance -> sections.add(balance(balance, digest)));
        digest.figures().ageing().stream()
                .filter(ageing -> ageing.currency().equals(currency))
                .forEach(ageing -> {
                    sections.add(AgeingSections.ageing(ageing, main));
                    sections.addAll(AgeingSections.dso(ageing, digest.dso()));
                });
        digest.figures().receipts().stream()
                .filter(receipts -> receipts.currency().equals(currency))
                .forEach(receipts -> sections.add(receipts(receipts)));
        digest.figures().charges().stream()
                .filter(charges -> charges.currency().equals(currency))
                .forEach(charges -> sections.add(charges(charges)));
        return sections;
    }

    private static List<Row> problems(List<Problems> problems) {
        List<Row> rows = new ArrayList<>();
        for (Problems kind : problems) {
            rows.add(Row.head(Words.problem(kind.kind()), null));
            kind.first().forEach(finding -> rows.add(Row.text(finding.where(), finding.message())));
            long left = kind.count() - kind.first().size();
            if (left > 0) {
                rows.add(new Row(Kind.MORE, "and " + Words.count(left) + " more", null, left, null, null, false));
            }
        }
        return rows;
    }

    private static Section balance(Balance balance, Digest digest) {
        String currency = balance.currency();
        List<Row> rows = new ArrayList<>();
        String opening = digest.first()
                ? "Open before the first digest"
                : "Open on "
                        + Words.shortDay(digest.figures()
                                .from()
                                .atZone(digest.creditor().zone())
                                .toLocalDate());
        rows.add(new Row(Kind.TOTAL, opening, null, null, balance.opening(), currency, false));
        balance.movements()
                .forEach(m -> rows.add(new Row(
                        Kind.LINE,
                        Words.movement(m),
                        null,
                        m.count() == 0 ? null : m.count(),
                        m.amount(),
                        currency,
                        true)));
        rows.add(new Row(
                Kind.TOTAL, "Open on " + Words.shortDay(digest.day()), null, null, balance.closing(), currency, false));
        return new Section("Receivables in " + currency, Words.bridge(balance), false, false, rows);
    }

    private static Section totals(Digest digest) {
        List<Row> rows = digest.figures().totals().stream()
                .map(total -> new Row(
                        Kind.LINE,
                        total.source(),
                        ControlTotalSentences.of(total, digest.creditor().zone()),
                        total.items(),
                        total.hub(),
                        total.currency(),
                        false))
                .toList();
        return new Section("Control totals", "Open amounts as the ERPs say them, item by item.", false, false, rows);
    }

    private static Section contacts(Digest digest) {
        List<Row> rows = digest.contacts().entrySet().stream()
                .map(finding -> new Row(
                        Kind.LINE,
                        Words.contactFinding(finding.getKey()),
                        Words.plural(finding.getValue(), "finding", "findings"),
                        finding.getValue(),
                        null,
                        null,
                        false))
                .toList();
        return new Section(
                "Contact data", "Of debtors who owe something; whom, and where: hub contacts.", false, false, rows);
    }

    private static Section receipts(MoneyReceived receipts) {
        List<Row> rows = new ArrayList<>();
        receipts.in().forEach(line -> rows.add(receipt(line, receipts.currency())));
        rows.add(new Row(
                Kind.TOTAL, "Received at the bank", null, null, receipts.received(), receipts.currency(), false));
        receipts.out().forEach(line -> rows.add(receipt(line, receipts.currency())));
        return new Section("Bank receipts in " + receipts.currency(), null, false, false, rows);
    }

    private static Row receipt(MoneyReceived.Line line, String currency) {
        return new Row(Kind.LINE, Words.receipt(line.kind()), null, line.payments(), line.amount(), currency, false);
    }

    private static Section charges(Charged charges) {
        String currency = charges.currency();
        List<Row> rows = new ArrayList<>();
        charges.made()
                .forEach((kind, sum) -> rows.add(
                        new Row(Kind.LINE, "Charged: " + kind, null, sum.count(), sum.amount(), currency, false)));
        if (charges.waived().count() > 0) {
            Sum waived = charges.waived();
            rows.add(new Row(Kind.LINE, "Waived", null, waived.count(), waived.amount(), currency, false));
        }
        rows.add(new Row(
                Kind.TOTAL,
                "Charges to be paid",
                null,
                charges.open().count(),
                charges.open().amount(),
                currency,
                false));
        return new Section(
                "Charges in " + currency, "Beside the receivables, in none of the figures above.", false, false, rows);
    }

    static Row reviewed(Reviewed reviewed) {
        return new Row(
                Kind.LINE,
                Words.step(reviewed.step()) + " by " + Words.channel(reviewed.channel()),
                "run " + reviewed.run(),
                reviewed.messages(),
                reviewed.amount(),
                reviewed.currency(),
                false);
    }

    private static Section reminders(Digest digest) {
        List<Row> rows = new ArrayList<>();
        long sent = 0;
        long stopped = 0;
        for (Sent line : digest.figures().sent()) {
            sent += line.sent();
            stopped += line.stopped();
            List<String> parts = new ArrayList<>();
            parts.add(Words.count(line.sent()) + " sent");
            if (line.stopped() > 0) {
                parts.add(Words.count(line.stopped()) + " stopped");
            }
            if (line.failed() > 0) {
                parts.add(Words.count(line.failed()) + " failed");
            }
            String label = Words.step(line.step()) + " by " + Words.channel(line.channel());
            rows.add(new Row(Kind.LINE, label, String.join(", ", parts), line.sent(), null, null, false));
        }
        List<Stopped> reasons = digest.figures().stopped();
        reasons.stream()
                .limit(STOPPED_SHOWN)
                .forEach(reason -> rows.add(new Row(
                        Kind.PART,
                        "Stopped: " + Words.step(reason.step()) + " by " + Words.channel(reason.channel()),
                        reason.reason(),
                        reason.count(),
                        null,
                        null,
                        false)));
        if (reasons.size() > STOPPED_SHOWN) {
            rows.add(Row.more(reasons.size() - (long) STOPPED_SHOWN));
        }
        String note = Words.plural(sent, "reminder", "reminders") + " sent, " + Words.count(stopped) + " stopped.";
        return new Section("Reminders", note, false, false, rows);
    }
}
