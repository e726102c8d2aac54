package io.sollecito.ledger.items;

import java.math.BigDecimal;

/**
 * What is open of an item ends at zero from the item's own side (law 10): the side of the ERP's open amount or, when
 * that is zero, of the original amount. The view item_effective does the same.
 */
public final class Clamp {

    /** What is open of the row i of open_item before it is clamped, by its own allocations alone: quick for few items. */
    public static final String UNCLAMPED = """
            (select i.erp_open + coalesce(sum(case when a.state = 'pending' then -a.amount else a.amount end), 0)
               from allocation a where a.item_id = i.id and a.state in ('pending', 'reversal-pending')
               and a.purpose not in ('interest', 'costs'))""";

    private Clamp() {}

    /** Of three SQL expressions, the amount clamped. */
    public static String sql(String erpOpen, String original, String amount) {
        return "case when coalesce(nullif(" + erpOpen + ", 0), " + original + ") >= 0 then greatest(0, " + amount
                + ") else least(0, " + amount + ") end";
    }

    public static BigDecimal of(BigDecimal erpOpen, BigDecimal original, BigDecimal amount) {
        int side = erpOpen.signum() == 0 ? original.signum() : erpOpen.signum();
        return side >= 0 ? amount.max(BigDecimal.ZERO) : amount.min(BigDecimal.ZERO);
    }
}
