package io.sollecito.app;

import java.time.Instant;
import java.util.Optional;

/** Which of several nodes does what an appointment asks for: one at a time, and once for each appointed time. */
interface Turns {

    /** There is one node: it does everything. */
    Turns ALONE = new Turns() {
        @Override
        public boolean take(String name, Instant appointed, Runnable work) {
            work.run();
            return true;
        }

        @Override
        public Optional<Instant> doneThrough(String name) {
            return Optional.empty();
        }
    };

    /**
     * Does the work, if it is this node's turn.
     *
     * @return whether the work of that appointed time is done, here or by another node; false while another is at it
     */
    boolean take(String name, Instant appointed, Runnable work);

    /** The appointed time whose work was done last, by any node. */
    Optional<Instant> doneThrough(String name);
}
