package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.mapping;
import static io.sollecito.mapping.MappingForTests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.AdviceLine;
import io.sollecito.model.MappedCreditor;
import io.sollecito.model.StatementLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherKindsTest {

    @Test
    void a_bank_s_list_tells_what_was_kept_back_and_what_was_instructed() throws Unreadable {
        Mapping mapping = mapping("""
                source: {format: csv}
                records:
                  - kind: statement
                    bookingDate: {column: Date}
                    amount: {plus: [Amount], minus: [Fee], currency: Currency}
                    charges: {column: Fee, currency: Currency}
                    originalAmount: {column: Sent, currency: Sent in}
                    transactionCode: {column: Type}
                """);

        assertThat(read(
                        mapping,
                        "Date;Type;Amount;Fee;Currency;Sent;Sent in\n2026-03-02;TRANSFER;100;1.5;EUR;120;USD\n"
                                + "2026-03-02;;100;0;EUR;;\n"))
                .extracting(outcome -> (StatementLine) ((Outcome.Mapped) outcome).canonical())
                .extracting(line -> line.entry().amount() + " "
                        + line.entry().payments().get(0).particulars())
                .containsExactly(
                        "98.50 Particulars[transactionCode=TRANSFER, charges=1.50, originalAmount=120.00, originalCurrency=USD, collective=null]",
                        "100.00 Particulars[transactionCode=null, charges=null, originalAmount=null, originalCurrency=null, collective=null]");
    }

    @Test
    void a_remittance_advice_names_documents() throws Unreadable {
        Mapping mapping = mapping("""
                source: {format: csv}
                records:
                  - kind: remittanceAdvice
                    advice: {column: Ref}
                    payer: {column: Payer}
                    paid: {column: Date}
                    documentNo: {column: Invoice}
                    amount: {column: Paid, currency: {constant: EUR}}
                    discount: {column: Discount, currency: {constant: EUR}}
                """);

        assertThat(
                        read(
                                mapping,
                                "Ref;Payer;Date;Invoice;Paid;Discount\nA7;Brenta;2026-03-02;26/310;980;20\nA7;Brenta;2026-03-02;26/NC;-61;\n"))
                .extracting(outcome -> (AdviceLine) ((Outcome.Mapped) outcome).canonical())
                .extracting(advice -> advice.documentNo() + " " + advice.amount() + " " + advice.discount())
                .containsExactly("26/310 980.00 20.00", "26/NC -61.00 null");
    }

    @Test
    void a_creditor_is_told_for_comparison() throws Unreadable {
        Mapping mapping = mapping("""
                source: {format: csv}
                records:
                  - kind: creditor
                    creditor: {column: Code}
                    name: {column: Name}
                    zone: {column: Zone}
                """);
        List<Outcome> outcomes = read(mapping, "Code;Name;Zone\n1000;Acme S.p.A.;Europe/Rome\n2000;Nord;Rome\n");

        assertThat(((MappedCreditor) ((Outcome.Mapped) outcomes.get(0)).canonical()).zone())
                .isEqualTo("Europe/Rome");
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Quarantined.class);
    }
}
