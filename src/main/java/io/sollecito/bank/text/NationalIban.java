package io.sollecito.bank.text;

import io.sollecito.model.Mod97;
import java.util.regex.Pattern;

/** The IBANs (ISO 13616) that account numbers of national formats make; null for what is no such number. */
public final class NationalIban {

    private static final Pattern BELGIAN = Pattern.compile("[0-9]{12}");
    private static final Pattern FRENCH = Pattern.compile("[0-9]{10}[0-9A-Z]{11}");
    private static final Pattern ITALIAN = Pattern.compile("[A-Z][0-9]{10}[0-9A-Z]{12}");
    private static final Pattern SPANISH = Pattern.compile("[0-9]{18}");
    private static final int[] SPANISH_WEIGHTS = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};

    private NationalIban() {}

    /** Of a Belgian account number of twelve digits, the last two of which check the others. */
    public static String belgian(String number) {
        if (!BELGIAN.matcher(number).matches()) {
            return null;
        }
        long rest = Long.parseLong(number.substring(0, 10)) % 97;
        return Long.parseLong(number.substring(10)) == (rest == 0 ? 97 : rest) ? of("BE", number) : null;
    }

    /** Of a French bank, branch and account, to which the key (clé RIB) is added. */
    public static String french(String bank, String branch, String account) {
        String number = bank + branch + account;
        if (!FRENCH.matcher(number).matches()) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        for (char c : number.toCharArray()) {
            digits.append(c <= '9' ? c : (char) ('0' + keyDigit(c)));
        }
        int key = 97 - Mod97.remainder(digits + "00");
        return of("FR", number + (key < 10 ? "0" : "") + key);
    }

    /** A and J are 1, B, K and S are 2, and so on to I, R and Z, which are 9. */
    private static int keyDigit(char letter) {
        int place = letter - 'A';
        return place < 18 ? place % 9 + 1 : place - 18 + 2;
    }

    /** Of Italian coordinates, which begin with their check letter (CIN). */
    public static String italian(String coordinates) {
        return ITALIAN.matcher(coordinates).matches() ? of("IT", coordinates) : null;
    }

    /** Of a Spanish bank, office and account, to which the two check digits are added. */
    public static String spanish(String bank, String office, String account) {
        return SPANISH.matcher(bank + office + account).matches()
                ? of("ES", bank + office + spanishCheck("00" + bank + office) + spanishCheck(account) + account)
                : null;
    }

    private static int spanishCheck(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < SPANISH_WEIGHTS.length; i++) {
            sum += SPANISH_WEIGHTS[i] * (tenDigits.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        return check == 11 ? 0 : check == 10 ? 1 : check;
    }

    private static String of(String country, String bban) {
        int check = 98 - Mod97.remainder(bban + country + "00");
        return country + (check < 10 ? "0" : "") + check + bban;
    }
}
