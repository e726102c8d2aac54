package io.sollecito.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** By what a bank collects an item, told from the source's words or codes (FatturaPA, UNCL 4461). */
public enum Instrument {
    RIBA("riba", "RiBa", Set.of("RIBA", "RICEVUTABANCARIA", "MP12")),
    LCR("lcr", "LCR", Set.of("LCR", "LETTREDECHANGE", "LETTREDECHANGERELEVE")),
    BOR("bor", "BOR", Set.of("BOR", "BILLETAORDRE", "BILLETAORDRERELEVE")),
    SDD_CORE(
            "sdd-core",
            "direct debit",
            Set.of(
                    "SDD",
                    "SDDCORE",
                    "SEPADD",
                    "DIRECTDEBIT",
                    "SEPADIRECTDEBIT",
                    "SEPADIRECTDEBITCORE",
                    "LASTSCHRIFT",
                    "BASISLASTSCHRIFT",
                    "SEPALASTSCHRIFT",
                    "SEPABASISLASTSCHRIFT",
                    "PRELEVEMENT",
                    "ADDEBITODIRETTO",
                    "RID",
                    "MP19",
                    "MP20",
                    "49",
                    "59")),
    SDD_B2B(
            "sdd-b2b",
            "B2B direct debit",
            Set.of("SDDB2B", "SEPADDB2B", "SEPADIRECTDEBITB2B", "FIRMENLASTSCHRIFT", "SEPAFIRMENLASTSCHRIFT", "MP21")),
    /** The source does not say. */
    OTHER("other", null, Set.of());

    private final String code;
    private final String words;
    private final Set<String> knownAs;

    Instrument(String code, String words, Set<String> knownAs) {
        this.code = code;
        this.words = words;
        this.knownAs = knownAs;
    }

    /** @param paymentMeans as the source says it, or null */
    public static Instrument of(String paymentMeans) {
        String word = paymentMeans == null
                ? ""
                : paymentMeans.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return Arrays.stream(values())
                .filter(instrument -> instrument.knownAs.contains(word))
                .findFirst()
                .orElse(OTHER);
    }

    /** All that sources call them, in capital letters and digits only. */
    public static List<String> allKnownAs() {
        return Arrays.stream(values())
                .flatMap(instrument -> instrument.knownAs.stream())
                .sorted()
                .toList();
    }

    /** As files name it. */
    public String code() {
        return code;
    }

    /** Such as {@code " by direct debit"}; empty when it is not known. */
    public String byWords() {
        return words == null ? "" : " by " + words;
    }
}
