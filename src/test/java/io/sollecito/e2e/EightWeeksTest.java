package io.sollecito.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.demo.Demo;
import io.sollecito.demo.DemoFigures;
import io.sollecito.demo.Oracle;
import io.sollecito.demo.companies.AcmeItalia;
import io.sollecito.demo.companies.LumiereFrance;
import io.sollecito.demo.companies.Truth;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.stories.References;
import io.sollecito.model.CreditorReference;
import io.sollecito.reminders.message.Pictures;
import jakarta.mail.MessagingException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole house on real servers, from the routes as shipped: eight simulated weeks on H2, the first four of them on
 * PostgreSQL too. Each is walked once; the tests look at what is left from different sides.
 */
class EightWeeksTest {

    private static final Map<String, String> IBANS =
            Map.of(AcmeItalia.CODE, AcmeItalia.IBAN, LumiereFrance.CODE, LumiereFrance.IBAN);
    private static final Map<String, String> COUNTRIES = Map.of(AcmeItalia.CODE, "IT", LumiereFrance.CODE, "FR");
    private static final Map<String, String> FINANCE = Map.of(
            AcmeItalia.CODE, "finanza@acme-italia.example", LumiereFrance.CODE, "finance@lumiere-equipements.example");
    private static final Pattern REFERENCE = Pattern.compile("RF\\d\\d(?: ?[A-Z0-9]{1,4}){1,6}");
    private static final Pattern CID = Pattern.compile("cid:([^\"'\\s)]+)");

    @TempDir
    private static Path folder;

    private static WalkedWeeks h2;
    private static WalkedWeeks postgres;

    @BeforeAll
    static void walk() throws Exception {
        h2 = WalkedWeeks.onH2(folder.resolve("h2"), 8);
        postgres = WalkedWeeks.onPostgres(folder.resolve("postgres"), 4);
        ExecutorService walkers = Executors.newFixedThreadPool(2);
        try {
            for (Future<WalkedWeeks> walked :
                    walkers.invokeAll(List.<Callable<WalkedWeeks>>of(h2::walk, postgres::walk))) {
                walked.get();
            }
        } finally {
            walkers.shutdown();
        }
    }

    @AfterAll
    static void close() {
        Stream.of(h2, postgres).filter(weeks -> weeks != null).forEach(WalkedWeeks::stop);
    }

    static Stream<WalkedWeeks> databases() {
        return Stream.of(h2, postgres);
    }

    /** Figures aside, which change with the texts and plans: every line that the README promises is printed. */
    @Test
    void the_readme_shows_what_the_demo_prints() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String promised = readme.substring(readme.indexOf("```\nMon 02 Mar") + 4);
        String told = shape(h2.told());
        assertThat(promised.substring(0, promised.indexOf("```")).lines())
                .hasSizeGreaterThan(15)
                .allSatisfy(line -> assertThat(told).contains(shape(line)));
    }

    @Test
    void what_the_demo_suggests_to_ask_about_means_one_thing() {
        Database ledger = h2.run().ledger();
        assertThat(new References(ledger).find(Demo.example(ledger))).hasSize(1);
        assertThat(new References(ledger).find("1800000202")).as("the README's").hasSize(1);
    }

    private static String shape(String text) {
        return text.replaceAll("\\S*/", "").replaceAll("[0-9][0-9.,]*", "#").replaceAll("[ \\t]+", " ");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void no_law_is_broken(WalkedWeeks weeks) {
        assertThat(weeks.run().violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothing_that_the_hub_did_contradicts_what_really_happened(WalkedWeeks weeks) {
        DemoFigures figures = new DemoFigures(weeks.run().ledger());
        assertThat(figures.demanded()).hasSizeGreaterThan(100);
        assertThat(new Oracle(weeks.run().world().truth(), figures).contradictions())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_channel_carries_reminders_of_both_companies(WalkedWeeks weeks) {
        weeks.figures()
                .forEach((creditor, figures) -> assertThat(figures.remindersSent())
                        .as(creditor)
                        .containsKeys("email", "sms", "letter", "task"));
        assertThat(weeks.run().world().mail().count()).isPositive();
        assertThat(weeks.run().world().printHouse().count()).isEqualTo((int) weeks.figures().values().stream()
                .mapToLong(figures -> figures.remindersSent().get("letter"))
                .sum());
    }

    @Test
    void the_print_house_bills_the_letters_that_it_posted_and_no_others() {
        Database ledger = h2.run().ledger();
        assertThat(ledger.sql()
                        .sql("select distinct b.creditor from bill b join bill_line l on l.bill_id = b.id")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(h2.figures().keySet());
        assertThat(ledger.sql()
                        .sql("select message from alarm where kind like 'bill-%'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void money_that_speaks_for_itself_is_allocated_and_doubtful_money_waits_for_a_person(WalkedWeeks weeks) {
        weeks.figures().forEach((creditor, figures) -> {
            assertThat(figures.payments()).as(creditor).containsKeys("allocated", "notOurs", "returned");
            long doubtful = figures.payments().getOrDefault("candidates", 0L)
                    + figures.payments().getOrDefault("unmatched", 0L);
            assertThat(figures.payments().get("allocated")).as(creditor).isGreaterThan(doubtful);
            assertThat(doubtful).as(creditor).isPositive();
            assertThat(figures.allocated()).as(creditor).isPositive().isLessThan(figures.received());
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void statements_that_come_twice_or_overlap_bring_their_money_once(WalkedWeeks weeks) {
        for (String creditor : IBANS.keySet()) {
            List<BigDecimal> booked = weeks.run().world().truth().movements().stream()
                    .filter(movement -> movement.creditor().equals(creditor) && movement.deliveredOn() != null)
                    .map(Truth.Movement::amount)
                    .map(BigDecimal::stripTrailingZeros)
                    .sorted()
                    .toList();
            List<BigDecimal> known = weeks
                    .run()
                    .ledger()
                    .sql()
                    .sql("select amount from payment where creditor = ?")
                    .param(creditor)
                    .query(BigDecimal.class)
                    .list()
                    .stream()
                    .map(BigDecimal::stripTrailingZeros)
                    .sorted()
                    .toList();
            assertThat(known).as(creditor).hasSizeGreaterThan(30).isEqualTo(booked);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_broken_row_is_quarantined_with_its_place_and_the_others_go_on(WalkedWeeks weeks) {
        String file = "FBL5N_OPOS_20260310.csv";
        List<Map<String, Object>> quarantined =
                rows(weeks, "select file_name, line_no, column_no, field, value_text, state, item_key from quarantine");
        assertThat(quarantined).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("file_name", file).containsEntry("state", "superseded");
            assertThat((Long) row.get("line_no")).isGreaterThan(1);
            assertThat((Long) row.get("column_no")).isPositive();
            assertThat(row.get("value_text").toString()).endsWith("O");
            assertThat(row.get("item_key")).isNotNull();
        });
        assertThat(rows(
                        weeks,
                        "select state, records_quarantined from export where file_name = '" + file + "'"
                                + " and records_applied + records_unchanged > 30"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("state", "applied").containsEntry("records_quarantined", 1L));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_file_that_comes_late_is_recorded_and_rolls_nothing_back(WalkedWeeks weeks) {
        assertThat(rows(weeks, "select file_name from export where state = 'outdated'"))
                .extracting(row -> row.get("file_name"))
                .containsExactly("FBL5N_OPOS_20260319.csv");
        assertThat(rows(weeks, "select file_name from export where state in ('held', 'unreadable', 'rejected')"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_paid_is_left_in_peace(WalkedWeeks weeks) {
        List<Map<String, Object>> remindedThenPaid = rows(
                weeks,
                "select distinct i.id from open_item i join reminder_item ri on ri.item_id = i.id"
                        + " join reminder r on r.id = ri.reminder_id and r.state = 'sent'"
                        + " join allocation a on a.item_id = i.id and a.state in ('pending', 'confirmed')"
                        + " where ri.advances and a.made_at > r.created_at");
        assertThat(remindedThenPaid).hasSizeGreaterThan(10);
        assertThat(rows(
                        weeks,
                        "select i.document_no, r.step, r.created_at from open_item i join reminder_item ri on ri.item_id = i.id"
                                + " join reminder r on r.id = ri.reminder_id and r.state = 'sent'"
                                + " where ri.advances and (i.settled_at < r.created_at and i.erp_open = 0"
                                + " or (select coalesce(sum(a.amount), 0) from allocation a where a.item_id = i.id"
                                + "  and a.state in ('pending', 'confirmed') and a.made_at < r.created_at)"
                                + " >= i.original_amount)"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void finance_gets_one_digest_on_every_business_day(WalkedWeeks weeks) throws Exception {
        List<Received> emails = weeks.emails();
        FINANCE.forEach((creditor, mailbox) -> {
            BusinessDays calendar = BusinessDays.of(COUNTRIES.get(creditor));
            assertThat(emails.stream()
                            .filter(mail -> mail.recipient().equals(mailbox))
                            .map(Received::day))
                    .as(creditor)
                    .containsExactlyElementsOf(
                            weeks.days().stream().filter(calendar::isOpen).toList());
        });
    }

    @Test
    void both_databases_tell_the_same_figures_of_every_evening() {
        assertThat(postgres.days())
                .allSatisfy(evening -> assertThat(postgres.figures(evening))
                        .as("evening of " + evening)
                        .isEqualTo(h2.figures(evening)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_email_is_a_whole_message(WalkedWeeks weeks) throws Exception {
        for (Received mail : weeks.emails()) {
            String what = mail.day() + " to " + mail.recipient();
            assertThat(mail.nesting())
                    .as(what)
                    .containsExactly("multipart/mixed", "multipart/related", "multipart/alternative");
            assertThat(mail.text("text/plain")).as(what).isNotBlank().doesNotContain("[[", "{{", "null");
            assertThat(mail.text("text/html")).as(what).contains("<html").doesNotContain("[[", "{{", ">null<");
            for (String cid : found(CID, mail.text("text/html"))) {
                assertThat(mail.image(cid)).as(what + " " + cid).isNotEmpty();
            }
            assertThat(mail.message().getSubject()).as(what).isNotBlank();
            assertThat(mail.message().getMessageID())
                    .as(what)
                    .endsWith(mail.sender().substring(mail.sender().indexOf('@')) + ">");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void no_header_of_ours_leaks_and_no_message_id_comes_twice(WalkedWeeks weeks) throws Exception {
        List<Received> emails = weeks.emails();
        for (Received mail : emails) {
            assertThat(Collections.list(mail.message().getAllHeaders()))
                    .extracting(header -> header.getName().toLowerCase(Locale.ROOT))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(
                            "return-path",
                            "received",
                            "date",
                            "from",
                            "reply-to",
                            "to",
                            "message-id",
                            "in-reply-to",
                            "references",
                            "subject",
                            "mime-version",
                            "content-type",
                            "auto-submitted");
        }
        assertThat(emails.stream().map(mail -> header(mail, "Message-ID"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_an_email_asks_for_its_code_pays(WalkedWeeks weeks) throws Exception {
        int checked = 0;
        for (Received mail : reminders(weeks)) {
            byte[] code = mail.image("qr@sollecito");
            if (code != null) {
                List<String> payload = Pictures.decoded(code).lines().toList();
                String text = mail.text("text/plain").replace(" ", "");
                assertThat(payload.get(6)).isEqualTo(IBANS.get(creditorOf(mail)));
                assertThat(CreditorReference.isValid(payload.get(9))).isTrue();
                assertThat(text).contains(payload.get(6), payload.get(9));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_letter_shows_a_reference_and_a_code_that_pays_the_right_account(WalkedWeeks weeks) throws Exception {
        assertThat(weeks.letters()).hasSizeGreaterThan(10);
        for (Path letter : weeks.letters()) {
            String creditor = IBANS.keySet().stream()
                    .filter(letter.getFileName().toString()::contains)
                    .findFirst()
                    .orElseThrow();
            byte[] pdf = Files.readAllBytes(letter);
            List<String> payload = Pictures.decodedFromFirstPage(pdf).lines().toList();
            assertThat(payload).as(letter.toString()).hasSize(10).startsWith("BCD", "002", "1", "SCT");
            assertThat(payload.get(6)).as(letter.toString()).isEqualTo(IBANS.get(creditor));
            assertThat(payload.get(7)).as(letter.toString()).matches("EUR[1-9]\\d*\\.\\d\\d");
            assertThat(CreditorReference.isValid(payload.get(9))).isTrue();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                assertThat(text).as(letter.toString()).contains(payload.get(6), payload.get(9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_gets_one_reminder_twice_on_one_channel(WalkedWeeks weeks) throws Exception {
        List<String> emails = new ArrayList<>();
        for (Received mail : reminders(weeks)) {
            emails.add(mail.recipient() + " " + reference(mail.text("text/plain")));
        }
        assertThat(emails).hasSizeGreaterThan(100).doesNotHaveDuplicates();

        List<String> letters = new ArrayList<>();
        for (Path letter : weeks.letters()) {
            try (PDDocument document = Loader.loadPDF(Files.readAllBytes(letter))) {
                letters.add(reference(new PDFTextStripper().getText(document)));
            }
        }
        assertThat(letters).doesNotHaveDuplicates();
        assertThat(rows(
                        weeks,
                        "select reminder_id, channel from dispatch where state in ('sent', 'uncertain')"
                                + " group by reminder_id, channel having count(*) > 1"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_has_paid_what_a_reminder_asked_for_is_thanked_once_and_asked_for_nothing(WalkedWeeks weeks)
            throws Exception {
        List<Received> thanks =
                weeks.emails().stream().filter(EightWeeksTest::isThanks).toList();
        for (Received mail : thanks) {
            assertThat(mail.text("text/plain")).doesNotContain("IBAN", "EUR");
            assertThat(mail.image("qr@sollecito")).isNull();
        }
        assertThat(thanks)
                .hasSizeGreaterThan(10)
                .hasSameSizeAs(rows(
                        weeks,
                        "select distinct t.reminder_id from thanks t join dispatch d on d.reminder_id = t.thank_you"
                                + " where d.state = 'sent'"));
        assertThat(rows(
                        weeks,
                        "select i.document_no from thanks t join reminder_item ri on ri.reminder_id = t.thank_you"
                                + " join open_item i on i.id = ri.item_id"
                                + " where i.settled_cause not in ('payment', 'unknown')"))
                .isEmpty();
    }

    private static List<Received> reminders(WalkedWeeks weeks) throws Exception {
        Predicate<Received> digest = mail -> FINANCE.containsValue(mail.recipient());
        return weeks.emails().stream()
                .filter(digest.negate())
                .filter(mail -> !isThanks(mail))
                .toList();
    }

    private static boolean isThanks(Received mail) {
        try {
            return mail.message().getSubject().matches("Grazie da .*|.* vous remercie|.* sagt danke|Thank you from .*");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String creditorOf(Received mail) {
        return mail.sender().endsWith("acme-italia.example") ? AcmeItalia.CODE : LumiereFrance.CODE;
    }

    /** The first text that looks like an ISO 11649 reference and whose check digits hold. */
    private static String reference(String text) {
        for (String found : found(REFERENCE, text)) {
            for (String each = found; each.length() > 4; each = each.substring(0, Math.max(0, each.lastIndexOf(' ')))) {
                if (CreditorReference.isValid(each.replace(" ", ""))) {
                    return each.replace(" ", "");
                }
            }
        }
        throw new AssertionError("no reference in " + text);
    }

    private static List<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    private static String header(Received mail, String name) {
        try {
            return mail.message().getHeader(name)[0];
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Map<String, Object>> rows(WalkedWeeks weeks, String query) {
        Database ledger = weeks.run().ledger();
        return ledger.sql().sql(query).query().listOfRows();
    }
}
