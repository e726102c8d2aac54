package io.sollecito.bank;

import static io.sollecito.bank.CamtFixture.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Statement;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamtTest {

    private static final String IBAN = "DE89370400440532013000";

    @TempDir
    Path folder;

    @Test
    void a_statement_reads_with_balances_payments_and_parties() {
        StatementFile file = read(CamtFixture.statement()
                .opening("100.00")
                .entry("1190.00", "B-1", details("1190.00", "E2E-1", "Rossi S.r.l.", IBAN, "Fattura 2026/1042", null))
                .xml());

        assertThat(file.problems()).isEmpty();
        assertThat(file.format()).isEqualTo("camt.053.001.08");
        Statement statement = file.statements().get(0);
        assertThat(statement.account()).isEqualTo(CamtFixture.ACCOUNT);
        assertThat(statement.openingBalance()).isEqualByComparingTo("100.00");
        assertThat(statement.closingBalance()).isEqualByComparingTo("1290.00");
        assertThat(statement.balanced()).isTrue();
        assertThat(statement.entries())
                .containsExactly(new Statement.Entry(
                        LocalDate.of(2026, 2, 18),
                        LocalDate.of(2026, 2, 18),
                        new BigDecimal("1190.00"),
                        "EUR",
                        false,
                        "B-1",
                        List.of(new Statement.Payment(
                                new BigDecimal("1190.00"),
                                "EUR",
                                "E2E-1",
                                null,
                                "Fattura 2026/1042",
                                new Statement.Counterparty("Rossi S.r.l.", IBAN),
                                null))));
    }

    @Test
    void an_entry_with_two_details_is_two_payments_and_never_counted_twice() {
        assertThat(amounts(CamtFixture.statement()
                        .entry("3483.00", "B", detail("2187.00"), detail("1296.00"))
                        .xml()))
                .containsExactly("2187.00", "1296.00");
    }

    @Test
    void what_a_batch_does_not_detail_is_a_payment_of_its_own() {
        assertThat(amounts(CamtFixture.statement()
                        .entry("1000.00", "B", CamtFixture.batch(10), detail("100.00"), detail("50.00"))
                        .xml()))
                .containsExactly("100.00", "50.00", "850.00");
    }

    @Test
    void a_detail_without_amount_takes_the_entrys_only_if_it_is_the_only_one() {
        assertThat(amounts(CamtFixture.statement()
                        .entry("70.00", "B", detail(null))
                        .xml()))
                .containsExactly("70.00");
        assertThat(amounts(CamtFixture.statement()
                        .entry("70.00", "B", detail("30.00"), detail(null))
                        .xml()))
                .containsExactly("30.00", "40.00");
        assertThat(amounts(CamtFixture.statement()
                        .entry("70.00", "B", detail(null), detail(null))
                        .xml()))
                .containsExactly("null", "null");
    }

    @Test
    void one_detail_of_many_without_amount_lends_its_references_to_nothing() {
        Statement.Payment payment = read(CamtFixture.statement()
                        .entry("70.00", "B", CamtFixture.batch(20), detail(null))
                        .xml())
                .statements()
                .get(0)
                .entries()
                .get(0)
                .payments()
                .get(0);

        assertThat(payment.amount()).isEqualByComparingTo("70.00");
        assertThat(payment.endToEndId()).isNull();
    }

    @Test
    void a_returned_payment_is_negative_and_names_the_debtor_and_the_reason() {
        Statement.Entry entry = read(CamtFixture.statement()
                        .entry("-500.00", "B", details("500.00", "E2E-1", "Rossi S.r.l.", IBAN, "x", "AC06"))
                        .xml())
                .statements()
                .get(0)
                .entries()
                .get(0);

        assertThat(entry.reversal()).isTrue();
        assertThat(entry.amount()).isEqualByComparingTo("-500.00");
        assertThat(entry.payments().get(0).amount()).isEqualByComparingTo("-500.00");
        assertThat(entry.payments().get(0).returnReason()).isEqualTo("AC06");
        assertThat(entry.payments().get(0).counterparty().name()).isEqualTo("Rossi S.r.l.");
    }

    @Test
    void pending_entries_are_not_booked() {
        String xml = CamtFixture.statement()
                .payment("10.00", "B", "A", IBAN, "x")
                .closing("0.00")
                .xml();
        Statement statement =
                read(xml.replace("<Cd>BOOK</Cd>", "PDNG")).statements().get(0);

        assertThat(statement.entries()).isEmpty();
        assertThat(statement.balanced()).isTrue();
    }

    @Test
    void a_statement_that_does_not_add_up_says_so_with_its_place() {
        StatementFile file = read(CamtFixture.statement()
                .payment("835.44", "B", "A", IBAN, "x")
                .closing("0.00")
                .xml());

        assertThat(file.statements().get(0).balanced()).isFalse();
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("835.44").contains("0.00");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "03", "04", "06", "08", "10", "13"})
    void every_version_reads(String version) {
        String xml = CamtFixture.statement()
                .payment("10.00", "B", "A", IBAN, "x")
                .xml()
                .replace("camt.053.001.08", "camt.053.001." + version);
        if (version.equals("01")) {
            xml = xml.replace("BkToCstmrStmt", "BkToCstmrStmtV01")
                    .replace("<NtryDtls>", "")
                    .replace("</NtryDtls>", "");
        }
        StatementFile file = read(xml);

        assertThat(file.format()).isEqualTo("camt.053.001." + version);
        assertThat(file.problems()).isEmpty();
        assertThat(file.statements().get(0).entries().get(0).payments()).hasSize(1);
    }

    @Test
    void namespaces_may_be_prefixed_or_missing_and_the_charset_another() throws IOException {
        String xml = CamtFixture.statement()
                .payment("10.00", "B", "Müller", IBAN, "x")
                .xml();
        String bare = xml.replace(" xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"", "");
        String prefixed = xml.replace("xmlns=", "xmlns:n=")
                .replaceAll("<(?=[A-Z])", "<n:")
                .replaceAll("</(?=[A-Z])", "</n:");

        assertThat(read(bare).format()).isEqualTo("camt.053");
        assertThat(read(bare).statements()).isEqualTo(read(xml).statements());
        assertThat(read(prefixed)).isEqualTo(read(xml));
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            Path path = Files.write(
                    folder.resolve("c.xml"),
                    xml.replace("UTF-8", charset.name()).getBytes(charset));
            assertThat(StatementReader.read(path, "x.xml").statements())
                    .isEqualTo(read(xml).statements());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Amt Ccy=\"EUR\">ten</Amt>",
                "<Amt Ccy=\"EUR\">-1</Amt>",
                "<Amt Ccy=\"EUR\">1e3</Amt>",
                "<Amt Ccy=\"EUR\">1,00</Amt>",
                "<Amt Ccy=\"QQQ\">1</Amt>",
                "<Amt>1</Amt>"
            })
    void an_amount_that_cannot_be_read_is_a_problem_with_its_place(String amount) {
        StatementFile file = read(CamtFixture.statement()
                .payment("77.00", "B", "A", IBAN, "x")
                .xml()
                .replaceFirst("<Amt Ccy=\"EUR\">77.00</Amt>(?=<CdtDbtInd>CRDT</CdtDbtInd><Sts>)", amount));

        assertThat(file.problems().get(0).line()).isEqualTo(6);
        assertThat(file.problems().get(0).column()).isPositive();
        assertThat(file.statements().get(0).entries()).isEmpty();
    }

    @Test
    void what_is_no_statement_is_a_problem_and_no_statement() {
        for (String content : List.of(
                "",
                "hello",
                "<html><body>camt.053</body></html>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt/></Document>",
                "<Document><BkToCstmrStmt><Stmt><Id>1</Id>",
                "<!DOCTYPE d [<!ENTITY a \"b\">]><Document><BkToCstmrStmt><Stmt><Id>&a;</Id></Stmt></BkToCstmrStmt></Document>",
                "<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><Document><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>",
                "<Document><BkToCstmrStmt>" + "<a>".repeat(100))) {
            StatementFile file = read(content);
            assertThat(file.statements()).as(content).isEmpty();
            assertThat(file.problems()).as(content).isNotEmpty();
        }
    }

    private static String detail(String amount) {
        return details(amount, "E2E", "Rossi", IBAN, "x", null);
    }

    private List<String> amounts(String xml) {
        StatementFile file = read(xml);
        assertThat(file.problems()).isEmpty();
        return file.statements().get(0).entries().get(0).payments().stream()
                .map(payment -> String.valueOf(payment.amount()))
                .toList();
    }

    private StatementFile read(String content) {
        try {
            return StatementReader.read(Files.writeString(folder.resolve("s.xml"), content), "s.xml");
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
