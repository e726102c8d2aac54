package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.writeback.WritebackFile;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is allocated, taken back, booked by the ERP itself, crashes and is repeated: each allocation and each reversal is
 * in one file, a file's totals are those of its rows, and in the end the ERP shows open what nobody has paid.
 */
class WritebackLawTest {

    /** What somebody does about an invoice. */
    record Act(What what, String key) {}

    enum What {
        PAYMENT,
        ERP_FIRST,
        CLERK_BOOKS,
        BANK_RETURN,
        PERSON_REVERSES,
        COLLECT,
        CRASH,
        SEND,
        SEND_AND_DIE,
        EXPORT
    }

    /** Until the two agree: what one learns of the other may have to be told. */
    private static final int ROUNDS = 3;

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(Arbitraries.of(What.class), Arbitraries.of("A", "B", "C"))
                .as(Act::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 25)
    void each_is_told_once_and_the_erp_shows_what_is_not_paid(@ForAll("acts") List<Act> acts) {
        PostingErp erp = new PostingErp(LedgerForTests.h2()).with("A", "B", "C");
        Map<String, Long> standing = new HashMap<>();
        acts.forEach(act -> play(act, erp, standing));
        for (int round = 0; round < ROUNDS; round++) {
            erp.collect();
            erp.send(false);
            erp.export();
        }

        for (String key : List.of("A", "B", "C")) {
            assertThat(erp.open(key))
                    .as(key)
                    .isEqualByComparingTo(standing.containsKey(key) ? BigDecimal.ZERO : PostingErp.AMOUNT);
        }
        assertThat(erp.collect()).isZero();
        assertThat(erp.imported().stream().mapToLong(WritebackLawTest::entries).sum())
                .isEqualTo(erp.number("select count(*) from writeback_row"));
        erp.imported().forEach(WritebackLawTest::totalsAreRight);
    }

    /** Nobody books by hand while files are on their way: who does posts twice, and no hub could know. */
    private static void play(Act act, PostingErp erp, Map<String, Long> standing) {
        String key = act.key();
        Long allocation = standing.get(key);
        switch (act.what()) {
            case PAYMENT -> {
                if (allocation == null && known(erp, key).signum() > 0) {
                    standing.put(key, erp.pay(key, false));
                }
            }
            case ERP_FIRST -> {
                if (allocation == null) {
                    erp.collect();
                    erp.send(false);
                    erp.export();
                    erp.book(key, PostingErp.AMOUNT);
                    erp.export();
                    standing.put(key, erp.pay(key, true));
                }
            }
            case CLERK_BOOKS -> {
                if (allocation != null && isUntold(erp, allocation)) {
                    erp.send(false);
                    if (erp.open(key).signum() > 0) {
                        erp.book(key, PostingErp.AMOUNT);
                        erp.export();
                    }
                }
            }
            case BANK_RETURN -> {
                if (allocation != null) {
                    erp.giveBack(allocation);
                    standing.remove(key);
                }
            }
            case PERSON_REVERSES -> {
                if (allocation != null && isTold(erp, allocation)) {
                    erp.desk.payments.reverse(allocation, "anna", "of another");
                    standing.remove(key);
                }
            }
            case COLLECT -> erp.collect();
            case CRASH -> erp.collectAndCrash();
            case SEND -> erp.send(false);
            case SEND_AND_DIE -> erp.send(true);
            case EXPORT -> erp.export();
        }
    }

    private static BigDecimal known(PostingErp erp, String key) {
        return erp.desk.find(key).effective();
    }

    private static boolean isUntold(PostingErp erp, long allocation) {
        return erp.desk.state(allocation).equals("pending") && !isTold(erp, allocation);
    }

    private static boolean isTold(PostingErp erp, long allocation) {
        return erp.number("select count(*) from writeback_row where allocation_id = " + allocation) > 0;
    }

    private static long entries(WritebackFile file) {
        return PostingErp.rows(file).stream()
                .filter(row -> !row.getField("record").equals("total"))
                .count();
    }

    private static void totalsAreRight(WritebackFile file) {
        List<NamedCsvRecord> rows = PostingErp.rows(file);
        NamedCsvRecord total = rows.get(rows.size() - 1);
        assertThat(total.getField("record")).isEqualTo("total");
        assertThat(Long.parseLong(total.getField("no"))).isEqualTo(entries(file));
        assertThat(new BigDecimal(total.getField("amount")))
                .isEqualByComparingTo(rows.subList(0, rows.size() - 1).stream()
                        .map(row -> new BigDecimal(row.getField("amount")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
