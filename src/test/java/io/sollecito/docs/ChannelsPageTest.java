package io.sollecito.docs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChannelsPageTest {

    private static final NumberedPage PAGE = new NumberedPage(Path.of("docs/channels.md"), 11);

    @Test
    void every_test_that_the_page_of_channels_names_exists() throws IOException {
        PAGE.everyTestThatItNamesExists();
    }

    @Test
    void each_of_the_eleven_checks_has_a_test() throws IOException {
        PAGE.eachRowHasATest();
    }
}
