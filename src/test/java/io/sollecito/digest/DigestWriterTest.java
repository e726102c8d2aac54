package io.sollecito.digest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DigestWriterTest {

    private static Database database;

    @BeforeAll
    static void busy_monday() {
        database = LedgerForTests.h2();
        DigestForTests.busyMonday(database);
    }

    @Test
    void the_subject_names_the_company_the_day_and_what_is_to_decide() {
        assertThat(mail().subject()).isEqualTo("Acme Italia S.p.A.: receivables digest 2026-03-09 \u2013 5 to decide");
    }

    @Test
    void a_name_with_line_breaks_adds_no_mail_header() {
        DigestMail mail = new DigestWriter()
                .write(DigestForTests.digest(database, DigestForTests.acme("Acme\r\nBcc: x@evil.example", "it", "IT")));

        assertThat(mail.subject()).doesNotContain("\r", "\n");
    }

    @Test
    void the_html_escapes_foreign_text_and_shows_the_chart_by_content_id() {
        assertThat(mail().html())
                .contains("Neri &lt;Impianti&gt;", "Bianchi &amp; Figli S.n.c.", "src=\"cid:ageing\"")
                .doesNotContain("<Impianti>", "<script", "http");
    }

    @Test
    void html_and_text_tell_the_same_amounts() {
        DigestMail mail = mail();
        for (String amount : List.of("109,053.60", "120,273.60", "\u221220,000.00", "12,333.10", "24,889.70")) {
            assertThat(mail.html()).contains(amount);
            assertThat(mail.text()).contains(amount);
        }
    }

    @Test
    void the_text_keeps_to_72_columns() {
        assertThat(mail().text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
    }

    @Test
    void days_sales_outstanding_stand_below_the_ageing_with_their_change() {
        Database ledger = LedgerForTests.h2();
        DigestForTests.busyMonday(ledger);
        ledger.sql().sql("update open_item set issue_date = due_date - 30").update();
        ledger.sql()
                .sql("update export set as_of = timestamp '2025-12-20 06:00:00'")
                .update();
        ledger.sql()
                .sql("update digest_day set digest_date = date '2026-02-09', dso = 40.0, best_dso = 22.5")
                .update();

        DigestMail mail = new DigestWriter().write(DigestForTests.digest(ledger, DigestForTests.acme()));

        assertThat(mail.text()).contains("""
                Open in all (8)                                           120,273.60 EUR

                Days sales outstanding in EUR
                -----------------------------
                What is owed, 120,273.60, in days of sales counted back from today.
                Days sales outstanding (DSO)                                   42.4 days
                  2.4 days more than on 9 Feb 2026
                Best possible DSO                                              19.8 days
                  if everybody paid when due; 2.7 days less than on 9 Feb 2026
                Average days delinquent                                        22.6 days
                  the days that come from paying late; 5.1 days more than on 9 Feb 2026
                """);
        assertThat(mail.html()).contains("42.4 days", "2.4 days more than on 9 Feb 2026");
        assertThat(csv(mail, ';')).anySatisfy(row -> {
            assertThat(row.getField("line")).isEqualTo("Average days delinquent");
            assertThat(row.getField("amount")).isEqualTo("22,6");
            assertThat(row.getField("currency")).isEmpty();
        });
    }

    @Test
    void the_chart_is_a_picture_of_double_density() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(mail().chartPng()));

        assertThat(picture.getWidth()).isEqualTo(1200);
    }

    @Test
    void an_italian_spreadsheet_gets_semicolons_and_decimal_commas() {
        List<NamedCsvRecord> rows = csv(mail(), ';');

        assertThat(rows)
                .anySatisfy(row -> {
                    assertThat(row.getField("line")).isEqualTo("Open on 9 Mar 2026");
                    assertThat(row.getField("currency")).isEqualTo("EUR");
                    assertThat(row.getField("amount")).isEqualTo("120273,60");
                })
                .anySatisfy(row -> assertThat(row.getField("amount")).isEqualTo("-20000,00"));
    }

    @Test
    void an_english_spreadsheet_gets_commas_and_decimal_points() {
        DigestMail mail =
                new DigestWriter().write(DigestForTests.digest(database, DigestForTests.acme("Acme", "en", "GB")));

        assertThat(csv(mail, ','))
                .anySatisfy(row -> assertThat(row.getField("amount")).isEqualTo("120273.60"));
    }

    @Test
    void a_text_that_looks_like_a_formula_is_disarmed() {
        assertThat(csv(mail(), ';'))
                .filteredOn(row -> row.getField("line").contains("Neri"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("line")).startsWith("'="));
    }

    private static DigestMail mail() {
        return new DigestWriter().write(DigestForTests.digest(database, DigestForTests.acme()));
    }

    private static List<NamedCsvRecord> csv(DigestMail mail, char separator) {
        String text = new String(mail.csv(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text.substring(1)).stream()
                .toList();
    }
}
