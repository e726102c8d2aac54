package io.sollecito.delivery.print;

import io.sollecito.delivery.print.PrintProfile.Service;
import io.sollecito.delivery.print.bill.BillForm;
import io.sollecito.yaml.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a print house's bills are written like. */
final class BillFormReader {

    static final List<String> KEYS = List.of("decimal", "columns");
    static final List<String> DECIMALS = List.of("point", "comma");

    private final ProfileFields fields;

    BillFormReader(ProfileFields fields) {
        this.fields = fields;
    }

    /** @param services whose codes name the bill's products */
    BillForm read(YamlNode profile, Collection<Service> services) {
        Map<String, String> products = new HashMap<>();
        services.stream()
                .filter(service -> service.code() != null)
                .forEach(service ->
                        products.put(service.code(), service.product().name()));
        YamlNode bill = profile.get("bill");
        if (bill == null) {
            return new BillForm('.', Map.of(), products);
        }
        isMap(bill, "{columns: {price: Prezzo}}");
        fields.keys(bill, KEYS, List.of());
        boolean comma = fields.word(bill, "decimal", DECIMALS, "point").equals("comma");
        return new BillForm(comma ? ',' : '.', columns(bill), products);
    }

    private Map<String, String> columns(YamlNode bill) {
        Map<String, String> columns = new HashMap<>();
        YamlNode node = bill.get("columns");
        if (node == null) {
            return columns;
        }
        isMap(node, "{price: Prezzo}");
        fields.keys(node, BillForm.COLUMNS, List.of());
        node.map().forEach((column, called) -> {
            if (called.text().isBlank()) {
                fields.problem(
                        called, "'" + column + "' names no column", "Write the column's name as the bill has it.");
            } else {
                columns.put(column, called.text().strip());
            }
        });
        return columns;
    }

    private void isMap(YamlNode node, String such) {
        if (!node.isMap()) {
            fields.problem(node, "this says nothing about bills", "Write it such as " + such + ".");
        }
    }
}
