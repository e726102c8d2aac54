package io.sollecito.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.yaml.Yaml;
import io.sollecito.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each template says all of its options, so that it can be read alone; what is the same for all stays the same. */
class FileTemplatesTest {

    /** What a connection owes, how it logs in, and what only some let an instance choose. */
    private static final Set<String> OWN = Set.of(
            "password",
            "privateKeyFile",
            "privateKeyPassphrase",
            "antExclude",
            "scheduler.zone",
            "scheduler.kind",
            "scheduler.expects",
            "scheduler.limitDays",
            "scheduler.limitClosings");

    /** How a server or disk is reached. */
    private static final Set<String> REACH = Set.of(
            "autoCreate",
            "binary",
            "connectTimeout",
            "directoryMustExist",
            "directoryName",
            "execPbsz",
            "execProt",
            "fastExistsCheck",
            "ftpClient",
            "ftpClientConfig.serverTimeZoneId",
            "host",
            "includeHiddenDirs",
            "knownHostsFile",
            "localWorkDirectory",
            "maximumReconnectAttempts",
            "passiveMode",
            "port",
            "soTimeout",
            "stepwise",
            "strictHostKeyChecking",
            "throwExceptionOnConnectFailed",
            "useUserKnownHostsFile",
            "username");

    @ParameterizedTest
    @CsvSource({"sftp, 4", "ftps, 2", "file, 2"})
    void all_templates_that_poll_by_one_protocol_do_it_the_same_way(String protocol, int many) throws IOException {
        List<Map<String, String>> options = options(protocol);

        assertThat(options).hasSize(many).allSatisfy(one -> assertThat(one).isEqualTo(options.get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftps", "file"})
    void files_are_handled_the_same_way_wherever_they_come_from(String protocol) throws IOException {
        assertThat(handling(protocol))
                .isEqualTo(handling("sftp"))
                .containsKeys("filter", "processStrategy", "readLock");
    }

    @Test
    void servers_are_always_checked() throws IOException {
        assertThat(options("sftp").get(0)).containsEntry("strictHostKeyChecking", "yes");
        assertThat(options("ftps").get(0))
                .containsEntry("ftpClient", "#{{client}}")
                .containsEntry("execProt", "P");
    }

    private static Map<String, String> handling(String protocol) throws IOException {
        Map<String, String> options = options(protocol).get(0);
        options.keySet().removeAll(REACH);
        return options;
    }

    private static List<Map<String, String>> options(String protocol) throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("routes/templates"))) {
            return templates
                    .map(FileTemplatesTest::from)
                    .filter(from -> from != null && from.get("uri").text().equals(protocol))
                    .map(FileTemplatesTest::shared)
                    .toList();
        }
    }

    private static YamlNode from(Path template) {
        return Yaml.read(template).list().get(0).get("routeTemplate").get("from");
    }

    private static Map<String, String> shared(YamlNode from) {
        Map<String, String> options = new TreeMap<>();
        from.get("parameters").map().forEach((name, value) -> options.put(name, value.text()));
        options.keySet().removeAll(OWN);
        return options;
    }
}
