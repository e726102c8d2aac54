package io.sollecito.creditors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditorFilesTest {

    @TempDir
    private Path folder;

    @Test
    void the_shipped_creditors_are_complete() {
        assertThat(CreditorFiles.load(Path.of("config/creditors")))
                .extracting("code")
                .contains("ACME-IT", "LUMIERE-FR");
    }

    @Test
    void an_account_of_two_creditors_is_a_problem() throws IOException {
        String good = Files.readString(Path.of("config/creditors/acme-it.yaml"));
        Files.write(folder.resolve("logo-acme.png"), new byte[] {1});
        Files.writeString(folder.resolve("a.yaml"), good);
        Files.writeString(folder.resolve("b.yaml"), good.replace("creditor: ACME-IT", "creditor: NORD-DE"));

        ProblemsFound found = catchThrowableOfType(ProblemsFound.class, () -> CreditorFiles.load(folder));

        assertThat(found.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("'IT98O0503401600000100200300' is an account of ACME-IT already");
            assertThat(problem.file()).endsWith("b.yaml");
        });
    }

    @Test
    void every_problem_of_every_file_is_told_at_once_with_its_place() throws IOException {
        String good = Files.readString(Path.of("config/creditors/acme-it.yaml"));
        Files.write(folder.resolve("logo-acme.png"), new byte[] {1});
        Files.writeString(
                folder.resolve("a.yaml"), good.replace("IT98O05", "IT99O05").replace("Europe/Rome", "Rome"));
        Files.writeString(
                folder.resolve("b.yaml"), good.replace("signatory:", "signer:").replace("ACME-IT", "ACME"));

        ProblemsFound found = catchThrowableOfType(ProblemsFound.class, () -> CreditorFiles.load(folder));

        assertThat(found.problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "'Rome' is no time zone",
                        "'IT99O0503401600000100200300' is no valid IBAN",
                        "unknown key 'signer'",
                        "'signatory' is missing");
        assertThat(found.problems())
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());
    }

    @Test
    void a_code_that_two_files_carry_is_told_with_the_place_of_the_first() throws IOException {
        String good = Files.readString(Path.of("config/creditors/acme-it.yaml"));
        Files.write(folder.resolve("logo-acme.png"), new byte[] {1});
        Files.writeString(folder.resolve("acme-it.yaml"), good);
        Files.writeString(folder.resolve("other.yaml"), good);

        ProblemsFound found = catchThrowableOfType(ProblemsFound.class, () -> CreditorFiles.load(folder));

        assertThat(found.getMessage())
                .startsWith(folder.resolve("other.yaml") + ":3:11: code ACME-IT already stands in acme-it.yaml:3");
    }
}
