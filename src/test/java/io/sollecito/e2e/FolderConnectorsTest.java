package io.sollecito.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.connections.Connections.Health;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connectors for folders and FTPS in the hub as it runs. */
class FolderConnectorsTest {

    private static final String ERP = """
            - templatedRoute:
                routeTemplateRef: erp-folder
                routeId: erp-disk
                parameters:
                  - {name: creditor, value: ACME-IT}
                  - {name: source, value: sap}
                  - {name: mapping, value: sap-fbl5n}
                  - {name: delivers, value: snapshot}
                  - {name: schedule, value: "0 30 6 * * MON-FRI"}
                  - {name: folder, value: "{{acme.disk}}"}
            """;
    private static final String BANK = """
            - templatedRoute:
                routeTemplateRef: bank-ftps
                routeId: bank-gone
                parameters:
                  - {name: creditor, value: ACME-IT}
                  - {name: schedule, value: "0 30 6 * * MON-FRI"}
                  - {name: host, value: 127.0.0.1}
                  - {name: port, value: "1"}
                  - {name: user, value: hub}
                  - {name: password, value: "{{acme.gone}}"}
                  - {name: folder, value: statements}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_disk_is_polled_and_a_server_that_is_gone_is_told() throws Exception {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        Files.writeString(routes.resolve("erp-disk.camel.yaml"), ERP);
        Files.writeString(routes.resolve("bank-gone.camel.yaml"), BANK);
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path export = Files.write(disk.resolve("FBL5N_OPOS_20260302.csv"), SapFiles.openItems("104711", 3));
        Files.setLastModifiedTime(export, FileTime.from(SmallHub.at("2026-03-02T05:30")));

        try (SmallHub hub =
                SmallHub.start(folder, "2026-03-02T06:00", List.of("acme.disk=" + disk, "acme.gone=secret"))) {
            hub.until("2026-03-02T06:30");

            assertThat(hub.rows("select item_key from open_item")).hasSize(3);
            assertThat(disk.resolve(".done/FBL5N_OPOS_20260302.csv")).exists();
            assertThat(hub.health("erp-disk").failures()).isZero();
            assertThat(hub.health("erp-disk").factsAsOf()).isNotNull();
            Health gone = hub.health("bank-gone");
            assertThat(gone.failures()).isOne();
            assertThat(gone.lastError()).startsWith("127.0.0.1:1: ").contains("refused");
            assertThat(gone.nextAttempt()).isEqualTo(SmallHub.at("2026-03-02T06:31"));
        }
    }
}
