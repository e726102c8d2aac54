package io.sollecito.docs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CasesPageTest {

    private static final NumberedPage PAGE = new NumberedPage(Path.of("docs/cases.md"), 20);

    @Test
    void every_test_that_the_page_of_cases_names_exists() throws IOException {
        PAGE.everyTestThatItNamesExists();
    }

    @Test
    void each_of_the_twenty_cases_has_a_test() throws IOException {
        PAGE.eachRowHasATest();
    }
}
