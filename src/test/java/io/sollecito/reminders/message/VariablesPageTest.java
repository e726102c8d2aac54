package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VariablesPageTest {

    @Test
    void the_page_of_variables_lists_exactly_the_variables_that_there_are() throws IOException {
        String rows = Arrays.stream(Variable.values())
                .map(variable -> "| `[[%s]]` | %s | %s | %s |"
                        .formatted(variable.tag(), place(variable), variable.meaning(), variable.example()))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("docs/variables.md")).lines().filter(line -> line.startsWith("| `[[")))
                .containsExactlyElementsOf(rows.lines().toList());
    }

    private static String place(Variable variable) {
        return switch (variable.kind()) {
            case TEXT -> "anywhere";
            case AMOUNT -> "not in subject or sms";
            case FLAG -> "as a condition";
            case BLOCK -> "a paragraph of its own";
            case LIST -> "a list";
            case ITEM -> "in a list";
            case PICTURE, LAYOUT, PAGE_LIST, PAGE_ITEM -> "layouts";
        };
    }
}
