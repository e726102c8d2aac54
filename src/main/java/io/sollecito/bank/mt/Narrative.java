package io.sollecito.bank.mt;

import io.sollecito.bank.text.AccountNumber;
import io.sollecito.bank.text.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the texts of an entry say, as it is found; the first of each counts. */
final class Narrative {

    private static final int LONGEST_NAME = 140;

    private final List<String> words = new ArrayList<>();
    private String businessCode;
    private String name;
    private String account;
    private String endToEndId;
    private String creditorReference;
    private String returnReason;
    private BigDecimal charges;
    private Sum original;

    /** An amount of a currency. */
    record Sum(BigDecimal amount, String currency) {}

    void businessCode(String code) {
        businessCode = first(businessCode, code);
    }

    void words(String text) {
        String plain = PlainText.of(text);
        if (plain != null) {
            words.add(plain);
        }
    }

    void name(String text) {
        String plain = PlainText.of(text);
        if (plain != null) {
            name = first(name, plain.substring(0, Math.min(LONGEST_NAME, plain.length())));
        }
    }

    void account(String text) {
        account = first(account, AccountNumber.of(PlainText.of(text)));
    }

    void endToEndId(String text) {
        endToEndId = first(endToEndId, reference(text));
    }

    void creditorReference(String text) {
        creditorReference = first(creditorReference, reference(text));
    }

    void returnReason(String text) {
        returnReason = first(returnReason, reference(text));
    }

    void charges(BigDecimal amount) {
        if (charges == null && amount != null && amount.signum() > 0) {
            charges = amount;
        }
    }

    void original(BigDecimal amount, String currency) {
        if (original == null && amount != null) {
            original = new Sum(amount, currency);
        }
    }

    String businessCode() {
        return businessCode;
    }

    String name() {
        return name;
    }

    String account() {
        return account;
    }

    String endToEndId() {
        return endToEndId;
    }

    String creditorReference() {
        return creditorReference;
    }

    String returnReason() {
        return returnReason;
    }

    BigDecimal charges() {
        return charges;
    }

    Sum original() {
        return original;
    }

    /** Null when there are none. */
    String remittance() {
        return words.isEmpty() ? null : String.join(" ", words);
    }

    private static String first(String known, String next) {
        return known != null ? known : next;
    }

    private static String reference(String text) {
        String plain = PlainText.of(text);
        return plain == null || plain.equals("NOTPROVIDED") || plain.equals("NONREF") ? null : plain;
    }
}
