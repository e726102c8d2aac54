package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.digest.StoryLine;
import io.sollecito.digest.Why;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.DigestFigures;
import io.sollecito.ledger.figures.ProblemFigures.Limits;
import io.sollecito.ledger.writeback.WritebackFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes back to an ERP that leaves posting to the hub, and what does not (law 10). */
class WritebackTest {

    static Stream<Arguments> ledgers() {
        return Stream.of(
                Arguments.of("H2", LedgerForTests.h2()), Arguments.of("PostgreSQL", LedgerForTests.postgres()));
    }

    private static List<String> told(WritebackFile file) {
        return PostingErp.rows(file).stream()
                .map(row -> String.join(
                        " ",
                        row.getField("record"),
                        row.getField("no"),
                        row.getField("document"),
                        row.getField("amount"),
                        row.getField("currency")))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void an_allocation_is_told_once_with_control_totals_and_confirmed_by_the_erps_next_export(
            String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A", "B");
        long allocation = erp.pay("A", false);
        erp.pay("B", false);

        assertThat(erp.collect()).isOne();
        assertThat(erp.collect()).isZero();

        assertThat(erp.unsent()).singleElement().satisfies(file -> {
            assertThat(file.name()).matches("ACME-IT-sap-000001-[0-9a-f]{8}\\.csv");
            assertThat(told(file))
                    .containsExactly("allocation 1 A 100.00 EUR", "allocation 2 B 100.00 EUR", "total 2  200.00 EUR");
            assertThat(file.content()).contains("'=2+5 invoice");
        });
        erp.send(false);
        erp.export();
        assertThat(erp.unsent()).isEmpty();
        assertThat(erp.collect()).isZero();
        assertThat(erp.desk.state(allocation)).isEqualTo("confirmed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void a_file_that_may_or_may_not_be_there_keeps_its_name_and_bytes_until_it_is_known_to_be(
            String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A", "B");
        erp.pay("A", false);
        erp.collect();
        WritebackFile first = erp.unsent().get(0);

        erp.send(true);
        erp.pay("B", false);
        erp.collect();

        assertThat(erp.unsent()).hasSize(2).first().isEqualTo(first);
        erp.send(false);
        assertThat(erp.open("A")).isZero();
        assertThat(erp.open("B")).isZero();
        assertThat(erp.number("select count(*) from writeback_batch where content is not null"))
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void what_the_erp_booked_first_is_not_told(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A", "B");
        erp.pay("A", false);
        erp.book("A", PostingErp.AMOUNT);
        erp.export();
        erp.book("B", PostingErp.AMOUNT);
        erp.export();
        erp.pay("B", true);

        assertThat(erp.collect()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void what_was_taken_back_before_it_was_told_is_not_told_at_all(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A");
        erp.desk.payments.reverse(erp.pay("A", false), "anna", "of another debtor");

        assertThat(erp.collect()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void a_reversal_of_what_was_told_is_told_once_whoever_reverses_it(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A", "B", "C");
        long byPerson = erp.pay("A", false);
        long returned = erp.pay("B", false);
        long returnedLater = erp.pay("C", false);
        erp.collect();
        erp.send(false);
        erp.desk.payments.reverse(byPerson, "anna", "of another debtor");
        erp.giveBack(returned);
        erp.export();
        erp.giveBack(returnedLater);

        assertThat(erp.collect()).isOne();
        assertThat(told(erp.unsent().get(0)))
                .containsExactly(
                        "reversal 1 A -100.00 EUR",
                        "reversal 2 B -100.00 EUR",
                        "reversal 3 C -100.00 EUR",
                        "total 3  -300.00 EUR");
        erp.send(false);
        erp.export();
        assertThat(erp.collect()).isZero();
        assertThat(erp.open("C")).isEqualByComparingTo("100");
        assertThat(erp.desk.effective("C")).isEqualTo("100");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void a_return_that_the_erp_took_back_first_is_not_told_again(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A");
        long allocation = erp.pay("A", false);
        erp.collect();
        erp.send(false);
        erp.export();
        erp.book("A", PostingErp.AMOUNT.negate());
        erp.export();
        erp.giveBack(allocation);

        assertThat(erp.collect()).isZero();
        assertThat(erp.open("A")).isEqualByComparingTo("100");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void a_told_return_that_the_erp_accounts_for_in_part_is_not_told_again(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A");
        long allocation = erp.pay("A", false);
        erp.collect();
        erp.send(false);
        erp.export();
        erp.giveBack(allocation);
        assertThat(erp.collect()).isOne();
        erp.book("A", PostingErp.AMOUNT.negate().divide(BigDecimal.TEN));
        erp.export();

        assertThat(erp.number("select count(*) from allocation where split_of is not null"))
                .isOne();
        assertThat(erp.collect()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void what_was_allocated_while_the_erp_posted_stays_the_erps(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A");
        erp.pay("A", false);

        assertThat(erp.collect("erp")).isZero();
        database.sql()
                .sql("update allocation set made_at = timestamp with time zone '2026-02-01 00:00:00+00'")
                .update();

        assertThat(erp.collect("hub")).isZero();
        assertThat(erp.number("select count(*) from writeback_posting where posting = 'hub'"))
                .isOne();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void its_story_names_batch_file_and_time(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A");
        erp.desk.payments.reverse(told(erp), "anna", "of another debtor");
        erp.collect();
        Why why = new Why(database, erp.desk.journal, ZoneOffset.UTC);
        String file = database.sql()
                .sql("select file_name from writeback_batch where batch_no = 1")
                .query(String.class)
                .single();

        assertThat(why.tell("A").lines())
                .extracting(StoryLine::text)
                .contains("Written back to the ERP: the allocation of 100.00 EUR to A is in batch 1, file " + file
                        + ", sent at 2026-03-01 08:00.")
                .anyMatch(
                        line -> line.matches("Written back to the ERP: the reversal of .100.00 EUR to A is in batch 2,"
                                + " file .*, which waits to be sent."));
        assertThat(why.tell(file).lines())
                .extracting(StoryLine::text)
                .anyMatch(line -> line.startsWith("Written back"))
                .anyMatch(line -> line.startsWith("Journal: writeback sent"));
    }

    private static long told(PostingErp erp) {
        long allocation = erp.pay("A", false);
        erp.collect();
        erp.send(false);
        return allocation;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void what_waits_for_more_than_a_day_is_in_the_digest_until_it_is_sent(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A", "B");
        erp.pay("A", false);
        erp.collect();
        erp.pay("B", false);

        assertThat(waiting(database, "2026-03-02T07:59:00Z")).isEmpty();
        assertThat(waiting(database, "2026-03-02T08:01:00Z"))
                .containsExactly(
                        "sap: 2 allocations and reversals wait for more than a day to be written back to the ERP");
        erp.send(false);
        assertThat(waiting(database, "2026-03-02T08:01:00Z"))
                .containsExactly(
                        "sap: 1 allocation or reversal waits for more than a day to be written back to the ERP");
        erp.collect();
        erp.send(false);
        assertThat(waiting(database, "2026-03-02T08:01:00Z")).isEmpty();
    }

    private static List<String> waiting(Database database, String moment) {
        Instant now = Instant.parse(moment);
        return new DigestFigures(database)
                        .read(Desk.ACME, LocalDate.of(2026, 3, 2), now, new Limits(now, LocalDate.of(2026, 2, 20)))
                        .problems()
                        .stream()
                        .filter(problem -> problem.kind().equals("write-back"))
                        .flatMap(problem -> problem.first().stream())
                        .map(finding -> finding.where() + ": " + finding.message())
                        .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ledgers")
    void what_could_not_be_written_leaves_no_number_behind(String name, Database database) {
        PostingErp erp = new PostingErp(database).with("A");
        erp.pay("A", false);

        erp.collectAndCrash();

        assertThat(erp.unsent()).isEmpty();
        assertThat(erp.collect()).isOne();
        assertThat(erp.unsent().get(0).name()).startsWith("ACME-IT-sap-000001-");
    }
}
