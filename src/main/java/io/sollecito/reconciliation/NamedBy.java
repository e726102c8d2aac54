package io.sollecito.reconciliation;

/** How a payment names a document, with how sure it is that the document is meant, from 0 to 1. */
enum NamedBy {
    ADVICE(0.98),
    REFERENCE(0.97),
    NUMBER(0.92),
    /** The number without its letters. */
    DIGITS(0.88),
    /** The running number, of some length, with its year. */
    SHORT_NUMBER_WITH_YEAR(0.9),
    /** The number with blanks inside. */
    SPLIT_NUMBER(0.88),
    /** The running number after a word such as invoice, or with its year. */
    SHORT_NUMBER_TOLD(0.85),
    SHORT_NUMBER(0.7),
    /** One digit wrong, or two transposed. */
    SLIP(0.6),
    /** What may as well be a year, an order or a post code. */
    DOUBTFUL(0.3),
    NOT(0);

    private final double strength;

    NamedBy(double strength) {
        this.strength = strength;
    }

    double strength() {
        return strength;
    }

    /** Whether it may stand for itself, whoever paid. */
    boolean isTelling() {
        return compareTo(DIGITS) <= 0;
    }
}
