package io.sollecito.ledger.exports;

/**
 * What an applied export sets off, in its transaction and under the creditor's lock: whoever sees the new facts sees that
 * too.
 */
@FunctionalInterface
public interface OnApplied {

    void applied(String creditor, long exportId);
}
