package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

class TemplatesTest {

    private static final Path SHIPPED = Path.of("reminders/templates");

    @TempDir
    Path folder;

    @BeforeEach
    void a_folder_with_one_language() throws IOException {
        for (String part : List.of("layout", "en")) {
            Files.createDirectories(folder.resolve(part));
            try (Stream<Path> files = Files.list(SHIPPED.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void the_shipped_templates_have_no_problem_and_every_step_in_every_language() {
        assertThat(Templates.check(SHIPPED)).isEmpty();
        assertThat(Templates.load(SHIPPED).names())
                .containsExactly(
                        "call-script",
                        "collection-returned",
                        "consumer-first",
                        "consumer-notice",
                        "consumer-second",
                        "courtesy",
                        "due-today",
                        "first-reminder",
                        "formal-notice",
                        "last-reminder",
                        "promise-broken",
                        "receipt-check",
                        "second-reminder",
                        "thank-you",
                        "will-be-collected");
    }

    /** An item may come to a late step without any message before: its first one was skipped, or it was only listed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "it; (?i)precedent|seguito al|nostri solleciti|da tempo",
                "en; (?i)earlier|previous|our reminders|a reply",
                "fr; (?i)précédent|nos relances|sans suite",
                "de; (?i)bisherig|unserer Mahnungen|auf unsere Zahlungserinnerung"
            })
    void no_shipped_message_claims_that_there_was_one_before(String language, String claim) throws IOException {
        for (String template : List.of(
                "first-reminder",
                "second-reminder",
                "last-reminder",
                "formal-notice",
                "consumer-first",
                "consumer-notice")) {
            assertThat(Files.readString(SHIPPED.resolve(language).resolve(template + ".yaml")))
                    .doesNotContainPattern(claim);
        }
    }

    @Test
    void an_unknown_variable_is_reported_with_its_place_and_the_likely_name() throws IOException {
        Path file = write("""
                subject: "Hello"
                title: "Hello"
                body: |
                  Dear customer,

                  the total is [[TotalAmont]].
                """);

        assertThat(Templates.check(folder))
                .containsExactly(new Problem(
                        file.toString(),
                        6,
                        16,
                        "unknown variable [[TotalAmont]]",
                        "  the total is [[TotalAmont]].",
                        "Did you mean [[TotalAmount]]? docs/variables.md lists all."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "You owe [[TotalAmount]]; Hello [[TotalAmount]] may; [[TotalAmount]] may not stand here: no amount may show",
                "Hello; text [[#PayByDate]] open; [[#PayByDate]] is not closed",
                "Hello; text [[/PayByDate]]; [[/PayByDate]] closes what is not open here",
                "Hello; text [[&CustomerName]]; '[[&CustomerName]]' is no variable",
                "Hello; text [[>secret]]; '[[>secret]]' is no variable",
                "Hello; text [[=<% %>=]]; '[[=<% %>=]]' is no variable",
                "Hello; text [[CustomerName; '[[' is not closed",
                "Hello; text {{TotalAmount}}; {{TotalAmount}} is no variable and would be printed as it stands",
                "Hello; text ${TotalAmount}; ${TotalAmount} is no variable",
                "Hello; text [TotalAmount]; [TotalAmount] is no variable",
                "Hello; text [[ItemTable]]; [[ItemTable]] must be a paragraph of its own",
                "Hello; text [[OpenAmount]]; [[OpenAmount]] stands outside a list",
                "Hello; text [[SingleInvoice]]; [[SingleInvoice]] has no text of its own",
                "Hello; text [[QrCode]]; [[QrCode]] may not stand here: it belongs into a layout",
                "Hello; text [[LabelTotal]]; unknown variable [[LabelTotal]]",
            })
    void a_misplaced_variable_is_reported(String subject, String text, String message) throws IOException {
        write("subject: \"" + subject + "\"\ntitle: \"Hello\"\nbody: |\n  " + text + "\n");

        assertThat(Templates.check(folder))
                .anySatisfy(problem -> assertThat(problem.message()).startsWith(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "just words; is no list of keys",
                "subject: A|title: A; says nothing",
                "subject: A|body: A; says nothing",
                "title: A|body: A; says nothing",
                "script: ' '; script is empty",
                "script: A|subject: [a, b]; subject is no text",
                "script: A|iceBreakers: [A, ' ']; iceBreakers is empty",
                "script: A|iceBreakers: [A, [B]]; iceBreakers is no text",
                "script: A|iceBreakers: ['[[IceBreaker]]']; an ice-breaker cannot hold itself",
                "script: A|iceBreakers: ['[[TotalAmount]]']; [[TotalAmount]] may not stand here: an ice-breaker is one",
                "script: A|title: \"a\\nb\"; title has several lines",
                "script: A|subject: \"a\\nb\"; subject has several lines",
                "script: A|payment: later; 'later' does not say whether it asks for payment",
                "script: '[[ItemTable]]'; [[ItemTable]] may not stand here: a script is plain text",
                "script: A|title: '[[ItemTable]]'; [[ItemTable]] may not stand here: a title is one line of text",
                "script: A|sms: '[[TotalAmount]]'; [[TotalAmount]] may not stand here: no amount may show",
                "payment: none|script: '[[PayByDate]]'; [[PayByDate]] may not stand in a template of 'payment: none'",
                "subject: A|title: A|body: ||  A||  [[ItemTable]]|  B; [[ItemTable]] must be a paragraph of its own",
                "subject: A|title: A|body: ||  A|  [[ItemTable]]||  B; [[ItemTable]] must be a paragraph of its own",
                "subject: A|title: A|body: ||  A||  [[ItemTable]]|sms: B; [[ItemTable]] must be a paragraph of its own",
                "script: '[[PayByDat]]'; unknown variable [[PayByDat]]",
                "script: '[[Invoices]]'; [[Invoices]] has no text of its own",
                "script: '[[#Invoices]][[#Number]][[/Invoices]][[/Number]]'; [[/Invoices]] closes what is not open here",
                "script: '[[#HasCharges]][[Number]][[/HasCharges]]'; [[Number]] stands outside a list",
            })
    void a_mistake_in_a_template_is_told_first(String lines, String message) {
        assertThat(problemsOf(lines)).isNotEmpty();
        assertThat(problemsOf(lines).get(0)).startsWith(message);
    }

    @Test
    void a_mistake_is_told_with_its_line_and_column() {
        String yaml = "script: |\n  A [[&B]]\n  A {{Number}}\n  A [[\n";

        assertThat(Templates.checkMessage(
                        Yaml.parse("own.yaml", yaml), yaml.lines().toList()))
                .extracting(problem -> problem.line() + ":" + problem.column())
                .containsExactly("2:5", "4:5", "3:5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script: A",
                "# [[Nonsense]] in a comment|script: A",
                "payment: none|script: A|title: A|subject: A",
                "script: 'on [[#Invoices]][[Number]] [[/Invoices]][[^PayByDate]]soon[[/PayByDate]] of [[TotalAmount]]'",
                "subject: A|title: 'of [[TotalAmount]]'|body: ||  [[ItemTable]]||  {1} [x] (y)",
                "sms: B|subject: A|title: A|body: ||  A||  [[ItemTable]]||  B||  [[PaymentBox]]",
                "subject: A|title: A|body: ||  [[#Invoices]]|  [[Number]]|  [[/Invoices]]||  [[PaymentBox]]",
            })
    void a_template_that_is_right_has_no_problem(String lines) {
        assertThat(problemsOf(lines)).isEmpty();
    }

    private static List<String> problemsOf(String lines) {
        String yaml =
                lines.replace("body: ||", "body: \u0001\n").replace('|', '\n').replace('\u0001', '|') + "\n";
        return Templates.checkMessage(Yaml.parse("own.yaml", yaml), yaml.lines().toList()).stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void a_condition_must_end_in_its_paragraph() throws IOException {
        write("subject: A\ntitle: A\nbody: |\n  [[#PayByDate]]one\n\n  two[[/PayByDate]]\n");

        assertThat(Templates.check(folder)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("[[#PayByDate]] does not end in its own paragraph");
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.column()).isEqualTo(3);
        });
    }

    @Test
    void all_problems_are_reported_at_once() throws IOException {
        write("subject: [[CompanyName]]\nbdy: x\n");
        Files.createDirectories(folder.resolve("es"));
        Files.writeString(folder.resolve("layout/letter.html"), "<html>[[Title]] <p>[[Body]]</html>");
        Files.writeString(folder.resolve("en/labels.yaml"), "total: Total\n");
        Files.delete(folder.resolve("layout/email.txt"));

        List<String> messages =
                Templates.check(folder).stream().map(Problem::toString).toList();

        assertThat(messages)
                .anyMatch(message -> message.contains("subject is no text") && message.contains("quotes"))
                .anyMatch(message -> message.contains("unknown key 'bdy'"))
                .anyMatch(message -> message.contains("'es' is no language"))
                .anyMatch(message -> message.contains("letter.html:1:") && message.contains("is not well-formed"))
                .anyMatch(message -> message.contains("label 'payee' is missing"))
                .anyMatch(message -> message.contains("email.txt: cannot be read"));
        assertThatThrownBy(() -> Templates.load(folder)).isInstanceOf(ProblemsFound.class);
    }

    @Test
    void the_style_of_printed_pages_is_one_file_of_plain_rules() throws IOException {
        Path style = folder.resolve("layout/page.css");
        Files.writeString(style, "p { color: red; }\nbody { } </style>\n");

        assertThat(Templates.check(folder))
                .containsExactly(new Problem(
                        style.toString(),
                        2,
                        10,
                        "'<' has no place in a style",
                        "body { } </style>",
                        "The style stands inside the pages, which are XHTML, and holds no variables: take it out."));
    }

    @Test
    void a_template_that_one_language_lacks_is_reported() throws IOException {
        Files.createDirectories(folder.resolve("de"));
        Files.copy(SHIPPED.resolve("de/labels.yaml"), folder.resolve("de/labels.yaml"));
        Files.copy(SHIPPED.resolve("de/courtesy.yaml"), folder.resolve("de/courtesy.yaml"));

        assertThat(Templates.check(folder))
                .extracting(Problem::file)
                .contains(folder.resolve("de/formal-notice.yaml").toString());
    }

    @Test
    void a_language_without_templates_is_answered_in_english_else_in_any_there_is() throws IOException {
        FileSystemUtils.copyRecursively(SHIPPED.resolve("de"), folder.resolve("de"));
        Templates both = Templates.load(folder);
        assertThat(both.language("de-AT", "en")).isEqualTo(Language.DE);
        assertThat(both.language("fr", "de")).isEqualTo(Language.DE);
        assertThat(both.language("fr", "pl")).isEqualTo(Language.EN);
        assertThat(both.language(null, null)).isEqualTo(Language.EN);

        FileSystemUtils.deleteRecursively(folder.resolve("en"));
        assertThat(Templates.load(folder).language("fr", "pl")).isEqualTo(Language.DE);
    }

    @Test
    void a_folder_is_named_by_the_code_of_its_language_alone() throws IOException {
        FileSystemUtils.copyRecursively(folder.resolve("en"), folder.resolve("en-GB"));

        assertThat(Templates.check(folder))
                .extracting(Problem::message)
                .containsExactly("'en-GB' is no language whose dates and amounts are known");
    }

    @Test
    void a_folder_without_any_language_holds_no_templates() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("en"));

        assertThat(Templates.check(folder)).extracting(Problem::message).containsExactly("holds no templates");
    }

    @Test
    void printed_pages_hold_their_common_style_and_every_language_its_labels() {
        TemplateFolder read = TemplateFolder.read(folder);

        assertThat(read.layouts().get("letter.html"))
                .contains(read.layouts().get(LayoutRules.PAGE_STYLE))
                .doesNotContain("[[PageStyle]]");
        assertThat(read.labels().get(Language.EN))
                .hasSameSizeAs(Label.values())
                .containsEntry("LabelTotal", "Total to pay");
    }

    @Test
    void a_layout_may_hold_labels_but_no_name_that_is_unknown() throws IOException {
        Path layout = folder.resolve("layout/email-items.txt");
        Files.writeString(layout, "[[LabelTotal]] [[TotalAmount]]\n  [[LabelTotals]]\n");

        assertThat(Templates.check(folder)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(layout.toString());
            assertThat(problem.line() + ":" + problem.column()).isEqualTo("2:3");
            assertThat(problem.message()).isEqualTo("unknown variable [[LabelTotals]]");
        });
    }

    @ParameterizedTest
    @CsvSource({"Signatur,Signature", "QrCodes,QrCode", "AddressLine,AddressLines"})
    void a_name_that_only_layouts_may_hold_is_not_the_likely_one(String written, String nearest) throws IOException {
        write("subject: A\ntitle: A\nbody: |\n  A [[" + written + "]]\n");

        assertThat(Templates.check(folder))
                .singleElement()
                .extracting(Problem::remedy)
                .asString()
                .startsWith("Did you mean [[")
                .doesNotContain(nearest);
    }

    private Path write(String template) throws IOException {
        return Files.writeString(folder.resolve("en/own.yaml"), template);
    }
}
