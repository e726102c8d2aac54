package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteNamesTest {

    private static final RemoteNames NAMES = new RemoteNames();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FBL5N_OPOS_20260302.csv",
                "IT98O0503401600000100200300_00042.xml",
                "estratto conto (2).xml",
                "Straße & Söhne.csv",
                "a",
                "x.tmp.csv"
            })
    void plain_names_are_taken(String name) {
        assertThat(NAMES.accept(file(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "a/b",
                "a\\b",
                "..\\x.csv",
                "a..b.csv",
                "/etc/passwd",
                "C:x.csv",
                "a\r\nb.csv",
                "a\u0000b.csv",
                "a\u001b[2Jb.csv",
                ".hidden",
                ".",
                "..",
                ""
            })
    void names_that_could_be_more_than_a_name_are_left_alone(String name) {
        assertThat(NAMES.accept(file(name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.tmp", "x.csv.filepart", "X.TMP", "x.Filepart"})
    void uploads_under_way_are_left_alone(String name) {
        assertThat(NAMES.accept(file(name))).isFalse();
    }

    @Test
    void a_name_has_at_most_two_hundred_characters() {
        assertThat(NAMES.accept(file("a".repeat(200)))).isTrue();
        assertThat(NAMES.accept(file("a".repeat(201)))).isFalse();
    }

    @Test
    void folders_are_left_alone() {
        GenericFile<Object> folder = file("archive");
        folder.setDirectory(true);

        assertThat(NAMES.accept(folder)).isFalse();
    }

    @Test
    void a_plain_last_part_does_not_make_up_for_a_path() {
        GenericFile<Object> file = file("../x.csv");
        file.setFileNameOnly("x.csv");

        assertThat(NAMES.accept(file)).isFalse();
    }

    private static GenericFile<Object> file(String name) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFileName(name);
        file.setFileNameOnly(name);
        return file;
    }
}
