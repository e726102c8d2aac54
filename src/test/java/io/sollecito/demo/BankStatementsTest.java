package io.sollecito.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.demo.companies.AcmeItalia;
import io.sollecito.demo.companies.LumiereFrance;
import io.sollecito.demo.servers.SftpWorld;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BankStatementsTest {

    private static WeeksForTests weeks;

    /** What is checked of a statement file. */
    private record Read(
            String name,
            int number,
            LocalDate from,
            LocalDate to,
            BigDecimal opening,
            BigDecimal closing,
            Element statement) {}

    @BeforeAll
    static void walk() throws Exception {
        weeks = WeeksForTests.shared();
    }

    @ParameterizedTest
    @ValueSource(strings = {SftpWorld.BANK_ACME, SftpWorld.BANK_LUMIERE})
    void every_statement_adds_up_and_continues_the_one_before(String remote) throws Exception {
        List<Read> statements = statements(remote);
        assertThat(statements).hasSize(38 + 1);
        BigDecimal closing = null;
        for (Read each : statements) {
            BigDecimal sum =
                    entries(each).stream().map(BankStatementsTest::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(each.opening().add(sum)).as(each.name()).isEqualByComparingTo(each.closing());
            boolean repeats = each.name().contains("_copia") || !each.from().equals(each.to());
            if (closing != null && !repeats) {
                assertThat(each.opening()).as(each.name()).isEqualByComparingTo(closing);
            }
            closing = each.closing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SftpWorld.BANK_ACME, SftpWorld.BANK_LUMIERE})
    void one_comes_twice_one_overlaps_and_one_comes_after_its_successor(String remote) throws Exception {
        List<Read> statements = statements(remote);
        assertThat(statements)
                .filteredOn(each -> each.name().contains("_copia"))
                .hasSize(1);
        assertThat(statements)
                .filteredOn(each -> !each.from().equals(each.to()))
                .singleElement()
                .satisfies(each -> assertThat(entries(each)).hasSizeGreaterThan(1));

        String creditor = remote.equals(SftpWorld.BANK_ACME) ? AcmeItalia.IBAN : LumiereFrance.IBAN;
        List<Integer> delivered = weeks.mornings.stream()
                .flatMap(morning -> morning.delivered().stream())
                .filter(name -> name.contains(creditor) && !name.contains("_copia"))
                .map(name -> Integer.parseInt(name.replaceAll(".*_(\\d{5})\\.xml", "$1")))
                .toList();
        assertThat(delivered).doesNotHaveDuplicates();
        assertThat(IntStream.range(1, delivered.size())
                        .filter(i -> delivered.get(i) < delivered.get(i - 1))
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {SftpWorld.BANK_ACME, SftpWorld.BANK_LUMIERE})
    void a_batch_entry_is_the_sum_of_its_two_transactions(String remote) throws Exception {
        List<Element> batches = statements(remote).stream()
                .flatMap(each -> entries(each).stream())
                .filter(entry -> entry.getElementsByTagNameNS("*", "Btch").getLength() > 0)
                .toList();
        assertThat(batches).isNotEmpty();
        for (Element batch : batches) {
            List<Element> details = all(batch, "TxDtls");
            assertThat(details).hasSize(2);
            assertThat(details.stream().map(detail -> amount(detail)).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(amount(batch));
        }
    }

    @Test
    void the_two_banks_write_two_versions_and_two_return_reasons() throws Exception {
        Element acme = statements(SftpWorld.BANK_ACME).get(0).statement();
        Element lumiere = statements(SftpWorld.BANK_LUMIERE).get(0).statement();
        assertThat(acme.getNamespaceURI()).endsWith("camt.053.001.02");
        assertThat(lumiere.getNamespaceURI()).endsWith("camt.053.001.08");
        assertThat(reasons(SftpWorld.BANK_ACME)).containsOnly("AM04").isNotEmpty();
        assertThat(reasons(SftpWorld.BANK_LUMIERE)).containsOnly("AC04").isNotEmpty();
    }

    @Test
    void no_statement_is_of_a_day_on_which_banks_are_closed() throws Exception {
        assertThat(statements(SftpWorld.BANK_ACME))
                .extracting(Read::to)
                .doesNotContain(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6));
    }

    private static List<String> reasons(String remote) throws Exception {
        return statements(remote).stream()
                .flatMap(each -> all(each.statement(), "RtrInf").stream())
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Read> statements(String remote) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        List<Read> read = new ArrayList<>();
        try (Stream<Path> files = Files.list(weeks.world.sftp().folder(remote))) {
            for (Path file : files.sorted().toList()) {
                Element statement = all(builder.parse(file.toFile()).getDocumentElement(), "Stmt")
                        .get(0);
                List<Element> balances = all(statement, "Bal");
                read.add(new Read(
                        file.getFileName().toString(),
                        Integer.parseInt(text(statement, "ElctrncSeqNb")),
                        LocalDate.parse(text(statement, "FrDtTm").substring(0, 10)),
                        LocalDate.parse(text(statement, "ToDtTm").substring(0, 10)),
                        signed(balances.get(0)),
                        signed(balances.get(1)),
                        statement));
            }
        }
        return read;
    }

    private static List<Element> entries(Read statement) {
        return all(statement.statement(), "Ntry");
    }

    private static BigDecimal signed(Element element) {
        return text(element, "CdtDbtInd").equals("DBIT") ? amount(element).negate() : amount(element);
    }

    private static BigDecimal amount(Element element) {
        return new BigDecimal(text(element, "Amt"));
    }

    private static String text(Element element, String name) {
        return all(element, name).get(0).getTextContent();
    }

    private static List<Element> all(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
