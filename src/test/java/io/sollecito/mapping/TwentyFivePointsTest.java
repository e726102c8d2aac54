package io.sollecito.mapping;

import static io.sollecito.mapping.MappingForTests.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the exports of real systems ask of a mapping, point by point. */
class TwentyFivePointsTest {

    private static final Scope SCOPE = new Scope("ACME", "erp");

    /** Fields that most of these mappings share. */
    private static final String ITEM = """
            records:
              - kind: openItem
                debtor: {column: C}
                documentNo: {column: N}
                type: {constant: OTHER}
                issueDate: {constant: 2026-01-01}
            """;

    private static final String AMOUNT = "    openAmount: {column: A, currency: {constant: EUR}}\n";
    private static final String CSV = "source: {format: csv}\n";

    @TempDir
    private Path folder;

    @Test
    void point_01_a_list_of_charsets_with_a_fallback_and_a_mark() throws Exception {
        Mapping mapping = mapping(CSV.replace("csv", "csv, charset: [utf-8, cp850]") + ITEM + AMOUNT);

        for (String charset : List.of("UTF-8", "cp850")) {
            assertThat(items(mapping, "a.csv", "C;N;A\nLéonore;1;5\n".getBytes(Charset.forName(charset))))
                    .extracting(OpenItem::debtor)
                    .containsExactly("Léonore");
        }
        assertThat(items(mapping, "a.csv", "\ufeffC;N;A\nx;1;5\n")).hasSize(1);
    }

    @Test
    void point_02_quotes_line_breaks_and_frames() throws Exception {
        assertThat(items(mapping(CSV + ITEM + AMOUNT), "a.csv", "C;N;A\n\"a;\"\"b\"\"\";1;5\n\"x\ny\";2;5\n"))
                .extracting(OpenItem::debtor)
                .containsExactly("a;\"b\"");

        Mapping list = mapping("source: {format: list, header: find}\nnumbers: {decimal: \",\", trailingMinus: true}\n"
                + ITEM + AMOUNT);
        List<Outcome> outcomes = read(list, "a.txt", """
                Page 1
                ----------------
                |C   |N |A     |
                ----------------
                |a|b |1 |  5,00|
                |c   |2 |1,00- |
                Page 2
                |C   |N |A     |
                |d   |3 |  7,00|
                """);
        assertThat(items(outcomes)).extracting(OpenItem::debtor).containsExactly("a|b", "c", "d");
        assertThat(items(outcomes).get(1).openAmount()).isEqualByComparingTo("-1");
        assertThat(filters(outcomes)).containsExactly("outside-frame", "outside-frame", "repeated-header");
    }

    @Test
    void point_02_one_of_several_separators() throws Exception {
        Mapping either = mapping(CSV.replace("csv", "csv, separator: [\"|\", tab]") + ITEM + AMOUNT);
        assertThat(items(either, "a.csv", "C|N|A\nx y|1|5\n"))
                .extracting(OpenItem::debtor)
                .containsExactly("x y");
        assertThat(items(either, "a.csv", "C\tN\tA\nx||||y\t1\t5\n"))
                .extracting(OpenItem::debtor)
                .containsExactly("x||||y");
        assertThat(read(either, "a.csv", "C\tN\tA\nx|1|5\n")).hasOnlyElementsOfType(Outcome.Quarantined.class);

        Mapping searched = mapping(CSV.replace("csv", "csv, header: find, separator: [\",\", \";\"]") + ITEM + AMOUNT);
        assertThat(items(searched, "a.csv", "Open items, all\n\nC;N;A\nx;1;5\n"))
                .hasSize(1);
        Mapping skipped = mapping(CSV.replace("csv", "csv, skipLines: 1, separator: [\",\", \";\"]") + ITEM + AMOUNT);
        assertThat(items(skipped, "a.csv", "Open, and, all, items\nC;N;A\nx;1;5\n"))
                .hasSize(1);
    }

    @Test
    void point_03_fixed_width() throws Exception {
        Mapping fixed = mapping(
                """
                source:
                  format: fixed
                  charset: cp850
                  fields: {N: {start: 1, length: 5}, C: {start: 6, length: 8}, A: {start: 14, length: 13}}
                """ + ITEM
                        + "    openAmount: {column: A, currency: {constant: EUR}, sign: {suffix: true, negative: [C], positive: [D]}}\n");
        List<Outcome> outcomes = read(
                fixed,
                "X.txt",
                "   67Léo     0000000099.00D\n   68Léo     00000408.5C\n   69Léo     0000000099.0\n"
                        .getBytes(Charset.forName("cp850")));

        assertThat(items(outcomes)).isEmpty();
        outcomes = read(
                fixed,
                "X.txt",
                "   67Léo     000000099.00D\n   68Léo     000000408.50C\n   69Léo     0000099.0\n"
                        .getBytes(Charset.forName("cp850")));
        assertThat(items(outcomes)).extracting(OpenItem::debtor).containsExactly("Léo", "Léo");
        assertThat(items(outcomes).get(0).openAmount()).isEqualByComparingTo("99");
        assertThat(items(outcomes).get(1).openAmount()).isEqualByComparingTo("-408.5");
        assertThat(messages(outcomes)).singleElement().asString().contains("cut off by the end of the line");
    }

    @Test
    void point_04_skipped_lines_positions_and_captions_in_several_languages() throws Exception {
        Mapping mapping = mapping(CSV.replace("csv", "csv, header: find")
                + ITEM.replace("{column: C}", "{column: [Kunde, Cliente]}")
                + AMOUNT);

        assertThat(items(mapping, "a.csv", "Title\n\nAs of;today\nCliente;N;A\nx;1;5\n"))
                .hasSize(1);
        assertThat(items(mapping, "a.csv", "N;Kunde;A\n1;x;5\n")).hasSize(1);
        assertThatThrownBy(() -> read(mapping, "a.csv", "N;Client;A\n1;x;5\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("'Kunde' or 'Cliente'");
    }

    @Test
    void point_04_a_missing_column_is_told_where_the_mapping_asks_for_it() throws Exception {
        for (String header : List.of("", ", header: find")) {
            Mapping mapping = mapping(CSV.replace("csv", "csv" + header) + ITEM + AMOUNT
                    + "    filter: {draft: {column: Status, in: [D]}}\n");
            assertThatThrownBy(() -> read(mapping, "a.csv", "C;No;A\nx;1;5\n"))
                    .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                        assertThat(unreadable.problem().file()).isEqualTo("a.csv");
                        assertThat(unreadable.problem().message())
                                .startsWith("does not have the columns 'N' (line 5 of ")
                                .contains("'Status' (line 9 of ");
                        assertThat(unreadable.problems())
                                .extracting(
                                        problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                                .containsExactly(
                                        "5:26 'N' is no column of a.csv:1", "9:30 'Status' is no column of a.csv:1");
                        assertThat(unreadable.problems().get(0).remedy()).isEqualTo("It has: 'C', 'No', 'A'.");
                    });
        }
    }

    @Test
    void point_05_variables_of_the_first_line_and_years_that_they_give() throws Exception {
        Mapping mapping = mapping("""
                source:
                  format: csv
                  skipLines: 1
                  variables:
                    - {name: kind, line: 1, cell: 1, is: [EXTF]}
                    - {name: begin, line: 1, cell: 2, extract: "([0-9]{8}).*"}
                dates: yyyyMMdd
                """
                + ITEM.replace(
                        "{constant: 2026-01-01}",
                        "{column: D, pattern: ddMM, pad: {left: \"0\", to: 4}, yearFrom: $begin}")
                + AMOUNT);

        assertThat(items(mapping, "a.csv", "EXTF;202507010000\nC;N;A;D\nx;1;5;107\nx;2;5;3006\nx;3;5;3112\n"))
                .extracting(item -> item.issueDate().toString())
                .containsExactly("2025-07-01", "2026-06-30", "2025-12-31");
        assertThatThrownBy(() -> read(mapping, "a.csv", "OTHER;20250701\nC;N;A;D\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("holds 'OTHER', not EXTF");
    }

    @Test
    void point_06_record_types_section_headers_and_values_that_fill_down() throws Exception {
        Mapping sections = mapping(CSV + """
                context:
                  - {name: customer, when: {column: T, in: [K]}, set: {customer: {column: C}}, clear: [site]}
                  - {name: site, when: {column: T, in: [S]}, set: {site: {column: C}}}
                """ + ITEM.replace("{column: C}", "{column: $customer}")
                + "    printedNo: {column: $site}\n" + AMOUNT);
        List<Outcome> outcomes = read(sections, "a.csv", "T;C;N;A\nK;one;;\nS;north;;\nI;;1;5\nK;two;;\nI;;2;6\n");

        assertThat(items(outcomes)).extracting(OpenItem::debtor).containsExactly("one", "two");
        assertThat(items(outcomes)).extracting(OpenItem::printedNo).containsExactly("north", null);
        assertThat(filters(outcomes)).containsExactly("customer", "site", "customer");

        Mapping filled = mapping(CSV.replace("csv", "csv, fillDown: [C]") + ITEM + AMOUNT);
        assertThat(items(filled, "a.csv", "C;N;A\nx;1;5\n;2;6\ny;3;7\n"))
                .extracting(OpenItem::debtor)
                .containsExactly("x", "x", "y");
    }

    @Test
    void point_06_sections_whose_lines_have_other_widths() throws Exception {
        Mapping sections = mapping(CSV.replace("csv", "csv, header: [A, B, C, D]") + """
                context: {name: section, when: {column: A, in: ["#"]}, set: {section: {column: B}}}
                records:
                  - kind: debtor
                    cells: [2, 3]
                    filter: {other: {column: $section, notIn: [K]}}
                    debtor: {column: A}
                    name: {column: B}
                  - kind: openItem
                    cells: 4
                    filter: {other: {column: $section, notIn: [I]}}
                    debtor: {column: A}
                    documentNo: {column: B}
                    type: {constant: OTHER}
                    issueDate: {column: C}
                    openAmount: {column: D, currency: {constant: EUR}}
                """);
        String right = "#;K\nx;one\ny;two;\n#;I\nx;1;2026-01-01;5\n#;Z\na;b;c\n";

        List<Outcome> outcomes = read(sections, "a.csv", right);
        assertThat(outcomes).filteredOn(Outcome.Mapped.class::isInstance).hasSize(3);
        assertThat(filters(outcomes)).containsExactly("section", "section", "section", "other");
        assertThat(messages(read(sections, "a.csv", right.replace(";5\n", "\n"))))
                .containsExactly("the record has 3 cells, the mapping's lines have 2 or 3 or 4");
        assertThat(messages(read(sections, "a.csv", right.replace("x;one", "x;one;and;only"))))
                .hasSize(1);
        assertThat(messages(read(sections, "a.csv", right.replace("x;one", "x"))))
                .hasSize(1);
    }

    @Test
    void point_07_subtotals_are_filtered_and_control_totals_must_come_out() throws Exception {
        Mapping totals = mapping(CSV + """
                totals:
                  - {name: subtotal, when: {column: N, in: [SUM]}, amount: A, sum: A, per: section}
                  - {name: trailer, when: {column: N, in: [ALL]}, amount: A, sum: A, count: C}
                """ + ITEM + AMOUNT);
        String right = "C;N;A\nx;1;5.00\nx;2;7.00\n;SUM;12.00\ny;3;-2.00\n;SUM;-2.00\n3;ALL;10.00\n";

        List<Outcome> outcomes = read(totals, "a.csv", right);
        assertThat(items(outcomes)).hasSize(3);
        assertThat(filters(outcomes)).containsExactly("subtotal", "subtotal", "trailer");
        for (String wrong : List.of(
                right.replace("x;2;7.00\n", ""),
                right.replace("3;ALL", "4;ALL"),
                right.replace("3;ALL;10.00\n", ""),
                right.replace(";SUM;-2.00\n3;ALL;10.00\n", ""))) {
            assertThatThrownBy(() -> read(totals, "a.csv", wrong)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void point_07_a_control_total_is_told_after_the_records() throws Exception {
        Mapping totals = mapping(CSV + """
                totals:
                  - {name: sub, when: {column: N, in: [SUM]}, amount: A, sum: A, currency: W, per: section, control: true}
                  - {name: trailer, when: {column: N, in: [ALL]}, count: C}
                """ + ITEM + "    openAmount: {column: A, currency: W}\n");

        assertThat(read(
                        totals,
                        "a.csv",
                        "C;N;A;W\nx;1;5.00;EUR\n;SUM;5.00;EUR\nx;2;7.00;EUR\nx;3;2.00;CHF\n"
                                + ";SUM;7.00;EUR\n;SUM;2.00;CHF\n3;ALL;;EUR\n"))
                .endsWith(
                        new Outcome.Stated("CHF", new BigDecimal("2.00"), 8),
                        new Outcome.Stated("EUR", new BigDecimal("12.00"), 8));
    }

    @Test
    void point_07_every_currency_has_a_total_of_its_own() throws Exception {
        String amount = "    openAmount: {column: A, currency: W}\n";
        Mapping file = mapping(CSV + """
                totals: {name: trailer, when: {column: N, in: [ALL]}, amount: A, sum: A, count: C, currency: W}
                """ + ITEM + amount);
        String right = "C;N;A;W\nx;1;5.00;EUR\nx;2;7.00;CHF\nx;3;1.00;EUR\n2;ALL;6.00;EUR\n1;ALL;7.00;CHF\n";

        assertThat(items(file, "a.csv", right)).hasSize(3);
        assertThatThrownBy(() -> read(file, "a.csv", right.replace("1;ALL;7.00", "1;ALL;8.00")))
                .hasMessageContaining("the total 'trailer' of CHF says 8.00, the records before it are 7.00");
        assertThatThrownBy(() -> read(file, "a.csv", right.replace("2;ALL;6.00", "3;ALL;6.00")))
                .hasMessageContaining("of EUR says 3 records, the records before it are 2 records");
        assertThatThrownBy(() -> read(file, "a.csv", right.replace("1;ALL;7.00;CHF\n", "")))
                .hasMessageContaining("ends without the total 'trailer' of CHF");
        assertThatThrownBy(() -> read(file, "a.csv", "C;N;A;W\n"))
                .hasMessageContaining("ends without the total 'trailer'");
        assertThatThrownBy(() -> read(file, "a.csv", right.replace("ALL;7.00;CHF", "ALL;7.00;")))
                .hasMessageContaining("currency is blank");
        assertThat(messages(read(file, "a.csv", right.replace("x;1;5.00;EUR", "x;1;5.00;"))))
                .as("what cannot be read proves nothing")
                .hasSize(1);

        Mapping sections = mapping(CSV + """
                totals: {name: sub, when: {column: N, in: [SUM]}, amount: A, sum: A, currency: W, per: section}
                """ + ITEM + amount);
        String twice = "C;N;A;W\nx;1;5;EUR\nx;2;7;CHF\n;SUM;5;EUR\n;SUM;7;CHF\ny;3;1;EUR\n;SUM;1;EUR\n";
        assertThat(items(sections, "a.csv", twice)).hasSize(3);
        for (String wrong : List.of(
                twice.replace(";SUM;1;EUR\n", ""),
                twice.replace(";SUM;7;CHF\n", ""),
                twice.replace("SUM;1", "SUM;6"))) {
            assertThatThrownBy(() -> read(sections, "a.csv", wrong)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void point_08_cells_of_excel() throws Exception {
        Mapping mapping =
                mapping("source: {format: xlsx}\n" + ITEM.replace("{constant: 2026-01-01}", "{column: D}") + AMOUNT);
        List<Outcome> outcomes = read(
                mapping,
                "a.xlsx",
                new Workbook()
                        .row("C", "N", "A", "D")
                        .row("x", 1041, "=1284.4999999999998", Workbook.date(46081))
                        .row("x", 1042, "=0.1", Workbook.date(46082))
                        .row("x", 1043, "=0.125", Workbook.date(46082))
                        .row("x", 1044, Workbook.error("#N/A"), Workbook.date(46082))
                        .row("x", 1045, 5, 46082)
                        .bytes());

        assertThat(items(outcomes)).extracting(OpenItem::documentNo).containsExactly("1041", "1042");
        assertThat(items(outcomes).get(0).openAmount()).isEqualByComparingTo("1284.50");
        assertThat(items(outcomes).get(0).issueDate()).isEqualTo("2026-02-28");
        assertThat(messages(outcomes))
                .satisfiesExactly(
                        message -> assertThat(message).contains("more decimals than EUR"),
                        message -> assertThat(message).contains("#N/A").contains("error in the spreadsheet"),
                        message -> assertThat(message).contains("46082").contains("not a date"));
    }

    @Test
    void point_09_namespaces_repeated_parts_and_what_is_absent_in_xml() throws Exception {
        Mapping mapping = mapping("""
                source: {format: xml, record: /a:Batch/a:Doc, namespaces: {a: "urn:a"}}
                records:
                  - kind: openItem
                    each: Parts/Part
                    debtor: {column: /a:Batch/Head/Customer}
                    documentNo: {column: /a:Batch/a:Doc/@no}
                    instalment: {column: $index}
                    type: {column: ../../Type, map: {I: INVOICE}, default: OTHER, otherwise: quarantine}
                    issueDate: {column: "../../Dates/Date[@kind='issued']"}
                    openAmount: {column: Open, currency: Open/@cur}
                """);
        List<Outcome> outcomes = read(mapping, "a.xml", """
                <?xml version="1.0"?>
                <x:Batch xmlns:x="urn:a"><Head><Customer>K1</Customer></Head>
                <x:Doc no="17"><Type>I</Type><Dates><Date kind="due">2026-02-01</Date><Date kind="issued">2026-01-01</Date></Dates>
                  <Parts><Part><Open cur="EUR">1.00</Open></Part><Part><Open cur="EUR">2.00</Open></Part></Parts></x:Doc>
                <x:Doc no="18"><Dates><Date kind="issued">2026-01-02</Date></Dates>
                  <Parts><Part><Open cur="JPY">300</Open></Part></Parts></x:Doc>
                <x:Doc no="19"><Dates><Date kind="issued">2026-01-02</Date></Dates></x:Doc>
                <Doc no="20"/>
                </x:Batch>
                """);

        assertThat(items(outcomes))
                .extracting(item -> item.documentNo() + "/" + item.instalment() + " " + item.type() + " "
                        + item.debtor() + " " + item.openAmount().toPlainString() + item.currency())
                .containsExactly("17/1 INVOICE K1 1.00EUR", "17/2 INVOICE K1 2.00EUR", "18/1 OTHER K1 300JPY");
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Quarantined.class);
        assertThat(outcomes).hasSize(4);
        assertThat(read(mapping, "a.xml", "<x:Batch xmlns:x='urn:a'/>")).isEmpty();
        assertThatThrownBy(() -> read(mapping, "a.xml", "<Order><Head/></Order>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("is a document of another kind: Order");
    }

    @Test
    void point_09_a_missing_part_still_sees_what_stands_beside_it() throws Exception {
        Mapping mapping = mapping("""
                source: {format: xml, record: /Doc}
                records:
                  - kind: openItem
                    each: Deal/Terms
                    debtor: {column: /Doc/Deal/Buyer}
                    documentNo: {column: ../../No}
                    type: {constant: INVOICE}
                    issueDate: {column: /Doc/Date}
                    dueDate: {column: Due}
                    openAmount: {column: ../Total, currency: {constant: EUR}}
                """);
        List<Outcome> outcomes = read(mapping, "a.xml", """
                <Doc><No>7</No><Date>2026-01-01</Date><Deal><Buyer>K1</Buyer><Total>5.00</Total></Deal></Doc>
                """);

        assertThat(items(outcomes))
                .extracting(item ->
                        item.documentNo() + " " + item.debtor() + " " + item.openAmount() + " " + item.dueDate())
                .containsExactly("7 K1 5.00 null");
    }

    @Test
    void point_10_json_whose_texts_are_typed_otherwise() throws Exception {
        Mapping mapping = mapping("""
                source: {format: json, record: /Invoices}
                records:
                  - kind: openItem
                    debtor: {column: Customer/Number}
                    documentNo: {column: No}
                    type: {column: Credit, map: {"true": CREDIT_NOTE, "false": INVOICE}, otherwise: quarantine}
                    issueDate: {column: Date}
                    openAmount: {column: Balance, currency: Currency}
                """);
        String invoice =
                "{\"No\":7,\"Customer\":{\"Number\":\"0012\"},\"Credit\":%s,\"Date\":\"2026-03-10\",\"Currency\":\"SEK\",\"Balance\":%s}";
        List<Outcome> outcomes = read(
                mapping,
                "a.json",
                "{\"Meta\":{\"Total\":9},\"Invoices\":[" + invoice.formatted("\"true\"", "-1250") + ","
                        + invoice.formatted("false", "\"10.10\"") + ","
                        + invoice.formatted("false", "0.1000000000000000001")
                        + "]}");

        assertThat(items(outcomes))
                .extracting(item -> item.debtor() + item.documentNo() + item.type() + item.openAmount())
                .containsExactly("00127CREDIT_NOTE-1250.00", "00127INVOICE10.10");
        assertThat(messages(outcomes)).singleElement().asString().contains("0.1000000000000000001");

        assertThat(read(mapping, "a.json", "{\"Invoices\":[]}")).isEmpty();
        assertThatThrownBy(() -> read(mapping, "a.json", "{\"error\":{\"code\":401},\"Invoice\":[]}"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("has no 'Invoices' at its top")
                .hasMessageContaining("It has: error, Invoice.");

        Mapping lines = mapping("source: {format: json}\n" + ITEM + AMOUNT);
        assertThat(items(lines, "a.jsonl", "{\"C\":1,\"N\":\"a\",\"A\":5}\n{\"C\":2,\"N\":\"b\",\"A\":6}\n"))
                .extracting(OpenItem::debtor)
                .containsExactly("1", "2");
    }

    @Test
    void point_11_a_query_with_the_company_in_the_name_of_a_table() {
        RecordSet set = mapping("source: {format: sql}\n"
                        + ITEM.replace(
                                "    debtor",
                                "    query: select * from \"${company}$X\" where a = :company\n    debtor")
                        + AMOUNT)
                .recordSets()
                .get(0);

        assertThat(set.camelQuery("Nord S.p.A.")).isEqualTo("select * from \"Nord S_p_A_$X\" where a = :?company");
        assertThatThrownBy(() -> set.camelQuery(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void point_12_numbers() throws Exception {
        Mapping odd = mapping(CSV
                + "numbers: {decimal: \",\", grouping: \"'\", trailingMinus: true, parentheses: true, symbols: [€, CHF]}\n"
                + ITEM + AMOUNT);
        assertThat(items(
                        odd,
                        "a.csv",
                        "C;N;A\nx;1;1'190,50\nx;2;(3,00)\nx;3;4,00-\nx;4;€ 000000000003000,00\nx;5;-CHF 2,00\n"))
                .extracting(item -> item.openAmount().toPlainString())
                .containsExactly("1190.50", "-3.00", "-4.00", "3000.00", "-2.00");
        assertThat(read(odd, "a.csv", "C;N;A\nx;1;1.190\nx;2;(-3,00)\nx;3;5,00 USD\n"))
                .hasOnlyElementsOfType(Outcome.Quarantined.class);

        Mapping implied = mapping(CSV + "numbers: {scale: 2}\n" + ITEM + AMOUNT);
        assertThat(items(implied, "a.csv", "C;N;A\nx;1;119050\nx;2;-7\n"))
                .extracting(item -> item.openAmount().toPlainString())
                .containsExactly("1190.50", "-0.07");
        assertThat(read(implied, "a.csv", "C;N;A\nx;1;1190.50\n")).hasOnlyElementsOfType(Outcome.Quarantined.class);
    }

    @Test
    void point_13_signs_by_two_columns_by_type_and_by_a_suffix() throws Exception {
        Mapping columns = mapping(CSV + ITEM + "    openAmount: {debit: D, credit: K, currency: {constant: EUR}}\n");
        List<Outcome> outcomes = read(columns, "a.csv", "C;N;D;K\nx;1;5;\nx;2;;6\nx;3;0;7\nx;4;8;9\nx;5;;\n");
        assertThat(items(outcomes))
                .extracting(item -> item.openAmount().toPlainString())
                .containsExactly("5.00", "-6.00", "-7.00");
        assertThat(messages(outcomes)).hasSize(2);

        Mapping byType = mapping(
                CSV
                        + ITEM.replace(
                                "{constant: OTHER}",
                                "{column: T, map: {I: INVOICE, C: CREDIT_NOTE}, otherwise: quarantine}")
                        + "    openAmount: {column: A, currency: {constant: EUR}, sign: {type: true, negative: [CREDIT_NOTE]}}\n");
        assertThat(items(byType, "a.csv", "C;N;T;A\nx;1;I;5\nx;2;C;6\nx;3;C;-6\nx;4;I;-2\n"))
                .extracting(item -> item.openAmount().toPlainString())
                .containsExactly("5.00", "-6.00", "-6.00", "-2.00");
    }

    @Test
    void point_14_open_is_total_less_paid_a_sum_or_the_rest_per_cent() throws Exception {
        Mapping less = mapping(CSV + ITEM + "    openAmount: {plus: [T], minus: [P, Q], currency: {constant: EUR}}\n");
        List<Outcome> outcomes = read(less, "a.csv", "C;N;T;P;Q\nx;1;100;30;5\nx;2;100;;\nx;3;;1;\nx;4;100;bad;\n");
        assertThat(items(outcomes))
                .extracting(item -> item.openAmount().toPlainString())
                .containsExactly("65.00", "100.00");
        assertThat(messages(outcomes)).hasSize(2);

        Mapping shares = mapping(CSV
                + ITEM.replace(
                        "    debtor",
                        "    group: {by: [N], make: each, sorted: true}\n    instalment: {column: $index}\n    debtor")
                + "    openAmount: {column: T, percent: {column: P, rest: [\"0\"]}, currency: {constant: EUR}}\n");
        assertThat(items(shares, "a.csv", "C;N;T;P\nx;1;100.01;33.33\nx;1;100.01;33.33\nx;1;100.01;0\nx;2;50;0\n"))
                .extracting(item -> item.documentNo() + "/" + item.instalment() + "=" + item.openAmount())
                .containsExactly("1/1=33.33", "1/2=33.33", "1/3=33.35", "2/1=50.00");

        Mapping sum = mapping(CSV + ITEM.replace("    debtor", "    group: {by: [N]}\n    debtor")
                + "    openAmount: {column: T, sum: group, currency: {constant: EUR}}\n");
        assertThat(items(sum, "a.csv", "C;N;T\nx;1;10\nx;2;5\nx;1;-3\n"))
                .extracting(item -> item.openAmount().toPlainString())
                .containsExactly("7.00", "5.00");
    }

    @Test
    void point_15_dates_in_many_forms_and_those_that_mean_none() throws Exception {
        Mapping mapping = mapping(CSV
                + "dates: {patterns: [dd.MM.yyyy, yyyyMMdd, yyyyMMdd.0, CYYDDD, iso, d MMM yyyy], none: [1753-01-01, 1799-12-31, \"0\"], language: en}\n"
                + ITEM + AMOUNT + "    dueDate: {column: D}\n");

        assertThat(items(
                        mapping,
                        "a.csv",
                        "C;N;A;D\n"
                                + String.join(
                                        "",
                                        List.of(
                                                "x;1;1;14.02.2026\n",
                                                "x;2;1;20260214\n",
                                                "x;3;1;20260214.0\n",
                                                "x;4;1;126045\n",
                                                "x;5;1;2026-02-14T23:30:00.000+01:00\n",
                                                "x;6;1;14 Feb 2026\n"))))
                .hasSize(6)
                .allSatisfy(item -> assertThat(item.dueDate()).isEqualTo("2026-02-14"));
        assertThat(items(mapping, "a.csv", "C;N;A;D\nx;1;1;01.01.1753\nx;2;1;17991231\nx;3;1;0\n"))
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.dueDate()).isNull());
        assertThat(read(mapping, "a.csv", "C;N;A;D\nx;1;1;14/02/2026\nx;2;1;126366\n"))
                .hasOnlyElementsOfType(Outcome.Quarantined.class);
    }

    @Test
    void point_16_due_dates_by_terms_of_payment() throws Exception {
        Mapping sap = mapping(CSV + ITEM + AMOUNT + """
                    dueDate:
                      first:
                        - {compute: {from: [Z, B]}, when: [{column: S, in: [H]}, {column: R, blank: true}]}
                        - {compute: {from: [Z, B], days: [T3, T2, T1]}}
                """.indent(0));
        String header = "C;N;A;Z;B;T1;T2;T3;S;R\n";
        List<OpenItem> items = items(
                sap,
                "a.csv",
                header
                        + "x;1;1;2026-01-10;2026-01-01;14;30;45;S;\n"
                        + "x;2;1;;2026-01-01;14;0;0;S;\n"
                        + "x;3;-1;2026-01-10;2026-01-01;14;;;H;\n"
                        + "x;4;-1;2026-01-10;2026-01-01;14;;;H;9\n");
        assertThat(items)
                .extracting(item -> item.dueDate().toString())
                .containsExactly("2026-02-24", "2026-01-15", "2026-01-10", "2026-01-24");
        assertThat(items).extracting(OpenItem::dueDateOrigin).containsOnly(DueDateOrigin.COMPUTED);

        Mapping italian = mapping(
                CSV + ITEM + AMOUNT
                        + "    dueDate: {compute: {from: B, days: G, endOfMonth: {column: FM, in: [X]}, fixedDay: F, excludedMonths: [8, 12], instead: 10}}\n");
        assertThat(items(
                        italian,
                        "a.csv",
                        "C;N;A;B;G;FM;F\n"
                                + "x;1;1;2026-01-15;30;X;\n"
                                + "x;2;1;2026-01-15;30;X;10\n"
                                + "x;3;1;2026-07-05;30;;\n"
                                + "x;4;1;2026-11-15;30;X;\n"
                                + "x;5;1;2026-01-15;0;;31\n"))
                .extracting(item -> item.dueDate().toString())
                .containsExactly("2026-02-28", "2026-03-10", "2026-09-10", "2027-01-10", "2026-01-31");
        assertThat(messages(read(italian, "a.csv", "C;N;A;B;G;FM;F\nx;1;1;2026-01-15;-5;;\nx;2;1;2026-01-15;1.5;;\n")))
                .hasSize(2);
    }

    @Test
    void point_17_code_tables_in_a_file_and_what_becomes_of_unknown_codes() throws Exception {
        Files.createDirectories(folder.resolve("tables"));
        Files.writeString(folder.resolve("tables/types.yaml"), "RV: INVOICE\nDG: CREDIT_NOTE\n");
        String yaml = CSV
                + "delivers: delta\n"
                + ITEM.replace("{constant: OTHER}", "{column: T, table: tables/types.yaml, otherwise: OTHER}")
                + AMOUNT;
        Path file = Files.writeString(folder.resolve("m.yaml"), yaml);

        assertThat(items(Mapping.load(file), "a.csv", "C;N;A;T\nx;1;5;RV\nx;2;-5;DG\nx;3;5;??\n"))
                .extracting(OpenItem::type)
                .containsExactly(DocumentType.INVOICE, DocumentType.CREDIT_NOTE, DocumentType.OTHER);
        Files.writeString(file, yaml.replace(", otherwise: OTHER", ""));
        assertThat(Mapping.check(file))
                .singleElement()
                .satisfies(advice -> assertThat(advice.message()).contains("does not say what becomes of codes"));
    }

    @Test
    void point_18_texts_cut_and_put_together() throws Exception {
        Mapping mapping = mapping(CSV
                + ITEM.replace(
                                "{column: C}",
                                "{column: C, remove: \" .\", substring: {from: 3, length: 4}, case: upper, unpad: {left: \"0\"}}")
                        .replace("{column: N}", "{concat: [{column: S}, {column: N}]}")
                + AMOUNT
                + "    printedNo: {column: N, extract: \"RE-([0-9]+)/.*\", otherwise: \"null\"}\n"
                + "    paymentReference: {cel: \"row['S'] + '#' + row['N']\"}\n");

        assertThat(items(mapping, "a.csv", "C;N;A;S\nXX0. 0ab9;RE-77/x;5;26-\n"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.debtor()).isEqualTo("AB");
                    assertThat(item.documentNo()).isEqualTo("26-RE-77/x");
                    assertThat(item.printedNo()).isEqualTo("77");
                    assertThat(item.paymentReference()).isEqualTo("26-#RE-77/x");
                });
    }

    @Test
    void point_19_filters_by_name() throws Exception {
        Mapping mapping = mapping(CSV + ITEM + AMOUNT + """
                filter:
                  special: {column: U, blank: false}
                  settled: {column: A, zero: true}
                  internal: "row['C'].startsWith('9')"
                  both: [{column: C, in: [x]}, {column: N, matches: "T.*"}]
                """.indent(4));

        List<Outcome> outcomes =
                read(mapping, "a.csv", "C;N;A;U\nx;1;5;\nx;2;5;W\nx;3;0.00;\n91;4;5;\nx;T5;5;\ny;T6;5;\n");
        assertThat(items(outcomes)).extracting(OpenItem::documentNo).containsExactly("1", "T6");
        assertThat(filters(outcomes)).containsExactly("special", "settled", "internal", "both");
    }

    @Test
    void point_19_tests_of_columns_that_may_be_missing() throws Exception {
        Mapping mapping = mapping(CSV + ITEM + """
                    openAmount:
                      first:
                        - {constant: "0.00", currency: {constant: EUR}, when: {column: [Paid, Payé], in: [X], optional: true}}
                        - {column: A, currency: {constant: EUR}}
                    filter:
                      draft: {column: Status, notIn: [final], optional: true}
                      zero: [{column: B, zero: true, optional: true}]
                """.indent(0));

        assertThat(items(mapping, "a.csv", "C;N;A\nx;1;5\n"))
                .extracting(OpenItem::openAmount)
                .satisfiesExactly(open -> assertThat(open).isEqualByComparingTo("5"));
        List<Outcome> outcomes =
                read(mapping, "a.csv", "C;N;A;Payé;Status;B\nx;1;5;X;final;1\nx;2;5;;draft;1\nx;3;5;;final;0\n");
        assertThat(items(outcomes).get(0).openAmount()).isEqualByComparingTo("0");
        assertThat(filters(outcomes)).containsExactly("draft", "zero");
        assertThatThrownBy(() -> read(
                        mapping(CSV + ITEM + AMOUNT + "    filter: {draft: {column: Status, in: [draft]}}\n"),
                        "a.csv",
                        "C;N;A\nx;1;5\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("'Status'");
    }

    @Test
    void point_19_conditions_in_cel_see_what_the_mapping_makes() throws Exception {
        String context = "context: {name: section, when: {column: C, in: [S]}, set: {section: {column: N}}}\n";
        for (String group : List.of("", "    group: {by: [N]}\n")) {
            Mapping mapping = mapping(CSV + context + ITEM + AMOUNT + group
                    + "    filter: {other: \"row['$section'] != 'east' || row['N'] == '3'\"}\n"
                    + "    printedNo: {cel: \"row['$section'] + '/' + row['$line'] + (('X' in row) ? '!' : '')\"}\n");
            List<Outcome> outcomes = read(mapping, "a.csv", "C;N;A\nx;1;5\nS;east;\nx;2;6\nx;3;6\n");

            assertThat(items(outcomes)).extracting(OpenItem::printedNo).containsExactly("east/4");
            assertThat(filters(outcomes)).containsExactlyInAnyOrder("other", "section", "other");
        }
        assertThatThrownBy(() -> mapping(CSV + context + ITEM + AMOUNT
                        + "    when: \"('$section' in row) && row['$section'] == 'x' && '$file' in row\"\n"))
                .hasMessageContaining("'$file' is no column of the source")
                .hasMessageContaining("row['$file']");
        assertThatThrownBy(() -> mapping(CSV + context + ITEM + AMOUNT + "    when: \"row['$sektion'] == 'x'\"\n"))
                .hasMessageContaining("no variable, context or join gives '$sektion'");
    }

    @Test
    void point_20_lines_become_documents_and_opposite_rows_are_netted() throws Exception {
        Mapping lines =
                mapping(CSV + ITEM.replace("    debtor", "    group: {by: [N], equal: [A]}\n    debtor") + AMOUNT);
        List<Outcome> outcomes = read(lines, "a.csv", "C;N;A\nx;1;10\nx;1;10\nx;2;7\nx;3;8\nx;3;9\n");
        assertThat(items(outcomes)).extracting(OpenItem::documentNo).containsExactly("1", "2");
        assertThat(outcomes).hasSize(5);
        assertThat(outcomes).filteredOn(Outcome.Merged.class::isInstance).hasSize(1);
        assertThat(messages(outcomes))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("differs from '8'"));

        Mapping netted = mapping(
                CSV
                        + ITEM.replace(
                                "    debtor",
                                "    group: {by: [N], sorted: true, lead: {column: R, in: [C]}}\n    dueDate: {column: D}\n    debtor")
                        + "    openAmount: {column: A, currency: {constant: EUR}, sign: {column: S, negative: [A], positive: [D]}, sum: group}\n"
                        + "    originalAmount: {column: A, currency: {constant: EUR}, sum: group, where: {column: R, in: [C]}}\n");
        assertThat(items(
                        netted,
                        "a.csv",
                        "C;N;R;S;A;D\nx;1;S;A;30;2026-03-03\nx;1;C;D;100;2026-02-02\nx;2;C;D;50;2026-02-03\n"))
                .extracting(item -> item.documentNo() + " " + item.openAmount() + " of " + item.originalAmount() + " "
                        + item.dueDate())
                .containsExactly("1 70.00 of 100.00 2026-02-02", "2 50.00 of 50.00 2026-02-03");
    }

    @Test
    void point_21_files_that_are_complete_only_together() throws Exception {
        Mapping mapping =
                mapping(CSV + "joins:\n  terms: {file: \"*terms*\", key: Code, on: T, otherwise: quarantine}\n" + ITEM
                        + AMOUNT + "    dueDate: {compute: {from: D, days: $terms.Days}}\n");
        Path terms = Files.writeString(folder.resolve("terms.csv"), "Code;Text;Days\nZ30;thirty;30\n");
        Path items = Files.writeString(
                folder.resolve("items.csv"), "C;N;A;D;T\nx;1;5;2026-01-01;Z30\nx;2;5;2026-01-01;Z99\n");
        List<InputFile> both = List.of(new InputFile(terms, "terms.csv"), new InputFile(items, "items.csv"));
        List<Outcome> outcomes = new ArrayList<>();
        mapping.read(both.get(1), both, SCOPE, outcomes::add);

        assertThat(items(outcomes))
                .singleElement()
                .satisfies(item -> assertThat(item.dueDate()).isEqualTo("2026-01-31"));
        assertThat(messages(outcomes))
                .singleElement()
                .asString()
                .contains("Z99")
                .contains("not in the joined file");
        assertThatThrownBy(() -> mapping.readFile(items, "items.csv", SCOPE, outcomes::add))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("complete only with a file '*terms*'");
    }

    @Test
    void point_21_files_of_one_archive_come_together() throws Exception {
        Mapping mapping = mapping(CSV + "joins:\n  names: {file: \"debtors*\", key: No, on: C, otherwise: \"null\"}\n"
                + ITEM + AMOUNT + "    printedNo: {column: $names.Name}\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String[] file :
                    new String[][] {{"in/items.csv", "C;N;A\nx;1;5\ny;2;6\n"}, {"in/debtors.csv", "No;Name\nx;Brenta\n"}
                    }) {
                zip.putNextEntry(new ZipEntry(file[0]));
                zip.write(file[1].getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(items(mapping, "export.zip", bytes.toByteArray()))
                .extracting(OpenItem::printedNo)
                .containsExactly("Brenta", null);
    }

    @Test
    void point_22_the_moment_of_a_snapshot_stands_in_the_file_s_name() throws Unreadable {
        Mapping mapping =
                mapping("source: {format: xlsx, asOf: {fileName: \".*_([0-9]{8})[.]xlsx\", pattern: yyyyMMdd}}\n" + ITEM
                        + AMOUNT);

        assertThat(MappingForTests.asOfName(mapping, "open_20260303.xlsx"))
                .contains(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(MappingForTests.asOfName(mapping, "open.xlsx")).isEmpty();
    }

    @Test
    void point_23_keys_of_several_columns() throws Exception {
        Mapping mapping = mapping(CSV
                + ITEM.replace(
                        "    debtor",
                        "    itemKey: {concat: [{column: C}, \"/\", {column: N}, \"/\", {column: S, optional: true}]}\n    debtor")
                + AMOUNT);

        assertThat(items(mapping, "a.csv", "C;N;A;S\nx;1;5;001\nx;1;5;\n;1;5;2\n"))
                .extracting(OpenItem::itemKey)
                .containsExactly("x/1/001", "x/1/");
    }

    @Test
    void point_24_a_currency_for_cells_that_leave_it_blank() throws Exception {
        Mapping mapping = mapping(CSV + ITEM + "    openAmount: {column: A, currency: {column: W, default: CHF}}\n");

        assertThat(items(mapping, "a.csv", "C;N;A;W\nx;1;5;EUR\nx;2;5;\n"))
                .extracting(OpenItem::currency)
                .containsExactly("EUR", "CHF");
    }

    @Test
    void point_25_credits_and_payments_stay_negative_items() throws Exception {
        Mapping mapping = mapping(CSV
                + ITEM.replace(
                        "{constant: OTHER}",
                        "{column: T, map: {C: CREDIT_NOTE, P: PAYMENT_ON_ACCOUNT}, otherwise: quarantine}")
                + "    openAmount: {column: A, currency: {constant: EUR}, negate: true}\n");

        assertThat(items(mapping, "a.csv", "C;N;A;T\nx;1;5;C\nx;2;6;P\n"))
                .extracting(item -> item.type() + " " + item.openAmount())
                .containsExactly("CREDIT_NOTE -5.00", "PAYMENT_ON_ACCOUNT -6.00");
        assertThat(read(mapping, "a.csv", "C;N;A;T\nx;1;-5;C\n")).hasOnlyElementsOfType(Outcome.Quarantined.class);
    }

    private List<OpenItem> items(Mapping mapping, String name, String text) throws Exception {
        return items(read(mapping, name, text));
    }

    private List<OpenItem> items(Mapping mapping, String name, byte[] bytes) throws Exception {
        return items(read(mapping, name, bytes));
    }

    private List<Outcome> read(Mapping mapping, String name, String text) throws Unreadable, IOException {
        return read(mapping, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Outcome> read(Mapping mapping, String name, byte[] bytes) throws Unreadable, IOException {
        List<Outcome> outcomes = new ArrayList<>();
        mapping.readFile(Files.write(folder.resolve(name), bytes), name, SCOPE, outcomes::add);
        return outcomes;
    }

    private static List<OpenItem> items(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Mapped.class::isInstance)
                .map(MappingForTests::item)
                .toList();
    }

    private static List<String> filters(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Filtered.class::isInstance)
                .map(outcome -> ((Outcome.Filtered) outcome).filter())
                .toList();
    }

    private static List<String> messages(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Quarantined.class::isInstance)
                .map(outcome -> ((Outcome.Quarantined) outcome).problem().message())
                .toList();
    }
}
