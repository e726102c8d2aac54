package io.sollecito.delivery.preview;

import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.ledger.outbox.DispatchContent.Listed;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Charge;
import io.sollecito.model.ChargeLine;
import io.sollecito.model.Creditor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Past;
import io.sollecito.model.Payee;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.PlannedReminder.Line;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What a planned reminder would be made of, were it committed. Charges of earlier reminders are not known here: only its
 * own are listed.
 */
final class PreviewContent {

    private static final Comparator<OpenItem> AS_LISTED = Comparator.comparing(
                    OpenItem::dueDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OpenItem::documentNo)
            .thenComparing(OpenItem::instalment);

    private PreviewContent() {}

    /** @param number stands for the dispatch and the reminder, which do not exist */
    static DispatchContent of(
            long number,
            PlannedReminder reminder,
            DebtorCase debtorCase,
            Creditor creditor,
            LocalDate consideredUntil) {
        List<ChargeLine> charges =
                reminder.charges().stream().map(PreviewContent::line).toList();
        return new DispatchContent(
                number,
                reminder.plan(),
                reminder.step(),
                reminder.template(),
                debtorCase.debtor().language(),
                reminder.currency(),
                reminder.total(),
                reminder.reference(creditor, number),
                reminder.deadline(),
                reminder.attachments(),
                debtorCase.debtor(),
                reminder.lines().stream()
                        .map(PreviewContent::listed)
                        .sorted(Comparator.comparing(Listed::item, AS_LISTED))
                        .toList(),
                statement(debtorCase, reminder),
                consideredUntil,
                new ListedCharges(charges, charges),
                List.of(),
                Past.NONE);
    }

    private static Listed listed(Line line) {
        return new Listed(line.item().item(), line.role().text(), line.advances(), line.step(), line.amount());
    }

    private static List<OpenItem> statement(DebtorCase debtorCase, PlannedReminder reminder) {
        return debtorCase.items().stream()
                .filter(item -> !item.settled())
                .map(CaseItem::item)
                .filter(item -> item.currency().equals(reminder.currency())
                        && Payee.same(item.payTo(), reminder.payTo())
                        && item.openAmount().signum() != 0)
                .sorted(AS_LISTED)
                .toList();
    }

    private static ChargeLine line(Charge charge) {
        OpenItem item = charge.item().item();
        return new ChargeLine(
                item.numberForDebtor(),
                item.instalment(),
                charge.kind(),
                charge.from(),
                charge.until(),
                charge.rate(),
                charge.amount());
    }
}
