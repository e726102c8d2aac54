package io.sollecito.model;

import java.time.LocalDate;

/**
 * What a bank was told to collect of an item.
 *
 * @param paymentMeans as the source says it, or null
 * @param presentedOn since when the source shows it as presented to the bank, or null when that is not known
 */
public record Collected(String paymentMeans, LocalDate dueDate, LocalDate presentedOn) {

    public Instrument instrument() {
        return Instrument.of(paymentMeans);
    }

    /** The day from which on the bank may collect it: when it is due, or presented later than that; null when unknown. */
    public LocalDate from() {
        return dueDate == null || presentedOn != null && presentedOn.isAfter(dueDate) ? presentedOn : dueDate;
    }
}
