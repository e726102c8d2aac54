package io.sollecito.bank.bai2;

import io.sollecito.bank.Samples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes BAI files of one group for tests; sums and counts are those of what it writes. */
public final class Bai2Fixture {

    private final List<String> records = new ArrayList<>();
    private final String group;
    private long accounts;
    private long accountRecords;
    private long sum;
    private long groupSum;

    private Bai2Fixture(String group) {
        this.group = group;
    }

    /** @param rest of the group's record, from its status on */
    public static Bai2Fixture group(String rest) {
        return new Bai2Fixture("02,ACME,026009593," + rest + "/");
    }

    public static Bai2Fixture group() {
        return group("1,260219,2400,USD,2");
    }

    static String sample() {
        return Samples.text("bai2/group.bai");
    }

    Bai2Fixture account(String number, String currency, long opening, long closing) {
        accountRecords = 0;
        sum = 0;
        accounts++;
        return add(
                "03," + number + "," + currency + ",010," + opening + ",,,015," + closing + ",,/", opening + closing);
    }

    /** @param amounts what its amounts add up to */
    Bai2Fixture add(String record, long amounts) {
        records.add(record);
        accountRecords++;
        sum += amounts;
        return this;
    }

    Bai2Fixture end() {
        accountRecords++;
        records.add("49," + sum + "," + accountRecords + "/");
        groupSum += sum;
        return this;
    }

    String text() {
        List<String> all = new ArrayList<>();
        all.add("01,026009593,ACME,260220,0600,1,80,,2/");
        all.add(group);
        all.addAll(records);
        BigDecimal total = BigDecimal.valueOf(groupSum);
        all.add("98," + total + "," + accounts + "," + (records.size() + 2) + "/");
        all.add("99," + total + ",1," + (records.size() + 4) + "/");
        return String.join("\n", all) + "\n";
    }
}
