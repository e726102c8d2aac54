package io.sollecito.digest;

import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.stories.ItemFacts.Agreed;
import io.sollecito.ledger.stories.ItemFacts.Besides;
import io.sollecito.ledger.stories.ItemFacts.Change;
import io.sollecito.ledger.stories.ItemFacts.Decided;
import io.sollecito.ledger.stories.ItemFacts.Held;
import io.sollecito.ledger.stories.ItemFacts.Made;
import io.sollecito.ledger.stories.ItemFacts.Quarantined;
import io.sollecito.ledger.stories.ItemFacts.Taken;
import io.sollecito.ledger.stories.MessageFacts.Batch;
import io.sollecito.ledger.stories.MessageFacts.Called;
import io.sollecito.ledger.stories.MessageFacts.Charged;
import io.sollecito.ledger.stories.MessageFacts.Dossier;
import io.sollecito.ledger.stories.MessageFacts.Postal;
import io.sollecito.ledger.stories.MessageFacts.Receipt;
import io.sollecito.ledger.stories.MessageFacts.Reminded;
import io.sollecito.ledger.stories.MessageFacts.Sent;
import io.sollecito.ledger.stories.MessageFacts.Suspended;
import io.sollecito.ledger.stories.MessageFacts.Thanked;
import io.sollecito.model.Amounts;
import io.sollecito.model.Hold;
import io.sollecito.model.OneLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One plain sentence for each fact; foreign text is put on one line. */
final class StorySentences {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ZoneId zone;

    /** @param zone in which times are told and a hold's days begin */
    StorySentences(ZoneId zone) {
        this.zone = zone;
    }

    StoryLine made(Made f) {
        return line(
                f.at(),
                "Line " + f.line() + " of " + f.file() + " (" + f.connection() + ") made "
                        + f.type().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + f.number() + ", instalment "
                        + f.instalment() + ", of " + f.debtor() + ": " + money(f.original(), f.currency())
                        + (f.dueDate() == null ? ", without due date" : ", due " + f.dueDate()) + ".");
    }

    /** How often the ERP reminded itself; null when it does not say. */
    StoryLine dunned(Besides f) {
        if (f.dunned() == null) {
            return null;
        }
        LocalDate on = f.dunned().on();
        String day = on == null
                ? ""
                : ", last on " + on
                        + (on.isAfter(LocalDate.ofInstant(f.at(), zone)) ? ", which lay ahead and is not counted" : "");
        return line(
                f.at(),
                "The ERP has reminded about it itself, up to level "
                        + f.dunned().level() + day + ", says " + f.file() + ".");
    }

    /** Whom it is paid to; null for the creditor. */
    StoryLine payTo(Besides f) {
        return f.payTo() == null ? null : line(f.at(), "It is to be paid to " + f.payTo() + ", says " + f.file() + ".");
    }

    StoryLine change(Change f) {
        String where = f.file() == null ? "" : " by line " + f.line() + " of " + f.file();
        String amounts = f.oldOpen() == null || f.newOpen() == null
                ? ""
                : ": open " + money(f.oldOpen(), f.currency()) + ", then " + money(f.newOpen(), f.currency());
        String what = switch (f.what()) {
            case "settled" ->
                f.line() == null && f.file() != null
                        ? "Settled, because " + f.file() + " no longer has it"
                        : "Settled" + where;
            case "reopened" -> "Reopened" + where;
            case "frozen" -> "Frozen: its newest record is in quarantine" + where;
            case "thawed" -> "No longer frozen" + where;
            default -> "Changed" + where;
        };
        return line(f.at(), what + amounts + (f.cause() == null ? "" : "; cause: " + f.cause()) + ".");
    }

    StoryLine decided(Decided f) {
        String step = f.step() == null ? "" : " at step " + f.step() + (f.plan() == null ? "" : " of plan " + f.plan());
        String what = f.outcome().equals("remind") ? "decided to remind" : "did not remind (" + f.outcome() + ")";
        return line(f.at(), "The run of " + f.day() + " " + what + step + ": " + f.reason() + ".");
    }

    StoryLine charged(Charged f) {
        String then = f.waivedAt() != null
                ? "waived by " + f.waivedBy()
                : f.stands() ? "it stands" : "void, because its reminder did not reach the debtor";
        return line(
                f.at(),
                "Charge " + f.id() + ": reminder " + f.reminder() + " added " + money(f.amount(), f.currency()) + " of "
                        + f.kind() + " to " + f.number() + " (" + f.basis() + "); " + then + ".");
    }

    StoryLine reminded(Reminded f) {
        if ("paid".equals(f.role())) {
            return line(
                    f.at(),
                    "Thank-you " + f.id() + " for the payment, by plan " + f.plan() + "; it is now " + f.state()
                            + because(f.reason()) + ".");
        }
        String role = f.role() == null
                ? ""
                : ", listed as " + f.role() + (f.advances() ? "" : " (the item keeps its own step)");
        return line(
                f.at(),
                "Reminder " + f.id() + ", step " + f.step() + " of plan " + f.plan() + ", reference " + f.reference()
                        + ", over " + money(f.amount(), f.currency()) + role + "; it is now " + f.state()
                        + because(f.reason()) + ".");
    }

    StoryLine thanked(Thanked f) {
        return line(
                f.at(),
                f.thankYou() == null
                        ? "Nobody is thanked for what reminder " + f.reminder() + " asked for: " + f.reason() + "."
                        : "All that reminder " + f.reminder() + " asked for is paid: thank-you " + f.thankYou() + ".");
    }

    StoryLine sent(Sent f) {
        String what = Words.channel(f.channel()) + ", dispatch " + f.id()
                + (f.reminder() == null ? "" : " of reminder " + f.reminder())
                + (f.batch() == null ? "" : " in batch " + f.batch());
        String state = switch (f.state()) {
            case "sent" -> sentBy(f.channel()) + what;
            case "cancelled" -> "Not sent by " + what;
            case "failed" -> "Failed by " + what;
            case "uncertain" -> "Nobody knows whether it left by " + what + "; it is not repeated by itself";
            default -> "To leave by " + what + ", " + f.state();
        };
        return line(f.stateAt(), state + because(f.reason()) + ".");
    }

    private static String sentBy(String channel) {
        return switch (channel) {
            case "task" -> "Set as a ";
            case "handover" -> "Done by ";
            default -> "Sent by ";
        };
    }

    StoryLine receipt(Receipt f) {
        if (f.part() != null) {
            return part(f);
        }
        String what = switch (f.state()) {
            case "hard-bounce" -> "it bounced for good";
            case "soft-bounce" -> "it bounced for now";
            case "delayed" -> "it is not delivered yet, the mail server goes on trying";
            case "delivered" -> "the mail server delivered it";
            case "complaint" -> "the recipient complained about it";
            case "auto-reply" -> "a machine answered";
            case "reply" -> "somebody replied; the plan was paused";
            default -> f.state();
        };
        return line(
                f.at(),
                "Answer about dispatch " + f.dispatch() + ": " + what + because(f.reason()) + postal(f.postal()) + ".");
    }

    private static String postal(Postal f) {
        return because(f.tracking() == null ? null : "tracking number " + f.tracking())
                + because(f.sheets() == null ? null : Words.plural(f.sheets(), "sheet", "sheets"))
                + because(hasPostage(f) ? "postage " + money(f.postage(), f.currency()) : null)
                + because(f.code() == null ? null : "code " + f.code());
    }

    /** A print house may name a currency that there is not. */
    private static boolean hasPostage(Postal f) {
        return f.postage() != null && f.currency() != null && Amounts.isCurrency(f.currency());
    }

    private StoryLine part(Receipt f) {
        String what = switch (f.state()) {
            case "DELIVRD" -> "is on the phone";
            case "UNDELIV" -> "could not be delivered to the phone";
            case "EXPIRED" -> "expired before the phone could be reached";
            case "REJECTD" -> "was rejected by the network";
            case "DELETED" -> "was deleted before the phone could be reached";
            case "ENROUTE", "ACCEPTD" -> "is on its way to the phone";
            default -> "is " + f.state();
        };
        return line(
                f.at(),
                "Delivery report about dispatch " + f.dispatch() + ": part " + f.part() + " of the SMS " + what
                        + (f.reason() == null ? "" : ", error " + f.reason()) + ".");
    }

    StoryLine called(Called f) {
        String what = f.result().equals("settled")
                ? "Task " + f.dispatch() + " closed itself: nothing of it is open any more" + because(f.note())
                : "Call of task " + f.dispatch() + " by " + f.by() + ": "
                        + f.result().replace('-', ' ')
                        + because(f.note())
                        + (f.followUp() == null ? "" : "; to be called again on " + f.followUp());
        return line(f.at(), what + ".");
    }

    StoryLine dossier(Dossier f) {
        return line(
                f.at(),
                "Dossier " + f.file() + " made of what dispatch " + f.dispatch() + " handed over, SHA-256 " + f.sha256()
                        + ".");
    }

    StoryLine suspended(Suspended f) {
        return line(
                f.at(),
                "Not used any more: "
                        + (f.channel().equals("phone")
                                ? "the number of task"
                                : Words.channel(f.channel()) + " dispatch")
                        + " " + f.dispatch() + " " + f.reason()
                        + (f.lifted() == null ? "" : "; in use again") + ".");
    }

    StoryLine held(Held f) {
        String end = f.endedAt() != null
                ? "ended " + f.endedAt().atZone(zone).toLocalDate()
                : f.until() == null ? "without an end" : "until " + f.until();
        return line(
                f.from().atStartOfDay(zone).toInstant(),
                "Held from " + f.from() + ", " + end + ", by " + f.owner() + " (" + f.kind() + "): " + f.reason()
                        + (f.part() == null ? "" : "; " + f.part().toPlainString() + " of it, the rest is demanded")
                        + (f.opened() == null ? "" : "; opened " + f.opened() + ", what is newer goes on")
                        + (f.fileBy() == null ? "" : "; claims are filed by " + f.fileBy())
                        + ".");
    }

    /** A promise or payment plan as it was made, and once it is over what became of it. */
    List<StoryLine> agreed(Agreed f) {
        String what = (f.kind().equals(Hold.PROMISE) ? "Promise" : "Payment plan") + ", agreement " + f.id();
        List<StoryLine> lines = new ArrayList<>();
        lines.add(line(
                f.at(),
                what + ": " + f.currency() + " " + f.instalments() + " for " + Words.plural(f.items(), "item", "items")
                        + "; it is " + f.state().replace('-', ' ') + "."));
        if (List.of("kept", "partly-kept", "broken").contains(f.state())) {
            BigDecimal missing = f.agreed().subtract(f.arrived()).max(BigDecimal.ZERO);
            lines.add(line(
                    f.stateAt(),
                    what + ", was " + f.state().replace('-', ' ') + ": " + money(f.arrived(), f.currency())
                            + " arrived in time"
                            + (missing.signum() == 0
                                    ? ""
                                    : ", " + money(missing, f.currency())
                                            + " is missing; its items go on from the step where they paused")
                            + "."));
        }
        return lines;
    }

    StoryLine quarantined(Quarantined f) {
        return line(
                f.at(),
                "Line " + f.line() + " of " + f.file() + " went to quarantine (" + f.state() + "): " + f.message()
                        + ".");
    }

    List<StoryLine> taken(Taken f) {
        return List.of(line(
                f.at(),
                f.file() + " taken from " + f.connection() + " as of " + minute(f.asOf()) + ": " + f.state()
                        + because(f.reason()) + "; of " + f.read() + " records " + f.applied() + " applied, "
                        + f.unchanged() + " unchanged, " + f.filtered() + " filtered, " + f.quarantined()
                        + " quarantined."));
    }

    List<StoryLine> batch(String id, Batch f) {
        return List.of(
                line(
                        f.at(),
                        "Batch " + id + " built: " + f.letters() + " letters on " + f.pages() + " pages, product "
                                + f.product() + "."),
                line(f.stateAt(), "Batch " + id + " is " + f.state() + "."));
    }

    StoryLine journal(Journal.Row row) {
        String details = Words.details(row.details());
        return line(
                Instant.parse(row.at()),
                "Journal: " + row.event().replace('-', ' ') + " by " + row.actor()
                        + (details.isEmpty() ? "" : ", " + details) + ".");
    }

    private String minute(Instant at) {
        return minute(at, zone);
    }

    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    static StoryLine line(Instant at, String text) {
        return new StoryLine(at, OneLine.of(Words.tidy(text)).replaceAll("([.!?])\\.$", "$1"));
    }

    static String because(String reason) {
        return reason == null || reason.isBlank() ? "" : ", " + reason;
    }

    static String money(BigDecimal amount, String currency) {
        return Words.amount(amount, currency) + " " + currency;
    }
}
