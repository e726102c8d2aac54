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

/** Each template says all of its options, so that it can be read alone; what is the same for all stays the same. */
class SftpTemplatesTest {

    /** What a connection owes, and how it logs in. */
    private static final Set<String> OWN = Set.of(
            "password",
            "privateKeyFile",
            "scheduler.kind",
            "scheduler.expects",
            "scheduler.limitDays",
            "scheduler.limitClosings");

    @Test
    void all_templates_that_poll_over_sftp_do_it_the_same_way() throws IOException {
        List<Map<String, String>> options;
        try (Stream<Path> templates = Files.list(Path.of("routes/templates"))) {
            options = templates
                    .map(SftpTemplatesTest::from)
                    .filter(from -> from != null && from.get("uri").text().equals("sftp"))
                    .map(SftpTemplatesTest::shared)
                    .toList();
        }

        assertThat(options).hasSize(4).allSatisfy(one -> assertThat(one).isEqualTo(options.get(0)));
        assertThat(options.get(0)).containsEntry("strictHostKeyChecking", "yes");
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
