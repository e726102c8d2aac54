package io.sollecito.reminders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HabitsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\| (text|texts|number|amount) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-zA-Z.]+)`");

    @Test
    void the_page_lists_what_conditions_may_ask_about_with_its_type() throws IOException {
        List<String> listed = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("docs/habits.md")));
        while (rows.find()) {
            Matcher names = NAME.matcher(rows.group(1));
            while (names.find()) {
                listed.add(names.group(1) + " " + rows.group(2));
            }
        }

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(PlanFact.ALL.stream()
                        .map(fact -> fact.name() + " " + fact.type())
                        .toList());
    }
}
