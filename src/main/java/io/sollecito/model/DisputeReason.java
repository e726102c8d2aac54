package io.sollecito.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a debtor disputes a document, by the code that a person gives. */
public enum DisputeReason {
    GOODS("wrong or damaged goods, poor service"),
    QUANTITY("another quantity than was delivered"),
    PRICE("another price or discount than was agreed"),
    NOT_RECEIVED("goods or service not received"),
    NOT_ORDERED("never ordered"),
    NO_INVOICE("the invoice never arrived, or lacks an order number"),
    ALREADY_PAID("says that it is paid"),
    NOT_THE_DEBTOR("somebody else is to pay"),
    OTHER("another reason");

    private final String meaning;

    DisputeReason(String meaning) {
        this.meaning = meaning;
    }

    /** Such as not-received. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }

    public static Optional<DisputeReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
