package io.sollecito.docs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide is walked through in a house of its own: what it says to type is typed, and what it shows is what comes. */
class WireYourErpTest {

    private static final Path GUIDE = Path.of("docs/wire-your-erp.md");
    private static final Path SAMPLE = Path.of("samples/wire-your-erp");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ?(\\S*)\\n(.*?)^```$");

    /** The file lies there before the hub starts, and the mails leave when the plan's window opens at 9:00. */
    private static final Instant DELIVERED = Instant.parse("2026-03-02T07:00:00Z");

    private static final String STARTED = "2026-03-02T07:30:00Z";
    private static final String ENOUGH_SEEN = "2026-03-02T08:05:00Z";

    /** @param file which it is a part of, or nothing */
    private record Block(String language, String file, String content) {}

    @TempDir
    private Path house;

    private Process hub;

    @BeforeEach
    void a_copy_of_the_house_as_shipped() throws Exception {
        for (String folder : List.of("config", "mappings", "reminders", "routes", "samples/wire-your-erp")) {
            copy(Path.of(folder));
        }
        Files.writeString(
                house.resolve("hub"), """
                #!/usr/bin/env bash
                exec %s io.sollecito.app.Main "$@"
                """.formatted(String.join(" ", java()).replace('\\', '/')));
        assertThat(house.resolve("hub").toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void the_hub_ends() throws Exception {
        if (hub != null) {
            hub.getOutputStream().close();
            hub.waitFor();
        }
    }

    @Test
    void what_the_guide_shows_is_what_its_commands_say() throws Exception {
        for (Block block : blocks("console")) {
            String typed = null;
            List<String> shown = new ArrayList<>();
            for (String line : (block.content() + "$ ").lines().toList()) {
                if (line.startsWith("$ ")) {
                    if (typed != null) {
                        assertThat(said(typed)).as(typed).containsExactlyElementsOf(shown);
                    }
                    typed = line.substring(2);
                    shown.clear();
                } else {
                    shown.add(line);
                }
            }
        }
        assertThat(house.resolve("inbox/.done/offene-posten.csv")).exists();
        assertThat(blocks("text"))
                .singleElement()
                .satisfies(mail -> assertThat(
                                firstMail().lines().map(String::stripTrailing).toList())
                        .containsSubsequence(mail.content().lines().toList()));
    }

    @Test
    void what_the_guide_shows_of_files_stands_in_them() throws Exception {
        assertThat(blocks("csv"))
                .singleElement()
                .satisfies(file -> assertThat(file.content().lines().toList())
                        .isEqualTo(Files.readAllLines(
                                SAMPLE.resolve("offene-posten.csv"), Charset.forName("windows-1252"))));
        assertThat(blocks("yaml"))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(
                                Files.readString(SAMPLE.resolve("house").resolve(part.file())))
                        .contains(part.content()));
    }

    private List<String> said(String typed) throws Exception {
        if (typed.startsWith("./hub run")) {
            return started(typed.substring("./hub run".length()));
        }
        Process process = shell(typed);
        try (InputStream out = process.getInputStream()) {
            List<String> lines = new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::stripTrailing)
                    .toList();
            process.waitFor();
            return lines;
        }
    }

    /** What the hub says of the morning; how long it took and what it is not asked about is left aside. */
    private List<String> started(String settings) throws Exception {
        try (Stream<Path> files = Files.list(house.resolve("inbox"))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(DELIVERED));
            }
        }
        hub = shell("exec " + String.join(" ", java()) + " io.sollecito.docs.MorningHub " + STARTED + " " + ENOUGH_SEEN
                + settings);
        List<String> lines = new ArrayList<>();
        BufferedReader out = new BufferedReader(new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            assertThat(line).as("the hub ended: " + lines).isNotNull();
            lines.add(line);
        }
        return lines.stream()
                .filter(line -> line.startsWith("INFO  IntakeAdapter") || line.startsWith("INFO  DailyPlanning"))
                .toList();
    }

    private Process shell(String line) throws IOException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", line).directory(house.toFile());
        return bash.redirectErrorStream(true).start();
    }

    private List<String> java() {
        String classPath = String.join(
                System.getProperty("path.separator"),
                Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dhub.root=" + house,
                "-cp",
                "'" + classPath + "'");
    }

    private String firstMail() throws Exception {
        try (Stream<Path> mails = Files.list(house.resolve("data/mails"))) {
            Path first = mails.filter(mail -> mail.getFileName().toString().startsWith("dispatch-1."))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = Files.newInputStream(first)) {
                MimeMessage mail = new MimeMessage(jakarta.mail.Session.getInstance(new Properties()), in);
                return "From: " + mail.getFrom()[0] + "\nTo: " + mail.getAllRecipients()[0] + "\nSubject: "
                        + mail.getSubject() + "\n\n" + text(mail);
            }
        }
    }

    private static String text(Part part) throws Exception {
        return part.getContent() instanceof Multipart parts
                ? text(parts.getBodyPart(0))
                : part.getContent().toString();
    }

    private void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = house.resolve(file);
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private static List<Block> blocks(String language) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        return blocks.results()
                .map(block -> new Block(block.group(1), block.group(2), block.group(3)))
                .filter(block -> block.language().equals(language))
                .toList();
    }
}
