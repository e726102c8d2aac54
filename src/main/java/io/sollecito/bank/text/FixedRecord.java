package io.sollecito.bank.text;

/**
 * A line whose fields stand at fixed places, which are numbered from 1 and inclusive as banks' descriptions do. A line that
 * lost its trailing blanks has blank fields there.
 *
 * @param number of the line in the file
 */
public record FixedRecord(String line, long number) {

    /** As it stands there. */
    public String raw(int from, int to) {
        int begin = Math.min(from - 1, line.length());
        return line.substring(begin, Math.max(begin, Math.min(to, line.length())));
    }

    /** Without blanks around it and control characters in it; null when there is nothing. */
    public String text(int from, int to) {
        return PlainText.of(raw(from, to));
    }

    /** An identifier without its leading zeros; null when there is nothing else. */
    public String number(int from, int to) {
        String text = text(from, to);
        String number = text == null ? "" : text.replaceFirst("^0+", "");
        return number.isEmpty() ? null : number;
    }
}
