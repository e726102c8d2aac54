package io.sollecito.intake.pull;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * What a page says about itself.
 *
 * @param records how many it lists
 * @param next what stands where the next page's link does, or null
 * @param total how many records there are on all pages, or null
 * @param pages how many pages there are, or null
 */
record PageFacts(long records, String next, Long total, Long pages) {

    /** Of an answer without a page. */
    static final PageFacts EMPTY = new PageFacts(0, null, null, null);

    /** Whether there was no page at all; one with an empty list is a page. */
    boolean isNoPage() {
        return this == EMPTY;
    }

    /**
     * Where a page says it, as JSON Pointers (RFC 6901).
     *
     * @param records the list; the empty pointer: the page itself is the list
     * @param next null when links are not asked for, as are the others
     */
    record Places(JsonPointer records, JsonPointer next, JsonPointer total, JsonPointer pages) {}
}
