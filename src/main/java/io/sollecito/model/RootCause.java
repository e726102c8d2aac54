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

    /** What its message says, else what it is called: on one line of at most so many characters, for people. */
    public static String told(Throwable failure, int most) {
        Throwable root = of(failure);
        return OneLine.of(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage(), most);
    }
}
