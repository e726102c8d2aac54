package io.sollecito.model;

import java.util.Set;

/** What a letter's progress means for its reminder. */
public enum LetterVerdict {
    /** Nothing is known yet. */
    OPEN,
    /** It is with the print house or beyond: it counts as sent. */
    SENT,
    /** It never left because it was recalled. */
    CANCELLED,
    /** It never left; the same letter may be packed again. */
    REPACK,
    /** It never left and would be refused again: the next channel. */
    REFUSED,
    /** It did not arrive, or would not: the address is no good, so the next channel. */
    UNDELIVERABLE,
    /** It did not arrive because the addressee died: nobody is reminded any more. */
    DECEASED,
    /** It was lost on its way: what is still due is written anew. */
    LOST;

    private static final Set<String> NOT_THERE = Set.of("UNKNOWN", "MOVED", "BAD_ADDRESS");
    private static final Set<String> GONE = Set.of("LOST", "DAMAGED");
    private static final Set<String> OF_THE_PACKAGE = Set.of("SCHEMA", "COUNT", "CHECKSUM", "PDF_INVALID");

    public static LetterVerdict of(LetterProgress progress) {
        return switch (progress.state()) {
            case "BUILT" -> OPEN;
            case "CANCELLED" -> CANCELLED;
            case "FAILED" -> REPACK;
            case "REJECTED" -> rejected(progress.reason());
            case "LOST" -> LOST;
            case "RETURNED" -> returned(progress.reason());
            default -> SENT;
        };
    }

    /** A letter that the print house has already was accepted before. */
    private static LetterVerdict rejected(String code) {
        if (code.equals("DUPLICATE")) {
            return SENT;
        }
        if (code.equals("ADDRESS")) {
            return UNDELIVERABLE;
        }
        return OF_THE_PACKAGE.contains(code) ? REPACK : REFUSED;
    }

    /** A letter that was refused or not fetched has reached its addressee. */
    private static LetterVerdict returned(String reason) {
        if (reason.equals("DECEASED")) {
            return DECEASED;
        }
        if (NOT_THERE.contains(reason)) {
            return UNDELIVERABLE;
        }
        return GONE.contains(reason) ? LOST : SENT;
    }
}
