package io.sollecito.mapping;

import io.sollecito.model.Address;
import io.sollecito.model.Contact;
import io.sollecito.model.Debtor;
import java.util.ArrayList;
import java.util.List;

/** The fields of a debtor; rules of fields that a mapping leaves out give null. */
record DebtorRule(
        Rule<String> debtor,
        Rule<String> name,
        Rule<String> debtorClass,
        Rule<String> vatId,
        Rule<String> language,
        Rule<String> country,
        AddressRule address,
        List<Rule<List<String>>> bankAccounts,
        Rule<String> payer,
        List<Rule<List<String>>> tags,
        List<ContactRule> contacts)
        implements RecordRule {

    /** An address without lines, post code and city is none. */
    record AddressRule(
            List<Rule<List<String>>> lines, Rule<String> postCode, Rule<String> city, Rule<String> country) {}

    /** A contact without name, e-mail and phone is none. */
    record ContactRule(Rule<String> role, Rule<String> name, Rule<String> email, Rule<String> phone) {}

    @Override
    public Debtor of(Row row, Scope scope, long line) throws CellProblem {
        Address postal = address(row);
        String residence = country.of(row);
        return new Debtor(
                scope.creditor(),
                scope.source(),
                debtor.of(row),
                name.of(row),
                debtorClass.of(row),
                vatId.of(row),
                language.of(row),
                residence == null && postal != null ? postal.country() : residence,
                postal,
                Rules.all(bankAccounts, row),
                payer.of(row),
                Rules.all(tags, row),
                contacts(row));
    }

    @Override
    public String key(Row row) throws CellProblem {
        return debtor.of(row);
    }

    private Address address(Row row) throws CellProblem {
        if (address == null) {
            return null;
        }
        List<String> lines = Rules.all(address.lines(), row);
        String postCode = address.postCode().of(row);
        String city = address.city().of(row);
        String country = address.country().of(row);
        return lines.isEmpty() && postCode == null && city == null ? null : new Address(lines, postCode, city, country);
    }

    private List<Contact> contacts(Row row) throws CellProblem {
        List<Contact> found = new ArrayList<>();
        for (ContactRule contact : contacts) {
            String contactName = contact.name().of(row);
            String email = contact.email().of(row);
            String phone = contact.phone().of(row);
            if (contactName != null || email != null || phone != null) {
                found.add(new Contact(contact.role().of(row), contactName, email, phone));
            }
        }
        return found;
    }
}
