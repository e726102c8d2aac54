package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub plan --preview} on a file: what the shipped templates and the sample creditor make of it. */
class PlanPreviewTest {

    private static final String ITEM = """
            {"kind":"openItem","creditor":"%s","source":"sap","itemKey":"%s","debtor":"%s","documentNo":"%s","instalment":1,"type":"INVOICE","issueDate":"2026-01-15","dueDate":"2026-02-14","currency":"EUR","originalAmount":"1190.00","openAmount":"1190.00"}
            """;
    private static final String DEBTOR = """
            {"kind":"debtor","creditor":"%s","source":"sap","debtor":"%s","name":"%s","class":"business","language":"de","country":"IT","address":{"lines":["Via Roma 1"],"postCode":"20121","city":"Milano","country":"IT"},"contacts":[{"role":"accounts-payable","name":"Anna","email":"a@rossi.example","phone":"+393331234567"}]}
            """;
    private static final String PLAN = """
            plan: all
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [%s], %s template: %s, attach: [account-statement]}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void items() throws IOException {
        Files.writeString(
                folder.resolve("items.jsonl"),
                DEBTOR.formatted("ACME-IT", "4711", "Rossi S.r.l.")
                        + ITEM.formatted("ACME-IT", "a", "4711", "100")
                        + DEBTOR.formatted("ACME-IT", "../47 12", "=Bianchi")
                        + ITEM.formatted("ACME-IT", "b", "../47 12", "101"));
    }

    @Test
    void an_email_is_written_whole_with_its_pictures_and_attachment_and_listed() throws Exception {
        assertThat(preview("email", "also: [sms],", "first-reminder")).isZero();

        try (InputStream file = Files.newInputStream(folder.resolve("out/4711_first_email.eml"))) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), file);
            assertThat(mail.getAllRecipients()[0]).hasToString("a@rossi.example");
            List<String> parts = new ArrayList<>();
            parts(mail, parts);
            assertThat(parts)
                    .containsExactly(
                            "text/plain",
                            "text/html",
                            "image/png inline",
                            "image/png inline",
                            "application/pdf attachment");
        }
        assertThat(text("4711_first_email.txt")).contains("1.190,00").contains("Mit freundlichen Grüßen");
        assertThat(text("4711_first_sms.txt")).startsWith("Acme Italia S.p.A.");
        assertThat(pdf("4711_first_email_kontoauszug-2026-02-17.pdf")).contains("Rossi S.r.l.", "1.190,00");
        assertThat(text("index.csv").lines().skip(1).findFirst().orElseThrow())
                .isEqualTo("ACME-IT;4711;Rossi S.r.l.;all;first;first-reminder;email;a@rossi.example;"
                        + "2026-02-17T08:30+01:00;EUR;1190.00;1190.00;4711_first_email.eml 4711_first_email.txt"
                        + " 4711_first_email_kontoauszug-2026-02-17.pdf;1 attachment;");
        assertThat(err.toString()).contains("4 messages written to " + folder.resolve("out"));
    }

    @Test
    void names_from_outside_stay_in_the_folder_and_are_no_formulas() throws IOException {
        assertThat(preview("email", "", "first-reminder")).isZero();

        assertThat(folder.resolve("out/-47-12_first_email.eml")).exists();
        assertThat(text("index.csv")).contains(";'=Bianchi;");
    }

    @Test
    void a_letter_is_a_pdf_of_marked_pages_with_the_statement_behind() throws IOException {
        assertThat(preview("letter", "", "first-reminder")).isZero();

        assertThat(pdf("4711_first_letter.pdf"))
                .containsPattern("TE\\s*ST")
                .contains("Zahlungserinnerung", "Kontoauszug");
        assertThat(text("4711_first_letter.txt")).contains("Via Roma 1");
        assertThat(text("index.csv")).contains(";2 pages;");
    }

    @Test
    void a_call_is_a_script() throws IOException {
        assertThat(preview("task", "", "call-script")).isZero();

        assertThat(text("4711_first_task.txt")).contains("Rossi S.r.l.");
    }

    @Test
    void what_would_be_held_is_listed_with_its_reason() throws IOException {
        Files.writeString(
                folder.resolve("items.jsonl"),
                DEBTOR.formatted("ACME-IT", "4711", "")
                        + ITEM.formatted("ACME-IT", "a", "4711", "100")
                        + DEBTOR.formatted("GONE", "9", "Verdi")
                        + ITEM.formatted("GONE", "c", "9", "103"));

        assertThat(preview("task", "", "call-script")).isZero();

        assertThat(err.toString())
                .contains("0 messages written", "2 would be held:", "creditor GONE is not configured")
                .contains("first by task: debtor 4711, call-script: [[CustomerName]] is empty");
        assertThat(text("index.csv")).contains(";debtor 4711, call-script: [[CustomerName]] is empty");
    }

    @Test
    void no_more_is_written_than_asked_for() throws IOException {
        assertThat(preview("task", "", "call-script", "--limit", "1")).isZero();

        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files).hasSize(2);
        }
        assertThat(err.toString()).contains("1 message written", "1 more left out by --limit");
    }

    @Test
    void a_folder_that_holds_something_is_refused() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/mine.txt"), "keep");

        assertThat(preview("task", "", "call-script")).isEqualTo(1);

        assertThat(err.toString()).contains("out is not empty: name a new or empty folder.");
        assertThat(folder.resolve("out/index.csv")).doesNotExist();
    }

    @Test
    void a_plan_that_is_no_plan_leaves_no_folder_behind() throws IOException {
        assertThat(preview("carrier-pigeon", "", "call-script")).isEqualTo(1);

        assertThat(err.toString()).contains("carrier-pigeon");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int preview(String by, String also, String template, String... more) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN.formatted(by, also, template));
        List<String> arguments = new ArrayList<>(List.of(
                "plan",
                "--open-items",
                folder.resolve("items.jsonl").toString(),
                "--plan",
                folder.resolve("plan.yaml").toString(),
                "--as-of",
                "2026-02-17",
                "--preview",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return Hub.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    private String pdf(String file) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(folder.resolve("out").resolve(file).toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void parts(Part part, List<String> found) throws Exception {
        if (part.getContent() instanceof Multipart several) {
            for (int at = 0; at < several.getCount(); at++) {
                parts(several.getBodyPart(at), found);
            }
        } else {
            String disposition = part.getDisposition() == null ? "" : " " + part.getDisposition();
            found.add(part.getContentType().replaceAll("(?s);.*", "").strip() + disposition);
        }
    }
}
