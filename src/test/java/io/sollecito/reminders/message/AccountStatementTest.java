package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class AccountStatementTest {

    @Test
    void it_groups_the_open_items_and_gives_balance_and_age() throws IOException {
        String text = text(Facts.COMPOSER.accountStatement(Facts.of("first-reminder", "it")));

        assertThat(text)
                .contains("Estratto conto", "Situazione al 17 marzo 2026", "Rossi S.r.l.")
                .contains("Saldo a nostro favore", "3.400,70 €")
                .contains("Scaduto 2.570,50 €", "A scadere 640,00 €", "A Vostro credito −120,00 €")
                .contains("In contestazione 310,20 €")
                .contains("Non scaduto 1–30 giorni 31–60 giorni 61–90 giorni Oltre 90 giorni")
                .contains("640,00 € 1.380,50 € 1.190,00 € 310,20 € 0,00 €")
                .contains("Fattura 2026/1057 12/02/2026 14/03/2026 3 2.380,50 € 1.000,00 € 1.380,50 €")
                .contains("Pagina 1 di 1");
    }

    @Test
    void no_page_is_empty() throws IOException {
        int most = 0;
        for (int count = 24; count < 32; count++) {
            List<Listed> items = Collections.nCopies(count, Facts.items().get(0));
            String total =
                    new BigDecimal("1190.00").multiply(new BigDecimal(count)).toString();
            byte[] pdf = Facts.COMPOSER.accountStatement(
                    Facts.of(Facts.ACME, Facts.ROSSI, "first-reminder", "it", items, total));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                most = document.getNumberOfPages();
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(most);
                assertThat(last.getText(document)).contains("Scaduto");
            }
        }
        assertThat(most).isEqualTo(2);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[\\s\\u00a0]+", " ");
        }
    }
}
