package io.sollecito.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import io.sollecito.model.Statement;
import io.sollecito.reconciliation.Allocation;
import io.sollecito.reconciliation.Decision;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TruthTest {

    private static final int FEW = 300;

    @Test
    void one_seed_makes_one_world() {
        assertThat(scene(House.GERMAN, 7).statement())
                .isEqualTo(scene(House.GERMAN, 7).statement());
        assertThat(scene(House.GERMAN, 7).statement())
                .isNotEqualTo(scene(House.GERMAN, 8).statement());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_parts_share_no_phrase_and_no_name(Language language) {
        Words tuning = Habits.of(Habits.TUNING).in(language);
        Words heldOut = Habits.of(Habits.HELD_OUT).in(language);

        assertThat(heldOut.headings()).containsExactlyInAnyOrderElementsOf(tuning.headings());
        for (String heading : tuning.headings()) {
            Set<String> shared = new HashSet<>(tuning.under(heading));
            shared.retainAll(heldOut.under(heading));
            assertThat(shared).as(heading).isEmpty();
        }
    }

    @Test
    void the_parts_share_no_number_style() {
        Set<NumberStyle> shared = new HashSet<>(Habits.of(Habits.TUNING).styles());
        shared.retainAll(Habits.of(Habits.HELD_OUT).styles());

        assertThat(shared).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(House.class)
    void a_scene_has_every_kind_and_pays_no_item_twice(House house) {
        List<Told> payments = scene(house, 3).payments();
        Set<String> paid = new HashSet<>();

        assertThat(payments).extracting(Told::kind).contains(Kind.FULL_NUMBER, Kind.REFERENCE, Kind.AMOUNT_ONLY);
        for (Told told : payments) {
            if (told.truth() instanceof Truth.Settles settles) {
                settles.shares().stream()
                        .filter(share -> share.purpose().equals("principal"))
                        .forEach(share -> assertThat(paid.add(
                                        share.item().creditor() + share.item().itemKey()))
                                .as(told.toString())
                                .isTrue());
            }
        }
    }

    /** What is paid out of a payment is at most the payment, and never more than an item's open amount. */
    @ParameterizedTest
    @EnumSource(House.class)
    void the_truth_adds_up(House house) {
        for (Told told : scene(house, 4).payments()) {
            if (told.truth() instanceof Truth.Settles settles) {
                BigDecimal paid = settles.shares().stream()
                        .filter(share -> share.purpose().equals("principal"))
                        .map(Share::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(paid)
                        .as(told.toString())
                        .isLessThanOrEqualTo(told.payment().amount());
                if (told.kind() != Kind.OVERPAID) {
                    assertThat(paid)
                            .as(told.toString())
                            .isEqualByComparingTo(told.payment().amount());
                }
                assertThat(settles.shares())
                        .allMatch(share -> share.amount()
                                        .abs()
                                        .compareTo(share.item().openAmount().abs())
                                <= 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(House.class)
    void a_statement_reads_from_camt_as_it_was_told(House house, @TempDir Path folder) throws Exception {
        Statement told = scene(house, 5).statement();
        Path file = Files.writeString(folder.resolve("statement.xml"), CamtText.of(told));

        StatementFile read = StatementReader.read(file, "statement.xml");

        assertThat(read.problems()).isEmpty();
        List<Statement.Entry> entries = read.statements().get(0).entries();
        assertThat(entries).hasSameSizeAs(told.entries());
        for (int i = 0; i < entries.size(); i++) {
            Statement.Payment expected = told.entries().get(i).payments().get(0);
            assertThat(entries.get(i).payments())
                    .singleElement()
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .ignoringFields("particulars", "remittance")
                    .isEqualTo(expected);
            assertThat(words(entries.get(i).payments().get(0))).isEqualTo(words(expected));
        }
    }

    @Test
    void a_right_decision_is_right_and_any_other_is_wrong() {
        Scene scene = scene(House.ITALIAN, 6);
        Engine engine = new Engine(scene.world());
        List<Decision> decisions = engine.decide(scene.statement());
        int right = 0;
        for (int i = 0; i < decisions.size(); i++) {
            Truth truth = scene.payments().get(i).truth();
            if (decisions.get(i) instanceof Decision.Allocated allocated
                    && Verdict.of(allocated, truth, engine) == Verdict.RIGHT) {
                right++;
                assertThat(Verdict.of(cut(allocated), truth, engine)).isEqualTo(Verdict.WRONG);
                assertThat(Verdict.of(allocated, new Truth.Person(), engine)).isEqualTo(Verdict.WRONG);
                assertThat(Verdict.of(allocated, new Truth.NotADebtors(), engine))
                        .isEqualTo(Verdict.WRONG);
            }
        }
        assertThat(right).isGreaterThan(FEW / 2);
    }

    /** The same with a cent less of everything. */
    private static Decision cut(Decision.Allocated allocated) {
        List<Allocation> parts = allocated.allocations().stream()
                .map(part ->
                        new Allocation(part.item(), part.amount().subtract(new BigDecimal("0.01")), part.purpose()))
                .toList();
        return new Decision.Allocated(parts, allocated.unallocated(), allocated.evidence());
    }

    private static String words(Statement.Payment payment) {
        return payment.remittance() == null
                ? ""
                : payment.remittance().replaceAll("\\s+", " ").strip();
    }

    private static Scene scene(House house, long seed) {
        return Scene.of(Habits.of(Habits.TUNING), house, seed, FEW);
    }
}
