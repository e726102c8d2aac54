package io.sollecito.reconciliation;

/** What an allocation is for. The first three are paid out of the payment, the others settle the item beside it. */
public enum Purpose {
    PRINCIPAL("principal", true),
    INTEREST("interest", true),
    COSTS("costs", true),
    DISCOUNT("discount", false),
    WRITE_OFF("write-off", false),
    WITHHOLDING("withholding", false);

    private final String word;
    private final boolean paid;

    Purpose(String word, boolean paid) {
        this.word = word;
        this.paid = paid;
    }

    static Purpose of(String word) {
        for (Purpose purpose : values()) {
            if (purpose.word.equals(word)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("no purpose is called " + word);
    }

    /** The word of the contracts and the ledger. */
    public String word() {
        return word;
    }

    public boolean isPaid() {
        return paid;
    }

    /** Whether it lies outside the ERP's totals. */
    boolean isCharge() {
        return this == INTEREST || this == COSTS;
    }
}
