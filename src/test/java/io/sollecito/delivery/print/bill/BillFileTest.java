package io.sollecito.delivery.print.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sollecito.ledger.bills.Bill;
import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BillFileTest {

    private static final Path CATALOGUE = Path.of("src/test/resources/errors/bill");

    @TempDir
    private Path folder;

    static Stream<Path> mistakes() throws IOException {
        try (Stream<Path> files = Files.list(CATALOGUE)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_in_a_bill_is_reported_as_the_catalogue_says(Path file) throws IOException {
        String name = file.getFileName().toString();
        ProblemsFound found = catchThrowableOfType(
                ProblemsFound.class, () -> BillFile.read("ACME-IT", file, "bill/" + name, BillForm.USUAL));

        assertThat(found.getMessage() + "\n")
                .isEqualTo(Files.readString(file.resolveSibling(name.replace(".csv", ".expected.txt"))));
    }

    @Test
    void a_bill_has_a_row_for_each_letter() throws IOException {
        Bill bill = read(
                BillForm.USUAL,
                "bill,period,letterId,batchId,product,sheets,postage,price,currency,total",
                "2026-117,2026-03,ACME-IT-1042,ACME-IT-20260302-O1,ORDINARY,2,1.30,0.55,EUR,3.70",
                "2026-117,2026-03,LUMIERE-FR-7,,,,,1.85,EUR,3.70");

        assertThat(bill.number()).isEqualTo("2026-117");
        assertThat(bill.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(bill.until()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(bill.total()).isEqualByComparingTo("3.70");
        assertThat(bill.lines())
                .containsExactly(
                        new Bill.Line(
                                2,
                                "ACME-IT-1042",
                                1042L,
                                "ACME-IT-20260302-O1",
                                "ORDINARY",
                                2,
                                new BigDecimal("1.30"),
                                new BigDecimal("0.55")),
                        new Bill.Line(3, "LUMIERE-FR-7", null, null, null, null, null, new BigDecimal("1.85")));
    }

    @Test
    void a_print_house_that_writes_otherwise_says_so_in_its_profile() throws IOException {
        BillForm form = new BillForm(
                ',',
                Map.of("bill", "Fattura n\u00b0", "letterId", "Lettera", "price", "Prezzo", "currency", "Valuta"),
                Map.of("POSTA-4", "ORDINARY"));
        Path file = folder.resolve("fattura.csv");
        Files.writeString(
                file,
                "Fattura n\u00b0;period;Lettera;product;Prezzo;Valuta;Note\r\n117/2026;03/2026;ACME-IT-1;POSTA-4;1,85;EUR;\"a;\"\"b\"\"\"\r\n",
                Charset.forName("windows-1252"));

        Bill bill = BillFile.read("ACME-IT", file, "fattura.csv", form);

        assertThat(bill.number()).isEqualTo("117/2026");
        assertThat(bill.lines())
                .containsExactly(
                        new Bill.Line(2, "ACME-IT-1", 1L, null, "ORDINARY", null, null, new BigDecimal("1.85")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03,2026-03-01,2026-03-31",
        "02.2028,2028-02-01,2028-02-29",
        "12/2026,2026-12-01,2026-12-31",
        "2026-02-16/2026-03-15,2026-02-16,2026-03-15"
    })
    void a_period_is_a_month_or_days(String written, LocalDate from, LocalDate until) {
        assertThat(BillPeriod.of(written)).isEqualTo(new BillPeriod(from, until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026",
        "2026-13",
        "13/2026",
        "3/2026",
        "2026-03-15/2026-03-14",
        "2026-03-01/2026-02-30",
        "Q1/2026",
        "/",
        "+999999999-12",
        "-999999999-01-01/2026-03-31",
        "2026-03-01/+999999999-12-31",
        "0000-01"
    })
    void what_is_neither_is_no_period(String written) {
        assertThat(BillPeriod.of(written)).isNull();
    }

    @Test
    void a_file_beyond_all_measure_is_not_read() throws IOException {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(BillFile.LARGEST + 1L);
        }
        assertThatThrownBy(() -> BillFile.read("ACME-IT", file, "large.csv", BillForm.USUAL))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("large.csv: is larger than 20 MB");
    }

    @Test
    void what_a_hostile_file_says_reaches_no_terminal_as_it_is() {
        ProblemsFound found = catchThrowableOfType(
                ProblemsFound.class,
                () -> read(
                        BillForm.USUAL,
                        "bill,period,letterId,price,currency",
                        "2026-117,2026-03,\u001b[2J" + "x".repeat(5_000) + ",1.80,EUR"));

        assertThat(found.getMessage()).hasSizeLessThan(1_000).doesNotContain("\u001b");
    }

    @Test
    void a_file_of_nothing_but_mistakes_is_not_told_to_its_end() throws IOException {
        String[] rows = new String[200];
        java.util.Arrays.fill(rows, "2026-117,2026-03,ACME-IT-1,free,EUR");
        rows[0] = "bill,period,letterId,price,currency";

        ProblemsFound found = catchThrowableOfType(ProblemsFound.class, () -> read(BillForm.USUAL, rows));

        assertThat(found.problems()).hasSize(BillFile.MOST_PROBLEMS);
    }

    private Bill read(BillForm form, String... rows) throws IOException {
        Path file = folder.resolve("bill.csv");
        Files.writeString(file, String.join("\n", rows) + "\n");
        return BillFile.read("ACME-IT", file, "bill.csv", form);
    }
}
