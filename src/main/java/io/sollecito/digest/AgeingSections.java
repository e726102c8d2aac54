package io.sollecito.digest;

import io.sollecito.digest.Section.Kind;
import io.sollecito.digest.Section.Row;
import io.sollecito.ledger.figures.Ageing;
import io.sollecito.ledger.figures.Ageing.Aged;
import io.sollecito.ledger.figures.CountBack.Days;
import io.sollecito.ledger.figures.DebtorAge;
import io.sollecito.ledger.figures.Dso;
import io.sollecito.ledger.figures.Dso.Reported;
import io.sollecito.model.AgeBucket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How old what is owed is in one currency, and how many days of sales it is. */
final class AgeingSections {

    private static final String TITLE = "Days sales outstanding in ";
    private static final String NOT_KNOWN =
            "Not known: the day of issue is known of no item, or of no more than is credited.";

    private AgeingSections() {}

    /** @param chart whether the ageing chart is of this currency */
    static Section ageing(Ageing ageing, boolean chart) {
        return ageing(ageing, chart, (bucket, aged) -> List.of());
    }

    /** @param largest the debtors to be named, of any currency and bucket */
    static Section ageing(Ageing ageing, List<DebtorAge> largest) {
        return ageing(ageing, false, (bucket, aged) -> {
            List<Row> rows = new ArrayList<>();
            rows.add(new Row(
                    Kind.PART,
                    Words.plural(aged.debtors(), "debtor", "debtors"),
                    null,
                    aged.debtors(),
                    null,
                    null,
                    false));
            largest.stream()
                    .filter(one -> one.bucket() == bucket && one.currency().equals(ageing.currency()))
                    .forEach(one -> rows.add(debtor(one)));
            return rows;
        });
    }

    private static Section ageing(Ageing ageing, boolean chart, BiFunction<AgeBucket, Aged, List<Row>> debtorsOf) {
        String currency = ageing.currency();
        List<Row> rows = new ArrayList<>();
        for (AgeBucket bucket : AgeBucket.values()) {
            Aged aged = ageing.of(bucket);
            rows.add(amount(Kind.LINE, Words.bucket(bucket), aged.items(), aged.amount(), currency));
            if (aged.disputed().signum() != 0) {
                rows.add(amount(Kind.PART, "of which disputed", 0, aged.disputed(), currency));
            }
            if (aged.items() > 0) {
                rows.addAll(debtorsOf.apply(bucket, aged));
            }
        }
        Aged credits = ageing.credits();
        if (credits.items() > 0) {
            rows.add(amount(Kind.LINE, "Credits not yet used", credits.items(), credits.amount(), currency));
            rows.addAll(debtorsOf.apply(null, credits));
        }
        rows.add(amount(Kind.TOTAL, "Open in all", ageing.items(), ageing.total(), currency));
        return new Section("Ageing in " + currency, "By days after the due date.", false, chart, rows);
    }

    private static Row debtor(DebtorAge one) {
        return new Row(
                Kind.PART,
                one.name() == null ? one.debtor() : one.name(),
                one.source() + "/" + one.debtor(),
                one.items(),
                one.amount(),
                one.currency(),
                false);
    }

    private static Row amount(Kind kind, String label, long items, BigDecimal amount, String currency) {
        return new Row(kind, label, null, items == 0 ? null : items, amount, currency, false);
    }

    /** Days sales outstanding in the ageing's currency; nothing if nothing is owed in it. */
    static List<Section> dso(Ageing ageing, List<Dso> dso) {
        if (ageing.total().signum() <= 0) {
            return List.of();
        }
        return List.of(Dso.in(ageing.currency(), dso)
                .map(AgeingSections::dso)
                .orElseGet(() -> new Section(TITLE + ageing.currency(), NOT_KNOWN, false, false, List.of())));
    }

    private static Section dso(Dso dso) {
        List<Row> rows = new ArrayList<>();
        Reported earlier = dso.earlier();
        rows.add(days("Days sales outstanding (DSO)", null, dso.days(), earlier, Reported::days));
        if (!dso.bestPossible().atLeast()) {
            rows.add(days(
                    "Best possible DSO",
                    "if everybody paid when due",
                    dso.bestPossible(),
                    earlier,
                    Reported::bestPossible));
            rows.add(days(
                    "Average days delinquent",
                    "the days that come from paying late",
                    dso.delinquent(),
                    earlier,
                    Reported::delinquent));
        }
        return new Section(TITLE + dso.currency(), note(dso), false, false, rows);
    }

    /**
     * @param meaning of the figure, or null
     * @param same the same figure of the earlier report
     */
    private static Row days(
            String label, String meaning, Days days, Reported earlier, Function<Reported, BigDecimal> same) {
        List<String> details = new ArrayList<>();
        if (meaning != null) {
            details.add(meaning);
        }
        if (!days.atLeast() && earlier != null) {
            details.add(change(days.days().subtract(same.apply(earlier))) + " on " + Words.shortDay(earlier.day()));
        }
        return Row.days(
                label + (days.atLeast() ? ", at least" : ""),
                details.isEmpty() ? null : String.join("; ", details),
                days.days());
    }

    private static String change(BigDecimal change) {
        return switch (change.signum()) {
            case 0 -> "as";
            case 1 -> Words.days(change) + " more than";
            default -> Words.days(change.negate()) + " less than";
        };
    }

    private static String note(Dso dso) {
        StringBuilder note = new StringBuilder("What is owed, ")
                .append(Words.amount(dso.receivables(), dso.currency()))
                .append(", in days of sales counted back from today.");
        if (dso.days().atLeast()) {
            note.append(" Sales before ")
                    .append(Words.shortDay(dso.salesKnownFrom()))
                    .append(" are not known.");
        }
        if (dso.undated().signum() != 0) {
            note.append(" Without ")
                    .append(Words.amount(dso.undated(), dso.currency()))
                    .append(" of items whose day of issue is not known.");
        }
        return note.toString();
    }
}
