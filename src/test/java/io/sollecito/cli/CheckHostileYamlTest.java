package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** hub check: every problem as FILE:LINE:COL, exit 1; one bad file hides no other. */
class CheckHostileYamlTest {

    @TempDir
    Path folder;

    @Test
    void a_file_of_too_many_aliases_is_a_problem_of_that_file() throws Exception {
        Path bomb =
                Files.writeString(folder.resolve("bomb.yaml"), "plan: &a [x]\nsteps: [" + "*a, ".repeat(60) + "*a]\n");
        checked(bomb, ":2:209: ");
    }

    @Test
    void a_file_nested_too_deep_is_a_problem_of_that_file() throws Exception {
        checked(
                Files.writeString(folder.resolve("deep.yaml"), "plan: " + "[".repeat(60) + "]".repeat(60) + "\n"),
                ":1:56: ");
    }

    @Test
    void a_file_with_a_character_that_is_no_text_is_a_problem_of_that_file() throws Exception {
        checked(Files.writeString(folder.resolve("bell.yaml"), "plan: x\nsteps: [\u0007]\n"), ":2:9: ");
    }

    @Test
    void a_part_that_contains_itself_is_a_problem_of_that_file() throws Exception {
        checked(Files.writeString(folder.resolve("loop.yaml"), "plan: x\nsteps: &a [*a]\n"), ":2:");
    }

    private static void checked(Path file, String place) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Hub.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("check", file.toString());
        assertThat(out.toString() + err).contains(file + place);
        assertThat(status).isEqualTo(1);
    }
}
