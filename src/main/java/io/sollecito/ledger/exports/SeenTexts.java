package io.sollecito.ledger.exports;

/** Notices whether a text may have come before: never misses one that has, and errs otherwise once in many billions. */
final class SeenTexts {

    private long[] slots = new long[1 << 12];
    private int size;

    /** Whether the text, or another of the same fingerprint, was added before. */
    boolean addedBefore(String text) {
        if (3 * (size + 1) > 2 * slots.length) {
            grow();
        }
        return !put(of(text));
    }

    private boolean put(long print) {
        int i = slot(print);
        while (slots[i] != 0) {
            if (slots[i] == print) {
                return false;
            }
            i = i + 1 & slots.length - 1;
        }
        slots[i] = print;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        size = 0;
        for (long print : old) {
            if (print != 0) {
                put(print);
            }
        }
    }

    private int slot(long print) {
        return (int) (print >>> 20) & slots.length - 1;
    }

    /** 64 bits, FNV-1a and then mixed; never zero, which marks an empty slot. */
    private static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
