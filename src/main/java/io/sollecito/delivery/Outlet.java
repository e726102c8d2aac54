package io.sollecito.delivery;

/** The way out: hands one body to a creditor's route, such as email-ACME-IT, and waits for its end. */
public interface Outlet {

    /** No such route is running, so nothing left. */
    final class NoRoute extends Exception {
        public NoRoute(String route) {
            super("no route " + route + " is running");
        }
    }

    /**
     * @return what the other side calls it, or null
     * @throws Exception what the route failed with, as it stands; {@link NoRoute} when there is none
     */
    String send(String route, Object body) throws Exception;

    /** Whether there is such a route, running or not: what leaves by one of several kinds of routes asks. */
    default boolean leadsTo(String route) {
        return false;
    }
}
