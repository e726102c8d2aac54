package io.sollecito.bank;

import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The payments that a bank books as one entry and details in a file of its own (BgMax, OCR giro, V11). */
public final class Deposit {

    /** More are taken for a damaged file: an entry is held in memory. */
    public static final int MOST_PAYMENTS = 250_000;

    private final List<Statement.Payment> payments = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;

    /** Whether it took the payment; it is full otherwise. */
    public boolean add(Statement.Payment payment) {
        if (payments.size() == MOST_PAYMENTS) {
            return false;
        }
        payments.add(payment);
        sum = sum.add(payment.amount());
        return true;
    }

    public long count() {
        return payments.size();
    }

    public BigDecimal sum() {
        return sum;
    }

    public boolean isEmpty() {
        return payments.isEmpty();
    }

    /** @param amount as booked; a deposit that the bank does not detail is one payment */
    public Statement.Entry entry(
            LocalDate booked, BigDecimal amount, String currency, boolean reversal, String bankReference) {
        List<Statement.Payment> all =
                isEmpty() ? List.of(new Statement.Payment(amount, currency, null, null, null, null, null)) : payments;
        return new Statement.Entry(booked, booked, amount, currency, reversal, bankReference, all);
    }
}
