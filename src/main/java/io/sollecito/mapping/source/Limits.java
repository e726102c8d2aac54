package io.sollecito.mapping.source;

/** How much packed input may become. */
final class Limits {

    /** Entries of an archive. */
    static final int MOST_ENTRIES = 1000;

    /** Unpacked bytes of all entries. */
    static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;

    /** What may be unpacked whatever it was packed to. */
    static final long HARMLESS_BYTES = 10L * 1024 * 1024;

    /** Unpacked bytes for each packed one. */
    static final int MOST_RATIO = 200;

    /** Bytes of Excel's table of texts, which is held in memory. */
    static final long MOST_SHARED_TEXTS = 128L * 1024 * 1024;

    /** Bytes of a PDF that carries a document. */
    static final long MOST_PDF = 64L * 1024 * 1024;

    /** Unpacked bytes of what a PDF carries; it is held in memory. */
    static final long MOST_EMBEDDED = 16L * 1024 * 1024;

    private Limits() {}

    static boolean isBomb(long packed, long unpacked) {
        return unpacked > MOST_BYTES || unpacked > HARMLESS_BYTES && unpacked / MOST_RATIO > packed;
    }
}
