package io.sollecito.digest;

import io.sollecito.digest.Section.Kind;
import io.sollecito.digest.Section.Row;
import io.sollecito.ledger.figures.Ageing;
import io.sollecito.ledger.figures.Ageing.Aged;
import io.sollecito.ledger.figures.CountBack.Days;
import io.sollecito.ledger.figures.DebtorAge;
import io.sollecito.ledger.figures.Dso;
import io.sollecito.model.AgeBucket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How old what is owed is in one currency, and how many days of sales it is. */
final class AgeingSections {

    private AgeingSections() {}

    /**
     * @param largest the debtors to be named, by bucket
     * @param dso null when it is not known
     */
    static List<Section> of(Ageing ageing, boolean chart, List<DebtorAge> largest, Dso dso) {
        List<Section> sections = new ArrayList<>();
        sections.add(ageing(ageing, chart, largest));
        if (dso != null) {
            sections.add(dso(dso));
        } else if (ageing.total().signum() > 0) {
            sections.add(new Section(
                    "Days sales outstanding in " + ageing.currency(),
                    "Not known: of no more than what is credited is the day of issue known.",
                    false,
                    false,
                    List.of()));
        }
        return sections;
    }

    private static Section ageing(Ageing ageing, boolean chart, List<DebtorAge> largest) {
        String currency = ageing.currency();
        List<Row> rows = new ArrayList<>();
        for (AgeBucket bucket : AgeBucket.values()) {
            Aged aged = ageing.of(bucket);
            rows.add(amount(Kind.LINE, Words.bucket(bucket), debtors(aged), aged.items(), aged.amount(), currency));
            if (aged.disputed().signum() != 0) {
                rows.add(amount(Kind.PART, "of which disputed", null, null, aged.disputed(), currency));
            }
            addLargest(rows, largest, bucket, currency);
        }
        if (ageing.credits().items() > 0) {
            Aged credits = ageing.credits();
            rows.add(amount(
                    Kind.LINE,
                    "Credits not yet used",
                    debtors(credits),
                    credits.items(),
                    credits.amount(),
                    currency));
            addLargest(rows, largest, null, currency);
        }
        rows.add(amount(Kind.TOTAL, "Open in all", null, ageing.items(), ageing.total(), currency));
        return new Section("Ageing in " + currency, "By days after the due date.", false, chart, rows);
    }

    private static String debtors(Aged aged) {
        return aged.items() == 0 ? null : "of " + Words.plural(aged.debtors(), "debtor", "debtors");
    }

    private static void addLargest(List<Row> rows, List<DebtorAge> largest, AgeBucket bucket, String currency) {
        largest.stream()
                .filter(one -> one.bucket() == bucket && one.currency().equals(currency))
                .forEach(one -> rows.add(amount(
                        Kind.PART,
                        one.name() == null ? one.debtor() : one.name(),
                        one.source() + "/" + one.debtor(),
                        one.items(),
                        one.amount(),
                        currency)));
    }

    private static Row amount(
            Kind kind, String label, String detail, Long count, BigDecimal amount, String currency) {
        return new Row(kind, label, detail, count, amount, currency, false);
    }

    private static Section dso(Dso dso) {
        List<Row> rows = new ArrayList<>();
        rows.add(days(
                "Days sales outstanding (DSO)",
                dso.days(),
                dso,
                dso.earlier() == null ? null : dso.earlier().days(),
                null));
        rows.add(days(
                "Best possible DSO",
                dso.bestPossible(),
                dso,
                dso.earlier() == null ? null : dso.earlier().bestPossible(),
                "if everybody paid when due"));
        if (dso.delinquent() != null) {
            rows.add(days(
                    "Average days delinquent",
                    dso.delinquent(),
                    dso,
                    dso.earlier() == null ? null : dso.earlier().delinquent(),
                    "the days that come from paying late"));
        }
        return new Section("Days sales outstanding in " + dso.currency(), note(dso), false, false, rows);
    }

    private static Row days(String label, Days days, Dso dso, BigDecimal earlier, String meaning) {
        List<String> details = new ArrayList<>();
        if (meaning != null) {
            details.add(meaning);
        }
        if (!days.atLeast() && earlier != null) {
            BigDecimal change = days.days().subtract(earlier);
            details.add((change.signum() == 0 ? "as" : Words.signedDays(change) + " since") + " on "
                    + Words.shortDay(dso.earlier().day()));
        }
        return Row.days(
                label + (days.atLeast() ? ", at least" : ""),
                details.isEmpty() ? null : String.join("; ", details),
                days.days());
    }

    private static String note(Dso dso) {
        StringBuilder note = new StringBuilder("How many days of sales the ")
                .append(Words.amount(dso.receivables(), dso.currency()))
                .append(" owed are, counted back from today.");
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
