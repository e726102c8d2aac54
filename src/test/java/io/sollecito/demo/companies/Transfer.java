package io.sollecito.demo.companies;

import java.math.BigDecimal;
import java.util.List;

/**
 * Money on its way to a company.
 *
 * @param debtor whose money it really is, which the bank does not say
 * @param reference the ISO 11649 creditor reference, or null
 * @param parts what the payer means to pay; what they leave over is on account
 * @param announced the ERP learns of it from an advice, a day before the bank books it
 */
public record Transfer(
        String endToEndId,
        DemoDebtor debtor,
        String payerName,
        String payerIban,
        BigDecimal amount,
        String remittance,
        String reference,
        List<Part> parts,
        boolean announced) {

    /** The part for one item; {@code discount} settles beside the money. */
    public record Part(DemoItem item, BigDecimal amount, BigDecimal discount) {
        BigDecimal settles() {
            return amount.add(discount);
        }
    }
}
