package io.sollecito.reminders;

import static io.sollecito.PayeesForTests.FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PayeesForTests;
import io.sollecito.delivery.ComposedReminders;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.digest.Digests;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.figures.ProblemFigures.Finding;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.Templates;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom an export says to pay counts only while the creditor's file names that account, from planning to sending. */
class FactorsOnTheLedgerTest {

    private static final String THIEF = "FR7630006000011234567890189";
    private static final String UNKNOWN =
            ", which the creditor's file does not name: add it to 'factors', or correct the export";
    private static final Creditor NOBODY = PlanningLedger.ACME;
    private static final Creditor FACTORED = PayeesForTests.naming(NOBODY, FACTOR);

    private final List<String> mails = new ArrayList<>();

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, PlanningCase.plans(PlanningCase.PLAN)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_factor_that_is_removed_between_planning_and_sending_holds_the_message_and_then_the_item(
            PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = assigned(ledger, "I1", FACTOR.iban());

        ledger.runOn("2026-03-04", FACTORED);
        assertThat(ledger.reminded()).containsExactly("I1 first waiting");
        assertThat(dispatch(ledger, "2026-03-04", NOBODY)).isEqualTo(Map.of(Result.HELD, 1));
        assertThat(mails).isEmpty();
        assertThat(ledger.reminded()).containsExactly("I1 first undelivered");
        assertThat(told(ledger, "2026-03-04", "message-held"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).endsWith("it is to be paid to " + FACTOR.iban() + UNKNOWN));

        ledger.runOn("2026-03-05", NOBODY);
        assertThat(ledger.outcome(item)).isEqualTo("held first");
        assertThat(told(ledger, "2026-03-05", "unknown-payee"))
                .containsExactly(new Finding("I1, Rossi 4711", "it is to be paid to " + FACTOR.iban() + UNKNOWN));

        ledger.runOn("2026-03-06", FACTORED);
        assertThat(told(ledger, "2026-03-06", "unknown-payee")).isEmpty();
        assertThat(dispatch(ledger, "2026-03-06", FACTORED)).isEqualTo(Map.of(Result.SENT, 1));
        assertThat(mails)
                .singleElement()
                .asString()
                .contains("Fattore S.p.A.", "IT40 S054 2811 1010 0000 0123 456")
                .doesNotContain("The export's words", "IT60 X054");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_export_that_says_another_account_after_planning_redirects_nothing(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04", FACTORED);

        saysPayTo(ledger, item, THIEF);
        assertThat(dispatch(ledger, "2026-03-04", FACTORED)).isEqualTo(Map.of(Result.HELD, 1));
        assertThat(mails).isEmpty();

        ledger.runOn("2026-03-05", FACTORED);
        assertThat(ledger.outcome(item)).isEqualTo("held first");
        assertThat(told(ledger, "2026-03-05", "unknown-payee"))
                .containsExactly(new Finding("I1, Rossi 4711", "it is to be paid to " + THIEF + UNKNOWN));
        assertThat(dispatch(ledger, "2026-03-05", FACTORED)).isEmpty();
    }

    private static long assigned(PlanningLedger ledger, String number, String iban) {
        long item = ledger.item("4711", number, "2026-03-01", "100.00");
        saysPayTo(ledger, item, iban);
        return item;
    }

    private static void saysPayTo(PlanningLedger ledger, long item, String iban) {
        ledger.database
                .sql()
                .sql("update open_item set details = ? where id = ?")
                .params(
                        "{\"holds\":[\"assigned\"],\"payTo\":{\"name\":\"The export's words\",\"iban\":\"" + iban
                                + "\",\"bic\":\"THIEFXXX\"}}",
                        item)
                .update();
    }

    private Map<Result, Integer> dispatch(PlanningLedger ledger, String day, Creditor creditor) {
        OutboxForTests hub = OutboxForTests.on(
                ledger.database, LocalDate.parse(day).atTime(10, 0).toInstant(ZoneOffset.UTC));
        Composer composer = new Composer(Templates.load(Path.of("reminders/templates")), Path.of(""));
        Outlet outlet = (route, body) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ((MimeMessage) body).writeTo(bytes);
            mails.add(bytes.toString(StandardCharsets.UTF_8));
            return null;
        };
        try (Dispatcher dispatcher =
                hub.dispatcher(creditor, 1, new EmailChannel(new ComposedReminders(composer), outlet, hub.clock))) {
            return dispatcher.dispatchDue();
        }
    }

    private static List<Finding> told(PlanningLedger ledger, String day, String kind) {
        LocalDate date = LocalDate.parse(day);
        Clock evening = Clock.fixed(date.atTime(17, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new Digests(ledger.database, new Connections(ledger.database, evening), evening)
                .make(NOBODY, date).problems().stream()
                        .filter(problem -> problem.kind().equals(kind))
                        .flatMap(problem -> problem.first().stream())
                        .toList();
    }
}
