package io.sollecito.model;

/** So many of something, in words: {@code 1 letter}, {@code 3 letters}. */
public final class Counted {

    private Counted() {}

    /** @param one of which many are called the same with an s */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
