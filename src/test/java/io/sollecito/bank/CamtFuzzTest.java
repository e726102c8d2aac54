package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.camt.CamtFormat;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever a camt file holds, reading it ends, throws nothing and says true only of what adds up. */
class CamtFuzzTest {

    private static final String XML = CamtFixture.statement()
            .opening("100.00")
            .entry(
                    "100.00",
                    "B-1",
                    "<Btch><NbOfTxs>2</NbOfTxs><TtlAmt Ccy=\"EUR\">100.00</TtlAmt></Btch>",
                    CamtFixture.details("60.00", "E2E-1", "Rossi", "DE89370400440532013000", "Fattura 1042", null),
                    CamtFixture.details("40.00", "E2E-2", "Bianchi", null, "RF18539007547034", "AC06"))
            .entry("-12.35", "B-2", CamtFixture.details(null, null, null, null, "Spese", null))
            .xml()
            .replaceFirst(
                    "<Ntry>",
                    "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>112.35</Sum></TtlNtries></TxsSummry><Ntry>"
                            + "<BkTxCd><Domn><Cd>PMNT</Cd></Domn></BkTxCd><Chrgs><Amt Ccy=\"EUR\">1.00</Amt></Chrgs>");

    @Property(tries = 700)
    void bytes_may_change(@ForAll Random random, @ForAll @IntRange(min = 1, max = 15) int changes) throws IOException {
        byte[] content = XML.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < changes; i++) {
            content[random.nextInt(content.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : '0' + random.nextInt(10));
        }
        read(content);
    }

    @Property(tries = 300)
    void elements_may_come_in_any_order(@ForAll Random random) throws IOException {
        List<String> parts = new ArrayList<>(List.of(XML.split("(?=<(?!/))")));
        List<String> some = parts.subList(3 + random.nextInt(5), parts.size() - random.nextInt(5));
        Collections.shuffle(some, random);
        read(String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void a_file_that_ends_early_is_no_statement(@ForAll @IntRange(min = 0, max = 2000) int length) throws IOException {
        int end = length % (XML.stripTrailing().length() - 1);

        assertThat(read(XML.substring(0, end).getBytes(StandardCharsets.UTF_8)).problems())
                .isNotEmpty();
    }

    private static StatementFile read(byte[] content) throws IOException {
        CollectedStatements collected = new CollectedStatements();
        StatementFile file =
                collected.file("x.xml", new CamtFormat().read(new ByteArrayInputStream(content), "x.xml", collected));
        for (Statement statement : file.statements()) {
            if (Boolean.TRUE.equals(statement.balanced())) {
                BigDecimal sum = statement.entries().stream()
                        .map(Statement.Entry::amount)
                        .reduce(statement.openingBalance(), BigDecimal::add);
                assertThat(sum).isEqualByComparingTo(statement.closingBalance());
            }
        }
        assertThat(file.problems()).extracting(Problem::message).doesNotContainNull();
        return file;
    }
}
