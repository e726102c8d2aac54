package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.mapping;
import static io.sollecito.mapping.MappingForTests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.AdviceLine;
import io.sollecito.model.MappedCreditor;
import io.sollecito.model.Statement;
import io.sollecito.model.StatementLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherKindsTest {

    private static final String BANK = """
            source: {format: csv}
            numbers: {decimal: ","}
            dates: dd.MM.yyyy
            records:
              - kind: statement
                account: {column: Konto}
                bookingDate: {column: Buchung}
                valueDate: {column: Valuta}
                amount: {column: Betrag, currency: Währung}
                balance: {column: Saldo, currency: Währung}
                remittance: {concat: [{column: Zweck 1}, " ", {column: Zweck 2}]}
                counterpartyName: {column: Name}
            """;
    private static final String HEADER = "Konto;Buchung;Valuta;Betrag;Währung;Saldo;Zweck 1;Zweck 2;Name\n";
    private static final String OLD = "DE1;02.03.2026;02.03.2026;100,00;EUR;150,00;Rechnung;26/310;Brenta\n";
    private static final String NEW = "DE1;03.03.2026;;-20,50;EUR;129,50;Gebühr;;\n";

    @Test
    void a_bank_s_list_becomes_a_statement_whichever_end_it_begins_with() throws Unreadable {
        for (String list : List.of(OLD + NEW, NEW + OLD)) {
            assertThat(statements(list)).singleElement().satisfies(statement -> {
                assertThat(statement.openingBalance()).isEqualByComparingTo("50");
                assertThat(statement.closingBalance()).isEqualByComparingTo("129.50");
                assertThat(statement.balanced()).isTrue();
                assertThat(statement.entries()).hasSize(2);
                assertThat(statement.entries().get(0).payments().get(0).remittance())
                        .isEqualTo("Rechnung 26/310");
                assertThat(statement
                                .entries()
                                .get(0)
                                .payments()
                                .get(0)
                                .counterparty()
                                .name())
                        .isEqualTo("Brenta");
            });
        }
    }

    @Test
    void a_list_that_lacks_an_entry_is_not_balanced() throws Unreadable {
        assertThat(statements(OLD + NEW.replace("129,50", "100,00")).get(0).balanced())
                .isFalse();
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

    private static List<Statement> statements(String list) throws Unreadable {
        return Statements.of(read(mapping(BANK), HEADER + list).stream()
                .map(outcome -> (StatementLine) ((Outcome.Mapped) outcome).canonical())
                .toList());
    }
}
