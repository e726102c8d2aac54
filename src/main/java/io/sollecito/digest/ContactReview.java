package io.sollecito.digest;

import io.sollecito.ledger.figures.OwingDebtors.Owing;
import io.sollecito.model.Contact;
import io.sollecito.model.Debtor;
import io.sollecito.model.MobileNumber;
import io.sollecito.model.Recipients;
import io.sollecito.model.SuspendedAddress;
import io.sollecito.model.VatNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is missing or wrong in the contact data of a debtor who owes something; the people of his ERP can correct it there. */
public final class ContactReview {

    /**
     * @param kind no-data, no-email, no-mobile, vat-id, suspended, address, language, class or country
     * @param message for those people
     */
    public record Finding(String kind, String message) {}

    private ContactReview() {}

    /** In the order of the kinds; none when all is well. */
    public static List<Finding> of(Owing owing) {
        Debtor debtor = owing.debtor();
        if (debtor.name() == null) {
            return List.of(new Finding("no-data", "the ERP has delivered no master data of this debtor"));
        }
        List<Finding> findings = new ArrayList<>();
        String country = Recipients.countryOf(debtor);
        if (Recipients.of(debtor, "email").isEmpty()) {
            findings.add(new Finding("no-email", "no contact has a usable e-mail address"));
        }
        phone(debtor, country, findings);
        if (debtor.vatId() != null && !VatNumber.isPlausible(debtor.vatId(), country)) {
            findings.add(new Finding("vat-id", "'" + debtor.vatId() + "' is no valid VAT number"));
        }
        for (SuspendedAddress address : owing.suspended()) {
            findings.add(new Finding(
                    "suspended",
                    "the " + address.channel() + " address " + address.reason() + " on " + address.since()));
        }
        if (Recipients.of(debtor, "letter").isEmpty()) {
            findings.add(new Finding("address", "the postal address is not complete"));
        }
        unknown(debtor.language(), "language", findings);
        unknown(debtor.debtorClass(), "class", findings);
        unknown(country, "country", findings);
        return findings;
    }

    private static void phone(Debtor debtor, String country, List<Finding> findings) {
        List<String> phones = debtor.contacts().stream()
                .map(Contact::phone)
                .filter(Objects::nonNull)
                .filter(phone -> !phone.isBlank())
                .toList();
        boolean mobile = phones.stream()
                .anyMatch(phone -> MobileNumber.e164(phone, country).isPresent());
        if (!phones.isEmpty() && !mobile) {
            findings.add(new Finding("no-mobile", "'" + phones.get(0) + "' is no mobile number"));
        }
    }

    private static void unknown(String value, String kind, List<Finding> findings) {
        if (value == null) {
            findings.add(new Finding(kind, "the " + kind + " is not known"));
        }
    }
}
