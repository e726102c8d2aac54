package io.sollecito.truth;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/** IBANs of nobody, with check digits that fit. */
final class Ibans {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Ibans() {}

    static String any(String country, Random random) {
        return switch (country) {
            case "IT" -> of("IT", "X" + digits(random, 22));
            case "FR" -> of("FR", digits(random, 23));
            case "DE" -> of("DE", digits(random, 18));
            case "CH" -> of("CH", digits(random, 17));
            case "BE" -> of("BE", digits(random, 12));
            case "GB" -> of("GB", "NWBK" + digits(random, 14));
            default -> throw new IllegalArgumentException(country);
        };
    }

    private static String of(String country, String body) {
        StringBuilder number = new StringBuilder();
        (body + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int check = 98 - new BigInteger(number.toString()).mod(MODULUS).intValue();
        return country + String.format(Locale.ROOT, "%02d", check) + body;
    }

    static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
