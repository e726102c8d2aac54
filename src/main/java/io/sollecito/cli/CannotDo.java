package io.sollecito.cli;

/** Why a call ends without having done anything, for the person who made it, and with which exit status. */
public final class CannotDo extends RuntimeException {

    private final int status;

    private CannotDo(int status, String message) {
        super(message);
        this.status = status;
    }

    /** What was given does not say what is meant. */
    public static CannotDo unclear(String message) {
        return new CannotDo(1, message);
    }

    /** The call was understood and would not be safe or right. */
    public static CannotDo refused(String message) {
        return new CannotDo(3, message);
    }

    /** Something outside the call is missing or broken. */
    public static CannotDo environment(String message) {
        return new CannotDo(4, message);
    }

    public int status() {
        return status;
    }
}
