package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Which item records the ledger holds already, by 64 bits of their hash, so that yesterday's records need not travel to
 * the database again; about 36 bytes an item. That a changed record passes for a known one is less likely than one in a
 * billion for a million items.
 */
final class KnownHashes {

    /** Takes an item's id, and number and line of a record. */
    interface Asked {
        void accept(long id, long record, long line);
    }

    private long[] hashes = new long[1 << 12];
    private long[] ids = new long[1 << 12];
    private int[] records = new int[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;
    private final List<Long> frozen = new ArrayList<>();

    /** What the ledger knows of a snapshot's source; nothing for a delta, which brings few records and mostly new ones. */
    static KnownHashes of(Database database, Export export) {
        KnownHashes known = new KnownHashes();
        if (export.isSnapshot() && export.kind().equals("openItem")) {
            database.eachRow(
                    "select id, hash, frozen from open_item where creditor = ? and source = ? and hash <> ''",
                    rs -> known.add(rs.getLong(1), rs.getString(2), rs.getBoolean(3)),
                    export.creditor(),
                    export.source());
        }
        return known;
    }

    /** Where the record of that hash is kept, or -1 when the ledger does not hold it or its item is frozen. */
    int find(String hash) {
        long bits = bits(hash);
        for (int i = slot(bits); hashes[i] != 0; i = next(i)) {
            if (hashes[i] == bits) {
                return i;
            }
        }
        return -1;
    }

    /** Notes that a record of the export is the one kept there; returns whether it is the first that is. */
    boolean ask(int place, long record, long line) {
        if (ids[place] < 0) {
            return false;
        }
        ids[place] = -ids[place];
        records[place] = Math.toIntExact(record);
        lines[place] = Math.toIntExact(line);
        return true;
    }

    /** The items that were asked for, with the first record that did. */
    void forEachAsked(Asked consumer) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0) {
                consumer.accept(-ids[i], records[i], lines[i]);
            }
        }
    }

    /** The ids of the items whose record nobody asked for: changed or absent. */
    void forEachUnasked(LongConsumer consumer) {
        frozen.forEach(consumer::accept);
        for (long id : ids) {
            if (id > 0) {
                consumer.accept(id);
            }
        }
    }

    private void add(long id, String hash, boolean isFrozen) {
        if (isFrozen) {
            frozen.add(id);
            return;
        }
        if (3 * ++size > 2 * hashes.length) {
            grow();
        }
        put(bits(hash), id);
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldIds = ids;
        hashes = new long[2 * oldHashes.length];
        ids = new long[hashes.length];
        records = new int[hashes.length];
        lines = new int[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                put(oldHashes[i], oldIds[i]);
            }
        }
    }

    private void put(long bits, long id) {
        int i = slot(bits);
        while (hashes[i] != 0) {
            i = next(i);
        }
        hashes[i] = bits;
        ids[i] = id;
    }

    private int slot(long bits) {
        return (int) (bits >>> 20) & hashes.length - 1;
    }

    private int next(int i) {
        return i + 1 & hashes.length - 1;
    }

    /** Never zero, which marks an empty slot. */
    private static long bits(String hash) {
        byte[] bytes = Base64.getDecoder().decode(hash.getBytes(StandardCharsets.ISO_8859_1));
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | bytes[i] & 0xFF;
        }
        return bits == 0 ? 1 : bits;
    }
}
