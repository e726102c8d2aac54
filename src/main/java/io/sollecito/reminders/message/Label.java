package io.sollecito.reminders.message;

import io.sollecito.model.Instrument;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fixed words of layouts; every language's {@code labels.yaml} gives them all, as [[LabelTotal]] and so on. */
enum Label {
    TYPE_INVOICE,
    TYPE_CREDIT_NOTE,
    TYPE_DEBIT_NOTE,
    TYPE_ADVANCE,
    TYPE_PAYMENT_ON_ACCOUNT,
    TYPE_OTHER,
    STATUS_UPCOMING,
    STATUS_DUE_TODAY,
    STATUS_OVERDUE,
    STATUS_NOT_YET_DUE,
    STATUS_CREDIT,
    STATUS_HELD,
    STATUS_PAID,
    STATUS_COLLECTED,
    DOCUMENT,
    INSTALMENT,
    ISSUE_DATE,
    DUE_DATE,
    DAY_OVERDUE,
    DAYS_OVERDUE,
    DAYS,
    ORIGINAL_AMOUNT,
    PAID_AMOUNT,
    OPEN_AMOUNT,
    STATUS,
    TOTAL,
    TOTAL_WITH_UPCOMING,
    TOTAL_LISTED,
    TOTAL_COLLECTED,
    INSTRUMENT_RIBA,
    INSTRUMENT_LCR,
    INSTRUMENT_DIRECT_DEBIT,
    OTHER_ITEMS,
    CHARGES,
    CHARGE_INTEREST,
    CHARGE_COMPENSATION,
    CHARGE_FEE,
    TOTAL_WITH_CHARGES,
    BALANCE_WITH_CHARGES,
    HOW_TO_PAY,
    PAYEE,
    ASSIGNED,
    IBAN,
    BIC,
    AMOUNT,
    REFERENCE,
    PAY_BY,
    PAY_ONLINE,
    QR_HINT,
    CONSIDERED_UNTIL,
    CLIENT_CODE,
    PAYMENT_CONTACT,
    DISPUTE_CONTACT,
    VAT_ID,
    LETTER,
    PAGE,
    PAGE_OF,
    STATEMENT,
    STATEMENT_AS_OF,
    STATEMENT_FILE,
    SECTION_OVERDUE,
    SECTION_NOT_YET_DUE,
    SECTION_CREDITS,
    SECTION_DISPUTED,
    BALANCE,
    AGEING,
    BUCKET_NOT_DUE,
    BUCKET_TO_30,
    BUCKET_TO_60,
    BUCKET_TO_90,
    BUCKET_OVER_90,
    COLON;

    static final String PREFIX = "Label";

    /** The key in labels.yaml, such as dueDate. */
    String key() {
        String tag = words();
        return Character.toLowerCase(tag.charAt(0)) + tag.substring(1);
    }

    /** The name as layouts write it, such as LabelDueDate. */
    String tag() {
        return PREFIX + words();
    }

    static boolean isTag(String name) {
        return Arrays.stream(values()).anyMatch(label -> label.tag().equals(name));
    }

    /** What messages call an instrument; empty for one that they do not name. */
    static Optional<Label> of(Instrument instrument) {
        return Optional.ofNullable(
                switch (instrument) {
                    case RIBA -> INSTRUMENT_RIBA;
                    case LCR -> INSTRUMENT_LCR;
                    case SDD_CORE, SDD_B2B -> INSTRUMENT_DIRECT_DEBIT;
                    case BOR, OTHER -> null;
                });
    }

    private String words() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
