package io.sollecito.reminders.simulation;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.model.Address;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Contact;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.Planner;
import io.sollecito.reminders.charges.ChargeRules;
import io.sollecito.reminders.plan.PlanLoader;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.yaml.Yaml;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Debtors, a plan and a behaviour: what the tests of simulations are made of. */
final class SimulatedWorld {

    static final LocalDate FROM = LocalDate.parse("2026-03-02");

    static final String PLAN = """
            plan: tried
            minimum: {EUR: 10.00}
            interval: 7d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: courtesy, when: 5d before due, by: [email], template: courtesy}
              - {name: first, when: 3d after due, by: [email, letter], also: [sms], template: first-reminder}
              - {name: call, when: 10d after due, by: [task], template: call-script}
              - {name: formal, when: 20d after due, by: [registered-letter], template: formal-notice, interest: statutory, compensation: statutory, deadline: 15d, approve: true}
              - {name: handover, when: 5d after deadline, by: [handover], approve: true}
            """;

    static final String ALL_ON_TIME = """
            behaviour: on-time
            payers:
              - {name: prompt, share: {business: 100, consumer: 100, public: 100, unknown: 100}, onTime: 100}
            """;

    private SimulatedWorld() {}

    static Behaviour behaviour(String yaml) {
        return BehaviourFile.read(Yaml.parse("behaviour.yaml", yaml));
    }

    static Behaviour typical() {
        return BehaviourFile.load(Path.of("reminders/behaviour/typical.yaml"));
    }

    static Plans plans(String yaml) {
        return new Plans(List.of(PlanLoader.parse("plan.yaml", yaml)));
    }

    static Scene scene(Plans plans) {
        return new Scene(
                new Planner(plans, ChargeRules.load(Path.of("reminders")), Map.of("code", "ACME-IT", "country", "IT")),
                BusinessDays.of("IT"),
                "EUR");
    }

    static Terms terms(Behaviour behaviour, int days) {
        return new Terms(FROM, FROM.plusDays(days), behaviour, SendingCosts.load(Path.of("reminders")), 1, 7);
    }

    static Tally play(String plan, Terms terms, List<DebtorCase> cases) {
        return new Simulation(terms, Map.of("ACME-IT", scene(plans(plan)))).play(cases, () -> {});
    }

    static DebtorCase debtor(String number, OpenItem... items) {
        Debtor debtor = new Debtor(
                "ACME-IT",
                "sap",
                number,
                "Debtor " + number,
                "business",
                null,
                "it",
                "IT",
                new Address(List.of("Via Roma 1"), "20121", "Milano", "IT"),
                List.of(),
                null,
                List.of(),
                List.of(new Contact("accounts-payable", "Anna", "anna@" + number + ".example", "+393331234567")));
        return new DebtorCase(debtor, List.of(items).stream().map(CaseItem::of).toList(), List.of());
    }

    static OpenItem item(String debtor, String number, LocalDate due, String amount) {
        BigDecimal open = new BigDecimal(amount);
        return new OpenItem(
                "ACME-IT",
                "sap",
                number,
                debtor,
                number,
                null,
                1,
                open.signum() < 0 ? DocumentType.CREDIT_NOTE : DocumentType.INVOICE,
                due.minusDays(30),
                due,
                DueDateOrigin.SOURCE,
                "EUR",
                open,
                open,
                null,
                null,
                false,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                1);
    }

    /** So many debtors with some invoices each, due before and after the first day, and now and then a credit. */
    static List<DebtorCase> crowd(int debtors, long seed) {
        Random random = new Random(seed);
        List<DebtorCase> cases = new ArrayList<>();
        for (int debtor = 0; debtor < debtors; debtor++) {
            OpenItem[] items = new OpenItem[1 + random.nextInt(4)];
            for (int i = 0; i < items.length; i++) {
                int cents = 500 + random.nextInt(200_000);
                String sign = i > 0 && random.nextInt(8) == 0 ? "-" : "";
                items[i] = item(
                        "D" + debtor,
                        "D" + debtor + "-" + i,
                        FROM.plusDays(random.nextInt(90) - 45L),
                        sign + BigDecimal.valueOf(cents, 2).toPlainString());
            }
            cases.add(debtor("D" + debtor, items));
        }
        return cases;
    }
}
