package io.sollecito.demo.companies;

import java.math.BigInteger;

/** Bank account and tax numbers whose check digits hold, national ones included. */
final class Numbers {

    private static final int[] CIN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private Numbers() {}

    static String italianIban(String abi, String cab, long account) {
        String bban = abi + cab + "%012d".formatted(account);
        int sum = 0;
        for (int i = 0; i < bban.length(); i++) {
            int digit = bban.charAt(i) - '0';
            sum += i % 2 == 0 ? CIN_ODD[digit] : digit;
        }
        return iban("IT", (char) ('A' + sum % 26) + bban);
    }

    static String frenchIban(String bank, String branch, long account) {
        long key = 97 - (89 * Long.parseLong(bank) + 15 * Long.parseLong(branch) + 3 * account) % 97;
        return iban("FR", "%s%s%011d%02d".formatted(bank, branch, account, key));
    }

    static String germanIban(String bank, long account) {
        return iban("DE", "%s%010d".formatted(bank, account));
    }

    static String britishIban(String bank, String sortCode, long account) {
        return iban("GB", "%s%s%08d".formatted(bank, sortCode, account));
    }

    /** The partita IVA of a company: seven digits and its province, with the check digit of the tax office. */
    static String italianVatId(int number) {
        String digits = "%07d015".formatted(number);
        return "IT" + digits + luhnDigit(digits);
    }

    static String siren(int number) {
        String digits = "%08d".formatted(number);
        return digits + luhnDigit(digits);
    }

    static String frenchVatId(String siren) {
        return "FR%02d%s".formatted((12 + 3 * (Long.parseLong(siren) % 97)) % 97, siren);
    }

    /** The USt-IdNr., its last digit by ISO 7064 mod 11,10. */
    static String germanVatId(int number) {
        String digits = "%08d".formatted(number);
        int product = 10;
        for (char digit : digits.toCharArray()) {
            int sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return "DE" + digits + (11 - product) % 10;
    }

    private static int luhnDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }

    private static String iban(String country, String bban) {
        StringBuilder digits = new StringBuilder();
        for (char each : (bban + country + "00").toCharArray()) {
            digits.append(Character.getNumericValue(each));
        }
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return country + "%02d".formatted(check) + bban;
    }
}
