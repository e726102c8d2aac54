package io.sollecito.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps Spring Boot from printing why the hub did not start: who started it says so in plain words. The stack trace is there
 * for who logs {@code io.sollecito} at debug.
 */
final class ProblemsReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemsReporter.class);

    /** Made by Spring Boot, which hands over the context that did not start. */
    ProblemsReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        LOG.debug("not started", failure);
        return true;
    }
}
