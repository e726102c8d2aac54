package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a hub from starting, and how it is told. */
class StartTest {

    @TempDir
    private Path folder;

    @Test
    void only_settings_are_arguments() {
        assertThat(HubApplication.unknown("--sollecito.data=x", "--logging.level.io.sollecito=debug"))
                .isEmpty();
        assertThat(HubApplication.unknown("--sollecito.data=x", "--exit")).contains("--exit");
        assertThat(HubApplication.unknown("now")).contains("now");
    }

    @Test
    void one_data_folder_is_one_hubs_and_free_again_after_it() {
        try (DataFolder first = DataFolder.take(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(DataFolder.InUse.class)
                    .hasMessageContaining("Another hub is running on the data folder " + folder)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        DataFolder.take(folder).close();
    }

    @Test
    void mistakes_in_files_are_listed_and_counted() {
        StartFailure failure = StartFailure.of(
                new IllegalStateException(new ProblemsFound(List.of(Problem.of("a.yaml", "is empty", "Fill it.")))));

        assertThat(failure.status()).isEqualTo(1);
        assertThat(failure.message()).isEqualTo("a.yaml: is empty\n    Fill it.\n1 problem: nothing was started.");
    }

    @Test
    void a_folder_in_use_is_a_refusal_and_anything_else_the_environments_failure() {
        assertThat(StartFailure.of(new RuntimeException(new DataFolder.InUse(folder, "7")))
                        .status())
                .isEqualTo(3);
        StartFailure failure = StartFailure.of(new IllegalStateException(
                "Error creating bean",
                new RuntimeException("Connection to db:5432 refused", new ConnectException("Connection refused"))));
        assertThat(failure).isEqualTo(new StartFailure(4, "The hub did not start: Connection to db:5432 refused"));
        assertThat(StartFailure.of(new RuntimeException(
                                "Failed to create route: erp-mine at: >>> From[sftp] <<< because: no such thing",
                                new IllegalArgumentException("no such thing")))
                        .message())
                .isEqualTo("The hub did not start: route erp-mine: no such thing");
    }
}
