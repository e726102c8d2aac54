package io.sollecito.ledger.journal;

import io.sollecito.ledger.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The journal's hash chain. Rows are numbered in the order in which they are found committed, not by their ids: on
 * PostgreSQL a transaction that began first may commit last. The head remembers where the chain ends.
 */
final class JournalChain {

    private static final int SEALED_AT_A_TIME = 5_000;
    private static final String START = "0".repeat(64);

    private record Head(long number, String hash) {}

    private final Database database;

    JournalChain(Database database) {
        this.database = database;
    }

    int seal() {
        int all = 0;
        int some;
        do {
            some = database.inTransaction(this::sealSome);
            all += some;
        } while (some == SEALED_AT_A_TIME);
        return all;
    }

    /** The head's lock keeps a second sealer, and a chain with two ends, away. */
    private int sealSome() {
        Head head = head(" for update");
        List<Journal.Row> open = database.sql()
                .sql("select " + Journal.Row.COLUMNS + " from journal where seal_no is null order by id limit ?")
                .param(SEALED_AT_A_TIME)
                .query((rs, n) -> Journal.Row.of(rs))
                .list();
        if (open.isEmpty()) {
            return 0;
        }
        List<Object[]> seals = new ArrayList<>();
        for (Journal.Row row : open) {
            head = new Head(head.number() + 1, chained(head.hash(), row));
            seals.add(new Object[] {head.number(), head.hash(), row.id()});
        }
        database.jdbc().batchUpdate("update journal set seal_no = ?, hash = ? where id = ?", seals);
        database.sql()
                .sql("update journal_head set seal_no = ?, hash = ? where id = 1")
                .params(head.number(), head.hash())
                .update();
        return open.size();
    }

    private Head head(String lock) {
        return database.sql()
                .sql("select seal_no, hash from journal_head where id = 1" + lock)
                .query((rs, n) -> new Head(rs.getLong("seal_no"), rs.getString("hash")))
                .single();
    }

    /** Sees one moment of the journal, whatever a sealer does meanwhile. */
    Optional<BrokenSeal> firstBroken() {
        return database.inSnapshot(() -> {
            Walk walk = new Walk(head(""));
            database.eachRow(
                    "select " + Journal.Row.COLUMNS
                            + ", seal_no, hash from journal where seal_no is not null order by seal_no",
                    walk::see);
            return walk.end();
        });
    }

    private static final class Walk {
        private final Head head;
        private long number;
        private String hash = START;
        private Journal.Row last;
        private BrokenSeal broken;

        Walk(Head head) {
            this.head = head;
        }

        void see(ResultSet rs) throws SQLException {
            if (broken != null) {
                return;
            }
            last = Journal.Row.of(rs);
            hash = chained(hash, last);
            number++;
            long sealed = rs.getLong("seal_no");
            if (sealed < number || sealed > head.number()) {
                breaks("it bears the seal number " + sealed + ", which the sealer never gave");
            } else if (sealed > number) {
                breaks("rows before it are gone, sealed as " + number + " to " + (sealed - 1));
            } else if (!hash.equals(rs.getString("hash"))) {
                breaks("it, its place or its seal was changed after it was sealed");
            }
        }

        Optional<BrokenSeal> end() {
            if (broken == null && number < head.number()) {
                breaks("rows after it are gone, sealed as " + (number + 1) + " to " + head.number());
            } else if (broken == null && !hash.equals(head.hash())) {
                breaks("the chain does not end in the hash that the sealer wrote last");
            }
            return Optional.ofNullable(broken);
        }

        private void breaks(String why) {
            broken = last == null ? new BrokenSeal(0, null, why) : new BrokenSeal(last.id(), last.event(), why);
        }
    }

    /** Each value with its length: no two rows make the same text. */
    private static String chained(String previous, Journal.Row row) {
        StringBuilder text = new StringBuilder(previous);
        for (String value : List.of(
                Long.toString(row.id()),
                row.at(),
                row.creditor(),
                row.event(),
                row.subject(),
                row.actor(),
                row.details())) {
            text.append('\n').append(value.length()).append(':').append(value);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
