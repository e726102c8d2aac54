package io.sollecito.digest;

import io.sollecito.digest.Section.Kind;
import io.sollecito.digest.Section.Row;
import io.sollecito.ledger.figures.DecisionFigures.Approval;
import io.sollecito.ledger.figures.DecisionFigures.Candidate;
import io.sollecito.ledger.figures.DecisionFigures.HeldExport;
import io.sollecito.ledger.figures.DecisionFigures.Uncertain;
import io.sollecito.ledger.figures.DecisionFigures.UnclearPayment;
import io.sollecito.ledger.figures.DecisionFigures.WriteOff;
import io.sollecito.ledger.figures.DigestFigures.Figures;
import io.sollecito.ledger.tasks.OpenTask;
import io.sollecito.model.Contact;
import io.sollecito.model.Recipients;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What waits for a person, group by group; each row has the id that the {@code hub} command takes. */
final class Decisions {

    private final Figures figures;
    private final ZoneId zone;
    private final int shown;

    /** @param shown how many of a kind are listed before the rest is only counted */
    Decisions(Figures figures, ZoneId zone, int shown) {
        this.figures = figures;
        this.zone = zone;
        this.shown = shown;
    }

    /** No rows when nothing waits. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        add(
                rows,
                "Payments",
                "No rule singles out one assignment; the candidates are not reminded meanwhile.",
                figures.payments().stream().map(this::payment).toList());
        add(
                rows,
                "Approvals",
                "These steps leave only once somebody has approved them.",
                figures.approvals().stream().map(a -> List.of(approval(a))).toList());
        add(
                rows,
                "Proposal of a run",
                "Nothing of it leaves before somebody releases it: hub proposal. The next run replaces what is left.",
                figures.reviewed().stream()
                        .filter(one -> one.kind().equals("proposal"))
                        .map(one -> List.of(Sections.reviewed(one)))
                        .toList());
        add(
                rows,
                "Write-offs",
                "More than one person may write off: a second one approves or refuses.",
                figures.writeOffs().stream().map(w -> List.of(writeOff(w))).toList());
        add(
                rows,
                "Sends of uncertain outcome",
                "The connection broke after the message was handed over; it is not sent again by itself.",
                figures.uncertain().stream().map(u -> List.of(uncertain(u))).toList());
        add(
                rows,
                "Exports held back",
                "Applying them needs a person's word.",
                figures.heldExports().stream().map(h -> List.of(held(h))).toList());
        add(
                rows,
                "Telephone calls",
                "Each debtor is called at most once a day; what came of a call is recorded with its task.",
                figures.calls().now().stream().map(c -> List.of(call(c))).toList());
        return rows;
    }

    private void add(List<Row> rows, String title, String note, List<List<Row>> groups) {
        if (groups.isEmpty()) {
            return;
        }
        rows.add(Row.head(title, note));
        groups.stream().limit(shown).forEach(rows::addAll);
        if (groups.size() > shown) {
            rows.add(Row.more(groups.size() - shown));
        }
    }

    private List<Row> payment(UnclearPayment payment) {
        List<Row> rows = new ArrayList<>();
        String who = payment.counterparty() == null ? "Unnamed payer" : payment.counterparty();
        String remittance = payment.remittance() == null || payment.remittance().isBlank()
                ? ""
                : " \u00b7 \u201c" + payment.remittance().strip() + "\u201d";
        String detail = Words.shortDay(payment.bookingDate()) + " \u00b7 payment " + payment.id() + remittance;
        rows.add(new Row(Kind.LINE, who, detail, null, payment.amount(), payment.currency(), false));
        for (Candidate candidate : payment.candidates()) {
            String label = candidate.ranking() + ". " + candidate.debtor() + ", " + candidate.documents();
            String why = Words.evidence(candidate.evidence()) + " \u00b7 score "
                    + candidate.score().stripTrailingZeros().toPlainString();
            rows.add(new Row(Kind.PART, label, why, null, candidate.amount(), payment.currency(), false));
        }
        if (payment.candidates().isEmpty()) {
            rows.add(new Row(Kind.PART, "No plausible candidate", null, null, null, null, false));
        }
        return rows;
    }

    private static Row approval(Approval approval) {
        return new Row(
                Kind.LINE,
                approval.debtor(),
                Words.step(approval.step()),
                approval.items(),
                approval.amount(),
                approval.currency(),
                false);
    }

    private static Row writeOff(WriteOff writeOff) {
        String detail = "write-off " + writeOff.id() + " \u00b7 " + writeOff.document() + " \u00b7 asked by "
                + writeOff.owner() + ": " + writeOff.reason();
        return new Row(Kind.LINE, writeOff.debtor(), detail, null, writeOff.amount(), writeOff.currency(), false);
    }

    private Row uncertain(Uncertain uncertain) {
        String what = (uncertain.step() == null ? "" : Words.step(uncertain.step()) + " by ")
                + Words.channel(uncertain.channel());
        String detail = what + " \u00b7 dispatch " + uncertain.dispatch() + " \u00b7 "
                + Words.shortDay(uncertain.since().atZone(zone).toLocalDate())
                + (uncertain.reason() == null ? "" : " \u00b7 " + uncertain.reason());
        return Row.text(uncertain.debtor() == null ? "Finance" : uncertain.debtor(), detail);
    }

    private Row call(OpenTask task) {
        String phone = Recipients.toCall(task.debtor()).map(Contact::phone).orElse("no number known");
        String detail = "task " + task.id() + " \u00b7 " + phone + " \u00b7 "
                + (task.followUp() == null
                        ? Words.step(task.step()) + ", since "
                                + Words.shortDay(task.since().atZone(zone).toLocalDate())
                        : "call again, as agreed on for " + Words.shortDay(task.followUp()));
        return new Row(
                Kind.LINE,
                task.debtor().name() == null
                        ? task.debtor().debtor()
                        : task.debtor().name(),
                detail,
                (long) task.items().size(),
                task.total(),
                task.currency(),
                false);
    }

    private Row held(HeldExport held) {
        String detail = held.connection() + " \u00b7 export " + held.id() + " as of "
                + Words.shortDay(held.asOf().atZone(zone).toLocalDate())
                + (held.reason() == null ? "" : " \u00b7 " + held.reason());
        return Row.text(held.fileName(), detail);
    }
}
