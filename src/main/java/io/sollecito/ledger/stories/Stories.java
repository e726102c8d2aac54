package io.sollecito.ledger.stories;

import io.sollecito.ledger.database.Database;

/** What the ledger remembers of a thing, fact by fact, for the sentences of {@code hub why} (law 11). Reads only. */
public record Stories(ItemStories items, MessageStories messages, PaymentStories payments) {

    public static Stories in(Database database) {
        StoryRows rows = new StoryRows(database);
        return new Stories(new ItemStories(rows), new MessageStories(rows), new PaymentStories(rows));
    }
}
