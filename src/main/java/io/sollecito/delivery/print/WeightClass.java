package io.sollecito.delivery.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the post takes for letters up to a weight.
 *
 * @param grams of the heaviest letter that belongs to it
 * @param name the post's or the print house's
 * @param postage of one letter, or null
 * @param currency of the postage, or null
 */
record WeightClass(int grams, String name, BigDecimal postage, String currency) {

    /** The lightest class that takes the weight; {@code classes} ascend. */
    static Optional<WeightClass> of(int grams, List<WeightClass> classes) {
        return classes.stream().filter(each -> grams <= each.grams()).findFirst();
    }
}
