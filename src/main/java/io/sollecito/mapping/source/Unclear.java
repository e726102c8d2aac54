package io.sollecito.mapping.source;

/**
 * A cell that holds something and yet no value, such as Excel's {@code #N/A}: whatever is made of it is quarantined.
 *
 * @param text as it stands in the source
 * @param message completes "the cell ..."
 */
public record Unclear(String text, String message) {

    @Override
    public String toString() {
        return text;
    }
}
