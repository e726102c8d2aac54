package io.sollecito.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Which item records the ledger holds already, by 64 bits of their hash: eight to sixteen bytes an item, so that
 * yesterday's records need not travel to the database again. That a changed record passes for a known one is less likely
 * than one in a billion for a million items.
 */
final class KnownHashes {

    private long[] slots = new long[1 << 12];
    private int size;

    /** What the ledger knows of a snapshot's source; nothing for a delta, which brings few records and mostly new ones. */
    static KnownHashes of(Database database, Export export) {
        KnownHashes known = new KnownHashes();
        if (!export.isSnapshot()) {
            return known;
        }
        database.eachRow(
                "select hash from open_item where creditor = ? and source = ? and not frozen and hash <> ''",
                rs -> known.add(bits(rs.getString(1))),
                export.creditor(),
                export.source());
        return known;
    }

    boolean contains(String hash) {
        long bits = bits(hash);
        for (int i = slot(bits); slots[i] != 0; i = i + 1 & slots.length - 1) {
            if (slots[i] == bits) {
                return true;
            }
        }
        return false;
    }

    private void add(long bits) {
        if (2 * ++size > slots.length) {
            long[] old = slots;
            slots = new long[2 * old.length];
            for (long each : old) {
                if (each != 0) {
                    put(each);
                }
            }
        }
        put(bits);
    }

    private void put(long bits) {
        int i = slot(bits);
        while (slots[i] != 0) {
            i = i + 1 & slots.length - 1;
        }
        slots[i] = bits;
    }

    private int slot(long bits) {
        return (int) (bits >>> 20) & slots.length - 1;
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
