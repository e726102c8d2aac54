package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.GERMAN;
import static io.sollecito.mapping.MappingForTests.item;
import static io.sollecito.mapping.MappingForTests.mapping;
import static io.sollecito.mapping.MappingForTests.quarantined;
import static io.sollecito.mapping.MappingForTests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Contact;
import io.sollecito.model.Debtor;
import io.sollecito.model.Discount;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payee;
import io.sollecito.model.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final String ITEM = """
            source: {format: csv, separator: ",", header: true}
            dates: [yyyyMMdd]
            records:
              - kind: openItem
                itemKey: {concat: [{column: company}, "/", {column: no}]}
                debtor: {column: debtor, unpad: {left: "0"}}
                documentNo: {column: no, extract: "[A-Z]+-(.+)"}
                printedNo: {same: documentNo}
                instalment: {column: part, default: "2"}
                type: {constant: INVOICE}
                issueDate: {column: issued, none: ["00000000"]}
                dueDate: {column: due, none: ["00000000"], pattern: [yyyy-MM-dd, dd MMM yyyy]}
                openAmount: {column: open, currency: {constant: EUR}, negate: true}
                originalAmount: {column: total, currency: {constant: EUR}, negate: true, default: 0}
                inCollection: {column: riba, map: {X: true}, otherwise: false, default: false}
                discount: {until: {column: until}, amount: {column: discount, currency: {constant: EUR}}}
                withheld: [{reason: {constant: split-payment}, amount: {column: vat, currency: {constant: EUR}}}]
                precedingDocuments: [{column: before, split: "+"}]
                holds: [{column: block, map: {A: dispute}, otherwise: manual}]
            """;
    private static final String HEADER =
            "company,no,debtor,part,issued,due,open,total,riba,until,discount,vat,before,block\n";

    @Test
    void every_operator_does_what_it_says() throws Unreadable {
        OpenItem item = item(
                read(mapping(ITEM), HEADER + "1000,FT-17,00042,,20260115,14 Feb 2026,-100,,X,20260125,2,22,A1 + A2,B\n")
                        .get(0));

        assertThat(item.itemKey()).isEqualTo("1000/FT-17");
        assertThat(item.debtor()).isEqualTo("42");
        assertThat(item.printedNo()).isEqualTo("17");
        assertThat(item.instalment()).isEqualTo(2);
        assertThat(item.dueDate()).isEqualTo("2026-02-14");
        assertThat(item.openAmount()).isEqualTo(new BigDecimal("100.00"));
        assertThat(item.originalAmount()).isEqualByComparingTo("0");
        assertThat(item.inCollection()).isTrue();
        assertThat(item.discount()).isEqualTo(new Discount(LocalDate.parse("2026-01-25"), new BigDecimal("2.00")));
        assertThat(item.withheld()).containsExactly(new Withheld("split-payment", new BigDecimal("22.00"), null));
        assertThat(item.precedingDocuments()).containsExactly("A1", "A2");
        assertThat(item.holds()).containsExactly("manual");
    }

    @Test
    void blank_cells_and_values_that_mean_nothing_are_null() throws Unreadable {
        OpenItem item = item(read(mapping(ITEM), HEADER + "1000,FT-17,00042,1,00000000,00000000,-1,-1,,,,,,\n")
                .get(0));

        assertThat(item.issueDate()).isNull();
        assertThat(item.dueDate()).isNull();
        assertThat(item.dueDateOrigin()).isEqualTo(DueDateOrigin.NONE);
        assertThat(item.discount()).isNull();
        assertThat(item.withheld()).isEmpty();
        assertThat(item.holds()).isEmpty();
        assertThat(item.inCollection()).isFalse();
    }

    @Test
    void a_key_with_a_hole_and_a_text_that_does_not_match_are_quarantined() throws Unreadable {
        List<Outcome> outcomes = read(
                mapping(ITEM),
                HEADER + ",FT-17,42,1,20260115,,-1,-1,,,,,,\n" + "1000,17,42,1,20260115,,-1,-1,,,,,,\n"
                        + "1000,FT-1,42,1,20260115,,-1,-1,,,2,,,\n");

        assertThat(outcomes)
                .extracting(outcome -> quarantined(outcome).field())
                .containsExactly("itemKey", "documentNo", "discount");
        assertThat(quarantined(outcomes.get(0)).itemKey()).isNull();
        assertThat(quarantined(outcomes.get(1)).itemKey()).isEqualTo("1000/17");
    }

    @Test
    void a_credit_without_its_sign_is_quarantined_and_a_negative_invoice_is_a_credit() throws Unreadable {
        List<Outcome> outcomes = read(
                mapping(GERMAN.replace(", sign: {column: S/H, negative: [H]}", "")),
                MappingForTests.HEADER + "1;10;DG;01.03.2026;31.03.2026;75,00;EUR;H\n"
                        + "1;11;DG;01.03.2026;31.03.2026;-75,00;EUR;H\n"
                        + "1;12;RV;01.03.2026;31.03.2026;-75,00;EUR;H\n");

        assertThat(quarantined(outcomes.get(0)).field()).isEqualTo("openAmount");
        assertThat(quarantined(outcomes.get(0)).problem().column()).isEqualTo(31);
        assertThat(quarantined(outcomes.get(0)).problem().message())
                .isEqualTo("openAmount (column 'Betrag'): '75.00' is positive, but a credit note is negative here: add"
                        + " sign: {column: ..., negative: [...]} or negate: true, or map its type to OTHER if it is owed"
                        + " (a refund)");
        assertThat(quarantined(outcomes.get(0)).itemKey()).isNotNull();
        assertThat(item(outcomes.get(1)).isCredit()).isTrue();
        assertThat(item(outcomes.get(2)).isCredit()).isTrue();
    }

    @Test
    void a_day_that_does_not_exist_and_a_number_of_another_country_are_told_as_such() throws Unreadable {
        List<Outcome> outcomes = read(
                mapping(GERMAN),
                MappingForTests.HEADER + "1;10;RV;30.02.2026;31.03.2026;75,00;EUR;S\n"
                        + "1;11;RV;2026-02-28;31.03.2026;75,00;EUR;S\n"
                        + "1;12;RV;28.02.2026;31.03.2026;1,250.00;EUR;S\n");

        assertThat(outcomes)
                .extracting(outcome -> quarantined(outcome).problem().message())
                .containsExactly(
                        "issueDate (column 'Datum'): '30.02.2026' is no day that exists",
                        "issueDate (column 'Datum'): '2026-02-28' is not a date of the form dd.MM.yyyy",
                        "openAmount (column 'Betrag'): '1,250.00' is not a number as this mapping's 'numbers' describe"
                                + " them (decimal ',', grouping '.')");
    }

    @Test
    void a_debtor_has_address_accounts_tags_and_contacts() throws Unreadable {
        Mapping debtors = mapping("""
                source: {format: csv, separator: tab}
                records:
                  - kind: debtor
                    debtor: {column: id}
                    name: {column: name}
                    language: {column: lang, extract: "([a-z]{2})(?:_.*)?", otherwise: null}
                    address: {lines: [{concat: [{column: street}, " ", {column: house}]}], city: {column: city}, country: {column: land}}
                    bankAccounts: [{column: iban, split: ","}]
                    contacts:
                      - {role: {constant: accounts-payable}, email: {column: mail}}
                      - {name: {column: boss, optional: true}}
                """);
        String header = "id\tname\tlang\tstreet\thouse\tcity\tland\tiban\tmail\n";

        List<Outcome> outcomes = read(
                debtors,
                header
                        + "7\tÉlodie\tfr_FR\true X\t\tNice\tfr\tDE89 3704 0044 0532 0130 00,FR1420041010050500013M02606\te@x.example\n"
                        + "8\tB\t\t\t\t\t\tDE88370400440532013000\t\n"
                        + "9\tC\t\t\t\t\t\t\ta b@x.example\n");
        Debtor debtor = (Debtor) ((Outcome.Mapped) outcomes.get(0)).canonical();

        assertThat(debtor.language()).isEqualTo("fr");
        assertThat(debtor.country()).isEqualTo("FR");
        assertThat(debtor.address().lines()).containsExactly("rue X");
        assertThat(debtor.bankAccounts()).containsExactly("DE89370400440532013000", "FR1420041010050500013M02606");
        assertThat(debtor.contacts()).containsExactly(new Contact("accounts-payable", null, "e@x.example", null));
        assertThat(quarantined(outcomes.get(1)).problem().message()).contains("IBAN");
        assertThat(quarantined(outcomes.get(2)).problem().message()).contains("e-mail");
    }

    @Test
    void whom_an_item_is_paid_to_has_a_name_and_an_iban_whose_check_digits_are_right() throws Unreadable {
        Mapping assigned = mapping("""
                source: {format: csv, separator: ",", header: true}
                dates: [yyyyMMdd]
                records:
                  - kind: openItem
                    debtor: {column: debtor}
                    documentNo: {column: no}
                    type: {constant: INVOICE}
                    issueDate: {column: issued}
                    openAmount: {column: open, currency: {constant: EUR}}
                    payTo: {name: {column: factor}, iban: {column: iban}, bic: {column: bic}}
                """);

        List<Outcome> outcomes = read(assigned, """
                debtor,no,issued,open,factor,iban,bic
                7,1,20260115,100,Fattore S.p.A.,it40 S054 2811 1010 0000 0123 456,blopit22
                7,2,20260115,100,Fattore S.p.A.,,
                7,3,20260115,100,Fattore S.p.A.,IT41S0542811101000000123456,
                7,4,20260115,100,,IT40S0542811101000000123456,
                7,5,20260115,100,Fattore S.p.A.,IT40S0542811101000000123456,BLOP
                """);

        assertThat(item(outcomes.get(0)).payTo())
                .isEqualTo(new Payee("Fattore S.p.A.", "IT40S0542811101000000123456", "BLOPIT22"));
        assertThat(item(outcomes.get(1)).payTo()).isNull();
        assertThat(quarantined(outcomes.get(2)).problem().message()).contains("is not an IBAN with valid check digits");
        assertThat(quarantined(outcomes.get(3)).problem().message()).contains("says no name of who is paid");
        assertThat(quarantined(outcomes.get(4)).problem().message()).contains("is not a BIC");
    }
}
