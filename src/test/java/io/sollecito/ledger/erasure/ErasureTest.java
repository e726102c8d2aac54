package io.sollecito.ledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.TwoPeople;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final TwoPeople ANNA_AND_BRUNO = new TwoPeople("anna", "bruno");
    private static final String PERSON = "Mario Rossi";

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void no_table_names_the_person_any_more_and_the_chain_is_intact(Database database) {
        Journal journal = new Journal(database, Clock.systemUTC());
        long item = debtorWithAStory(database, journal);
        assertThat(tablesThatName(database, PERSON)).isNotEmpty();
        settle(database, item);

        Erasure.Erased erased = erase(database, journal);

        assertThat(tablesThatName(database, PERSON)).isEmpty();
        assertThat(tablesThatName(database, "rossi@")).isEmpty();
        assertThat(tablesThatName(database, "Rossi@")).isEmpty();
        assertThat(tablesThatName(database, "Other Person")).contains("payment");
        assertThat(erased.erased()).isPositive();
        assertThat(erased.files()).containsExactly("data/evidence/e1.pdf", "data/kept/whole.csv");
        assertThat(journal.firstBroken()).isEmpty();
        journal.seal();
        assertThat(journal.firstBroken()).isEmpty();
        assertThat(journal.of("debtor:ACME-IT/sap/11")).singleElement().satisfies(row -> {
            assertThat(row.event()).isEqualTo("debtor-erased");
            assertThat(row.actor()).isEqualTo("anna");
            assertThat(row.details()).contains("\"second\":\"bruno\"");
        });
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_second_time_there_is_nothing_to_erase_nor_to_tell(Database database) {
        Journal journal = new Journal(database, Clock.systemUTC());
        settle(database, debtorWithAStory(database, journal));
        erase(database, journal);
        assertThat(erase(database, journal).erased()).isZero();
        assertThat(journal.of("debtor:ACME-IT/sap/11")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void who_still_owes_or_is_being_written_to_is_not_erased(Database database) {
        Journal journal = new Journal(database, Clock.systemUTC());
        long item = debtorWithAStory(database, journal);
        assertThatThrownBy(() -> erase(database, journal)).hasMessageContaining("items are open");
        settle(database, item);
        exec(database, "update dispatch set state = 'uncertain'");
        assertThatThrownBy(() -> erase(database, journal)).hasMessageContaining("on their way or uncertain");
        assertThat(tablesThatName(database, PERSON)).contains("debtor", "payment");
        assertThatThrownBy(() -> new Erasure(database, journal).erase("ACME-IT", "sap", "12", ANNA_AND_BRUNO, "asked"))
                .hasMessageContaining("no debtor 12");
    }

    private static Erasure.Erased erase(Database database, Journal journal) {
        return new Erasure(database, journal).erase("ACME-IT", "sap", "11", ANNA_AND_BRUNO, "asked for it");
    }

    private static long debtorWithAStory(Database database, Journal journal) {
        LedgerRows rows = new LedgerRows(database);
        long export = rows.export("a.csv", "applied", NOW);
        exec(database, "update export set kept_as = 'data/kept/whole.csv'");
        rows.debtor("11", PERSON, export);
        exec(
                database,
                "update debtor set canonical = '{\"name\":\"" + PERSON + "\",\"email\":\"rossi@rossi.example\"}'");
        exec(
                database,
                "insert into debtor_iban (creditor, iban, source, debtor, origin)"
                        + " values ('ACME-IT', 'IT60X0542811101000000123456', 'sap', '11', 'learned')");
        long item = rows.item(export, "1042", "11", "INVOICE", "1190.00", "EUR");
        exec(
                database,
                "update open_item set details = '{\"withheld\":[],\"precedingDocuments\":[],\"holds\":[\"" + PERSON
                        + " is away\"]}' where id = " + item);
        String key = database.sql()
                .sql("select item_key from open_item where id = ?")
                .param(item)
                .query(String.class)
                .single();
        rows.quarantine(export, key, "a.csv", 3, "the amount of " + PERSON + " is no number");
        long statement = rows.statement("s.xml", NOW, false);
        long payment = rows.payment(statement, "1190.00", "allocated", "0.00", PERSON, "invoice 1042 of " + PERSON);
        rows.payment(statement, "90.00", "unmatched", "90.00", "Other Person", "rent");
        rows.allocation(payment, item, "1190.00", NOW);
        long returned = rows.payment(statement, "-20.00", "returned", "0.00", PERSON, "returned to " + PERSON);
        exec(database, "update payment set counterparty_iban = 'IT60X0542811101000000123456' where id = " + returned);
        exec(
                database,
                "insert into incoming_mail (connection, creditor, mail_key, kind, sender, subject, reason, taken_at)"
                        + " select 'm', creditor, 'k2', 'other', 'Rossi@rossi.example', '" + PERSON
                        + " asks', 'nothing in it names an e-mail of ours', received_at from bank_statement");
        long reminder =
                rows.reminder(rows.run(LocalDate.of(2026, 3, 2), NOW), item, "11", "first", "sent", "1190.00", NOW);
        rows.dispatch(reminder, "11", "email", "sent", "550 <rossi@rossi.example> is full", NOW);
        exec(database, "update dispatch set recipient = 'rossi@rossi.example'");
        exec(
                database,
                "insert into receipt (dispatch_id, event_id, state, at, evidence_file, new_address)"
                        + " select id, 'e1', 'RETURNED', created_at, 'e1.pdf', '" + PERSON
                        + ", Via Roma 1' from dispatch");
        exec(
                database,
                "insert into evidence (creditor, file_name, sha256, kept_as, received_at)"
                        + " select creditor, 'e1.pdf', 'x', 'data/evidence/e1.pdf', created_at from dispatch");
        exec(
                database,
                "insert into suspended_address (creditor, channel, address, reason, dispatch_id, since)"
                        + " select creditor, 'email', 'rossi@rossi.example', 'bounced', id, created_at from dispatch");
        exec(
                database,
                "insert into incoming_mail (connection, creditor, mail_key, kind, dispatch_id, sender, subject, reason,"
                        + " taken_at) select 'm', creditor, 'k', 'reply', id, 'rossi@rossi.example', '" + PERSON
                        + " answers', 'replied', created_at from dispatch");
        exec(
                database,
                "insert into decision (item_id, run_id, outcome, reason) values (" + item + ", 1, 'held', 'dispute: "
                        + PERSON + " called')");
        exec(
                database,
                "insert into proposal_change (run_id, item_id, kind, owner, reason, changed_at) select id, " + item
                        + ", 'out', 'anna', '" + PERSON + " called', started_at from planning_run");
        exec(
                database,
                "insert into debtor_alias (creditor, source, debtor, into_source, into_debtor, owner, reason, since)"
                        + " select creditor, 'sap', '12', 'sap', '11', 'anna', 'both are " + PERSON
                        + "', started_at from planning_run");
        rows.hold("11", item, "dispute", PERSON + " called", "anna", LocalDate.of(2026, 3, 2));
        journal.append("ACME-IT", "item-created", "item:" + item, "run", Map.of("amount", "1190.00"));
        journal.seal();
        return item;
    }

    private static void settle(Database database, long item) {
        exec(database, "update open_item set settled_cause = 'payment', erp_open = 0 where id = " + item);
    }

    /** Looks into every text of every table: one that is added later is searched too. */
    private static List<String> tablesThatName(Database database, String text) {
        return database
                .sql()
                .sql(
                        "select table_name, column_name from information_schema.columns where lower(table_schema) = 'public'"
                                + " and lower(data_type) in ('character varying', 'text') and table_name in (select table_name"
                                + " from information_schema.tables where table_type = 'BASE TABLE')")
                .query((rs, n) -> List.of(rs.getString(1), rs.getString(2)))
                .list()
                .stream()
                .filter(column -> !column.get(0).startsWith("flyway"))
                .filter(column -> database.sql()
                                .sql("select count(*) from " + column.get(0) + " where " + column.get(1) + " like ?")
                                .param("%" + text + "%")
                                .query(Long.class)
                                .single()
                        > 0)
                .map(column -> column.get(0))
                .distinct()
                .toList();
    }

    private static void exec(Database database, String statement) {
        database.sql().sql(statement).update();
    }
}
