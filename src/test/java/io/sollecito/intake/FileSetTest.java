package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSetTest {

    private static final FileSet DAY = FileSet.parse("ITEMS_*.csv, DEBTORS_*.csv,*-rates.txt");

    @Test
    void files_of_the_same_day_belong_together() {
        assertThat(DAY.othersOf("DEBTORS_20260302.csv")).containsExactly("ITEMS_20260302.csv", "20260302-rates.txt");
        assertThat(DAY.othersOf("1-rates.txt")).containsExactly("ITEMS_1.csv", "DEBTORS_1.csv");
    }

    @Test
    void other_files_are_complete_alone() {
        assertThat(DAY.othersOf("readme.txt")).isEmpty();
        assertThat(DAY.othersOf("ITEMS_.csv")).isEmpty();
        assertThat(FileSet.parse("").othersOf("ITEMS_1.csv")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ITEMS_*.csv                | it names one kind of file only",
                "ITEMS_*.csv, DEBTORS.csv   | 'DEBTORS.csv' has not one star",
                "ITEMS_*.csv, *DEBTORS*.csv | '*DEBTORS*.csv' has not one star",
                "ITEMS_*.csv,               | '' has not one star",
                "ITEMS_*.csv, ITEMS_*.csv   | it names one kind of file twice"
            })
    void what_names_no_set_is_refused(String text, String problem) {
        assertThatThrownBy(() -> FileSet.parse(text)).hasMessage(problem);
    }
}
