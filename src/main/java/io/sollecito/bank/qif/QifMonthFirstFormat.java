package io.sollecito.bank.qif;

/** QIF files of which a person says that months come before days; never found by itself. */
public final class QifMonthFirstFormat extends QifFormat {

    public QifMonthFirstFormat() {
        super("qif-mdy", QifDay.Order.MONTH_FIRST);
    }
}
