package io.sollecito.truth;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How the people, companies and ERPs of one part of the world write. Matching may be tuned on the part {@code tuning} only;
 * {@code heldout} shares no phrase, company name, number style or seed with it.
 */
record Habits(String part, Map<Language, Words> words, List<NumberStyle> styles) {

    static final String TUNING = "tuning";
    static final String HELD_OUT = "heldout";

    static Habits of(String part) {
        Map<Language, Words> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, Words.of(part, language.name().toLowerCase(java.util.Locale.ROOT)));
        }
        List<NumberStyle> styles = Words.of(part, "numbers").under("numbers").stream()
                .map(NumberStyle::new)
                .toList();
        return new Habits(part, words, styles);
    }

    Words in(Language language) {
        return words.get(language);
    }

    /** The same seed gives each part another world. */
    Random random(long seed, Enum<?> house) {
        return new Random(seed * 1_000_003L + house.ordinal() * 7_919L + (part.equals(TUNING) ? 0 : 500_009L));
    }
}
