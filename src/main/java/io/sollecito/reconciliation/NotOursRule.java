package io.sollecito.reconciliation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One rule for money that is no debtor's: all that it asks for must be so.
 *
 * @param reason as people are told it
 * @param money whether it speaks of money in, out or both
 * @param words one of them stands in the remittance; null: whatever stands there
 * @param names one of them stands in the other side's name; null: whoever it is
 * @param ibans the other side's account is one of them; empty: whichever
 * @param codes the bank's code is like one of them; null: whatever it is
 * @param accounts own accounts that it is booked on; empty: any
 * @param always whether it decides even about what names a document or comes from a debtor
 */
record NotOursRule(
        String name,
        String reason,
        Money money,
        Pattern words,
        Pattern names,
        Set<String> ibans,
        Pattern codes,
        Set<String> accounts,
        boolean always) {

    enum Money {
        IN,
        OUT,
        BOTH
    }

    /** Wildcards and words as people write them, compared without case and accents. */
    static Pattern anyWord(List<String> words) {
        return Pattern.compile(
                "\\b(" + String.join("|", words.stream().map(NotOursRule::word).toList()) + ")");
    }

    private static String word(String word) {
        String plain = Names.plain(word.strip());
        return plain.endsWith("*")
                ? Pattern.quote(plain.substring(0, plain.length() - 1))
                : Pattern.quote(plain) + "\\b";
    }

    /** Codes such as {@code PMNT/MCRD/*}. */
    static Pattern anyCode(List<String> codes) {
        return Pattern.compile(String.join(
                "|",
                codes.stream()
                        .map(code -> "\\Q" + code.strip().replace("*", "\\E.*\\Q") + "\\E")
                        .toList()));
    }

    boolean fits(Incoming payment) {
        return isItsMoney(payment)
                && (accounts.isEmpty() || accounts.contains(payment.account()))
                && (ibans.isEmpty() || ibans.contains(payment.iban()))
                && (codes == null || isItsCode(payment))
                && (names == null || finds(names, payment.name()))
                && (words == null
                        || finds(words, payment.remittance())
                                && (isTelling() || isMoneyOut(payment) || payment.iban() == null));
    }

    /** Words alone say nothing about money that came in from somebody's account. */
    private boolean isTelling() {
        return names != null || codes != null || !ibans.isEmpty() || always;
    }

    private static boolean isMoneyOut(Incoming payment) {
        return payment.amount().signum() < 0;
    }

    private boolean isItsMoney(Incoming payment) {
        return money == Money.BOTH || isMoneyOut(payment) == (money == Money.OUT);
    }

    private boolean isItsCode(Incoming payment) {
        String code = payment.particulars().transactionCode();
        return code != null && codes.matcher(code).matches();
    }

    private static boolean finds(Pattern pattern, String text) {
        return text != null && pattern.matcher(Names.plain(text)).find();
    }
}
