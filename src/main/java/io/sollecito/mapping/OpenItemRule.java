package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Discount;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.Dunned;
import io.sollecito.model.Money;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payee;
import io.sollecito.model.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The fields of an open item; rules of fields that a mapping leaves out give null. */
record OpenItemRule(
        Rule<String> itemKey,
        Rule<String> debtor,
        Rule<String> documentNo,
        Rule<String> printedNo,
        Rule<String> instalment,
        Rule<String> type,
        Rule<LocalDate> issueDate,
        Rule<LocalDate> dueDate,
        Rule<String> dueDateOrigin,
        Place openPlace,
        Rule<Money> openAmount,
        Rule<Money> originalAmount,
        Rule<String> paymentReference,
        Rule<String> paymentMeans,
        Rule<String> inCollection,
        DiscountRule discount,
        List<WithheldRule> withheld,
        List<Rule<List<String>>> precedingDocuments,
        Rule<String> replaces,
        List<Rule<List<String>>> holds,
        Rule<String> dunningLevel,
        Rule<LocalDate> dunnedOn,
        PayToRule payTo)
        implements RecordRule {

    /** A discount needs both its date and its amount. */
    record DiscountRule(Place place, Rule<LocalDate> until, Rule<Money> amount) {}

    /** A part that is blank or zero is left out. */
    record WithheldRule(Place place, Rule<String> reason, Rule<Money> amount, Rule<LocalDate> until) {}

    /** Without an IBAN it is paid to the creditor. */
    record PayToRule(Place place, Rule<String> name, Rule<String> iban, Rule<String> bic) {}

    @Override
    public OpenItem of(Row row, Scope scope, long line) throws CellProblem {
        String debtorNo = debtor.of(row);
        String document = documentNo.of(row);
        DocumentType documentType = DocumentType.valueOf(type.of(row));
        LocalDate issued = issueDate.of(row);
        LocalDate due = dueDate.of(row);
        int number = instalment(row);
        Money open = openAmount.of(row);
        Money original = originalAmount == openAmount ? open : originalAmount.of(row);
        BigDecimal originalValue = inSameCurrency(original, open, new Place("originalAmount", -1));
        checkCredit(documentType, open.amount(), openPlace);
        checkCredit(documentType, originalValue, new Place("originalAmount", -1));
        return new OpenItem(
                scope.creditor(),
                scope.source(),
                itemKey == null
                        ? OpenItem.composedKey(debtorNo, document, documentType, issued, number)
                        : itemKey.of(row),
                debtorNo,
                document,
                printedNo.of(row),
                number,
                documentType,
                issued,
                due,
                origin(row, due),
                open.currency(),
                originalValue == null ? open.amount() : originalValue,
                open.amount(),
                paymentReference.of(row),
                paymentMeans.of(row),
                "true".equals(inCollection.of(row)),
                discount(row, open),
                withheld(row, open),
                Rules.all(precedingDocuments, row),
                replaces.of(row),
                Rules.all(holds, row),
                line,
                dunned(row),
                payTo(row));
    }

    @Override
    public String key(Row row) throws CellProblem {
        return itemKey != null
                ? itemKey.of(row)
                : OpenItem.composedKey(
                        debtor.of(row),
                        documentNo.of(row),
                        DocumentType.valueOf(type.of(row)),
                        issueDate.of(row),
                        instalment(row));
    }

    /** A credit that came without its sign would be reminded like a debt. */
    private static void checkCredit(DocumentType type, BigDecimal amount, Place place) throws CellProblem {
        if (type.isNeverOwed() && amount != null && amount.signum() > 0) {
            throw place.problem(
                    amount.toPlainString(),
                    "is positive, but a " + type.words() + " is negative here: add sign: {column: ..., negative: [...]}"
                            + " or negate: true, or map its type to OTHER if it is owed (a refund)");
        }
    }

    private int instalment(Row row) throws CellProblem {
        String number = instalment.of(row);
        return number == null ? 1 : Integer.parseInt(number);
    }

    private Dunned dunned(Row row) throws CellProblem {
        String level = dunningLevel.of(row);
        return Dunned.of(level == null ? null : Integer.valueOf(level), dunnedOn.of(row));
    }

    private Payee payTo(Row row) throws CellProblem {
        if (payTo == null) {
            return null;
        }
        String iban = payTo.iban().of(row);
        if (iban == null) {
            return null;
        }
        String name = payTo.name().of(row);
        if (name == null || name.isBlank()) {
            throw payTo.place().problem(iban, "says no name of who is paid");
        }
        return new Payee(name, iban, payTo.bic().of(row));
    }

    private DueDateOrigin origin(Row row, LocalDate due) throws CellProblem {
        String origin = dueDateOrigin.of(row);
        if (due == null) {
            return DueDateOrigin.NONE;
        }
        if (origin != null) {
            return DueDateOrigin.valueOf(origin);
        }
        boolean computed = dueDate instanceof Computable computable && computable.isComputed(row);
        return computed ? DueDateOrigin.COMPUTED : DueDateOrigin.SOURCE;
    }

    private Discount discount(Row row, Money open) throws CellProblem {
        if (discount == null) {
            return null;
        }
        LocalDate until = discount.until().of(row);
        BigDecimal amount = inSameCurrency(discount.amount().of(row), open, discount.place());
        if (amount == null || amount.signum() == 0) {
            return null;
        }
        if (until == null) {
            throw discount.place().problem(amount, "has no date");
        }
        return new Discount(until, amount);
    }

    private List<Withheld> withheld(Row row, Money open) throws CellProblem {
        if (withheld.isEmpty()) {
            return List.of();
        }
        List<Withheld> parts = new ArrayList<>();
        for (WithheldRule part : withheld) {
            BigDecimal amount = inSameCurrency(part.amount().of(row), open, part.place());
            if (amount != null && amount.signum() != 0) {
                parts.add(
                        new Withheld(part.reason().of(row), amount, part.until().of(row)));
            }
        }
        return parts;
    }

    private static BigDecimal inSameCurrency(Money amount, Money open, Place place) throws CellProblem {
        if (amount == null) {
            return null;
        }
        if (!amount.currency().equals(open.currency())) {
            throw place.problem(amount, "is in another currency than the open amount (" + open.currency() + ")");
        }
        return amount.amount();
    }
}
