package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Refused;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The exit status tells a call that makes no sense from one that the facts do not allow. */
class DecisionCommandTest {

    @Command(name = "decide")
    private static final class Failing extends DecisionCommand {

        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            super(() -> null, Caller.local());
            this.failure = failure;
        }

        @Override
        int decide(LedgerTools ledger) {
            throw failure;
        }

        @Override
        String givenReason() {
            return "because";
        }
    }

    @Test
    void what_is_no_number_is_wrong_usage() {
        assertThat(status(new NumberFormatException("For input string: \"x\""))).isEqualTo(2);
    }

    @Test
    void what_the_facts_do_not_allow_is_refused() {
        assertThat(status(new Refused("payment 4 is allocated"))).isEqualTo(3);
    }

    private static int status(RuntimeException failure) {
        return new CommandLine(new Failing(failure))
                .setErr(new PrintWriter(new StringWriter()))
                .setExecutionExceptionHandler((thrown, command, parsed) -> ((CannotDo) thrown).status())
                .execute();
    }
}
