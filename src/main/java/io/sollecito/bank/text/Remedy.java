package io.sollecito.bank.text;

/** What people can do about a file of statements in which something is wrong. */
public final class Remedy {

    public static final String ASK_AGAIN = "ask the bank for the statement again";

    /** Of what a connection does not take. */
    public static final String HELD_BACK = ASK_AGAIN + "; a connection holds it back whole";

    /** Of a file that cannot be read on. */
    public static final String NOTHING_TAKEN =
            "ask the bank for the file again; the hub takes nothing of a file that is damaged";

    private Remedy() {}
}
