package io.sollecito.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped mapping's queries on H2 in its MySQL mode, over the columns of OpenSTAManager's tables that they name. */
class OpenStaManagerMappingTest {

    private static final Mapping MAPPING = Mapping.load(Path.of("mappings/openstamanager.yaml"));
    private static JdbcClient sql;

    @BeforeAll
    static void fill() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:openstamanager;MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        sql = JdbcClient.create(database);
        sql.sql("""
                create table co_scadenziario (id int, iddocumento int, data_emissione datetime, scadenza datetime,
                  da_pagare real, pagato real, data_pagamento datetime);
                create table co_documenti (id int, numero int, numero_esterno varchar(100), data datetime, idanagrafica int,
                  idtipodocumento int, idpagamento int);
                create table co_tipidocumento (id int, dir varchar(10), codice_tipo_documento_fe varchar(4));
                create table co_pagamenti (id int, codice_modalita_pagamento_fe varchar(4));
                create table an_anagrafiche (idanagrafica int, ragione_sociale varchar(255), piva varchar(15),
                  indirizzo varchar(255), citta varchar(255), cap varchar(10), telefono varchar(50), email varchar(255));
                insert into co_tipidocumento values (1, 'entrata', 'TD01'), (2, 'entrata', 'TD04'), (3, 'uscita', 'TD01'),
                  (4, 'entrata', 'TD17'), (5, 'entrata', null);
                insert into co_pagamenti values (1, 'MP05');
                insert into co_documenti values
                  (10, 1, '118/A', '2026-01-20 00:00', 7, 1, 1), (11, 2, '', '2026-02-03 00:00', 7, 2, 0),
                  (12, 3, 'X9', '2026-02-03 00:00', 8, 3, 1), (13, 4, 'AF/2', '2026-02-04 00:00', 8, 4, 1),
                  (14, 5, '119/A', '2026-02-05 00:00', 7, 5, 1);
                insert into co_scadenziario values
                  (100, 10, '2026-01-20', '2026-02-28', 1830.10, 1830.10, '2026-02-27'),
                  (101, 10, '2026-01-20', '2026-03-31', 99999.33, 1.11, '2026-02-27'),
                  (102, 11, '2026-02-03', '2026-02-03', -122.07, null, '2026-02-03'),
                  (103, 12, '2026-02-03', '2026-03-03', -50, 0, '2026-02-03'),
                  (104, 13, '2026-02-04', '2026-03-04', 61, 0, '2026-02-04'),
                  (105, 14, '2026-02-05', '2026-03-05', 10, 0, '2026-02-05'),
                  (106, 0, '2026-02-05', '2026-03-05', 900, 0, '2026-02-05');
                insert into an_anagrafiche values
                  (7, 'Officine Brenta S.r.l.', '09876540017', 'Via dei Mulini 8', 'Vigonza', '35010', '049 8001234', 'a@brenta.example'),
                  (8, 'Ferramenta Zen', '', '', '', '', '', ''),
                  (9, 'Fornitore', '', '', '', '', '', '');
                """).update();
    }

    @Test
    void instalments_of_sales_become_open_items_to_the_cent() {
        List<OpenItem> items =
                mapped("openItem").stream().map(OpenItem.class::cast).toList();

        assertThat(items)
                .extracting(item -> item.itemKey() + " " + item.debtor() + " " + item.documentNo() + "/"
                        + item.instalment() + " " + item.type() + " " + item.issueDate() + " " + item.dueDate() + " "
                        + item.originalAmount() + " " + item.openAmount() + " " + item.paymentMeans())
                .containsExactly(
                        "100 7 118/A/1 INVOICE 2026-01-20 2026-02-28 1830.10 0.00 MP05",
                        "101 7 118/A/2 INVOICE 2026-01-20 2026-03-31 99999.33 99998.22 MP05",
                        "102 7 2/1 CREDIT_NOTE 2026-02-03 2026-02-03 -122.07 -122.07 null");
    }

    @Test
    void self_invoices_are_filtered_and_a_document_without_a_type_waits_for_a_person() {
        List<Outcome> outcomes = outcomes("openItem");

        assertThat(outcomes)
                .filteredOn(Outcome.Filtered.class::isInstance)
                .extracting(outcome -> ((Outcome.Filtered) outcome).filter())
                .containsExactly("self-invoice");
        assertThat(outcomes).filteredOn(Outcome.Quarantined.class::isInstance).hasSize(1);
    }

    @Test
    void customers_become_debtors() {
        List<Debtor> debtors = mapped("debtor").stream().map(Debtor.class::cast).toList();

        assertThat(debtors).extracting(Debtor::debtor).containsExactly("7", "8");
        assertThat(debtors.get(0).address().city()).isEqualTo("Vigonza");
    }

    private static List<Object> mapped(String kind) {
        return outcomes(kind).stream()
                .filter(Outcome.Mapped.class::isInstance)
                .map(outcome -> (Object) ((Outcome.Mapped) outcome).canonical())
                .toList();
    }

    private static List<Outcome> outcomes(String kind) {
        RecordSet set = MAPPING.recordSets().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        List<Map<String, Object>> rows = sql.sql(set.query()).query().listOfRows();
        List<Outcome> outcomes = new ArrayList<>();
        MAPPING.readRows(kind, rows.iterator(), new Scope("POMPE-IT", "openstamanager"), outcomes::add);
        return outcomes;
    }
}
