package io.sollecito.bank.coda;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.ImpliedDecimals;
import io.sollecito.bank.text.ShortDate;
import io.sollecito.bank.text.WrappedText;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One amount of a statement, or a detail of one: a record 2.1 with the records 2.2, 2.3 and 3.1 to 3.3 that follow it. */
final class CodaMovement {

    private static final int LONGEST_COMMUNICATION = 4096;
    private static final String COUNTERPARTY_DATA = "001";
    private static final int NAME = 70;

    private final FixedRecord record;
    private final StringBuilder communication = new StringBuilder();
    private final StringBuilder information = new StringBuilder();
    private final WrappedText more = new WrappedText();
    private boolean cut;
    private boolean structuredInformation;
    private String customerReference;
    private String returnReason;
    private boolean returned;
    private String name;
    private String account;
    private BigDecimal charges = BigDecimal.ZERO;

    CodaMovement(FixedRecord record) {
        this.record = record;
        communicate(record.field(63, 115));
    }

    FixedRecord record() {
        return record;
    }

    /** Continuous sequence number. */
    String sequence() {
        return record.field(3, 6);
    }

    boolean isMain() {
        return record.field(7, 10).equals("0000");
    }

    /** Signed; null when it cannot be read. */
    BigDecimal amount() {
        BigDecimal amount = ImpliedDecimals.amount(record.field(33, 47), 3);
        char sign = record.at(32);
        if (amount == null || (sign != '0' && sign != '1')) {
            return null;
        }
        return sign == '1' ? amount.negate() : amount;
    }

    /** Null when it is not known, which zeros say. */
    LocalDate valueDate() {
        return ShortDate.dayFirst(record.field(48, 53));
    }

    boolean hasImpossibleValueDate() {
        return valueDate() == null && !record.field(48, 53).matches("[0 ]{6}");
    }

    LocalDate entryDate() {
        return ShortDate.dayFirst(record.field(116, 121));
    }

    String code() {
        return record.field(54, 61);
    }

    String bankReference() {
        return record.value(11, 31);
    }

    boolean isReversal() {
        return returned || CodaCodes.isReversal(code());
    }

    /** Whether it says more than is kept of one movement. */
    boolean cut() {
        return cut || more.cut();
    }

    /** A record 2.2, 2.3, 3.1, 3.2 or 3.3; whether it is one. */
    boolean goesOn(FixedRecord next) {
        switch (next.field(1, 2)) {
            case "22" -> customer(next);
            case "23" -> counterparty(next);
            case "31" -> {
                informed();
                structuredInformation = next.at(40) == '1';
                inform(next.field(41, 113));
            }
            case "32" -> inform(next.field(11, 115));
            case "33" -> inform(next.field(11, 100));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void customer(FixedRecord next) {
        communicate(next.field(11, 63));
        customerReference = next.value(64, 98);
        char kind = next.at(113);
        returned |= kind >= '1' && kind <= '5';
        returnReason = next.value(114, 117);
    }

    private void counterparty(FixedRecord next) {
        account = CodaAccount.counterparty(next, 11).number();
        name = next.value(48, 82);
        communicate(next.field(83, 115));
    }

    private void communicate(String field) {
        cut |= !append(communication, field);
    }

    private void inform(String field) {
        cut |= !append(information, field);
    }

    private static boolean append(StringBuilder to, String field) {
        boolean room = to.length() + field.length() <= LONGEST_COMMUNICATION;
        if (room) {
            to.append(field);
        }
        return room || field.isBlank();
    }

    /** The information is complete: it names the counterparty, or it is text. */
    private void informed() {
        if (structuredInformation && information.indexOf(COUNTERPARTY_DATA) == 0) {
            String found = information
                    .substring(3, Math.min(information.length(), 3 + NAME))
                    .strip();
            name = name == null && !found.isEmpty() ? found : name;
        } else if (structuredInformation) {
            more.words(information.substring(Math.min(3, information.length())));
        } else {
            more.words(information.toString());
        }
        information.setLength(0);
    }

    /** A detail that is a cost of this amount. */
    void charged(BigDecimal amount) {
        charges = charges.add(amount.abs());
    }

    /** Text of a record that this reader does not know, or of a detail that is no payment. */
    void note(String text) {
        more.words(text);
    }

    /** All of its text, the communication first. */
    String text() {
        informed();
        WrappedText all = new WrappedText();
        all.words(communicated().text());
        all.words(more.value());
        return all.value();
    }

    Payment payment(BigDecimal of, String currency) {
        CodaCommunication said = communicated();
        String reason = returnReason == null ? said.returnReason() : returnReason;
        return new Payment(
                of,
                currency,
                customerReference,
                said.reference(),
                text(),
                name == null && account == null ? null : new Counterparty(name, account),
                reason,
                new Particulars(
                        CodaCodes.transaction(code()),
                        charges.signum() == 0 ? null : charges,
                        said.originalAmount(),
                        said.originalCurrency()));
    }

    private CodaCommunication communicated() {
        return CodaCommunication.of(record.at(62) == '1', communication.toString());
    }
}
