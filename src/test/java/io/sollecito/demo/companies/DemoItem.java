package io.sollecito.demo.companies;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One instalment of a document, seen from two sides: what the debtor has sent and what the ERP says. Amounts are positive for invoices and negative for credits.
 */
public final class DemoItem {

    /** What the ERP holds. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE,
        /** money that the ERP booked as an item of its own */
        PAYMENT
    }

    /** A discount granted when paid until that day; null on items without one. */
    record Discount(LocalDate until, BigDecimal amount) {}

    final String documentNo;
    final String printedNo;
    final int instalment;
    final DemoDebtor debtor;
    final Kind kind;
    final LocalDate issued;
    final LocalDate due;
    final BigDecimal original;
    final Discount discount;

    /** The item of which this one is a partial payment or credit, or null. */
    final DemoItem towards;

    BigDecimal sent = BigDecimal.ZERO;
    BigDecimal booked = BigDecimal.ZERO;
    BigDecimal open;

    DemoItem(
            String documentNo,
            String printedNo,
            int instalment,
            DemoDebtor debtor,
            Kind kind,
            LocalDate issued,
            LocalDate due,
            BigDecimal original,
            Discount discount,
            DemoItem towards) {
        this.documentNo = documentNo;
        this.printedNo = printedNo;
        this.instalment = instalment;
        this.debtor = debtor;
        this.kind = kind;
        this.issued = issued;
        this.due = due;
        this.original = original;
        this.discount = discount;
        this.towards = towards;
        this.open = original;
    }

    /** What the debtor still has to send, in his own opinion. */
    BigDecimal unsent() {
        return original.subtract(sent);
    }

    BigDecimal unbooked() {
        return original.subtract(booked);
    }
}
