package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import io.sollecito.ledger.database.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Case 17: files that are made to exhaust whoever reads them")
class HostileFilesTest {

    private static final List<String> SMALL_HEAP = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void a_line_without_end_and_a_gzip_bomb_are_kept_and_the_next_file_is_taken() throws Exception {
        LedgerOfNodes ledger = LedgerOfNodes.h2();
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path work = Files.createDirectory(folder.resolve("work"));
        oneLine(inbox.resolve(Exported.name(1)), (Runs.isLong() ? 500L : 200L) * MEGABYTE);
        bomb(inbox.resolve(Exported.name(2)));
        Exported.write(inbox, 3, 10);
        Files.createFile(inbox.resolve("end"));
        try (ChildJvm node = ChildJvm.start(
                SMALL_HEAP, ImportingNode.class, ledger.url(), ledger.user(), inbox.toString(), work.toString())) {
            assertThat(node.exitStatus()).as(String.join("\n", node.said())).isZero();
        }
        try (HikariDataSource source = ledger.open()) {
            assertThat(Database.open(source)
                            .sql()
                            .sql("select state from export order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("unreadable", "unreadable", "applied");
        }
    }

    @Test
    void a_statement_that_is_a_gzip_bomb_is_quarantined() throws Exception {
        bomb(folder.resolve("statement.xml.gz"));
        assertThat(taken(folder.resolve("statement.xml.gz")))
                .startsWith("state quarantined")
                .contains("more than is plausible");
    }

    @Test
    void a_statement_with_a_text_without_end_is_quarantined() throws Exception {
        Path file = folder.resolve("statement.xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                            + "<BkToCstmrStmt><Stmt><Id>")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] text = new byte[MEGABYTE];
            Arrays.fill(text, (byte) 'x');
            for (int i = 0; i < 130; i++) {
                out.write(text);
            }
            out.write("</Id></Stmt></BkToCstmrStmt></Document>".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(taken(file)).startsWith("state quarantined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d SYSTEM \"http://127.0.0.1:%1$d/d\"><Document><BkToCstmrStmt/></Document>",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"http://127.0.0.1:%1$d/x\">]>"
                        + "<Document><BkToCstmrStmt><Stmt><Id>&x;</Id></Stmt></BkToCstmrStmt></Document>",
                "<!DOCTYPE d [<!ENTITY %% x SYSTEM \"http://127.0.0.1:%1$d/x\"> %%x;]>"
                        + "<Document><BkToCstmrStmt/></Document>",
                "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                        + "<Document><BkToCstmrStmt><Stmt><Id>&c;</Id></Stmt></BkToCstmrStmt></Document>"
            })
    void entities_from_outside_and_laughing_ones_are_refused_without_a_connection(String document) throws Exception {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.writeString(folder.resolve("statement.xml"), document.formatted(outside.getLocalPort()));
            StatementFile read = StatementReader.read(file, "statement.xml");
            assertThat(read.statements()).isEmpty();
            assertThat(read.problems()).isNotEmpty();
            outside.setSoTimeout(50);
            assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private String taken(Path file) throws InterruptedException {
        LedgerOfNodes ledger = LedgerOfNodes.h2();
        try (ChildJvm node = ChildJvm.start(
                SMALL_HEAP,
                HostileNode.class,
                ledger.url(),
                ledger.user(),
                file.toString(),
                folder.resolve("kept").toString())) {
            assertThat(node.exitStatus()).as(String.join("\n", node.said())).isZero();
            return node.await("state ");
        }
    }

    /** A header and then zeros, which take no room on most disks. */
    private static void oneLine(Path file, long length) throws IOException {
        Files.writeString(file, "Konto;Belegart;Referenz;Buchungsdatum;Belegdatum;Nettofälligkeit;");
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(length);
        }
    }

    /** Ten megabytes that unpack to ten gigabytes. */
    private static void bomb(Path file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[MEGABYTE];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 100; i++) {
                packed.writeTo(out);
            }
        }
    }
}
