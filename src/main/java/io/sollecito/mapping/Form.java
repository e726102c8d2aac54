package io.sollecito.mapping;

import io.sollecito.model.Amounts;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iban4j.IbanUtil;

/**
 * What a text field accepts.
 *
 * @param expected completes "is not ..."
 * @param accept the value in its canonical form, or null when it is not acceptable
 */
record Form(String expected, UnaryOperator<String> accept) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final Pattern LEVELS = Pattern.compile("0*[0-9]{1,2}");
    private static final Pattern BICS = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern COUNTS = Pattern.compile("0*[1-9][0-9]{0,3}");

    /** Kosovo and Northern Ireland: in use with tax offices and ERPs, not in ISO 3166. */
    private static final Set<String> USER_ASSIGNED_COUNTRIES = Set.of("XK", "XI");

    static final int LONGEST_IDENTIFIER = 200;

    /** Keys are indexed; PostgreSQL indexes no more than some 2,700 bytes. */
    static final Form KEY = new Form("a key of at most 400 printable characters", text -> oneLine(text, 400));

    static final Form IDENTIFIER =
            new Form("an identifier of at most 200 printable characters", text -> oneLine(text, LONGEST_IDENTIFIER));
    static final Form TEXT = new Form("a printable text of at most 4,000 characters", Form::printable);
    /** What a cell holds, as it is. */
    static final Form CELL = new Form("a text", text -> text);

    static final Form COUNTRY = new Form("an ISO 3166 country code such as IT", Form::country);
    static final Form LANGUAGE = new Form("an ISO 639-1 language code such as it", Form::language);
    static final Form BANK_ACCOUNT = new Form("an IBAN with valid check digits", Form::bankAccount);
    static final Form IBAN = new Form("an IBAN with valid check digits", Form::iban);
    static final Form BIC = new Form("a BIC such as BLOPIT22", Form::bic);
    static final Form EMAIL = new Form("an e-mail address", Form::email);
    static final Form CURRENCY = new Form(
            "an ISO 4217 currency",
            code -> Amounts.isCurrency(code) && !code.equals(Amounts.NO_CURRENCY) ? code : null);
    static final Form ZONE =
            new Form("an IANA time zone such as Europe/Rome", text -> ZONES.contains(text) ? text : null);
    static final Form LEVEL = new Form(
            "a dunning level from 0 to 99", text -> LEVELS.matcher(text).matches() ? text : null);
    static final Form COUNT = new Form(
            "a whole number from 1 to 9999", text -> COUNTS.matcher(text).matches() ? text : null);
    static final Form FLAG = oneOf(Set.of("true", "false"));

    static Form oneOf(Collection<String> allowed) {
        return new Form(
                "one of " + allowed.stream().sorted().collect(Collectors.joining(", ")),
                text -> allowed.contains(text) ? text : null);
    }

    String of(String text) {
        return accept.apply(text);
    }

    private static String oneLine(String text, int longest) {
        if (text.length() > longest) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (isHostile(text.charAt(i))) {
                return null;
            }
        }
        return text;
    }

    /** Line breaks and tabs inside a quoted cell become spaces; other control characters are refused. */
    private static String printable(String text) {
        if (text.length() > 4000) {
            return null;
        }
        boolean clean = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                clean = false;
            } else if (isHostile(c)) {
                return null;
            }
        }
        return clean ? text : text.replaceAll("[\\r\\n\\t]+", " ");
    }

    /** Control characters, and those that turn the direction of text around to disguise it. */
    private static boolean isHostile(int c) {
        if (c >= ' ' && c <= '~') {
            return false;
        }
        return Character.isISOControl(c)
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || c == 0xffff;
    }

    private static String country(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(code) || USER_ASSIGNED_COUNTRIES.contains(code) ? code : null;
    }

    private static String language(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(code) ? code : null;
    }

    /** An IBAN without spaces; accounts of countries without IBAN stay as they are. */
    private static String bankAccount(String text) {
        String account = text.replace(" ", "").toUpperCase(Locale.ROOT);
        boolean looksLikeIban = account.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+");
        if (looksLikeIban) {
            return IbanUtil.isValid(account) ? account : null;
        }
        return account.matches("[0-9/-]{4,34}") ? account : null;
    }

    private static String iban(String text) {
        String iban = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return IbanUtil.isValid(iban) ? iban : null;
    }

    private static String bic(String text) {
        String bic = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return BICS.matcher(bic).matches() ? bic : null;
    }

    private static String email(String text) {
        int at = text.indexOf('@');
        boolean wellFormed = at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.length() <= 254
                && text.chars()
                        .noneMatch(c -> isHostile(c) || Character.isWhitespace(c) || ",;<>\"()[]\\".indexOf(c) >= 0);
        return wellFormed ? text : null;
    }
}
