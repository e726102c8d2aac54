package io.sollecito.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.demo.companies.AcmeItalia;
import io.sollecito.demo.companies.LumiereFrance;
import io.sollecito.demo.companies.Truth;
import io.sollecito.demo.servers.SftpWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemoWorldTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static WeeksForTests weeks;
    private static Truth truth;

    @BeforeAll
    static void walk() throws Exception {
        weeks = WeeksForTests.shared();
        truth = weeks.world.truth();
    }

    @Test
    void the_open_items_of_every_delivered_file_add_up_to_the_truth() {
        List<Path> files = files(SftpWorld.ERP, "FBL5N_OPOS_");
        assertThat(files).hasSize(39);
        for (Path file : files) {
            LocalDate day = dayOf(file);
            List<String[]> rows = rows(file);
            assertThat(rows).allMatch(row -> row.length == 22 && row[0].matches("1047\\d\\d"));
            boolean broken = rows.stream().anyMatch(row -> row[19].endsWith("O"));
            assertThat(broken).isEqualTo(dayNumber(day) == AcmeItalia.BROKEN_ROW_DAY);
            if (!broken && dayNumber(day) != AcmeItalia.SILENT_DAY) {
                BigDecimal sum = rows.stream().map(DemoWorldTest::amountOf).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum)
                        .as(file.toString())
                        .isEqualByComparingTo(weeks.noons.get(day).openTotal(AcmeItalia.CODE));
            }
        }
    }

    @Test
    void credits_carry_an_h_and_a_minus_and_partial_payments_are_items_of_their_own() {
        List<String[]> rows = files(SftpWorld.ERP, "FBL5N_OPOS_").stream()
                .flatMap(file -> rows(file).stream())
                .toList();
        assertThat(rows).allMatch(row -> row[11].equals("H") == row[19].startsWith("-"));
        assertThat(rows).allMatch(row -> row[19].matches("-?\\d{1,3}(\\.\\d{3})*,\\d[\\dO]"));
        assertThat(rows.stream().map(row -> row[2])).contains("RV", "DG", "DZ");
    }

    @Test
    void customers_are_legible_in_windows_1252() throws IOException {
        Path file = files(SftpWorld.ERP, "FBL5N_DEBITOREN_").get(0);
        assertThat(Files.readString(file, WINDOWS_1252))
                .startsWith(
                        "Konto;Name 1;Straße;Postleitzahl;Ort;Land;Sprache;E-Mail;Telefon;USt-IdNr.;IBAN;Kundengruppe")
                .contains("Müller Maschinenbau GmbH;Hafenstraße 12;20457;Hamburg;DE;DE;");
        assertThat(rows(file)).hasSize(26).allMatch(row -> row.length == 12);
    }

    @Test
    void one_file_repeats_the_day_before_and_one_comes_two_days_late_with_its_own_time() throws IOException {
        Map<Integer, Path> byNumber = files(SftpWorld.ERP, "FBL5N_OPOS_").stream()
                .collect(Collectors.toMap(file -> dayNumber(dayOf(file)), file -> file));
        assertThat(byNumber.get(AcmeItalia.UNCHANGED_DAY))
                .hasSameBinaryContentAs(byNumber.get(AcmeItalia.UNCHANGED_DAY - 1));

        Path late = byNumber.get(AcmeItalia.SILENT_DAY);
        assertThat(Files.getLastModifiedTime(late).toInstant()).isEqualTo("2026-03-19T04:30:00Z");
        assertThat(delivered(AcmeItalia.SILENT_DAY)).noneMatch(name -> name.startsWith("FBL5N"));
        assertThat(delivered(AcmeItalia.LATE_FILE_DAY))
                .filteredOn(name -> name.startsWith("FBL5N_OPOS"))
                .containsExactly(late.getFileName().toString(), "FBL5N_OPOS_20260323.csv");
    }

    @Test
    void odoo_holds_what_the_truth_calls_open_on_every_day() {
        weeks.residuals.forEach((day, residuals) -> assertThat(residuals)
                .as(day.toString())
                .isEqualByComparingTo(weeks.noons.get(day).openTotal(LumiereFrance.CODE)));
        assertThat(weeks.residuals.values().stream().distinct()).hasSizeGreaterThan(30);
    }

    @Test
    void odoo_has_instalments_refunds_reconciled_lines_and_moving_write_dates() {
        JdbcClient odoo = JdbcClient.create(weeks.world.odoo().dataSource());
        assertThat(count(
                        odoo,
                        "select count(*) from (select move_id from account_move_line where account_id = 411"
                                + " group by move_id having count(*) = 2) as instalments"))
                .isPositive();
        assertThat(count(odoo, "select count(*) from account_move where move_type = 'out_refund'"))
                .isPositive();
        assertThat(count(odoo, "select count(*) from account_move_line where reconciled and write_date > create_date"))
                .isGreaterThan(20);
        assertThat(count(odoo, "select count(distinct write_date) from account_move_line"))
                .isGreaterThan(30);
        assertThat(count(
                        odoo,
                        "select count(*) from account_move m where amount_residual_signed <>"
                                + " (select sum(l.amount_residual) from account_move_line l where l.move_id = m.id)"))
                .isZero();
    }

    @Test
    void the_reader_of_odoo_may_not_write() {
        JdbcClient reader =
                JdbcClient.create(new DriverManagerDataSource(weeks.world.odoo().jdbcUrl()));
        assertThat(count(reader, "select count(*) from res_partner")).isEqualTo(21);
        assertThatThrownBy(() -> reader.sql("delete from account_move").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void everything_that_debtors_do_happens() {
        assertThat(truth.movements())
                .extracting(Truth.Movement::kind)
                .contains("RECEIVED", "RETURNED", "FEE", "INTEREST");
        assertThat(truth.movements()).anyMatch(movement -> movement.reference() != null);
        assertThat(truth.settlements()).anyMatch(part -> !part.quoted());
        assertThat(truth.movements().stream()
                        .filter(movement -> movement.kind().equals("RECEIVED"))
                        .collect(Collectors.groupingBy(
                                movement -> List.of(
                                        movement.debtor(),
                                        movement.bookedOn(),
                                        movement.amount(),
                                        movement.remittance()),
                                Collectors.counting())))
                .containsValue(2L);
        assertThat(truth.movements().stream().map(Truth.Movement::debtor).distinct())
                .hasSizeGreaterThan(36);
        assertThat(weeks.afternoons.stream()
                        .mapToInt(DayReport.Afternoon::transfers)
                        .sum())
                .isBetween(100, 400);
    }

    @Test
    void two_runs_of_one_seed_leave_the_same_files(@TempDir Path folder) throws Exception {
        try (WeeksForTests second = new WeeksForTests(folder)) {
            second.walk();
            assertThat(second.mornings).isEqualTo(weeks.mornings);
            assertThat(second.afternoons).isEqualTo(weeks.afternoons);
            assertThat(second.noons).isEqualTo(weeks.noons);
            assertThat(second.residuals).isEqualTo(weeks.residuals);
            for (String each : List.of(SftpWorld.ERP, SftpWorld.BANK_ACME, SftpWorld.BANK_LUMIERE)) {
                for (Path file : files(each, "")) {
                    Path other = second.world.sftp().folder(each).resolve(file.getFileName());
                    assertThat(other).hasSameBinaryContentAs(file);
                    assertThat(Files.getLastModifiedTime(other)).isEqualTo(Files.getLastModifiedTime(file));
                }
            }
        }
    }

    private static int count(JdbcClient odoo, String query) {
        return odoo.sql(query).query(Integer.class).single();
    }

    private static List<Path> files(String remote, String prefix) {
        try (Stream<Path> files = Files.list(weeks.world.sftp().folder(remote))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file, WINDOWS_1252).stream()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BigDecimal amountOf(String[] row) {
        return new BigDecimal(row[19].replace(".", "").replace(',', '.'));
    }

    private static LocalDate dayOf(Path file) {
        String date = file.getFileName().toString().replaceAll(".*_(\\d{8})\\.csv", "$1");
        return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The business day's number from 1; Easter Monday is none. */
    private static int dayNumber(LocalDate day) {
        return (int) WeeksForTests.START
                .datesUntil(day.plusDays(1))
                .filter(each -> each.getDayOfWeek().getValue() <= 5 && !each.equals(LocalDate.of(2026, 4, 6)))
                .count();
    }

    private static List<String> delivered(int dayNumber) {
        return weeks.mornings.get(dayNumber - 1).delivered();
    }
}
