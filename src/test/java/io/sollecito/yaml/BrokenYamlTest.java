package io.sollecito.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenYamlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: {b: c~d: e | 1:4: this { is not closed before line 2",
                "a: [b, c~d: e | 1:4: this [ is not closed before line 2",
                "a: {b: [c] d: e} | 1:12: a comma or } is missing before this",
                "a:~    b: c~   d: e | 3:4: this line is indented by 3, the lines before it by 4",
                "a:~  - b: c~   d: e | 3:4: this line is indented by 3, the lines before it by 4",
                "a:~  - b: c~    # why~     d: e | 4:6: this line is indented by 5, the lines before it by 4",
                "a:~  - b: {c: d}~     d: e | 3:6: this line is indented by 5, the lines before it by 4",
                "a: \"b~c: d | 1:4: this quote is not closed",
                "a: 'it's' | 1:8: text stands after the closing quote",
                "a: b: c | 1:5: a second colon stands on this line",
                "a: b~c~d: e | 2:1: this line has no colon after its key",
                "a: {b: c}} | 1:10: this bracket closes nothing",
                "a: @b | 1:4: a value may not begin with this character",
                "a: *b | 1:4: a value may not begin with *",
                "a:~  - {b: c}~  -{b: c} | 3:3: a space is missing after this hyphen",
                "a:~\tb: c | 2:1: a tab stands in the indentation",
            })
    void common_mistakes_are_told_in_plain_words(String text, String expected) {
        String yaml = text.replace('~', '\n').replace("\\t", "\t") + "\n";

        Problem problem = catchThrowableOfType(ProblemsFound.class, () -> Yaml.parse("f.yaml", yaml))
                .problems()
                .get(0);

        assertThat(problem.line() + ":" + problem.column() + ": " + problem.message())
                .isEqualTo(expected);
        assertThat(problem.remedy()).isNotBlank();
    }
}
