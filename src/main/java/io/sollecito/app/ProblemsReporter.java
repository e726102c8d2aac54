package io.sollecito.app;

import io.sollecito.model.ProblemsFound;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells users' mistakes as such, not as a failure of the hub with a stack trace. */
final class ProblemsReporter implements SpringBootExceptionReporter {

    /** Made by Spring Boot, which hands over the context that did not start. */
    ProblemsReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemsFound found) {
                System.err.println(found.getMessage());
                System.err.println(found.problems().size() + (found.problems().size() == 1 ? " problem" : " problems")
                        + ": nothing was started.");
                return true;
            }
        }
        return false;
    }
}
