package io.sollecito.delivery.print.bill;

import io.sollecito.ledger.bills.Bill;
import io.sollecito.ledger.bills.BillComparison;
import io.sollecito.ledger.bills.Bills;
import io.sollecito.ledger.bills.Bills.Outcome;
import io.sollecito.ledger.bills.Bills.Taken;
import io.sollecito.ledger.bills.ComparedBill;
import io.sollecito.ledger.bills.StoredBill;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.model.Creditor;
import io.sollecito.model.OneLine;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Takes print houses' bills and says where they are not what was sent; the day's digest tells it once of each bill. */
public final class BillIntake {

    /** @param again whether it was taken before: nothing changed then */
    public record Answer(ComparedBill compared, boolean again) {}

    private final Bills bills;
    private final BillComparison comparison;
    private final Alarms alarms;
    private final Map<String, BillForm> forms;

    /** @param forms by creditor; without one, bills are written the usual way */
    public BillIntake(Bills bills, BillComparison comparison, Alarms alarms, Map<String, BillForm> forms) {
        this.bills = bills;
        this.comparison = comparison;
        this.alarms = alarms;
        this.forms = Map.copyOf(forms);
    }

    /**
     * @param name the file's, as problems call it
     * @throws io.sollecito.model.ProblemsFound with everything that is wrong with the file: nothing of it was taken
     * @throws Refused when another bill of its number was taken before
     */
    public Answer take(Creditor creditor, Path file, String name, String actor) throws IOException {
        Bill bill = read(creditor, file, name);
        Taken taken = bills.take(bill, actor);
        if (taken.outcome() == Outcome.OTHERWISE) {
            throw new Refused("bill " + bill.number() + " was taken before and says otherwise: a corrected bill"
                    + " replaces it only if a person says so: hub bill FILE --replace --reason TEXT");
        }
        return answer(creditor, bill.number(), taken);
    }

    /**
     * A bill that came by itself: what is wrong with it is told in the day's digest.
     *
     * @return how many of its letters are news
     */
    public int arrived(Creditor creditor, Path file, String name) throws IOException {
        String shown = OneLine.of(name, 80);
        try {
            Answer answer = take(creditor, file, shown, "run");
            return answer.again() ? 0 : (int) answer.compared().bill().letters();
        } catch (ProblemsFound wrong) {
            Problem first = wrong.problems().get(0);
            String others =
                    wrong.problems().size() > 1 ? " and " + (wrong.problems().size() - 1) + " more" : "";
            String place = first.line() > 0 ? " in line " + first.line() : "";
            alarms.raise(
                    creditor.code(),
                    "bill-unreadable",
                    "file:" + shown,
                    "bill " + shown + " cannot be read" + place + others + "; what is wrong: hub bill FILE");
        } catch (Refused otherwise) {
            alarms.raise(creditor.code(), "bill-refused", "file:" + shown, shown + ": " + otherwise.getMessage());
        }
        return 0;
    }

    /** A person has it count instead of the bill of its number. */
    public Answer replace(Creditor creditor, Path file, String name, String user, String reason) throws IOException {
        Bill bill = read(creditor, file, name);
        return answer(creditor, bill.number(), bills.replace(bill, user, reason));
    }

    /** The bill of that number which counts, as it compares now. */
    public ComparedBill show(Creditor creditor, String number) {
        return comparison.of(
                creditor,
                bills.find(creditor.code(), number)
                        .orElseThrow(() -> new Refused("no bill " + number + " of " + creditor.code() + " was taken")));
    }

    /** Those that count, the newest first. */
    public List<StoredBill> list(String creditor) {
        return bills.of(creditor);
    }

    private Bill read(Creditor creditor, Path file, String name) throws IOException {
        return BillFile.read(creditor.code(), file, name, forms.getOrDefault(creditor.code(), BillForm.USUAL));
    }

    private Answer answer(Creditor creditor, String number, Taken taken) {
        ComparedBill compared = show(creditor, number);
        if (!compared.differences().isEmpty()) {
            alarms.raise(
                    creditor.code(),
                    "bill-differs",
                    "bill:" + taken.id(),
                    BillSentences.of(compared) + "; which letters: hub bill --show " + number);
        }
        return new Answer(compared, taken.outcome() == Outcome.AGAIN);
    }
}
