package io.sollecito.bank.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 86 in numbered parts: a business transaction code of three digits, then parts that begin with a separator (usually ?,
 * elsewhere >, ~, @, ^ or others) and two digits: 00 posting text, 10 journal number, 20 to 29 and 60 to 63 remittance wrapped
 * at 27 characters, 30 bank, 31 account, 32 and 33 name, 34 return code, 38 IBAN.
 */
final class SubfieldText {

    private static final Pattern BEGINNING = Pattern.compile("\\s*([0-9]{3})?([?>~@^|<&§$%#*;!])(?=[0-9]{2})");
    private static final int WIDTH = 27;

    /** Business transaction codes of returned direct debits and credit transfers (SEPA, and before). */
    private static final Pattern RETURN = Pattern.compile("10[89]|159|18[145]");

    private static final Pattern RETURN_CODE = Pattern.compile("9[0-9]{2}");

    private record Part(int number, String text) {}

    private final String businessCode;
    private final List<Part> parts;

    private SubfieldText(String businessCode, List<Part> parts) {
        this.businessCode = businessCode;
        this.parts = parts;
    }

    /** What separates the parts of a text that has them; 0 when it has none. */
    static char separator(String text) {
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.lookingAt() || beginning.group(1) == null && beginning.end() > 2) {
            return 0;
        }
        return beginning.group(2).charAt(0);
    }

    static SubfieldText of(String text, char separator) {
        int from = text.indexOf(separator);
        List<Part> parts = new ArrayList<>();
        int begin = from;
        for (int at = from + 1; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == separator && isNumber(text, at + 1)) {
                int number = Integer.parseInt(text.substring(begin + 1, begin + 3));
                parts.add(new Part(number, text.substring(begin + 3, at)));
                begin = at;
                at += 2;
            }
        }
        return new SubfieldText(text.substring(0, from).strip(), parts);
    }

    private static boolean isNumber(String text, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char tens = text.charAt(at);
        char ones = text.charAt(at + 1);
        return (tens >= '0' && tens <= '3' || tens == '6') && ones >= '0' && ones <= '9';
    }

    void read(Narrative into) {
        into.businessCode(businessCode.isEmpty() ? null : businessCode);
        Keywords.read(remittance(), into);
        into.account(text(38));
        into.account(account());
        into.name(name());
        parts.stream().filter(part -> isOther(part.number())).forEach(part -> into.words(part.text()));
        if (into.remittance() == null) {
            into.words(text(0));
        }
        if (RETURN.matcher(businessCode).matches()) {
            String code = text(34).strip();
            into.returnReason(ReturnCodes.in(all()));
            into.returnReason(RETURN_CODE.matcher(code).matches() ? code : businessCode);
        }
    }

    /** The remittance parts one behind the other; a part that is not full lost a blank or ended there. */
    private String remittance() {
        List<Part> wrapped =
                parts.stream().filter(part -> isRemittance(part.number())).toList();
        int width = Math.max(
                WIDTH,
                wrapped.stream().mapToInt(part -> part.text().length()).max().orElse(0));
        StringBuilder text = new StringBuilder();
        int last = width;
        for (Part part : wrapped) {
            if (last < width || Keywords.begins(part.text())) {
                text.append(' ');
            }
            text.append(part.text());
            last = part.text().length();
        }
        return text.toString();
    }

    private String account() {
        String bank = text(30).strip();
        String account = text(31).strip();
        return bank.matches("[0-9]{8}") && account.matches("[0-9]{1,10}") ? bank + "/" + account : account;
    }

    private String name() {
        String first = text(32);
        return first.length() < WIDTH ? first + " " + text(33) : first + text(33);
    }

    private String all() {
        return text(0) + " " + remittance();
    }

    private String text(int number) {
        return parts.stream()
                .filter(part -> part.number() == number)
                .map(Part::text)
                .findFirst()
                .orElse("");
    }

    private static boolean isRemittance(int number) {
        return number >= 20 && number <= 29 || number >= 60 && number <= 69;
    }

    private static boolean isOther(int number) {
        return number >= 1 && number <= 9
                || number >= 11 && number <= 19
                || number >= 35 && number <= 37
                || number == 39;
    }
}
