package io.sollecito.bank.mt;

import java.util.List;

/**
 * One field of a SWIFT message.
 *
 * @param tag such as 61; {@link #END} stands for the end of a message
 * @param line where it begins
 * @param lines its text, line by line, the first without the tag
 * @param cut more text than any bank writes followed and was not kept
 */
record Field(String tag, long line, List<String> lines, boolean cut) {

    static final String END = "";

    String first() {
        return lines.isEmpty() ? "" : lines.get(0).strip();
    }
}
