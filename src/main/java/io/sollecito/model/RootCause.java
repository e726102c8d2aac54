package io.sollecito.model;

/** Why something failed in the end. */
public final class RootCause {

    private RootCause() {}

    /** The innermost cause; the failure itself when it has none. */
    public static Throwable of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
