package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CheckCommandTest {

    private static final String BROKEN = "src/test/resources/errors/creditor/mistyped-account.yaml";

    private final StringWriter out = new StringWriter();

    @Test
    void the_shipped_house_is_in_order() {
        assertThat(check()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "No problem found.", "SMS texts: 56 of 1 part, 0 of more, for a debtor with a long name.");
    }

    @Test
    void problems_are_printed_with_their_place_and_counted() {
        assertThat(check(BROKEN)).isEqualTo(1);
        assertThat(out.toString()).contains(BROKEN + ":5:15: 'EURO' is no", "2 problems in 1 file.");
    }

    @Test
    void json_is_an_array_that_fits_the_schema() throws IOException {
        assertThat(check("--json", BROKEN)).isEqualTo(1);
        SchemaForTests.assertFits("problems", out.toString());
        assertThat(out.toString()).contains("\"line\":5,\"column\":15");
    }

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Hub.commandLine().setOut(new PrintWriter(out)).execute(all);
    }
}
