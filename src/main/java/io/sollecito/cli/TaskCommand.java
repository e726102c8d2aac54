package io.sollecito.cli;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.reminders.Agreements;
import io.sollecito.ledger.stories.Found;
import io.sollecito.ledger.tasks.OpenTask;
import io.sollecito.ledger.tasks.Tasks;
import io.sollecito.model.CallResult;
import io.sollecito.model.Counted;
import io.sollecito.model.Creditor;
import io.sollecito.model.DisputeReason;
import io.sollecito.reminders.disputes.DisputeReasons;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub task}: the telephone calls to make, and what came of one. */
@Command(
        name = "task",
        description = "Lists the telephone calls to make, or records what came of one.",
        mixinStandardHelpOptions = true)
final class TaskCommand extends ListingDecisionCommand {

    private static final List<String> RESULTS = List.of("reached", "promise", "dispute", "wrong-number", "no-answer");

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The task that was called for.")
    private String task;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RESULT",
            description = "reached, promise, dispute, wrong-number or no-answer.")
    private String result;

    @Option(names = "--until", paramLabel = "DATE", description = "promise: the day that was promised.")
    private LocalDate until;

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "promise: how much was promised, if not all.")
    private BigDecimal amount;

    @Option(names = "--code", paramLabel = "CODE", description = "dispute: why; 'hub task --codes' lists them.")
    private String code;

    @Option(names = "--codes", description = "Lists the reasons of disputes.")
    private boolean codes;

    @Option(names = "--item", paramLabel = "ITEM", description = "dispute: one of the items, if not all; repeatable.")
    private List<String> items = List.of();

    @Option(
            names = "--again",
            paramLabel = "DATE",
            description = "reached, no-answer: when to call again (after no answer: the next business day).")
    private LocalDate again;

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "What was said, for colleagues; erased with the debtor.")
    private String note;

    @Option(names = "--creditor", paramLabel = "CODE", description = "Lists the calls of this creditor only.")
    private String creditor;

    @Option(names = "--json", description = "Lists as JSON lines.")
    private boolean json;

    TaskCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (codes) {
            ledger.disputeReasons().all().forEach(each -> say("%-16s %s".formatted(each.code(), each.name())));
            return 0;
        }
        return task == null ? list(ledger) : record(ledger);
    }

    private int list(LedgerTools ledger) {
        int shown = 0;
        int later = 0;
        for (Creditor each : ledger.creditors(creditor)) {
            ledger.taskResults().closeSettled(each.code());
            Tasks.Calls calls = ledger.tasks().of(each.code(), ledger.today(each.code()), ledger.now());
            print(ledger, each, calls.now());
            shown += calls.now().size();
            later += calls.later();
        }
        if (!json && shown == 0) {
            say("No call is to be made.");
        }
        if (!json && later > 0) {
            say(Counted.of(later, "task waits", "tasks wait") + ": each debtor is called at most once a day.");
        }
        return 0;
    }

    private void print(LedgerTools ledger, Creditor creditor, List<OpenTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Map<Long, String> scripts = ledger.scripts().of(creditor, tasks, ledger.today(creditor.code()));
        for (OpenTask each : tasks) {
            TaskReport report =
                    new TaskReport(each, LocalDate.ofInstant(each.since(), creditor.zone()), scripts.get(each.id()));
            if (json) {
                out().println(report.json());
            } else {
                report.lines().forEach(this::say);
            }
        }
    }

    private int record(LedgerTools ledger) {
        if (result == null) {
            throw wrongUsage("Say what came of the call: " + String.join(", ", RESULTS));
        }
        Found found = one(ledger, task.matches("[0-9]+") ? "task:" + task : task, "dispatch");
        Creditor owed = ledger.creditors().stream()
                .filter(each -> each.code().equals(ledger.taskResults().creditor(id(found))))
                .findFirst()
                .orElseThrow(() -> CannotDo.refused(found.subject() + " is of no creditor that is configured."));
        LocalDate today = ledger.today(owed.code());
        CallResult call = call(ledger, owed, today);
        List<String> said = ledger.taskResults().record(id(found), call, today, user(), reason());
        say("task " + found.id() + ": " + call.word());
        said.forEach(this::say);
        return 0;
    }

    private CallResult call(LedgerTools ledger, Creditor owed, LocalDate today) {
        only("--until", until, "promise");
        only("--amount", amount, "promise");
        only("--code", code, "dispute");
        only("--item", items.isEmpty() ? null : items, "dispute");
        only("--again", again, "reached", "no-answer");
        return switch (result) {
            case "reached" -> new CallResult.Reached(note, again);
            case "promise" -> promise(owed);
            case "dispute" ->
                new CallResult.Dispute(
                        disputeReason(ledger),
                        items.stream()
                                .map(item -> id(one(ledger, item, "item")))
                                .toList(),
                        note);
            case "wrong-number" -> new CallResult.WrongNumber(note);
            case "no-answer" ->
                new CallResult.NoAnswer(
                        again == null ? BusinessDays.of(owed.country()).plus(today, 1) : again, note);
            default -> throw wrongUsage("'" + result + "' is no result; known are " + String.join(", ", RESULTS));
        };
    }

    private CallResult promise(Creditor owed) {
        if (until == null) {
            throw wrongUsage("Missing required option: '--until=DATE', the day that was promised");
        }
        if (amount != null && amount.signum() <= 0) {
            throw wrongUsage("--amount is more than zero");
        }
        return new CallResult.Promise(
                until, Agreements.instalment(owed, until, amount).lastDay(), amount, note);
    }

    private DisputeReason disputeReason(LedgerTools ledger) {
        DisputeReasons reasons = ledger.disputeReasons();
        return reasons.of(code == null ? "" : code)
                .orElseThrow(() -> wrongUsage("--code says why: one of " + reasons.codes()));
    }

    private void only(String option, Object value, String... results) {
        if (value != null && !List.of(results).contains(result)) {
            throw wrongUsage(option + " belongs to " + String.join(" and ", results));
        }
    }
}
