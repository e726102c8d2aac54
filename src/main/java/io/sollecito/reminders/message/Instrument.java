package io.sollecito.reminders.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** By what a bank collects an item, told from the source's words or codes (FatturaPA, UNCL 4461). */
enum Instrument {
    RIBA(Label.INSTRUMENT_RIBA, Set.of("RIBA", "RICEVUTABANCARIA", "MP12")),
    LCR(Label.INSTRUMENT_LCR, Set.of("LCR", "LETTREDECHANGE", "LETTREDECHANGERELEVE")),
    DIRECT_DEBIT(
            Label.INSTRUMENT_DIRECT_DEBIT,
            Set.of(
                    "SDD",
                    "SEPADD",
                    "DIRECTDEBIT",
                    "SEPADIRECTDEBIT",
                    "LASTSCHRIFT",
                    "SEPALASTSCHRIFT",
                    "PRELEVEMENT",
                    "ADDEBITODIRETTO",
                    "RID",
                    "MP19",
                    "MP20",
                    "MP21",
                    "49",
                    "59")),
    UNKNOWN(null, Set.of());

    private final Label label;
    private final Set<String> words;

    Instrument(Label label, Set<String> words) {
        this.label = label;
        this.words = words;
    }

    /** @param paymentMeans as the source says it, or null */
    static Instrument of(String paymentMeans) {
        String word = paymentMeans == null
                ? ""
                : paymentMeans.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return Arrays.stream(values())
                .filter(instrument -> instrument.words.contains(word))
                .findFirst()
                .orElse(UNKNOWN);
    }

    Optional<Label> label() {
        return Optional.ofNullable(label);
    }
}
