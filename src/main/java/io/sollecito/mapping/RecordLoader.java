package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.DebtorRule.AddressRule;
import io.sollecito.mapping.DebtorRule.ContactRule;
import io.sollecito.mapping.OpenItemRule.DiscountRule;
import io.sollecito.mapping.OpenItemRule.PayToRule;
import io.sollecito.mapping.OpenItemRule.WithheldRule;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.Hold;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what one record set makes of a row. */
final class RecordLoader {

    static final Form TYPE =
            Form.oneOf(Arrays.stream(DocumentType.values()).map(Enum::name).toList());
    private static final Form ORIGIN = Form.oneOf(List.of(DueDateOrigin.SOURCE.name(), DueDateOrigin.COMPUTED.name()));
    private static final Form CLASS = Form.oneOf(List.of("business", "consumer", "public"));

    private static final Form HOLD = Form.oneOf(Hold.KINDS);

    private final Loading loading;
    private final YamlNode record;
    private final FieldLoader fields;

    RecordLoader(Loading loading, YamlNode record, FieldLoader fields) {
        this.loading = loading;
        this.record = record;
        this.fields = fields;
    }

    OpenItemRule openItem() {
        boolean hasKey = record.get("itemKey") != null;
        var issueDate = fields.date(record, "issueDate", "issueDate");
        var openAmount = fields.required("openAmount", fields.amount(record, "openAmount", "openAmount"));
        boolean sameAmount = record.get("originalAmount") == null || isSameAsOpen(record.get("originalAmount"));
        var originalAmount = fields.amount(record, "originalAmount", "originalAmount");
        return new OpenItemRule(
                hasKey ? fields.requiredText("itemKey", Form.KEY) : null,
                fields.requiredText("debtor", Form.IDENTIFIER),
                fields.requiredText("documentNo", Form.IDENTIFIER),
                fields.text("printedNo", Form.IDENTIFIER),
                fields.text("instalment", Form.COUNT),
                fields.requiredText("type", TYPE),
                // Without a key of its own, an item is identified by its issue date among others.
                hasKey ? issueDate : fields.required("issueDate", issueDate),
                fields.date(record, "dueDate", "dueDate"),
                fields.text("dueDateOrigin", ORIGIN),
                fields.place("openAmount"),
                openAmount,
                sameAmount ? openAmount : originalAmount,
                fields.text("paymentReference", Form.IDENTIFIER),
                fields.text("paymentMeans", Form.IDENTIFIER),
                fields.text("inCollection", Form.FLAG),
                discount(),
                withheld(),
                fields.texts(record, "precedingDocuments", "precedingDocuments", Form.IDENTIFIER),
                fields.text("replaces", Form.KEY),
                fields.texts(record, "holds", "holds", HOLD),
                fields.text("dunningLevel", Form.LEVEL),
                fields.date(record, "dunnedOn", "dunnedOn"),
                payTo());
    }

    OpenItemKeyRule openItemKeys() {
        boolean hasKey = record.get("itemKey") != null;
        var issueDate = fields.date(record, "issueDate", "issueDate");
        return new OpenItemKeyRule(
                hasKey ? fields.requiredText("itemKey", Form.KEY) : null,
                part("debtor", Form.IDENTIFIER, hasKey),
                part("documentNo", Form.IDENTIFIER, hasKey),
                fields.text("instalment", Form.COUNT),
                part("type", TYPE, hasKey),
                hasKey ? issueDate : fields.required("issueDate", issueDate));
    }

    private Rule<String> part(String field, Form form, boolean hasKey) {
        return hasKey ? fields.text(field, form) : fields.requiredText(field, form);
    }

    DebtorRule debtor() {
        return new DebtorRule(
                fields.requiredText("debtor", Form.IDENTIFIER),
                fields.requiredText("name", Form.TEXT),
                fields.text("class", CLASS),
                fields.text("vatId", Form.IDENTIFIER),
                fields.text("language", Form.LANGUAGE),
                fields.text("country", Form.COUNTRY),
                address(),
                fields.texts(record, "bankAccounts", "bankAccounts", Form.BANK_ACCOUNT),
                fields.text("payer", Form.IDENTIFIER),
                fields.texts(record, "tags", "tags", Form.IDENTIFIER),
                contacts());
    }

    CreditorRule creditor() {
        return new CreditorRule(
                fields.requiredText("creditor", Form.IDENTIFIER),
                fields.requiredText("name", Form.TEXT),
                fields.text("country", Form.COUNTRY),
                fields.text("zone", Form.ZONE),
                fields.text("baseCurrency", Form.CURRENCY));
    }

    StatementRule statement() {
        return new StatementRule(
                fields.text("account", Form.IDENTIFIER),
                fields.text("statementId", Form.IDENTIFIER),
                fields.required("bookingDate", fields.date(record, "bookingDate", "bookingDate")),
                fields.date(record, "valueDate", "valueDate"),
                fields.required("amount", fields.amount(record, "amount", "amount")),
                fields.amount(record, "balance", "balance"),
                fields.text("reversal", Form.FLAG),
                fields.text("bankReference", Form.IDENTIFIER),
                fields.text("endToEndId", Form.IDENTIFIER),
                fields.text("creditorReference", Form.IDENTIFIER),
                fields.text("remittance", Form.TEXT),
                fields.text("counterpartyName", Form.TEXT),
                fields.text("counterpartyIban", Form.IDENTIFIER),
                fields.text("returnReason", Form.IDENTIFIER),
                fields.text("transactionCode", Form.TEXT),
                fields.amount(record, "charges", "charges"),
                fields.amount(record, "originalAmount", "originalAmount"));
    }

    AdviceRule remittanceAdvice() {
        return new AdviceRule(
                fields.requiredText("advice", Form.IDENTIFIER),
                fields.text("debtor", Form.IDENTIFIER),
                fields.text("payer", Form.TEXT),
                fields.date(record, "paid", "paid"),
                fields.requiredText("documentNo", Form.IDENTIFIER),
                fields.required("amount", fields.amount(record, "amount", "amount")),
                fields.amount(record, "discount", "discount"));
    }

    private static boolean isSameAsOpen(YamlNode originalAmount) {
        YamlNode same = originalAmount.get("same");
        return same != null && "openAmount".equals(same.text());
    }

    private DiscountRule discount() {
        YamlNode node = record.get("discount");
        if (node == null || !isComplete(node, Keys.DISCOUNT, Keys.DISCOUNT, "discount")) {
            return null;
        }
        return new DiscountRule(
                new Place("discount", -1),
                fields.date(node, "until", "discount.until"),
                fields.amount(node, "amount", "discount.amount"));
    }

    private List<WithheldRule> withheld() {
        List<WithheldRule> parts = new ArrayList<>();
        for (YamlNode node : elements("withheld")) {
            if (isComplete(node, Keys.WITHHELD, List.of("reason", "amount"), "withheld")) {
                parts.add(new WithheldRule(
                        new Place("withheld", -1),
                        fields.text(node, "reason", "withheld.reason", Form.IDENTIFIER),
                        fields.amount(node, "amount", "withheld.amount"),
                        fields.date(node, "until", "withheld.until")));
            }
        }
        return parts;
    }

    private PayToRule payTo() {
        YamlNode node = record.get("payTo");
        if (node == null || !isComplete(node, Keys.PAY_TO, List.of("name", "iban"), "payTo")) {
            return null;
        }
        return new PayToRule(
                new Place("payTo", -1),
                fields.text(node, "name", "payTo.name", Form.TEXT),
                fields.text(node, "iban", "payTo.iban", Form.IBAN),
                fields.text(node, "bic", "payTo.bic", Form.BIC));
    }

    private AddressRule address() {
        YamlNode node = record.get("address");
        if (node == null || !loading.isMapOf(node, Keys.ADDRESS, "address")) {
            return null;
        }
        return new AddressRule(
                fields.texts(node, "lines", "address.lines", Form.TEXT),
                fields.text(node, "postCode", "address.postCode", Form.TEXT),
                fields.text(node, "city", "address.city", Form.TEXT),
                fields.text(node, "country", "address.country", Form.COUNTRY));
    }

    private List<ContactRule> contacts() {
        List<ContactRule> contacts = new ArrayList<>();
        for (YamlNode node : elements("contacts")) {
            if (loading.isMapOf(node, Keys.CONTACT, "contact")) {
                contacts.add(new ContactRule(
                        fields.text(node, "role", "contacts.role", Form.IDENTIFIER),
                        fields.text(node, "name", "contacts.name", Form.TEXT),
                        fields.text(node, "email", "contacts.email", Form.EMAIL),
                        fields.text(node, "phone", "contacts.phone", Form.IDENTIFIER)));
            }
        }
        return contacts;
    }

    private List<YamlNode> elements(String field) {
        YamlNode node = record.get(field);
        return node == null ? List.of() : node.list();
    }

    private boolean isComplete(YamlNode node, List<String> keys, List<String> needed, String what) {
        if (!loading.isMapOf(node, keys, what)) {
            return false;
        }
        List<String> missing =
                needed.stream().filter(key -> node.get(key) == null).toList();
        if (!missing.isEmpty()) {
            loading.problem(
                    node,
                    "'" + what + "' needs " + String.join(" and ", missing),
                    "Add them, or remove '" + what + "'.");
        }
        return missing.isEmpty();
    }
}
