package io.sollecito.bank.mt;

import io.sollecito.bank.text.AccountNumber;
import io.sollecito.model.Amounts;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Particulars;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Makes an entry of a statement line and the texts below it. */
final class MtEntry {

    private static final Pattern ACCOUNT = Pattern.compile("P?[0-9]{9,10}");
    private static final Pattern BANK_REFERENCE = Pattern.compile("(?=.*[0-9])[A-Z0-9]{20,35}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}(?=[A-Z0-9]*[0-9]{6})[A-Z0-9]{11,30}");
    private static final Pattern UNIQUE = Pattern.compile("(?=.*[0-9])[^ ]{8,35}");
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");
    private static final String RETURNED = "NRTI";

    private final EntryLine line;
    private final String currency;
    private final Narrative told = new Narrative();
    private String bankReference;

    MtEntry(EntryLine line, List<Field> texts, String currency) {
        this.line = line;
        this.currency = currency;
        this.bankReference = line.bankReference();
        read(texts);
        told.name(line.name());
        line.supplementary().forEach(this::supplementary);
        ownerReference();
        if (told.remittance() != null) {
            LabelledText.references(told.remittance(), told);
        }
        if (RETURNED.equals(line.type())) {
            told.returnReason(told.remittance() == null ? null : ReturnCodes.in(told.remittance()));
            told.returnReason(RETURNED);
        }
    }

    Statement.Entry entry() {
        BigDecimal amount = Amounts.scaled(line.amount(), currency);
        Narrative.Sum original = told.original();
        Particulars particulars = new Particulars(
                transactionCode(),
                told.charges(),
                original == null ? null : original.amount(),
                original == null ? null : originalCurrency(original));
        Statement.Payment payment = new Statement.Payment(
                amount,
                currency,
                told.endToEndId(),
                told.creditorReference(),
                told.remittance(),
                told.name() == null && told.account() == null ? null : new Counterparty(told.name(), told.account()),
                told.returnReason(),
                particulars);
        return new Statement.Entry(
                line.expected() ? null : line.bookingDate(),
                line.valueDate(),
                amount,
                currency,
                line.reversal(),
                bankReference,
                List.of(payment));
    }

    /** As the German banks write both into camt: SWIFT's type + the business transaction code. */
    private String transactionCode() {
        if (line.type() == null || told.businessCode() == null) {
            return line.type() == null ? told.businessCode() : line.type();
        }
        return line.type() + "+" + told.businessCode();
    }

    private String originalCurrency(Narrative.Sum original) {
        return Amounts.isCurrency(original.currency()) ? original.currency() : currency;
    }

    /** Each further field 86 of an entry is a line of its own. */
    private void read(List<Field> texts) {
        if (texts.isEmpty()) {
            return;
        }
        String start = texts.get(0).first();
        char separator = SubfieldText.separator(start);
        StringBuilder text = new StringBuilder();
        for (Field field : texts) {
            String next = WrappedText.of(field.lines(), separator == 0 ? '/' : separator);
            boolean part = separator != 0 && next.indexOf(separator) == 0;
            text.append(text.length() == 0 || part ? "" : " ").append(next);
        }
        if (separator != 0) {
            SubfieldText.of(text.toString(), separator).read(told);
        } else if (SlashText.is(text.toString())) {
            SlashText.read(text.toString(), line.amount().signum() >= 0, told);
        } else if (Keywords.areIn(text.toString())) {
            Keywords.read(text.toString(), told);
        } else {
            LabelledText.read(text.toString(), told);
        }
    }

    /** The other side's account (Rabobank), its name (Rabobank before, SNS), a reference (PostFinance), or more text. */
    private void supplementary(String text) {
        String known = told.remittance() == null ? "" : told.remittance();
        if (Charges.are(text, told)) {
            return;
        }
        if (IBAN.matcher(text).matches() || ACCOUNT.matcher(text).matches()) {
            told.account(text);
        } else if (bankReference == null && BANK_REFERENCE.matcher(text).matches()) {
            bankReference = text;
        } else if (line.ownerReference() != null
                && ACCOUNT.matcher(line.ownerReference()).matches()) {
            told.name(text);
        } else if (!known.contains(text)) {
            told.words(text);
        }
    }

    /** An account, a code of the kind of entry, or what the customer calls the payment: only what is long enough names just one. */
    private void ownerReference() {
        String reference = line.ownerReference();
        if (reference == null) {
            return;
        }
        boolean hasName = line.name() != null || !line.supplementary().isEmpty() && told.name() != null;
        if (AccountNumber.isIban(reference) || ACCOUNT.matcher(reference).matches() && hasName) {
            told.account(reference);
        } else if (POSTAL_CODE.matcher(reference).matches() && line.isBankInternal()) {
            told.businessCode(reference);
        } else if (UNIQUE.matcher(reference).matches()) {
            told.endToEndId(reference);
        } else if (told.remittance() == null || !told.remittance().contains(reference)) {
            told.words(reference);
        }
    }
}
