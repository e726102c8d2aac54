package io.sollecito.delivery.sms;

import org.jsmpp.extra.SessionState;
import org.jsmpp.session.Session;
import org.jsmpp.session.SessionStateListener;

/** Whether a route's session with its message centre is bound: a route that has given up its session still counts as started. */
public final class SmppLink implements SessionStateListener {

    private volatile boolean bound;

    @Override
    public void onStateChange(SessionState now, SessionState before, Session session) {
        bound = now.isBound();
    }

    public boolean isBound() {
        return bound;
    }
}
