package io.sollecito.reminders.message;

import io.sollecito.model.Address;
import io.sollecito.model.Contact;
import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.Instrument;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Past.BrokenPromise;
import io.sollecito.model.ReferenceKind;
import io.sollecito.model.TaxNumbers;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of all variables of one reminder. */
final class MessageValues {

    private static final int MOST_NUMBERS = 12;

    private final ReminderFacts facts;
    private final Language language;
    private final Map<String, String> labels;
    private final Values values = new Values();

    private MessageValues(ReminderFacts facts, Language language, Map<String, String> labels) {
        this.facts = facts;
        this.language = language;
        this.labels = labels;
    }

    /** @param labels of that language */
    static Values of(ReminderFacts facts, Language language, Map<String, String> labels) {
        MessageValues all = new MessageValues(facts, language, labels);
        all.values.all(labels).ours(Variable.LANGUAGE, language.code());
        all.debtor(facts.debtor());
        all.creditor(facts.creditor());
        all.reminder();
        all.items();
        new ChargeRows(language, labels, facts.currency())
                .addTo(all.values, facts.charges().asked());
        return all.values;
    }

    /** Takes out what says how to pay, for a message that asks for nothing; totals are called what they are there. */
    static void withoutPayment(Values values, Payment payment) {
        List.of(
                        Variable.PAYEE_NAME,
                        Variable.ASSIGNED,
                        Variable.COMPANY_IBAN,
                        Variable.COMPANY_BIC,
                        Variable.PAYMENT_REFERENCE,
                        Variable.PAY_BY_DATE,
                        Variable.PAYABLE,
                        Variable.AMOUNT_TO_PAY)
                .forEach(means -> values.put(means, null));
        Label total = payment == Payment.COLLECTED ? Label.TOTAL_COLLECTED : Label.TOTAL_LISTED;
        Object word = values.map().get(total.tag());
        values.all(Map.of(Label.TOTAL.tag(), word, Label.TOTAL_WITH_UPCOMING.tag(), word));
    }

    private void debtor(Debtor debtor) {
        values.put(Variable.CUSTOMER_NAME, debtor.name())
                .put(Variable.CUSTOMER_CLIENT_CODE, debtor.debtor())
                .put(Variable.CUSTOMER_VAT_ID, debtor.vatId())
                .put(Variable.CUSTOMER_SIREN, TaxNumbers.sirenOfVatId(debtor.vatId()))
                .put(Variable.CUSTOMER_ADDRESS, PostalAddress.oneLine(debtor.address()))
                .flag(Variable.BUSINESS_CUSTOMER, "business".equals(debtor.debtorClass()));
        debtor.contacts().stream()
                .filter(contact -> "accounts-payable".equals(contact.role()))
                .findFirst()
                .or(() -> debtor.contacts().stream().findFirst())
                .ifPresent(this::contact);
    }

    private void contact(Contact contact) {
        values.put(Variable.CUSTOMER_CONTACT_NAME, contact.name())
                .put(Variable.CUSTOMER_PHONE_NUMBER, contact.phone())
                .put(Variable.CUSTOMER_EMAIL, contact.email());
    }

    private void creditor(Creditor creditor) {
        Creditor.Letterhead letterhead = creditor.letterhead();
        Creditor.Signatory signatory = creditor.people().signatory();
        values.put(Variable.COMPANY_NAME, creditor.name())
                .put(Variable.COMPANY_ADDRESS, PostalAddress.oneLine(letterhead.address()))
                .put(Variable.COMPANY_VAT_ID, letterhead.vatId())
                .put(Variable.COMPANY_FISCAL_CODE, letterhead.numbers().fiscalCode())
                .put(
                        Variable.COMPANY_SIREN,
                        TaxNumbers.inThrees(letterhead.numbers().siren()))
                .put(
                        Variable.COMPANY_SIRET,
                        TaxNumbers.inThrees(letterhead.numbers().siret()))
                .put(Variable.DISPUTE_CONTACT, creditor.people().disputeContact())
                .put(Variable.LEGAL_FOOTER, letterhead.legalFooter())
                .list(Variable.SENDER_LINES, lines(senderLines(letterhead.address())));
        if (facts.unpayable().isEmpty()) {
            values.put(Variable.PAYEE_NAME, facts.payee())
                    .flag(Variable.ASSIGNED, facts.isAssigned())
                    .put(Variable.COMPANY_IBAN, Values.inFours(facts.iban()))
                    .put(Variable.COMPANY_BIC, facts.bic());
        }
        NoticeLaw.of(creditor.country())
                .ifPresent(law -> values.put(Variable.LEGAL_BASIS, law.notice())
                        .put(
                                Variable.INTEREST_BASIS,
                                law.interest(facts.debtor().debtorClass()))
                        .put(Variable.CIVIL_INTEREST_BASIS, law.civilInterest()));
        if (letterhead.address() != null) {
            values.put(Variable.SIGNATORY_COMPANY_CITY, letterhead.address().city());
        }
        if (signatory != null) {
            values.put(Variable.SIGNATORY_FIRST_NAME, signatory.firstName())
                    .put(Variable.SIGNATORY_LAST_NAME, signatory.lastName())
                    .put(Variable.SIGNATORY_EMAIL, signatory.email())
                    .put(Variable.SIGNATORY_PHONE_NUMBER, Values.unbroken(signatory.phone()));
        }
    }

    private static List<String> senderLines(Address address) {
        return address == null ? List.of() : PostalAddress.withoutName(address);
    }

    private void reminder() {
        values.put(Variable.CURRENT_DATE, language.longDate(facts.date()))
                .put(Variable.PAY_BY_DATE, facts.deadline() == null ? null : language.longDate(facts.deadline()))
                .put(Variable.TOTAL_AMOUNT, language.amount(total(), facts.currency()))
                .put(Variable.PAYMENT_REFERENCE, ReferenceKind.printed(facts.reference()))
                .put(Variable.LETTER_ID, facts.letterId())
                .put(Variable.AMOUNT_TO_PAY, language.amount(facts.toPay(), facts.currency()))
                .flag(Variable.PAYABLE, facts.toPay().signum() > 0);
        BrokenPromise broken = facts.past().broken();
        if (broken != null) {
            values.put(Variable.PROMISED_AMOUNT, language.amount(broken.amount(), facts.currency()))
                    .put(Variable.PROMISED_DATE, language.longDate(broken.day()));
            if (broken.arrived().signum() > 0) {
                values.put(Variable.PROMISED_AND_ARRIVED, language.amount(broken.arrived(), facts.currency()));
            }
        }
        if (facts.consideredUntil() != null) {
            values.put(Variable.PAYMENTS_CONSIDERED_UNTIL, language.longDate(facts.consideredUntil()));
        }
    }

    /** What the items that the message is about add up to; planning leaves out what the bank collects. */
    private BigDecimal total() {
        return facts.items().stream()
                .filter(ItemRows::isAnnounced)
                .map(Listed::amount)
                .reduce(facts.total(), BigDecimal::add);
    }

    private void items() {
        ItemRows rows = new ItemRows(language, labels, facts.date());
        List<Listed> counted = facts.items().stream().filter(ItemRows::counts).toList();
        List<Listed> others = facts.items().stream()
                .filter(listed -> !ItemRows.counts(listed))
                .toList();
        BigDecimal overdue = counted.stream()
                .filter(listed -> listed.role().equals("overdue"))
                .map(Listed::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<String> numbers = counted.stream()
                .filter(listed -> !listed.role().equals("credit"))
                .map(listed -> listed.item().numberForDebtor())
                .distinct()
                .toList();
        values.list(Variable.INVOICES, rows.of(counted))
                .list(Variable.OTHER_ITEMS, rows.of(others))
                .flag(Variable.HAS_OTHER_ITEMS, !others.isEmpty())
                .put(Variable.CUSTOMER_INVOICING_EXPIRED_OUTSTANDING_AMOUNT, language.amount(overdue, facts.currency()))
                .flag(Variable.UPCOMING_ITEMS, rows.mixesUpcoming(counted))
                .flag(Variable.SINGLE_INVOICE, numbers.size() == 1)
                .put(Variable.INVOICE_NUMBERS, joined(numbers));
        collection(counted.stream()
                .filter(ItemRows::isDebt)
                .map(Listed::item)
                .filter(OpenItem::inCollection)
                .toList());
    }

    /** The day and the instrument, when they are the same for all that is collected. */
    private void collection(List<OpenItem> collected) {
        Set<LocalDate> days = collected.stream().map(OpenItem::dueDate).collect(Collectors.toSet());
        Set<Instrument> instruments = collected.stream()
                .map(item -> Instrument.of(item.paymentMeans()))
                .collect(Collectors.toSet());
        LocalDate day = days.size() == 1 ? days.iterator().next() : null;
        Instrument instrument = instruments.size() == 1 ? instruments.iterator().next() : Instrument.OTHER;
        values.put(Variable.COLLECTION_DATE, day == null ? null : language.longDate(day))
                .put(
                        Variable.COLLECTION_INSTRUMENT,
                        Label.of(instrument)
                                .map(label -> labels.get(label.tag()))
                                .orElse(null));
    }

    private static String joined(List<String> numbers) {
        String first = numbers.stream().limit(MOST_NUMBERS).collect(Collectors.joining(", "));
        return numbers.size() > MOST_NUMBERS ? first + ", …" : first;
    }

    /** Lines of an address for a layout. */
    static List<Map<String, Object>> lines(List<String> lines) {
        return lines.stream()
                .map(line -> new Values().put(Variable.LINE, line).map())
                .toList();
    }
}
