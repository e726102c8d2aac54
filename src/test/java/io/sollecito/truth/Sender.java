package io.sollecito.truth;

/** Who paid, as the bank shows it; each may be null. */
record Sender(String name, String iban) {

    static final Sender NOBODY = new Sender(null, null);
}
