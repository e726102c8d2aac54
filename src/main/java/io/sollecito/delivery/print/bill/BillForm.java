package io.sollecito.delivery.print.bill;

import java.util.List;
import java.util.Map;

/**
 * How a print house writes its bills.
 *
 * @param decimal the sign before an amount's decimals
 * @param columns the print house's names of columns, by ours; one that is not named is called as ours is
 * @param products our class of a product, by the print house's code
 */
public record BillForm(char decimal, Map<String, String> columns, Map<String, String> products) {

    public static final List<String> COLUMNS = List.of(
            "bill", "period", "letterId", "batchId", "product", "sheets", "postage", "price", "currency", "total");

    static final List<String> REQUIRED = List.of("bill", "period", "letterId", "price", "currency");

    /** Our names, our classes of products, a decimal point. */
    public static final BillForm USUAL = new BillForm('.', Map.of(), Map.of());

    public BillForm {
        columns = Map.copyOf(columns);
        products = Map.copyOf(products);
    }

    String called(String column) {
        return columns.getOrDefault(column, column);
    }
}
