package io.sollecito.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the creditor's account that a bank's file means (law 13: by its configuration alone). Files name it by its IBAN, by
 * the national number within the IBAN as the country's files write it, or by a name that the configuration lists.
 */
public final class OwnAccount {

    /** In the country's IBANs: the bank and the account number as files write them, one after the other. */
    private static final Map<String, Pattern> WITHIN = Map.of(
            "AT", Pattern.compile("AT..(\\d{5})(\\d{11})"),
            "CH", Pattern.compile("CH..0*(\\d+?)(\\w{12})"),
            "DE", Pattern.compile("DE..(\\d{8})(\\d{10})"),
            "ES", Pattern.compile("ES..(\\d{8})\\d\\d(\\d{10})"),
            "FR", Pattern.compile("FR..(\\d{10})(\\w{11})\\d\\d"),
            "GB", Pattern.compile("GB..\\w{4}(\\d{6})(\\d{8})"),
            "IT", Pattern.compile("IT..\\w(\\d{10})(\\w{12})"),
            "LI", Pattern.compile("LI..0*(\\d+?)(\\w{12})"),
            "MC", Pattern.compile("MC..(\\d{10})(\\w{11})\\d\\d"));

    private static final int SHORTEST = 8;

    private OwnAccount() {}

    /**
     * The IBAN of the one account that is meant; empty when it is none of the creditor's, or could be two.
     *
     * @param named as the file writes it, such as 20050550/1234567890; some banks add the currency
     */
    public static Optional<String> iban(Creditor.HowToPay known, String named, String currency) {
        String plain = plain(named);
        Optional<String> found = among(known, plain);
        return found.isEmpty() && currency != null && plain.endsWith(currency)
                ? among(known, plain.substring(0, plain.length() - currency.length()))
                : found;
    }

    private static Optional<String> among(Creditor.HowToPay known, String plain) {
        List<String> meant = known.accounts().stream()
                .map(OwnAccount::plain)
                .filter(iban -> iban.equals(plain)
                        || known.aliases().entrySet().stream()
                                .anyMatch(alias -> plain(alias.getKey()).equals(plain)
                                        && plain(alias.getValue()).equals(iban))
                        || isWithin(iban, plain))
                .distinct()
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static boolean isWithin(String iban, String plain) {
        if (plain.length() < SHORTEST || iban.length() < 5) {
            return false;
        }
        Pattern within = WITHIN.get(iban.substring(0, 2));
        return iban.substring(4).equals(plain) || (within != null && sameNumber(within.matcher(iban), plain));
    }

    /** The account number behind the bank's may be written with or without zeros in front. */
    private static boolean sameNumber(Matcher iban, String plain) {
        return iban.matches()
                && plain.startsWith(iban.group(1))
                && withoutZeros(plain.substring(iban.group(1).length())).equals(withoutZeros(iban.group(2)));
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    private static String plain(String account) {
        return account == null ? "" : account.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
