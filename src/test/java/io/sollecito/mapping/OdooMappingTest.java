package io.sollecito.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.model.Debtor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import io.sollecito.model.OpenItemKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped mapping's queries on PostgreSQL, over the columns of Odoo's tables that they name. */
class OdooMappingTest {

    private static final String EPOCH = "1970-01-01";
    private static final Mapping ODOO = Mapping.load(Path.of("mappings/odoo.yaml"));
    private static JdbcClient sql;

    @BeforeAll
    static void fill() {
        sql = JdbcClient.create(LedgerForTests.postgresDataSource());
        sql.sql("""
                create table res_currency (id int, name varchar);
                create table res_country (id int, code varchar);
                create table res_company (id int, name varchar);
                create table res_partner (id int, company_id int, name varchar, lang varchar, vat varchar, is_company boolean,
                  commercial_partner_id int, street varchar, street2 varchar, zip varchar, city varchar, country_id int,
                  email varchar, phone varchar, mobile varchar, customer_rank int, write_date timestamp);
                create table res_partner_bank (id int, partner_id int, acc_number varchar, active boolean, write_date timestamp);
                create table res_partner_category (id int, name jsonb);
                create table res_partner_res_partner_category_rel (category_id int, partner_id int);
                create table account_account (id int, account_type varchar);
                create table account_move (id int, name varchar, date date, state varchar, move_type varchar, company_id int,
                  payment_reference varchar, reversed_entry_id int, invoice_date date, write_date timestamp);
                create table account_move_line (id int, move_id int, currency_id int, account_id int, partner_id int,
                  date_maturity date, amount_currency numeric, amount_residual_currency numeric, discount_date date,
                  discount_amount_currency numeric, write_date timestamp);
                insert into res_currency values (1, 'EUR');
                insert into res_country values (75, 'FR'), (109, 'IT');
                insert into res_company values (1, 'Lumière Équipements SAS'), (2, 'Autre');
                insert into account_account values (411, 'asset_receivable'), (707, 'income');
                insert into res_partner values
                  (10, null, 'Dupont SARL', 'fr_FR', 'FR123', true, 10, '4 rue X', 'Bât. B', '69002', 'Lyon', 75, 'c@dupont.example', '+334', null, 1, '2026-01-01 08:00'),
                  (11, null, 'Anna', 'fr_FR', null, false, 10, null, null, null, null, null, 'a@dupont.example', null, null, 0, '2026-01-01 08:00'),
                  (12, null, 'Rossi Mario', 'it_IT', null, false, 12, 'Via Y', null, '20121', 'Milano', 109, null, null, '+39', 0, '2026-02-01 08:00'),
                  (13, null, 'Fournisseur', 'fr_FR', null, true, 13, null, null, null, null, null, null, null, null, 0, '2026-02-01 08:00');
                insert into res_partner_bank values (1, 10, 'FR14 2004 1010 0505 0001 3M02 606', true, '2026-01-05 08:00'),
                  (2, 10, 'DE89370400440532013000', true, '2026-01-05 08:00');
                insert into res_partner_category values (1, '{"en_US": "Key"}'), (2, '{"en_US": "Public"}');
                insert into res_partner_res_partner_category_rel values (1, 10), (2, 10);
                insert into account_move values
                  (1, 'FAC/2026/00001', '2026-01-10', 'posted', 'out_invoice', 1, 'FAC/2026/00001', null, '2026-01-10', '2026-01-10 08:00'),
                  (2, 'RFAC/2026/00001', '2026-01-20', 'posted', 'out_refund', 1, null, 1, '2026-01-20', '2026-01-20 08:00'),
                  (3, 'BNK1/2026/00001', '2026-02-01', 'posted', 'entry', 1, null, null, null, '2026-02-01 08:00'),
                  (4, 'FAC/2026/00002', '2026-01-11', 'cancel', 'out_invoice', 1, null, null, '2026-01-11', '2026-02-02 08:00'),
                  (5, '/', '2026-01-11', 'draft', 'out_invoice', 1, null, null, '2026-01-11', '2026-02-02 08:00'),
                  (6, 'AUT/2026/00001', '2026-01-11', 'posted', 'out_invoice', 2, null, null, '2026-01-11', '2026-01-02 08:00'),
                  (7, 'FAC/2026/00003', '2026-02-03', 'posted', 'out_invoice', 1, null, null, '2026-02-03', '2026-02-03 08:00');
                insert into account_move_line values
                  (101, 1, 1, 707, 10, null, -3000, 0, null, null, '2026-01-10 08:00'),
                  (102, 1, 1, 411, 11, '2026-03-10', 1800, 1800, null, null, '2026-01-10 08:00'),
                  (103, 1, 1, 411, 11, '2026-02-10', 1200, 0, null, null, '2026-02-04 08:00'),
                  (104, 2, 1, 411, 10, '2026-01-20', -100, -100, null, null, '2026-01-20 08:00'),
                  (105, 3, 1, 411, 12, null, -55.5, -55.5, null, null, '2026-02-01 08:00'),
                  (106, 4, 1, 411, 10, '2026-02-11', 70, 70, null, null, '2026-01-11 08:00'),
                  (107, 5, 1, 411, 10, '2026-02-11', 71, 71, null, null, '2026-01-11 08:00'),
                  (108, 6, 1, 411, 10, '2026-02-11', 72, 72, null, null, '2026-01-02 08:00'),
                  (109, 7, 1, 411, 12, '2026-03-03', 200, 200, '2026-02-13', 196, '2026-02-03 08:00'),
                  (110, 3, 1, 411, null, null, 5, 5, null, null, '2026-02-01 08:00');
                """).update();
    }

    @Test
    void move_lines_become_open_items_one_per_instalment() {
        List<OpenItem> items = items(EPOCH, "Lumière Équipements SAS");

        assertThat(items)
                .extracting(item -> item.itemKey() + " " + item.debtor() + " " + item.numberForDebtor() + "/"
                        + item.instalment() + " " + item.type() + " " + item.dueDate() + " " + item.originalAmount()
                        + " " + item.openAmount())
                .containsExactlyInAnyOrder(
                        "103 10 FAC/2026/00001/1 INVOICE 2026-02-10 1200.00 0.00",
                        "102 10 FAC/2026/00001/2 INVOICE 2026-03-10 1800.00 1800.00",
                        "104 10 RFAC/2026/00001/1 CREDIT_NOTE 2026-01-20 -100.00 -100.00",
                        "105 12 BNK1/2026/00001/1 PAYMENT_ON_ACCOUNT null -55.50 -55.50",
                        "106 10 FAC/2026/00002/1 INVOICE 2026-02-11 70.00 0.00",
                        "109 12 FAC/2026/00003/1 INVOICE 2026-03-03 200.00 200.00");
        assertThat(items)
                .filteredOn(item -> item.type() == DocumentType.CREDIT_NOTE)
                .allSatisfy(credit -> assertThat(credit.precedingDocuments()).containsExactly("FAC/2026/00001"));
        assertThat(items)
                .filteredOn(item -> item.discount() != null)
                .singleElement()
                .satisfies(item -> assertThat(item.discount().amount()).isEqualByComparingTo("4"));
    }

    @Test
    void scenario_15_a_draft_is_no_item_and_of_a_cancelled_document_nothing_is_open() {
        List<OpenItem> items = items(EPOCH, "Lumière Équipements SAS");

        assertThat(items).extracting(OpenItem::itemKey).contains("102", "106").doesNotContain("107");
        assertThat(items)
                .filteredOn(item -> item.itemKey().equals("106"))
                .singleElement()
                .satisfies(cancelled -> assertThat(cancelled.openAmount()).isZero());
    }

    @Test
    void a_later_poll_brings_what_was_written_since_with_all_instalments_and_the_overlap() {
        assertThat(items("2026-02-03T08:05:00", null))
                .extracting(OpenItem::itemKey)
                .containsExactlyInAnyOrder("102", "103", "109");
        assertThat(items(EPOCH, null)).extracting(OpenItem::itemKey).contains("108");
    }

    @Test
    void a_line_without_partner_is_filtered_by_name() {
        assertThat(outcomes("openItem", EPOCH, null))
                .filteredOn(Outcome.Filtered.class::isInstance)
                .extracting(outcome -> ((Outcome.Filtered) outcome).filter())
                .containsExactly("no-partner");
    }

    @Test
    void customers_become_debtors() {
        List<Debtor> debtors = outcomes("debtor", EPOCH, "Lumière Équipements SAS").stream()
                .map(outcome -> (Debtor) ((Outcome.Mapped) outcome).canonical())
                .toList();

        assertThat(debtors).extracting(Debtor::debtor).containsExactlyInAnyOrder("10", "12");
        Debtor dupont = debtors.get(0);
        assertThat(dupont.language()).isEqualTo("fr");
        assertThat(dupont.debtorClass()).isEqualTo("public");
        assertThat(dupont.tags()).containsExactly("key-account");
        assertThat(dupont.bankAccounts()).containsExactly("FR1420041010050500013M02606", "DE89370400440532013000");
        assertThat(dupont.address().lines()).containsExactly("4 rue X", "Bât. B");
        assertThat(debtors.get(1).debtorClass()).isEqualTo("consumer");
        assertThat(debtors.get(1).language()).isEqualTo("it");
        assertThat(outcomes("debtor", "2026-01-20", null)).hasSize(1);
    }

    @Test
    void the_queries_ask_for_the_watermark_and_the_company() {
        assertThat(ODOO.recordSets())
                .filteredOn(set -> !set.kind().equals(RecordSet.KEYS))
                .hasSize(2)
                .allSatisfy(set -> {
                    assertThat(set.parameters()).containsExactlyInAnyOrder("watermark", "company");
                    assertThat(set.watermark()).isEqualTo("write_date");
                });
    }

    @Test
    void the_list_of_keys_names_what_is_open_whenever_it_was_written() {
        String company = "Lumière Équipements SAS";

        assertThat(outcomes(RecordSet.KEYS, EPOCH, company))
                .extracting(outcome -> ((OpenItemKey) ((Outcome.Mapped) outcome).canonical()).itemKey())
                .containsExactlyInAnyOrderElementsOf(items(EPOCH, company).stream()
                        .filter(item -> item.openAmount().signum() != 0)
                        .map(OpenItem::itemKey)
                        .toList());
    }

    private static List<OpenItem> items(String watermark, String company) {
        return outcomes("openItem", watermark, company).stream()
                .filter(Outcome.Mapped.class::isInstance)
                .map(outcome -> (OpenItem) ((Outcome.Mapped) outcome).canonical())
                .toList();
    }

    private static List<Outcome> outcomes(String kind, String watermark, String company) {
        RecordSet set = ODOO.recordSets().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        List<Map<String, Object>> rows = sql.sql(set.query())
                .param("watermark", watermark)
                .param("company", company)
                .query()
                .listOfRows();
        List<Outcome> outcomes = new ArrayList<>();
        ODOO.readRows(kind, rows.iterator(), new Scope("LUMIERE-FR", "odoo"), outcomes::add);
        return outcomes;
    }
}
