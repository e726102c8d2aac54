package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {

    @TempDir
    private Path folder;

    private Path content;
    private Deliveries deliveries;

    @BeforeEach
    void prepare() throws IOException {
        content = Files.writeString(folder.resolve("content"), "x");
        deliveries = new Deliveries(folder.resolve("together"));
    }

    @Test
    void a_name_that_is_a_path_leads_nowhere() {
        for (String name : List.of("../../x.csv", "a/b.csv", "a\\b.csv", "a\nb.csv", "x".repeat(201))) {
            assertThatThrownBy(() -> deliveries.came("erp", new InputFile(content, name), 1))
                    .isInstanceOf(Unreadable.class);
        }
        assertThat(folder.resolve("together")).doesNotExist();
    }

    @Test
    void the_same_name_replaces_and_the_newest_hundred_stay() throws Exception {
        for (int i = 0; i < 120; i++) {
            deliveries.came("erp", new InputFile(content, "terms" + i % 110 + ".csv"), i);
        }

        assertThat(deliveries.came("erp"))
                .hasSize(100)
                .extracting(InputFile::name)
                .startsWith("terms9.csv", "terms8.csv")
                .doesNotHaveDuplicates()
                .doesNotContain("terms10.csv");
    }

    @Test
    void what_is_older_than_what_came_does_not_replace_it() throws Exception {
        deliveries.came("erp", new InputFile(content, "terms.csv"), 20);
        deliveries.came("erp", new InputFile(Files.writeString(folder.resolve("old"), "old"), "terms.csv"), 10);

        assertThat(deliveries.came("erp"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.path()).hasContent("x"));
    }

    @Test
    void each_connection_has_its_own_and_what_waits_is_in_the_order_in_which_it_was_written() throws Exception {
        deliveries.waits("a", new Deliveries.Waiting(new InputFile(content, "2.csv"), 20, 7));
        deliveries.waits("a", new Deliveries.Waiting(new InputFile(content, "1.csv"), 10, 6));

        assertThat(deliveries.waiting("a"))
                .extracting(waiting -> waiting.file().name() + " " + waiting.export())
                .containsExactly("1.csv 6", "2.csv 7");
        assertThat(deliveries.waiting("b")).isEmpty();
        assertThat(deliveries.came("a")).isEmpty();

        deliveries.noLongerWaits(deliveries.waiting("a").get(0));
        assertThat(deliveries.waiting("a")).hasSize(1);
    }
}
