package io.sollecito.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.sollecito.model.Debtor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import io.sollecito.model.OpenItemKey;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On tables as Business Central makes them: the company's name stands in each table's name. */
class BusinessCentralMappingTest {

    private static final String COMPANY = "Norditalia S.p.A.";
    private static final String TABLES = """
            create table "Norditalia S_p_A_$Cust_ Ledger Entry" ("Entry No_" int primary key, "Customer No_" varchar(20),
              "Document Type" int, "Document No_" varchar(20), "External Document No_" varchar(35), "Document Date" timestamp,
              "Due Date" timestamp, "Currency Code" varchar(10), "Payment Method Code" varchar(10), "On Hold" varchar(3));
            create table "Norditalia S_p_A_$Detailed Cust_ Ledg_ Entry" ("Entry No_" int primary key,
              "Cust_ Ledger Entry No_" int, "Entry Type" int, "Amount" decimal(38, 20));
            create table "Norditalia S_p_A_$Customer" ("No_" varchar(20) primary key, "Name" varchar(50),
              "VAT Registration No_" varchar(20), "Language Code" varchar(10), "Address" varchar(50), "Address 2" varchar(50),
              "Post Code" varchar(20), "City" varchar(30), "Country_Region Code" varchar(10), "E-Mail" varchar(80),
              "Phone No_" varchar(30), "Bill-to Customer No_" varchar(20));
            insert into "Norditalia S_p_A_$Cust_ Ledger Entry" values
              (11, 'C0042', 2, 'VFA26-0310', '', timestamp '2026-01-12 00:00:00', timestamp '2026-02-11 00:00:00', '', 'RIBA', ''),
              (12, 'C0042', 3, 'VNA26-0018', '', timestamp '2026-01-20 00:00:00', timestamp '1753-01-01 00:00:00', 'CHF', '', ''),
              (13, 'C0077', 1, 'INC26-0101', '', timestamp '2026-02-02 00:00:00', timestamp '2026-02-02 00:00:00', '', '', 'LEG'),
              (14, 'C0077', 5, 'SOL26-0003', '', timestamp '2026-02-09 00:00:00', timestamp '2026-02-09 00:00:00', '', '', ''),
              (15, 'C0077', 2, 'VFA25-0990', '', timestamp '2025-11-02 00:00:00', timestamp '2025-12-02 00:00:00', '', '', '');
            insert into "Norditalia S_p_A_$Detailed Cust_ Ledg_ Entry" values
              (101, 11, 1, 1220), (102, 12, 1, -61), (103, 13, 1, -500), (104, 14, 1, 15), (105, 15, 1, 300),
              (106, 11, 2, -220), (107, 15, 2, -300);
            insert into "Norditalia S_p_A_$Customer" values
              ('C0042', 'Officine Brenta S.r.l.', 'IT09876540017', 'ITA', 'Via dei Mulini 8', '', '35010', 'Vigonza', 'IT',
               'contabilita@brenta.example', '', '');
            """;

    private final Mapping mapping = Mapping.load(Path.of("mappings/business-central.yaml"));
    private Connection database;

    @BeforeEach
    void open() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:bc;MODE=MSSQLServer");
        try (Statement statement = database.createStatement()) {
            statement.execute(TABLES);
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void entries_become_items_with_the_sum_of_their_details() throws SQLException {
        List<Outcome> outcomes = ask("openItem", "1970-01-01 00:00:00");

        assertThat(outcomes).hasSize(5);
        assertThat(items(outcomes))
                .extracting(
                        OpenItem::documentNo,
                        OpenItem::type,
                        OpenItem::currency,
                        item -> item.openAmount().stripTrailingZeros().toPlainString(),
                        OpenItem::inCollection,
                        OpenItem::holds)
                .containsExactlyInAnyOrder(
                        tuple("VFA26-0310", DocumentType.INVOICE, "EUR", "1000", true, List.of()),
                        tuple("VNA26-0018", DocumentType.CREDIT_NOTE, "CHF", "-61", false, List.of()),
                        tuple("INC26-0101", DocumentType.PAYMENT_ON_ACCOUNT, "EUR", "-500", false, List.of("manual")),
                        tuple("VFA25-0990", DocumentType.INVOICE, "EUR", "0", false, List.of()));
        OpenItem invoice = items(outcomes).stream()
                .filter(item -> item.itemKey().equals("11"))
                .findFirst()
                .orElseThrow();
        assertThat(invoice.originalAmount()).isEqualByComparingTo(new BigDecimal("1220"));
        assertThat(items(outcomes))
                .filteredOn(item -> item.itemKey().equals("12"))
                .allSatisfy(item -> assertThat(item.dueDate()).isNull());
    }

    @Test
    void the_keys_at_night_are_those_of_the_entries_with_something_open() throws SQLException {
        List<Outcome> outcomes = ask("openItemKeys", "1970-01-01 00:00:00");

        assertThat(outcomes)
                .extracting(outcome -> ((OpenItemKey) ((Outcome.Mapped) outcome).canonical()).itemKey())
                .containsExactlyInAnyOrder("11", "12", "13");
    }

    @Test
    void a_customer_becomes_a_debtor() throws SQLException {
        assertThat(ask("debtor", "1970-01-01 00:00:00")).singleElement().satisfies(outcome -> {
            Debtor debtor = (Debtor) ((Outcome.Mapped) outcome).canonical();
            assertThat(debtor.name()).isEqualTo("Officine Brenta S.r.l.");
            assertThat(debtor.language()).isEqualTo("it");
            assertThat(debtor.address().city()).isEqualTo("Vigonza");
        });
    }

    @Test
    void only_a_company_can_stand_in_a_table_s_name() {
        RecordSet items = mapping.recordSets().get(0);

        for (String hostile : List.of("x; drop table y", "a\u0000b", "", "${company}")) {
            assertThatThrownBy(() -> items.camelQuery(hostile)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(items.camelQuery("A\"B]C"))
                .contains("\"A_B_C$Cust_ Ledger Entry\"")
                .doesNotContain("\"A\"B");
    }

    private List<Outcome> ask(String kind, String watermark) throws SQLException {
        RecordSet set = mapping.recordSets().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        String query = set.camelQuery(COMPANY);
        List<Map<String, Object>> rows = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(query.replace(":?watermark", "?"))) {
            int parameters = query.split(":\\?watermark", -1).length - 1;
            for (int i = 1; i <= parameters; i++) {
                statement.setString(i, watermark);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(row);
                }
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        mapping.readRows(kind, rows.iterator(), new Scope("NORD", "bc"), outcomes::add);
        return outcomes;
    }

    private static List<OpenItem> items(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Mapped.class::isInstance)
                .map(outcome -> (OpenItem) ((Outcome.Mapped) outcome).canonical())
                .toList();
    }
}
