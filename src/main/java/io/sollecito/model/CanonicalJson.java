package io.sollecito.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The canonical JSON contract: one object a record, amounts as decimal strings, absent optional fields as null. */
public final class CanonicalJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CanonicalJson() {}

    public static ObjectNode write(Canonical record) {
        if (record instanceof Debtor debtor) {
            return write(debtor);
        }
        if (record instanceof OpenItem item) {
            return write(item);
        }
        if (record instanceof OpenItemKey key) {
            return write(key);
        }
        if (record instanceof MappedCreditor creditor) {
            return write(creditor);
        }
        return record instanceof StatementLine line ? write(line) : write((AdviceLine) record);
    }

    public static ObjectNode write(OpenItemKey key) {
        return JSON.createObjectNode()
                .put("kind", "openItemKey")
                .put("creditor", key.creditor())
                .put("source", key.source())
                .put("itemKey", key.itemKey())
                .put("line", key.line());
    }

    public static ObjectNode write(MappedCreditor creditor) {
        return JSON.createObjectNode()
                .put("kind", "creditor")
                .put("creditor", creditor.creditor())
                .put("name", creditor.name())
                .put("country", creditor.country())
                .put("zone", creditor.zone())
                .put("baseCurrency", creditor.baseCurrency());
    }

    /** One entry of a bank's list, with the account that it belongs to. */
    public static ObjectNode write(StatementLine line) {
        Statement.Entry entry = line.entry();
        Statement.Payment payment = entry.payments().get(0);
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "statement")
                .put("account", line.account())
                .put("statementId", line.statementId())
                .put("bookingDate", text(entry.bookingDate()))
                .put("valueDate", text(entry.valueDate()))
                .put("amount", Amounts.text(entry.amount(), entry.currency()))
                .put("currency", entry.currency())
                .put("balance", Amounts.text(line.balance(), entry.currency()))
                .put("reversal", entry.reversal())
                .put("bankReference", entry.bankReference())
                .put("endToEndId", payment.endToEndId())
                .put("creditorReference", payment.creditorReference())
                .put("remittance", payment.remittance());
        if (payment.counterparty() == null) {
            json.putNull("counterparty");
        } else {
            json.putObject("counterparty")
                    .put("name", payment.counterparty().name())
                    .put("iban", payment.counterparty().iban());
        }
        Statement.Particulars more = payment.particulars();
        return json.put("returnReason", payment.returnReason())
                .put("transactionCode", more.transactionCode())
                .put("charges", Amounts.text(more.charges(), payment.currency()))
                .put("originalAmount", Amounts.text(more.originalAmount(), more.originalCurrency()))
                .put("originalCurrency", more.originalCurrency())
                .put("line", line.line());
    }

    public static ObjectNode write(AdviceLine advice) {
        return JSON.createObjectNode()
                .put("kind", "remittanceAdvice")
                .put("creditor", advice.creditor())
                .put("source", advice.source())
                .put("advice", advice.advice())
                .put("debtor", advice.debtor())
                .put("payer", advice.payer())
                .put("paid", text(advice.paid()))
                .put("documentNo", advice.documentNo())
                .put("currency", advice.currency())
                .put("amount", Amounts.text(advice.amount(), advice.currency()))
                .put("discount", Amounts.text(advice.discount(), advice.currency()))
                .put("line", advice.line());
    }

    public static AdviceLine advice(JsonNode json) {
        return new AdviceLine(
                string(json, "creditor"),
                string(json, "source"),
                string(json, "advice"),
                string(json, "debtor"),
                string(json, "payer"),
                date(json, "paid"),
                string(json, "documentNo"),
                string(json, "currency"),
                decimal(json, "amount"),
                decimal(json, "discount"),
                json.path("line").asLong());
    }

    private static Payee factor(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("a factor has a name and an IBAN");
        }
        return payee(json);
    }

    /** The factors that a creditor's line names; null when it says nothing of them. */
    public static List<Payee> factors(JsonNode creditor) {
        if (!creditor.path("factors").isArray()) {
            return null;
        }
        List<Payee> factors = new ArrayList<>();
        creditor.path("factors").forEach(factor -> factors.add(factor(factor)));
        return factors;
    }

    public static ObjectNode write(Debtor debtor) {
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "debtor")
                .put("creditor", debtor.creditor())
                .put("source", debtor.source())
                .put("debtor", debtor.debtor())
                .put("name", debtor.name())
                .put("class", debtor.debtorClass())
                .put("vatId", debtor.vatId())
                .put("language", debtor.language())
                .put("country", debtor.country());
        Address address = debtor.address();
        if (address == null) {
            json.putNull("address");
        } else {
            ObjectNode node = json.putObject("address");
            texts(node.putArray("lines"), address.lines());
            node.put("postCode", address.postCode()).put("city", address.city()).put("country", address.country());
        }
        texts(json.putArray("bankAccounts"), debtor.bankAccounts());
        json.put("payer", debtor.payer());
        texts(json.putArray("tags"), debtor.tags());
        ArrayNode contacts = json.putArray("contacts");
        for (Contact contact : debtor.contacts()) {
            contacts.addObject()
                    .put("role", contact.role())
                    .put("name", contact.name())
                    .put("email", contact.email())
                    .put("phone", contact.phone());
        }
        return json;
    }

    public static ObjectNode write(OpenItem item) {
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "openItem")
                .put("creditor", item.creditor())
                .put("source", item.source())
                .put("itemKey", item.itemKey())
                .put("debtor", item.debtor())
                .put("documentNo", item.documentNo())
                .put("printedNo", item.printedNo())
                .put("instalment", item.instalment())
                .put("type", item.type().name())
                .put("issueDate", text(item.issueDate()))
                .put("dueDate", text(item.dueDate()))
                .put("dueDateOrigin", item.dueDateOrigin().name())
                .put("currency", item.currency())
                .put("originalAmount", Amounts.text(item.originalAmount(), item.currency()))
                .put("openAmount", Amounts.text(item.openAmount(), item.currency()))
                .put("paymentReference", item.paymentReference())
                .put("paymentMeans", item.paymentMeans())
                .put("inCollection", item.inCollection());
        if (item.discount() == null) {
            json.putNull("discount");
        } else {
            json.putObject("discount")
                    .put("until", text(item.discount().until()))
                    .put("amount", Amounts.text(item.discount().amount(), item.currency()));
        }
        ArrayNode withheld = json.putArray("withheld");
        for (Withheld part : item.withheld()) {
            withheld.addObject()
                    .put("reason", part.reason())
                    .put("amount", Amounts.text(part.amount(), item.currency()))
                    .put("until", text(part.until()));
        }
        texts(json.putArray("precedingDocuments"), item.precedingDocuments());
        json.put("replaces", item.replaces());
        texts(json.putArray("holds"), item.holds());
        if (item.dunned() != null) {
            json.put("dunningLevel", item.dunned().level());
            json.put("dunnedOn", text(item.dunned().on()));
        }
        if (item.payTo() != null) {
            json.set("payTo", write(item.payTo()));
        }
        return json.put("line", item.line());
    }

    public static ObjectNode write(Payee payee) {
        return JSON.createObjectNode()
                .put("name", payee.name())
                .put("iban", payee.iban())
                .put("bic", payee.bic());
    }

    public static Debtor debtor(JsonNode json) {
        JsonNode address = json.path("address");
        List<Contact> contacts = new ArrayList<>();
        for (JsonNode contact : json.path("contacts")) {
            contacts.add(new Contact(
                    string(contact, "role"),
                    string(contact, "name"),
                    string(contact, "email"),
                    string(contact, "phone")));
        }
        return new Debtor(
                string(json, "creditor"),
                string(json, "source"),
                string(json, "debtor"),
                string(json, "name"),
                string(json, "class"),
                string(json, "vatId"),
                string(json, "language"),
                string(json, "country"),
                address.isObject()
                        ? new Address(
                                strings(address, "lines"),
                                string(address, "postCode"),
                                string(address, "city"),
                                string(address, "country"))
                        : null,
                strings(json, "bankAccounts"),
                string(json, "payer"),
                strings(json, "tags"),
                contacts);
    }

    public static OpenItem openItem(JsonNode json) {
        JsonNode discount = json.path("discount");
        List<Withheld> withheld = new ArrayList<>();
        for (JsonNode part : json.path("withheld")) {
            withheld.add(new Withheld(string(part, "reason"), decimal(part, "amount"), date(part, "until")));
        }
        DocumentType type = DocumentType.valueOf(string(json, "type"));
        int instalment = json.path("instalment").asInt(1);
        String key = string(json, "itemKey");
        BigDecimal open = decimal(json, "openAmount");
        BigDecimal original = decimal(json, "originalAmount");
        String origin = string(json, "dueDateOrigin");
        LocalDate due = date(json, "dueDate");
        return new OpenItem(
                string(json, "creditor"),
                string(json, "source"),
                key != null
                        ? key
                        : OpenItem.composedKey(
                                string(json, "debtor"),
                                string(json, "documentNo"),
                                type,
                                date(json, "issueDate"),
                                instalment),
                string(json, "debtor"),
                string(json, "documentNo"),
                string(json, "printedNo"),
                instalment,
                type,
                date(json, "issueDate"),
                due,
                origin != null
                        ? DueDateOrigin.valueOf(origin)
                        : due == null ? DueDateOrigin.NONE : DueDateOrigin.SOURCE,
                string(json, "currency"),
                original == null ? open : original,
                open,
                string(json, "paymentReference"),
                string(json, "paymentMeans"),
                json.path("inCollection").asBoolean(false),
                discount.isObject() ? new Discount(date(discount, "until"), decimal(discount, "amount")) : null,
                withheld,
                strings(json, "precedingDocuments"),
                string(json, "replaces"),
                strings(json, "holds"),
                json.path("line").asLong(0),
                Dunned.of(
                        json.hasNonNull("dunningLevel")
                                ? json.path("dunningLevel").asInt()
                                : null,
                        date(json, "dunnedOn")),
                payee(json.path("payTo")));
    }

    /** Null when there is none. */
    public static Payee payee(JsonNode json) {
        return json.isObject() ? new Payee(string(json, "name"), string(json, "iban"), string(json, "bic")) : null;
    }

    private static void texts(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static String string(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static List<String> strings(JsonNode json, String field) {
        List<String> values = new ArrayList<>();
        json.path(field).forEach(value -> values.add(value.asText()));
        return values;
    }

    private static BigDecimal decimal(JsonNode json, String field) {
        String text = string(json, field);
        return text == null ? null : new BigDecimal(text);
    }

    private static LocalDate date(JsonNode json, String field) {
        String text = string(json, field);
        return text == null ? null : LocalDate.parse(text);
    }
}
