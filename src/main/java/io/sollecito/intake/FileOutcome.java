package io.sollecito.intake;

import java.util.List;

/**
 * What became of a file, for who moves it where it belongs.
 *
 * @param refused whether nothing of it could be used, such as a damaged file: it has to come again
 * @param reasons why, for people; empty when it was taken
 */
public record FileOutcome(boolean refused, List<String> reasons) {

    public static final FileOutcome TAKEN = new FileOutcome(false, List.of());

    public static FileOutcome refused(List<String> reasons) {
        return new FileOutcome(true, List.copyOf(reasons));
    }
}
