package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One instalment of a receivable: the unit that is reminded and paid. Debit is positive, credits are negative.
 *
 * @param itemKey the identity within (creditor, source); never null once mapped
 * @param printedNo the number that the customer sees, or null when it is {@code documentNo}
 * @param dueDate null only when {@code dueDateOrigin} is NONE
 * @param openAmount what the ERP says is open; zero when the ERP closed it
 * @param replaces the itemKey whose rest this one continues, or null
 * @param holds reasons not to remind that the ERP itself knows (words such as dispute)
 * @param line the first physical line of its record in the export, from 1
 * @param dunned how often the ERP reminded about it itself, or null
 * @param payTo to whom its source says that it is paid instead of to the creditor, such as a factor, or null; see {@link Payees}
 */
public record OpenItem(
        String creditor,
        String source,
        String itemKey,
        String debtor,
        String documentNo,
        String printedNo,
        int instalment,
        DocumentType type,
        LocalDate issueDate,
        LocalDate dueDate,
        DueDateOrigin dueDateOrigin,
        String currency,
        BigDecimal originalAmount,
        BigDecimal openAmount,
        String paymentReference,
        String paymentMeans,
        boolean inCollection,
        Discount discount,
        List<Withheld> withheld,
        List<String> precedingDocuments,
        String replaces,
        List<String> holds,
        long line,
        Dunned dunned,
        Payee payTo)
        implements Canonical {

    public OpenItem {
        withheld = withheld == null ? List.of() : List.copyOf(withheld);
        precedingDocuments = precedingDocuments == null ? List.of() : List.copyOf(precedingDocuments);
        holds = holds == null ? List.of() : List.copyOf(holds);
    }

    /** An item that is paid to its creditor, and that the ERP has not reminded about. */
    public OpenItem(
            String creditor,
            String source,
            String itemKey,
            String debtor,
            String documentNo,
            String printedNo,
            int instalment,
            DocumentType type,
            LocalDate issueDate,
            LocalDate dueDate,
            DueDateOrigin dueDateOrigin,
            String currency,
            BigDecimal originalAmount,
            BigDecimal openAmount,
            String paymentReference,
            String paymentMeans,
            boolean inCollection,
            Discount discount,
            List<Withheld> withheld,
            List<String> precedingDocuments,
            String replaces,
            List<String> holds,
            long line) {
        this(
                creditor,
                source,
                itemKey,
                debtor,
                documentNo,
                printedNo,
                instalment,
                type,
                issueDate,
                dueDate,
                dueDateOrigin,
                currency,
                originalAmount,
                openAmount,
                paymentReference,
                paymentMeans,
                inCollection,
                discount,
                withheld,
                precedingDocuments,
                replaces,
                holds,
                line,
                null,
                null);
    }

    /** Whether this item is owed to the debtor instead of by him. */
    public boolean isCredit() {
        return openAmount.signum() < 0 || (openAmount.signum() == 0 && originalAmount.signum() < 0);
    }

    /** What the ERP says why it is not to be reminded; that it was assigned is no reason when it is known who is paid. */
    public List<String> holdsInForce() {
        return payTo == null
                ? holds
                : holds.stream().filter(hold -> !hold.equals(Hold.ASSIGNED)).toList();
    }

    /** The number that the customer knows this document by. */
    public String numberForDebtor() {
        return printedNo == null || printedNo.isBlank() ? documentNo : printedNo;
    }

    /** This item when so much of it is open. */
    public OpenItem withOpenAmount(BigDecimal amount) {
        return with(amount, precedingDocuments, payTo);
    }

    /** This item naming these documents: what a credit is for, when more is known than its source says. */
    public OpenItem withPrecedingDocuments(List<String> documents) {
        return with(openAmount, documents, payTo);
    }

    /** This item, paid to that factor. */
    public OpenItem paidTo(Payee factor) {
        return with(openAmount, precedingDocuments, factor);
    }

    private OpenItem with(BigDecimal amount, List<String> documents, Payee payee) {
        return new OpenItem(
                creditor,
                source,
                itemKey,
                debtor,
                documentNo,
                printedNo,
                instalment,
                type,
                issueDate,
                dueDate,
                dueDateOrigin,
                currency,
                originalAmount,
                amount,
                paymentReference,
                paymentMeans,
                inCollection,
                discount,
                withheld,
                documents,
                replaces,
                holds,
                line,
                dunned,
                payee);
    }

    /** Whether it says that it is about that document. */
    public boolean names(OpenItem document) {
        return precedingDocuments.contains(document.documentNo)
                || document.printedNo != null && precedingDocuments.contains(document.printedNo);
    }

    /** The identity of an item that has no key of its own: (debtor, documentNo, type, issueDate, instalment). */
    public static String composedKey(
            String debtor, String documentNo, DocumentType type, LocalDate issueDate, int instalment) {
        return debtor + "/" + documentNo + "/" + type + "/" + issueDate + "/" + instalment;
    }
}
