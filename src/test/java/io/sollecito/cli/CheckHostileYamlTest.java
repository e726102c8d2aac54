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
        checked(bomb);
    }

    @Test
    void a_file_nested_too_deep_is_a_problem_of_that_file() throws Exception {
        checked(Files.writeString(folder.resolve("deep.yaml"), "plan: " + "[".repeat(60) + "]".repeat(60) + "\n"));
    }

    private static void checked(Path file) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Hub.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("check", file.toString());
        assertThat(out.toString() + err).contains(file + ":");
        assertThat(status).isEqualTo(1);
    }
}
