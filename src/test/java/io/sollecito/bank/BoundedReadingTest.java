package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedReadingTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_with_more_payments_than_may_be_kept_is_stopped_and_holds_no_statement() {
        Path file = CamtFixture.statement()
                .payment("1.00", "B1", "Rossi", null, "a")
                .payment("2.00", "B2", "Rossi", null, "b")
                .payment("3.00", "B3", "Rossi", null, "c")
                .file(folder);

        StatementFile read = StatementReader.read(file, "big.xml", null, 2);

        assertThat(read.statements()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("more than 2 payments"));
        assertThat(StatementReader.read(file, "big.xml", null, 3).statements()).hasSize(1);
    }

    @Test
    void long_texts_count_as_payments_do() {
        Path file = CamtFixture.statement()
                .payment("1.00", "B1", "Rossi", null, "x".repeat(2000))
                .file(folder);

        assertThat(StatementReader.read(file, "big.xml", null, 2).statements()).isEmpty();
    }
}
