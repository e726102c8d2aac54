package io.sollecito.demo.companies;

import io.sollecito.demo.companies.DemoItem.Kind;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a company's books into Odoo's tables, each touched row with its write_date. */
final class OdooWriter {

    private static final int COMPANY = 1;
    private static final int EURO = 1;
    private static final int RECEIVABLE = 411;
    private static final int INCOME = 707;
    private static final int SALES_JOURNAL = 1;
    private static final int BANK_JOURNAL = 2;
    private static final Map<String, Integer> COUNTRIES = Map.of("FR", 75, "DE", 57, "GB", 231, "IT", 109);
    private static final Map<String, String> LANGUAGES =
            Map.of("fr", "fr_FR", "de", "de_DE", "en", "en_GB", "it", "it_IT");
    private static final Map<String, Integer> CATEGORIES = Map.of("key", 1, "public", 2);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Map<String, Integer> moves = new HashMap<>();
    private final Map<DemoItem, Integer> lines = new HashMap<>();
    private int lastMove = 100;
    private int lastLine = 1000;

    OdooWriter(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** The company with its accounts, journals and customers. */
    void found(String name, List<DemoDebtor> debtors, LocalDateTime at) {
        transaction.executeWithoutResult(status -> {
            company(name, Timestamp.valueOf(at));
            partners(debtors, Timestamp.valueOf(at));
        });
    }

    private void company(String name, Timestamp time) {
        sql.sql("insert into res_currency values (?, 'EUR', '€', 0.01, 2, true, ?)")
                .params(EURO, time)
                .update();
        COUNTRIES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(country -> sql.sql("insert into res_country values (?, ?, ?::jsonb, ?)")
                        .params(country.getValue(), country.getKey(), named(country.getKey()), time)
                        .update());
        sql.sql("insert into res_company values (?, ?, 1, ?, null, true, ?)")
                .params(COMPANY, name, EURO, time)
                .update();
        partner(1, null, name, "", "fr", true, time);
        CATEGORIES.forEach((label, id) -> sql.sql("insert into res_partner_category values (?, ?::jsonb, true, ?)")
                .params(id, named(label), time)
                .update());
        account(RECEIVABLE, "411100", "Clients", "asset_receivable", true, time);
        account(INCOME, "707000", "Ventes de marchandises", "income", false, time);
        journal(SALES_JOURNAL, "FAC", "Factures clients", "sale", time);
        journal(BANK_JOURNAL, "BNK1", "Banque", "bank", time);
    }

    private void account(int id, String code, String name, String type, boolean reconcile, Timestamp time) {
        sql.sql("insert into account_account values (?, ?, ?, ?::jsonb, ?, ?, false, ?)")
                .params(id, COMPANY, code, named(name), type, reconcile, time)
                .update();
    }

    private void journal(int id, String code, String name, String type, Timestamp time) {
        sql.sql("insert into account_journal values (?, ?, ?, ?::jsonb, ?, true, ?)")
                .params(id, COMPANY, code, named(name), type, time)
                .update();
    }

    private void partners(List<DemoDebtor> debtors, Timestamp time) {
        for (DemoDebtor debtor : debtors) {
            int id = partnerId(debtor);
            partner(id, debtor, debtor.name(), debtor.number(), debtor.language(), true, time);
            sql.sql("insert into res_partner_bank values (?, ?, ?, ?, ?, true, ?)")
                    .params(id, id, grouped(debtor.iban()), debtor.iban(), debtor.name(), time)
                    .update();
            Integer category = CATEGORIES.get(debtor.group());
            if (category != null) {
                sql.sql("insert into res_partner_res_partner_category_rel values (?, ?)")
                        .params(category, id)
                        .update();
            }
        }
    }

    private void partner(
            int id, DemoDebtor debtor, String name, String ref, String language, boolean company, Timestamp time) {
        sql.sql("insert into res_partner (id, name, display_name, ref, lang, type, is_company, active,"
                        + " commercial_partner_id, street, zip, city, country_id, email, phone, mobile, vat,"
                        + " customer_rank, create_date, write_date)"
                        + " values (:id, :name, :name, :ref, :lang, 'contact', :company, true, :id, :street, :zip, :city,"
                        + " :country, :email, null, :mobile, :vat, :rank, :time, :time)")
                .param("id", id)
                .param("name", name)
                .param("ref", blankToNull(ref))
                .param("lang", LANGUAGES.get(language))
                .param("company", company)
                .param("street", debtor == null ? "8 quai des Lumières" : blankToNull(debtor.street()))
                .param("zip", debtor == null ? "69009" : blankToNull(debtor.postCode()))
                .param("city", debtor == null ? "Lyon" : blankToNull(debtor.city()))
                .param("country", COUNTRIES.get(debtor == null ? "FR" : debtor.country()))
                .param("email", debtor == null ? "facturation@lumiere.example" : blankToNull(debtor.email()))
                .param("mobile", debtor == null ? null : blankToNull(debtor.phone()))
                .param("vat", debtor == null ? null : blankToNull(debtor.vatId()))
                .param("rank", debtor == null ? 0 : 1)
                .param("time", time)
                .update();
    }

    /** Writes what changed at once; {@code all} are the books, to sum up a document's instalments. */
    void write(List<DemoItem> changed, List<DemoItem> all, LocalDateTime at) {
        transaction.executeWithoutResult(status -> write(changed, all, Timestamp.valueOf(at)));
    }

    private void write(List<DemoItem> changed, List<DemoItem> all, Timestamp time) {
        Set<String> touched =
                changed.stream().map(item -> item.documentNo).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, List<DemoItem>> documents = all.stream()
                .filter(item -> touched.contains(item.documentNo))
                .collect(Collectors.groupingBy(item -> item.documentNo));
        Set<DemoItem> changedItems = new HashSet<>(changed);
        for (String number : touched) {
            List<DemoItem> items = documents.get(number);
            if (moves.containsKey(number)) {
                updateMove(number, items, time);
            } else {
                insertMove(number, items, time);
            }
            for (DemoItem item : items) {
                if (!lines.containsKey(item)) {
                    insertLine(item, time);
                } else if (changedItems.contains(item)) {
                    updateLine(item, time);
                }
            }
        }
    }

    private void insertMove(String number, List<DemoItem> items, Timestamp time) {
        DemoItem first = items.get(0);
        int id = ++lastMove;
        moves.put(number, id);
        boolean payment = first.kind == Kind.PAYMENT;
        LocalDate due = items.stream()
                .map(item -> item.due)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        sql.sql("insert into account_move (id, name, date, state, move_type, journal_id, company_id, partner_id,"
                        + " commercial_partner_id, currency_id, payment_reference, payment_state, invoice_date,"
                        + " invoice_date_due, amount_total, amount_residual, amount_total_signed,"
                        + " amount_residual_signed, create_date, write_date)"
                        + " values (:id, :name, :date, 'posted', :type, :journal, :company, :partner, :partner,"
                        + " :currency, :reference, :paid, :invoiced, :due, :total, :residual, :totalSigned,"
                        + " :residualSigned, :time, :time)")
                .param("id", id)
                .param("name", number)
                .param("date", Date.valueOf(first.issued))
                .param("type", moveType(first.kind))
                .param("journal", payment ? BANK_JOURNAL : SALES_JOURNAL)
                .param("company", COMPANY)
                .param("partner", partnerId(first.debtor))
                .param("currency", EURO)
                .param("reference", payment ? null : number)
                .param("paid", paymentState(items))
                .param("invoiced", payment ? null : Date.valueOf(first.issued), Types.DATE)
                .param("due", payment ? null : Date.valueOf(due), Types.DATE)
                .param("total", original(items).abs())
                .param("residual", residual(items).abs())
                .param("totalSigned", original(items))
                .param("residualSigned", residual(items))
                .param("time", time)
                .update();
        if (!payment) {
            insertIncomeLine(id, number, first, original(items).negate(), time);
        }
    }

    private void insertIncomeLine(int move, String number, DemoItem first, BigDecimal balance, Timestamp time) {
        sql.sql("insert into account_move_line (id, move_id, move_name, parent_state, journal_id, company_id,"
                        + " company_currency_id, currency_id, account_id, partner_id, name, date, display_type, debit,"
                        + " credit, balance, amount_currency, amount_residual, amount_residual_currency, reconciled,"
                        + " create_date, write_date) values (:id, :move, :number, 'posted', :journal, :company, :currency,"
                        + " :currency, :account, :partner, 'Équipements', :date, 'product', :debit, :credit, :balance,"
                        + " :balance, 0, 0, false, :time, :time)")
                .param("id", ++lastLine)
                .param("move", move)
                .param("number", number)
                .param("journal", SALES_JOURNAL)
                .param("company", COMPANY)
                .param("currency", EURO)
                .param("account", INCOME)
                .param("partner", partnerId(first.debtor))
                .param("date", Date.valueOf(first.issued))
                .param("debit", balance.max(BigDecimal.ZERO))
                .param("credit", balance.negate().max(BigDecimal.ZERO))
                .param("balance", balance)
                .param("time", time)
                .update();
    }

    private void updateMove(String number, List<DemoItem> items, Timestamp time) {
        sql.sql("update account_move set amount_residual = ?, amount_residual_signed = ?, payment_state = ?,"
                        + " write_date = ? where id = ?")
                .params(residual(items).abs(), residual(items), paymentState(items), time, moves.get(number))
                .update();
    }

    private void insertLine(DemoItem item, Timestamp time) {
        int id = ++lastLine;
        lines.put(item, id);
        boolean payment = item.kind == Kind.PAYMENT;
        BigDecimal discount = item.discount == null ? null : item.discount.amount();
        sql.sql("insert into account_move_line (id, move_id, move_name, parent_state, journal_id, company_id,"
                        + " company_currency_id, currency_id, account_id, partner_id, name, date, date_maturity,"
                        + " display_type, debit, credit, balance, amount_currency, amount_residual,"
                        + " amount_residual_currency, reconciled, discount_date, discount_amount_currency,"
                        + " discount_balance, create_date, write_date) values (:id, :move, :number, 'posted', :journal,"
                        + " :company, :currency, :currency, :account, :partner, :name, :date, :due, 'payment_term',"
                        + " :debit, :credit, :balance, :balance, :residual, :residual, :reconciled, :discountDate,"
                        + " :discounted, :discounted, :time, :time)")
                .param("id", id)
                .param("move", moves.get(item.documentNo))
                .param("number", item.documentNo)
                .param("journal", payment ? BANK_JOURNAL : SALES_JOURNAL)
                .param("company", COMPANY)
                .param("currency", EURO)
                .param("account", RECEIVABLE)
                .param("partner", partnerId(item.debtor))
                .param("name", item.documentNo + (item.instalment > 1 ? " échéance n°" + item.instalment : ""))
                .param("date", Date.valueOf(item.issued))
                .param("due", Date.valueOf(item.due))
                .param("debit", item.original.max(BigDecimal.ZERO))
                .param("credit", item.original.negate().max(BigDecimal.ZERO))
                .param("balance", item.original)
                .param("residual", item.open)
                .param("reconciled", item.open.signum() == 0)
                .param("discountDate", item.discount == null ? null : Date.valueOf(item.discount.until()), Types.DATE)
                .param("discounted", discount == null ? null : item.original.subtract(discount), Types.NUMERIC)
                .param("time", time)
                .update();
    }

    private void updateLine(DemoItem item, Timestamp time) {
        sql.sql("update account_move_line set amount_residual = ?, amount_residual_currency = ?, reconciled = ?,"
                        + " write_date = ? where id = ?")
                .params(item.open, item.open, item.open.signum() == 0, time, lines.get(item))
                .update();
    }

    private static String moveType(Kind kind) {
        return switch (kind) {
            case INVOICE -> "out_invoice";
            case CREDIT_NOTE -> "out_refund";
            case PAYMENT -> "entry";
        };
    }

    private static String paymentState(List<DemoItem> items) {
        BigDecimal residual = residual(items);
        return residual.signum() == 0 ? "paid" : residual.compareTo(original(items)) == 0 ? "not_paid" : "partial";
    }

    private static BigDecimal residual(List<DemoItem> items) {
        return items.stream().map(item -> item.open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal original(List<DemoItem> items) {
        return items.stream().map(item -> item.original).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int partnerId(DemoDebtor debtor) {
        return Integer.parseInt(debtor.number());
    }

    private static String named(String name) {
        return "{\"en_US\": \"" + name + "\", \"fr_FR\": \"" + name + "\"}";
    }

    private static String grouped(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
