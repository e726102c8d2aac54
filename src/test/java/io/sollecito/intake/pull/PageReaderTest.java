package io.sollecito.intake.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A page is whole, or it is none. */
class PageReaderTest {

    private static final byte[] PAGE =
            "{\"meta\":{\"all\":\"7\",\"x\":[[1],{\"next\":\"no\"}]},\"d\":{\"list\":[{\"next\":1},[2],\"3é\"],\"next\":\"/2\"}}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final PageFacts.Places PLACES = new PageFacts.Places(
            JsonPointer.compile("/d/list"),
            JsonPointer.compile("/d/next"),
            JsonPointer.compile("/meta/all"),
            JsonPointer.compile("/meta/x/0/0"));

    @Test
    void a_page_says_where_its_records_are_how_many_there_are_and_what_comes_next() throws IOException {
        assertThat(read(PAGE)).isEqualTo(new PageFacts(3, "/2", 7L, 1L));
    }

    @Test
    void an_error_on_a_page_that_was_linked_to_is_no_empty_page() {
        byte[] error = "{\"d\":{\"error\":\"too many\"}}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(error)).isInstanceOf(ApiFailure.class);
    }

    @Test
    void no_beginning_of_a_page_is_a_page() {
        for (int length = 0; length < PAGE.length; length++) {
            byte[] beginning = Arrays.copyOf(PAGE, length);
            assertThatThrownBy(() -> read(beginning)).isInstanceOf(ApiFailure.class);
        }
    }

    @Property(tries = 500)
    void a_page_with_a_wrong_byte_is_read_or_refused(@ForAll @IntRange(max = 107) int at, @ForAll byte wrong) {
        byte[] page = PAGE.clone();
        page[at % page.length] = wrong;

        assertThatCode(() -> {
                    try {
                        assertThat(read(page).records()).isBetween(0L, 4L);
                    } catch (ApiFailure refused) {
                        assertThat(refused.getMessage()).doesNotContainPattern("[\\r\\n]");
                    }
                })
                .doesNotThrowAnyException();
    }

    private static PageFacts read(byte[] page) throws IOException {
        return PageReader.read(new ByteArrayInputStream(page), PLACES);
    }
}
