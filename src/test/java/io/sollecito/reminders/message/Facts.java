package io.sollecito.reminders.message;

import io.sollecito.Changed;
import io.sollecito.CreditorsForTests;
import io.sollecito.model.Address;
import io.sollecito.model.Contact;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.ListedCharges;
import io.sollecito.model.OpenItem;
import io.sollecito.model.TaxNumbers;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A reminder to Rossi in Milan: two invoices overdue, a credit note, one invoice not yet due, one disputed. */
final class Facts {

    static final LocalDate DAY = LocalDate.of(2026, 3, 17);
    static final Templates TEMPLATES = Templates.load(Path.of("reminders/templates"));
    static final Composer COMPOSER = new Composer(TEMPLATES, Path.of(""));

    static final Creditor ACME = CreditorsForTests.ACME_IN_PRINT;

    static final Debtor ROSSI = new Debtor(
            "ACME-IT",
            "sap",
            "0000104711",
            "Rossi S.r.l.",
            "business",
            "IT01234567890",
            "it",
            "IT",
            new Address(List.of("Via Roma 1"), "20121", "Milano", "IT"),
            List.of(),
            null,
            List.of(),
            List.of(new Contact("accounts-payable", "Anna Bianchi", "amministrazione@rossi.example", "+390212345678")));

    private Facts() {}

    static OpenItem item(String number, DocumentType type, LocalDate due, String original, String open) {
        return new OpenItem(
                "ACME-IT",
                "sap",
                "1000/2026/" + number,
                "0000104711",
                "18" + number.replaceAll("\\D", ""),
                number,
                1,
                type,
                due.minusDays(30),
                due,
                DueDateOrigin.SOURCE,
                "EUR",
                new BigDecimal(original),
                new BigDecimal(open),
                null,
                null,
                false,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                2);
    }

    /** The item with a payment reference of its own. */
    static OpenItem paidWith(OpenItem item, String reference) {
        return Changed.with(item, "paymentReference", reference);
    }

    /** The item as the bank collects it by that. */
    static OpenItem collected(OpenItem item, String paymentMeans) {
        return Changed.with(Changed.with(item, "paymentMeans", paymentMeans), "inCollection", true);
    }

    static Listed listed(OpenItem item, String role) {
        return new Listed(item, role, role.equals("overdue"), "first", item.openAmount());
    }

    static List<Listed> items() {
        return List.of(
                listed(item("2026/1042", DocumentType.INVOICE, DAY.minusDays(31), "1190.00", "1190.00"), "overdue"),
                listed(item("2026/1057", DocumentType.INVOICE, DAY.minusDays(3), "2380.50", "1380.50"), "overdue"),
                listed(item("2026/9003", DocumentType.CREDIT_NOTE, DAY.minusDays(10), "-120.00", "-120.00"), "credit"),
                listed(item("2026/1101", DocumentType.INVOICE, DAY.plusDays(12), "640.00", "640.00"), "not-yet-due"),
                listed(item("2026/0998", DocumentType.INVOICE, DAY.minusDays(62), "310.20", "310.20"), "held"));
    }

    static ReminderFacts of(String template, String language) {
        return of(ACME, ROSSI, template, language, items(), "2450.50");
    }

    /** One invoice of EUR 50, as planning has it: nothing is demanded of what the bank collects. */
    static ReminderFacts comingDue(String template, String language, boolean inCollection) {
        OpenItem plain = item("2026/2001", DocumentType.INVOICE, DAY.plusDays(9), "50.00", "50.00");
        OpenItem item = inCollection ? collected(plain, "Ri.Ba.") : plain;
        return of(
                ACME,
                ROSSI,
                template,
                language,
                List.of(new Listed(item, inCollection ? "not-yet-due" : "upcoming", true, "first", item.openAmount())),
                inCollection ? "0.00" : "50.00");
    }

    static ReminderFacts of(
            Creditor creditor, Debtor debtor, String template, String language, List<Listed> items, String total) {
        return new ReminderFacts(
                creditor,
                debtor,
                "standard",
                "first",
                template,
                language,
                items.isEmpty() ? "EUR" : items.get(0).item().currency(),
                new BigDecimal(total),
                "RF18539007547034",
                LocalDate.of(2026, 4, 1),
                DAY,
                DAY.minusDays(1),
                items,
                items.stream().map(Listed::item).toList(),
                "L-2026-000123",
                ListedCharges.NONE);
    }

    /** Rossi by another name. */
    static Debtor named(String name) {
        return debtor(name, ROSSI.address());
    }

    static Debtor debtor(String name, Address address) {
        return new Debtor(
                ROSSI.creditor(),
                ROSSI.source(),
                ROSSI.debtor(),
                name,
                ROSSI.debtorClass(),
                ROSSI.vatId(),
                ROSSI.language(),
                address == null ? null : address.country(),
                address,
                List.of(),
                null,
                List.of(),
                ROSSI.contacts());
    }

    /** With a picture of the signature. */
    static Creditor signing() {
        Creditor.Letterhead plain = ACME.letterhead();
        return CreditorsForTests.with(
                new Creditor.Letterhead(
                        plain.address(),
                        plain.vatId(),
                        plain.legalFooter(),
                        plain.logo(),
                        "config/creditors/logo-lumiere.png",
                        TaxNumbers.NONE),
                ACME.howToPay(),
                ACME.people());
    }

    /** Acme with another logo and dispute contact. */
    static Creditor acme(String logo, String disputeContact) {
        Creditor.Letterhead letterhead = ACME.letterhead();
        return CreditorsForTests.with(
                new Creditor.Letterhead(letterhead.address(), letterhead.vatId(), letterhead.legalFooter(), logo),
                ACME.howToPay(),
                new Creditor.People(
                        ACME.people().signatory(), disputeContact, ACME.people().finance()));
    }
}
