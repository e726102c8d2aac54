package io.sollecito.ledger.payments;

/**
 * A person's decision that a waiting statement is applied (law 13).
 *
 * @param id of the waiting statement
 * @param choice what becomes of its entries of which nobody could tell whether they are known
 * @param second the second person, or null where one is enough
 */
public record Release(long id, Doubtful choice, String user, String second, String reason) {

    /** Without a person, what is doubtful waits. */
    static Doubtful choice(Release release) {
        return release == null ? Doubtful.HELD : release.choice();
    }
}
