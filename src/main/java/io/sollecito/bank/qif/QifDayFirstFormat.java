package io.sollecito.bank.qif;

/** QIF files of which a person says that days come before months; never found by itself. */
public final class QifDayFirstFormat extends QifFormat {

    public QifDayFirstFormat() {
        super("qif-dmy", QifDay.Order.DAY_FIRST);
    }
}
