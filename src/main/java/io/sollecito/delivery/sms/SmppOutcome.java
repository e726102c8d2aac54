package io.sollecito.delivery.sms;

import static io.sollecito.delivery.DeliveryOutcome.reason;

import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.Failed;
import io.sollecito.delivery.DeliveryOutcome.Uncertain;
import io.sollecito.delivery.Outlet;
import java.io.IOException;
import java.util.Set;
import org.jsmpp.extra.NegativeResponseException;

/** Law 7 for SMPP: no session, or an answer that says no, is failed; a response that did not come is uncertain. */
final class SmppOutcome {

    private static final Set<Integer> BUSY = Set.of(0x14, 0x58);
    private static final Set<Integer> WRONG_NUMBER = Set.of(0x0B, 0x50, 0x51);

    private SmppOutcome() {}

    /** @param failure what the route failed with: an IOException as it stands says that no session could be had */
    static DeliveryOutcome of(Throwable failure) {
        if (failure instanceof Outlet.NoRoute) {
            return new Failed("no-route", failure.getMessage(), false);
        }
        if (failure instanceof IOException || wasNotSubmitted(failure.getCause())) {
            return new Failed("no-connection", reason(failure), false);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NegativeResponseException refused) {
                int status = refused.getCommandStatus();
                return new Failed(code(status), reason(refused), WRONG_NUMBER.contains(status));
            }
        }
        return new Uncertain(null, "no-answer", reason(failure));
    }

    /** Whether the message centre asks for a pause: throttled, or its queue is full. */
    static boolean isBusy(DeliveryOutcome outcome) {
        return outcome instanceof Failed failed
                && BUSY.stream().anyMatch(status -> code(status).equals(failed.code()));
    }

    /** jSMPP refuses to write on a session that is not bound, before a byte has left. */
    private static boolean wasNotSubmitted(Throwable cause) {
        return cause instanceof IOException closed
                && closed.getMessage() != null
                && closed.getMessage().matches("Cannot \\w+ while .*in state .*");
    }

    private static String code(int status) {
        return "0x%02X".formatted(status);
    }
}
