package io.sollecito.model;

import java.time.Instant;

/** When a plan lets messages leave. */
public interface SendingWindows {

    /** The first moment at or after {@code notBefore} at which that plan may send to that debtor by that channel. */
    Instant next(String plan, Debtor debtor, String channel, Instant notBefore);
}
