package io.sollecito.bank.mt;

import io.sollecito.bank.text.CommaAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts and adds up a statement's entries, and compares them with what the bank counted. */
final class Totals {

    private static final Pattern NUMBER_AND_SUM = Pattern.compile("([0-9]{1,9})\\s*[A-Z]{3}\\s*([0-9.,]{1,30})");

    /** ING tells them in a field 86 after the closing balance. */
    private static final Pattern BOTH = Pattern.compile(
            "/SUM/([0-9]{1,9})/([0-9]{1,9})/([0-9.,]{1,30})/([0-9.,]{1,30})/?|D([0-9]{6})C([0-9]{6})D([0-9.,]{1,30})C([0-9.,]{1,30})");

    private record Told(String side, long number, BigDecimal sum) {}

    private final List<Told> told = new ArrayList<>();
    private long debits;
    private long credits;
    private BigDecimal debitSum = BigDecimal.ZERO;
    private BigDecimal creditSum = BigDecimal.ZERO;

    void count(EntryLine entry) {
        if (entry.credit()) {
            credits++;
            creditSum = creditSum.add(entry.amount());
        } else {
            debits++;
            debitSum = debitSum.add(entry.amount().negate());
        }
    }

    /** Field 90D or 90C; whether it could be read. */
    boolean tell(Field field) {
        Matcher form = NUMBER_AND_SUM.matcher(field.first());
        BigDecimal sum = form.matches() ? CommaAmount.of(form.group(2)) : null;
        if (sum == null) {
            return false;
        }
        add(field.tag().equals("90D") ? "debit" : "credit", form.group(1), sum);
        return true;
    }

    /** Information of the statement as a whole, which may count its entries. */
    void tell(String information) {
        Matcher both = BOTH.matcher(information.strip());
        if (!both.matches()) {
            return;
        }
        int first = both.group(1) == null ? 5 : 1;
        BigDecimal debit = CommaAmount.of(both.group(first + 2));
        BigDecimal credit = CommaAmount.of(both.group(first + 3));
        if (debit != null && credit != null) {
            add("debit", both.group(first), debit);
            add("credit", both.group(first + 1), credit);
        }
    }

    private void add(String side, String number, BigDecimal sum) {
        if (told.size() < 4) {
            told.add(new Told(side, Long.parseLong(number), sum));
        }
    }

    /** In which the bank's counts differ from the entries, a sentence each. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (Told bank : told) {
            boolean debit = bank.side().equals("debit");
            long number = debit ? debits : credits;
            BigDecimal sum = debit ? debitSum : creditSum;
            if (number != bank.number() || sum.compareTo(bank.sum()) != 0) {
                differences.add("the bank counts " + bank.number() + " " + bank.side() + " entries of "
                        + bank.sum().toPlainString() + ", but there are " + number + " of " + sum.toPlainString());
            }
        }
        return differences;
    }
}
