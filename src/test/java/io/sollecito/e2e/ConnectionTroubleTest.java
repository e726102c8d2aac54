package io.sollecito.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.ledger.connections.Connections.Health;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One morning on which the ERP's server is down until a quarter to seven and then has odd files too, one bank's statement
 * is an attack, and the other bank's server is not who it was. Nothing is lost, and everything shows.
 */
class ConnectionTroubleTest {

    private static final String SAP = "erp-acme-sap";
    private static final String BANK = "bank-acme";
    private static final String OTHER_BANK = "bank-lumiere";
    private static final String ITEMS = "FBL5N_OPOS_20260302.csv";
    private static final String WRONG_HEADER = "FBL5N_OPOS_20260227.csv";
    private static final byte[] WRONG =
            "Kunde;Rechnung;Betrag\r\n104711;1;5,00\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> HOSTILE =
            List.of("FBL5N_..\\..\\OPOS.csv", "FBL5N_OPOS\r\n.csv", ".FBL5N_OPOS.csv", "FBL5N_OPOS:x.csv");

    @TempDir
    private static Path folder;

    private static SftpWorld erp;
    private static SftpWorld bank;
    private static SftpWorld otherBank;
    private static SmallHub hub;
    private static byte[] attack;
    private static final Map<String, Health> WHILE_DOWN = new TreeMap<>();
    private static final Map<String, Health> ONCE_BACK = new TreeMap<>();

    @BeforeAll
    static void morning() throws Exception {
        startServers();
        List<String> settings = new ArrayList<>(List.of("sollecito.times.digest=0 0 23 * * *"));
        settings.addAll(SmallHub.at("acme.sap", erp));
        settings.addAll(SmallHub.at("acme.bank", bank));
        settings.addAll(SmallHub.at("lumiere.bank", otherBank.port(), folder.resolve("known-before")));
        for (String connection : List.of(SAP, BANK, OTHER_BANK)) {
            SmallHub.connect(folder, connection);
        }
        hub = SmallHub.start(folder, "2026-03-02T06:00", settings);
        for (String time : List.of("06:30", "06:31", "06:32", "06:33", "06:37")) {
            WHILE_DOWN.put(time, hub.until("2026-03-02T" + time).health(SAP));
        }
        erp = SftpWorld.start(folder.resolve("erp"), erp.port());
        hub.until("2026-03-02T06:45");
        for (String connection : List.of(SAP, BANK, OTHER_BANK)) {
            ONCE_BACK.put(connection, hub.health(connection));
        }
    }

    private static void startServers() throws Exception {
        bank = SftpWorld.start(folder.resolve("bank"));
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the hub's own secret");
        attack = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE Document [<!ENTITY x SYSTEM "%s">]>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>&x;</Id>
                <Acct><Id><IBAN>IT98O0503401600000100200300</IBAN></Id></Acct></Stmt></BkToCstmrStmt></Document>
                """.formatted(secret.toUri()).getBytes(StandardCharsets.UTF_8);
        bank.put(SftpWorld.BANK_ACME, "statement.xml", attack, SmallHub.at("2026-03-02T05:30"));

        SftpWorld before = SftpWorld.start(folder.resolve("other-bank"));
        Files.copy(before.knownHosts(), folder.resolve("known-before"));
        before.close();
        Files.delete(folder.resolve("other-bank/host-key"));
        otherBank = SftpWorld.start(folder.resolve("other-bank"), before.port());
        otherBank.put(SftpWorld.BANK_LUMIERE, "statement.xml", attack, SmallHub.at("2026-03-02T05:30"));

        erp = SftpWorld.start(folder.resolve("erp"));
        erp.put(SftpWorld.ERP, WRONG_HEADER, WRONG, SmallHub.at("2026-02-27T05:30"));
        erp.put(SftpWorld.ERP, ITEMS, SapFiles.openItems("104711", 3), SmallHub.at("2026-03-02T05:30"));
        for (String name : HOSTILE) {
            erp.put(SftpWorld.ERP, name, SapFiles.openItems("104799", 1), SmallHub.at("2026-03-02T05:00"));
        }
        erp.close();
    }

    @AfterAll
    static void close() {
        hub.close();
        erp.close();
        bank.close();
        otherBank.close();
    }

    @Test
    void a_server_that_is_down_is_tried_again_after_growing_pauses() {
        assertThat(WHILE_DOWN.values()).extracting(Health::failures).containsExactly(1, 2, 2, 3, 4);
        assertThat(WHILE_DOWN.values())
                .extracting(Health::nextAttempt)
                .containsExactly(
                        SmallHub.at("2026-03-02T06:31"),
                        SmallHub.at("2026-03-02T06:33"),
                        SmallHub.at("2026-03-02T06:33"),
                        SmallHub.at("2026-03-02T06:37"),
                        SmallHub.at("2026-03-02T06:45"));
        assertThat(WHILE_DOWN.values()).allSatisfy(health -> {
            assertThat(health.lastError())
                    .startsWith("127.0.0.1:" + erp.port() + ": ")
                    .contains("refused");
            assertThat(health.lastSuccess()).isNull();
        });
    }

    @Test
    void once_it_is_back_its_export_is_taken_and_moved_aside() {
        Health health = ONCE_BACK.get(SAP);

        assertThat(health.failures()).isZero();
        assertThat(health.nextAttempt()).isNull();
        assertThat(health.lastError()).isNull();
        assertThat(health.lastSuccess()).isEqualTo(SmallHub.at("2026-03-02T06:45"));
        assertThat(hub.rows("select debtor from open_item"))
                .hasSize(3)
                .allSatisfy(item -> assertThat(item).containsEntry("debtor", "0000104711"));
        Path export = erp.folder(SftpWorld.ERP);
        assertThat(export.resolve(ITEMS)).doesNotExist();
        assertThat(export.resolve(".done").resolve(ITEMS)).exists();
    }

    @Test
    void a_file_that_cannot_be_read_is_kept_whole_and_told_and_the_others_go_on() {
        assertThat(hub.rows("select file_name, state, reason, kept_as from export order by as_of"))
                .satisfiesExactly(
                        unread -> {
                            assertThat(unread)
                                    .containsEntry("file_name", WRONG_HEADER)
                                    .containsEntry("state", "unreadable");
                            assertThat(unread.get("reason").toString()).contains("'Konto'");
                            assertThat(Path.of(unread.get("kept_as").toString()))
                                    .hasParent(folder.resolve("data/kept"))
                                    .hasBinaryContent(WRONG);
                        },
                        taken -> assertThat(taken)
                                .containsEntry("file_name", ITEMS)
                                .containsEntry("state", "applied"));
    }

    @Test
    void what_is_refused_as_a_whole_lies_on_the_server_with_the_reason_beside_it() {
        Path errors = erp.folder(SftpWorld.ERP).resolve(".error");
        assertThat(errors.resolve(WRONG_HEADER)).hasBinaryContent(WRONG);
        assertThat(errors.resolve(WRONG_HEADER + ".problems.txt")).content().contains("'Konto'");
        assertThat(errors.resolve(ITEMS)).doesNotExist();
        Path refused = bank.folder(SftpWorld.BANK_ACME).resolve(".error");
        assertThat(refused.resolve("statement.xml")).hasBinaryContent(attack);
        assertThat(refused.resolve("statement.xml.problems.txt")).content().contains("DTD is refused");
    }

    @Test
    void a_file_whose_name_could_be_a_path_is_left_alone() throws Exception {
        assertThat(HOSTILE)
                .allSatisfy(name ->
                        assertThat(erp.folder(SftpWorld.ERP).resolve(name)).exists());
        assertThat(hub.kept())
                .allSatisfy(kept -> assertThat(kept.getFileName().toString())
                        .matches("[0-9a-f]{16}-(" + WRONG_HEADER + "|statement.xml)"));
    }

    @Test
    void a_statement_with_a_document_type_is_refused_and_kept() throws Exception {
        assertThat(hub.rows("select state, reason, statement_id from bank_statement"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("state", "quarantined");
                    assertThat(row.get("reason").toString()).contains("DTD is refused");
                    assertThat(row.toString()).doesNotContain("own secret");
                });
        assertThat(hub.kept()).anySatisfy(kept -> assertThat(kept).hasBinaryContent(attack));
        assertThat(ONCE_BACK.get(BANK).failures()).isZero();
        assertThat(ONCE_BACK.get(BANK).factsAsOf()).isNull();
    }

    @Test
    void a_server_with_another_host_key_is_refused_and_shown() {
        Health health = ONCE_BACK.get(OTHER_BANK);

        assertThat(health.failures()).isOne();
        assertThat(health.nextAttempt()).isEqualTo(SmallHub.at("2026-03-02T06:46"));
        assertThat(health.lastError()).contains("HostKey").contains("127.0.0.1");
        assertThat(otherBank.folder(SftpWorld.BANK_LUMIERE).resolve("statement.xml"))
                .exists();
    }
}
