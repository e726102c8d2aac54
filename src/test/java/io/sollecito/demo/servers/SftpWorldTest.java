package io.sollecito.demo.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpWorldTest {

    private static final Instant SIMULATED = Instant.parse("2026-03-02T04:30:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_client_that_checks_the_host_key_reads_a_file_with_its_simulated_time_and_uploads_one() throws Exception {
        try (SftpWorld world = SftpWorld.start(folder)) {
            world.put(SftpWorld.ERP, "opos.csv", "Konto;Betrag\r\n".getBytes(StandardCharsets.UTF_8), SIMULATED);
            Session session = session(world, world.knownHosts());
            session.connect(5_000);
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect(5_000);

            SftpATTRS attributes = sftp.stat("erp/export/ar/opos.csv");
            assertThat(attributes.getMTime()).isEqualTo((int) SIMULATED.getEpochSecond());
            assertThat(sftp.get("erp/export/ar/opos.csv").readAllBytes())
                    .asString()
                    .isEqualTo("Konto;Betrag\r\n");

            sftp.put(new ByteArrayInputStream(new byte[] {1, 2, 3}), "print/in/batch.zip.tmp");
            sftp.rename("print/in/batch.zip.tmp", "print/in/batch.zip");
            assertThat(world.folder(SftpWorld.PRINT_IN).resolve("batch.zip")).hasBinaryContent(new byte[] {1, 2, 3});
            session.disconnect();
        }
    }

    @Test
    void a_client_that_knows_another_host_key_refuses() throws Exception {
        try (SftpWorld world = SftpWorld.start(folder.resolve("a"));
                SftpWorld other = SftpWorld.start(folder.resolve("b"))) {
            String key = Files.readString(other.knownHosts()).split(" ", 2)[1];
            Path wrong = Files.writeString(folder.resolve("wrong"), "[127.0.0.1]:" + world.port() + " " + key);

            assertThatThrownBy(() -> session(world, wrong).connect(5_000))
                    .isInstanceOf(JSchException.class)
                    .hasMessageContaining("HostKey");
        }
    }

    private static Session session(SftpWorld world, Path knownHosts) throws JSchException {
        JSch jsch = new JSch();
        jsch.setKnownHosts(knownHosts.toString());
        Session session = jsch.getSession(SftpWorld.USER, world.host(), world.port());
        session.setPassword(SftpWorld.PASSWORD);
        session.setConfig("StrictHostKeyChecking", "yes");
        return session;
    }
}
