package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies the staged debtors of one export: touches only those that differ. Runs in the export's transaction. */
final class DebtorApplication {

    private final JdbcClient sql;
    private final Export export;
    private final long exportId;

    DebtorApplication(Database database, Export export, long exportId) {
        this.sql = database.sql();
        this.export = export;
        this.exportId = exportId;
    }

    /** Records that contradict each other in a list of debtors are all quarantined; returns how many. */
    long quarantineContradictions() {
        if (!export.kind().equals("debtor")) {
            return 0;
        }
        int keys = sql.sql("insert into stage_duplicate (item_key) select debtor from stage_debtor group by debtor"
                        + " having count(distinct hash) > 1")
                .update();
        if (keys == 0) {
            return 0;
        }
        int records = sql.sql(
                        "insert into quarantine (export_id, creditor, source, file_name, line_no, column_no, field,"
                                + " value_text, message) select cast(:export as bigint), cast(:creditor as varchar),"
                                + " cast(:source as varchar), cast(:file as varchar), s.line_no, 0, 'debtor', s.debtor,"
                                + " 'another record of this export describes the same debtor differently'"
                                + " from stage_debtor s join stage_duplicate d on d.item_key = s.debtor")
                .param("export", exportId)
                .param("creditor", export.creditor())
                .param("source", export.source())
                .param("file", export.fileName())
                .update();
        sql.sql("delete from stage_debtor where debtor in (select item_key from stage_duplicate)")
                .update();
        sql.sql("delete from stage_duplicate").update();
        return records;
    }

    /** The last record of each debtor counts; writes those that differ and their bank accounts. */
    void apply() {
        sql.sql("merge into stage_debtor t using (select s.seq from stage_debtor s"
                        + " join (select max(seq) as seq from stage_debtor group by debtor) last on last.seq = s.seq"
                        + " left join debtor d on d.creditor = :creditor and d.source = :source and d.debtor = s.debtor"
                        + " where d.hash is null or d.hash <> s.hash) x on t.seq = x.seq"
                        + " when matched then update set changed = true")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .update();
        sql.sql("merge into debtor d using (select cast(:creditor as varchar) as creditor,"
                        + " cast(:source as varchar) as source, debtor, name, payer, canonical, hash"
                        + " from stage_debtor where changed) s"
                        + " on d.creditor = s.creditor and d.source = s.source and d.debtor = s.debtor"
                        + " when matched then update set name = s.name, payer = s.payer, canonical = s.canonical,"
                        + " hash = s.hash, export_id = cast(:export as bigint)"
                        + " when not matched then insert (creditor, source, debtor, name, payer, canonical, hash, export_id)"
                        + " values (s.creditor, s.source, s.debtor, s.name, s.payer, s.canonical, s.hash,"
                        + " cast(:export as bigint))")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .param("export", exportId)
                .update();
        sql.sql("delete from debtor_iban where creditor = :creditor and source = :source and origin = 'master'"
                        + " and debtor in (select debtor from stage_debtor where changed)")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .update();
        sql.sql("insert into debtor_iban (creditor, iban, source, debtor, origin) select distinct"
                        + " cast(:creditor as varchar), b.iban, cast(:source as varchar), s.debtor, 'master'"
                        + " from stage_iban b join stage_debtor s on s.seq = b.debtor_seq where s.changed")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .update();
    }
}
