package io.sollecito.bank.bai2;

import io.sollecito.bank.RecordProblems;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an account, a group or a file adds up to, for its trailer: amounts as they are written, whatever their currency,
 * how many parts there are and how many records.
 */
final class Bai2Control {

    private final String name;
    private BigDecimal sum = BigDecimal.ZERO;
    private long parts;
    private long records;

    /** @param name such as account */
    Bai2Control(String name) {
        this.name = name;
    }

    void amount(BigDecimal amount) {
        sum = sum.add(amount);
    }

    void records(long more) {
        records += more;
    }

    /** A part whose trailer says so much: sums of sums are of what the trailers say. */
    void part(BigDecimal said, long itsRecords) {
        sum = sum.add(said);
        parts++;
        records += itsRecords;
    }

    long records() {
        return records;
    }

    /** What a trailer says, as far as it can be read. */
    BigDecimal saidBy(Bai2Record trailer) {
        BigDecimal said = Bai2Amount.of(trailer.fields().get(0), 0);
        return said == null ? sum : said;
    }

    /**
     * Compares with a trailer.
     *
     * @param partsName what its second field counts; null when it counts no parts
     * @return whether all agrees
     */
    boolean agrees(Bai2Record trailer, String partsName, RecordProblems problems) {
        List<String> fields = trailer.fields();
        BigDecimal said = Bai2Amount.of(fields.get(0), 0);
        boolean right = true;
        if (said == null || said.compareTo(sum) != 0) {
            problems.at(
                    trailer.line(),
                    trailer.column(),
                    "the trailer of the " + name + " says " + (said == null ? "'" + fields.get(0) + "'" : said)
                            + ", but the amounts add up to " + sum);
            right = false;
        }
        if (partsName != null) {
            right &= counts(trailer, fields, 1, partsName, parts, problems);
        }
        return right & counts(trailer, fields, partsName == null ? 1 : 2, "records", records, problems);
    }

    private boolean counts(
            Bai2Record trailer, List<String> fields, int at, String what, long there, RecordProblems problems) {
        String said = at < fields.size() ? fields.get(at) : "";
        boolean right = said.matches("[0-9]{1,12}") && Long.parseLong(said) == there;
        if (!right) {
            problems.at(
                    trailer.line(),
                    trailer.column(),
                    "the trailer of the " + name + " counts '" + said + "' " + what + ", but there are " + there);
        }
        return right;
    }
}
