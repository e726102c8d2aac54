package io.sollecito.bank.text;

/** Text of a bank's file as people read it: control characters and runs of blanks are one blank. */
public final class PlainText {

    private PlainText() {}

    /** Null when there is nothing to read. */
    public static String of(String raw) {
        if (raw == null) {
            return null;
        }
        StringBuilder plain = new StringBuilder(raw.length());
        boolean blank = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
                blank = plain.length() > 0;
            } else {
                if (blank) {
                    plain.append(' ');
                    blank = false;
                }
                plain.append(c);
            }
        }
        return plain.length() == 0 ? null : plain.toString();
    }

    /** The parts that say something, with blanks between; null when none does. */
    public static String joined(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            if (part != null) {
                all.append(' ').append(part);
            }
        }
        return of(all.toString());
    }
}
