package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.GERMAN;
import static io.sollecito.mapping.MappingForTests.HEADER;
import static io.sollecito.mapping.MappingForTests.item;
import static io.sollecito.mapping.MappingForTests.mapping;
import static io.sollecito.mapping.MappingForTests.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class HostileCellsTest {

    private static final Numbers GERMAN_NUMBERS = new Numbers(',', '.', true, false, false, java.util.List.of(), 0);
    private final Mapping mapping = mapping(GERMAN);

    @Property(tries = 500)
    void an_amount_in_german_style_reads_back_exactly(
            @ForAll @Scale(2) @BigRange(min = "-9999999999999.99", max = "9999999999999.99") BigDecimal amount,
            @ForAll boolean trailingMinus) {
        String text = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY)).format(amount);
        if (trailingMinus && text.startsWith("-")) {
            text = text.substring(1) + "-";
        }
        assertThat(GERMAN_NUMBERS.parse(text)).isEqualByComparingTo(amount);
        assertThat(GERMAN_NUMBERS.parse(text.replace(".", ""))).isEqualByComparingTo(amount);
    }

    @Property(tries = 2000)
    void a_text_is_read_as_the_number_that_it_writes_or_not_at_all(@ForAll("almostNumbers") String text) {
        BigDecimal number = GERMAN_NUMBERS.parse(text);
        if (number != null) {
            String digits = text.replaceAll("[^0-9,]", "");
            assertThat(text)
                    .matches(
                            "[-+]?([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+|)(,[0-9]+)?|([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+|)(,[0-9]+)?-");
            assertThat(number.abs()).isEqualByComparingTo(new BigDecimal("0" + digits.replace(',', '.')));
            assertThat(number.signum() < 0).isEqualTo(text.contains("-") && number.signum() != 0);
        }
    }

    @Property(tries = 500)
    void a_date_reads_back_as_the_same_day_or_not_at_all(
            @ForAll @IntRange(min = 0, max = 39) int day, @ForAll @IntRange(min = 0, max = 13) int month) {
        String text = "%02d.%02d.2026".formatted(day, month);
        LocalDate date = new Dates(List.of(Dates.Pattern.of("dd.MM.yyyy", java.util.Locale.ENGLISH))).parse(text);
        if (date != null) {
            assertThat(date.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT)))
                    .isEqualTo(text);
        } else {
            assertThat(day == 0 || day > 28 || month == 0 || month == 13).isTrue();
        }
    }

    @Property(tries = 200)
    void every_record_of_a_random_file_counts_once_and_is_shown_as_it_stands(
            @ForAll("breaks") String lineBreak, @ForAll @Size(max = 12) List<@net.jqwik.api.From("rows") String> rows)
            throws Unreadable {
        List<Outcome> outcomes = read(mapping, (HEADER + String.join("\n", rows)).replace("\n", lineBreak));

        assertThat(outcomes)
                .hasSize((int) rows.stream().filter(row -> !row.isEmpty()).count());
        for (Outcome outcome : outcomes) {
            String row = rows.get((int) outcome.line() - 2);
            if (outcome instanceof Outcome.Mapped mapped) {
                assertThat(mapped.first()).isTrue();
                BigDecimal written = GERMAN_NUMBERS.parse(
                        row.split(";", -1)[5].replace("\"", "").strip());
                assertThat(item(outcome).openAmount().abs()).isEqualByComparingTo(written.abs());
            } else if (outcome instanceof Outcome.Quarantined quarantined) {
                assertThat(quarantined.raw()).isEqualTo(row);
            }
        }
    }

    @Provide
    Arbitrary<String> almostNumbers() {
        return Arbitraries.strings().withChars("0123456789.,-+ ").ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> breaks() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<String> rows() {
        Arbitrary<String> good = Arbitraries.of(
                "1;2;RV;15.01.2026;14.02.2026;1.190,00;EUR;S",
                "1;3;DG;15.01.2026;;119,00-;EUR;H",
                "\"1\";\"5\";RV;15.01.2026;;\"1,00\";EUR;S",
                "\"1\"x;\"5\";RV;15.01.2026;;1,00;EUR;S",
                " 1;4;RV;15.01.2026;; ,50 ;EUR;S",
                "",
                ";;;;;;;");
        Arbitrary<String> cell =
                Arbitraries.strings().withChars("0159.,-RVDGEUSH ").ofMaxLength(10);
        Arbitrary<String> wild = cell.list().ofMinSize(1).ofMaxSize(10).map(cells -> String.join(";", cells));
        return Arbitraries.oneOf(good, wild);
    }
}
