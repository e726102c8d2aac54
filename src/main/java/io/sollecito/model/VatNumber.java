package io.sollecito.model;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** VAT identification numbers and their check digits, as each country publishes them. */
public final class VatNumber {

    private static final String SPANISH_PERSON = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String SPANISH_COMPANY = "JABCDEFGHI";
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final Pattern ELSEWHERE = Pattern.compile("[0-9A-Z+*]{2,12}");

    private VatNumber() {}

    /**
     * Whether the number can be one: its form, and its check digits where they are known here (IT, FR, DE, AT, BE, NL, ES).
     *
     * @param text as the source writes it, with or without its country
     * @param country ISO 3166-1 alpha-2 of a number that does not begin with one, or null
     */
    public static boolean isPlausible(String text, String country) {
        String number = text.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-/]", "");
        Optional<String> prefix =
                Optional.of(number).filter(n -> n.matches("[A-Z]{2}.*")).map(n -> n.substring(0, 2));
        if (prefix.isEmpty() || prefix.get().equals("ES") && number.length() < 11) {
            return country == null ? ELSEWHERE.matcher(number).matches() : isNational(country, number);
        }
        return isNational(prefix.get(), number.substring(2));
    }

    private static boolean isNational(String country, String number) {
        return switch (country) {
            case "IT" -> number.matches("[0-9]{11}") && luhn(number);
            case "FR" -> number.matches("[0-9A-Z]{2}[0-9]{9}") && french(number);
            case "DE" -> number.matches("[1-9][0-9]{8}") && mod11And10(number);
            case "AT" -> number.matches("U[0-9]{8}") && austrian(number.substring(1));
            case "BE" -> number.matches("[01]?[0-9]{9}") && belgian(number);
            case "NL" -> number.matches("[0-9]{9}B[0-9]{2}") && dutch(number);
            case "ES" -> number.matches("[0-9A-Z][0-9]{7}[0-9A-Z]") && spanish(number);
            default -> ELSEWHERE.matcher(number).matches();
        };
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /** A key with letters is of a newer series, whose computation differs. */
    private static boolean french(String number) {
        String siren = number.substring(2);
        String key = number.substring(0, 2);
        return key.matches("[0-9]{2}")
                ? luhn(siren) && Integer.parseInt(key) == (12 + 3 * (Integer.parseInt(siren) % 97)) % 97
                : true;
    }

    /** ISO 7064, MOD 11,10. */
    private static boolean mod11And10(String number) {
        int product = 10;
        for (int i = 0; i < 8; i++) {
            int sum = (number.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == number.charAt(8) - '0';
    }

    private static boolean austrian(String digits) {
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int counted = (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
            sum += counted > 9 ? counted - 9 : counted;
        }
        return (10 - sum % 10) % 10 == digits.charAt(7) - '0';
    }

    private static boolean belgian(String number) {
        String digits = number.length() == 9 ? "0" + number : number;
        return 97 - Integer.parseInt(digits.substring(0, 8)) % 97 == Integer.parseInt(digits.substring(8));
    }

    /** Companies have MOD 11 in their first nine digits, sole traders MOD 97 over all with its country. */
    private static boolean dutch(String number) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (number.charAt(i) - '0') * (9 - i);
        }
        return sum % 11 == number.charAt(8) - '0' || mod97("NL" + number) == 1;
    }

    private static int mod97(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(letter -> digits.append(Character.digit(letter, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }

    private static boolean spanish(String number) {
        char first = number.charAt(0);
        char last = number.charAt(8);
        int person = "XYZ".indexOf(first);
        if (Character.isDigit(first) || person >= 0) {
            int digits = Integer.parseInt(
                    (person >= 0 ? String.valueOf(person) : String.valueOf(first)) + number.substring(1, 8));
            return SPANISH_PERSON.charAt(digits % 23) == last;
        }
        if ("KLM".indexOf(first) >= 0) {
            return SPANISH_PERSON.charAt(Integer.parseInt(number.substring(1, 8)) % 23) == last;
        }
        int check = 0;
        while (!luhn(number.substring(1, 8) + check)) {
            check++;
        }
        return last == '0' + check || last == SPANISH_COMPANY.charAt(check);
    }
}
