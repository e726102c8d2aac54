package io.sollecito.model;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a debtor pays a reminder online: an https URL with placeholders, each replaced by its URL-encoded value.
 *
 * @param template such as {@code https://pay.example/p?ref={reference}&amount={amount}&sig={signature}}
 */
public record PaymentLink(String template) {

    /** What the template may name. */
    public static final List<String> PLACEHOLDERS =
            List.of("reference", "amount", "currency", "debtor", "creditor", "signature");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String SCHEME = "https://";
    private static final String ALGORITHM = "HmacSHA256";

    /** What a link is about; {@code reference} names one reminder's items for ever. */
    public record Payment(String creditor, String debtor, String reference, BigDecimal amount, String currency) {

        /** What is signed: reference, amount, currency and debtor, as they are, with a vertical bar between them. */
        String signed() {
            return String.join("|", reference, Amounts.text(amount, currency), currency, debtor);
        }
    }

    /** What is wrong with a template, a sentence each; empty when nothing is. */
    public static List<String> flaws(String template) {
        List<String> flaws = new ArrayList<>();
        String plain = PLACEHOLDER.matcher(template).replaceAll("x");
        if (!isHttps(plain)) {
            flaws.add("is no https address");
        } else if (host(template).contains("{")) {
            flaws.add("has a placeholder in its host");
        }
        if (plain.contains("{") || plain.contains("}")) {
            flaws.add("has a brace without its other");
        }
        Matcher named = PLACEHOLDER.matcher(template);
        while (named.find()) {
            if (!PLACEHOLDERS.contains(named.group(1))) {
                flaws.add(
                        "names {" + named.group(1) + "}, which is none of {" + String.join("}, {", PLACEHOLDERS) + "}");
            }
        }
        if (!template.contains("{reference}")) {
            flaws.add("does not name {reference}, without which the payment cannot be recognised");
        }
        return flaws;
    }

    public boolean isSigned() {
        return template.contains("{signature}");
    }

    /** Whether who sees the link sees what is owed, or by whom: nothing for a locked screen. */
    public boolean tells() {
        return template.contains("{amount}") || template.contains("{debtor}");
    }

    /** @param secret what signs it; may be null when it is not signed */
    public String of(Payment payment, String secret) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(encoded(
                        switch (found.group(1)) {
                            case "reference" -> payment.reference();
                            case "amount" -> Amounts.text(payment.amount(), payment.currency());
                            case "currency" -> payment.currency();
                            case "debtor" -> payment.debtor();
                            case "creditor" -> payment.creditor();
                            case "signature" -> signature(payment, secret);
                            default -> throw new IllegalStateException("unknown placeholder " + found.group());
                        })));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String signature(Payment payment, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(payment.signed().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isHttps(String plain) {
        try {
            URI uri = new URI(plain.replace("{", "").replace("}", ""));
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static String host(String template) {
        int end = template.replaceAll("[?#]", "/").indexOf('/', SCHEME.length());
        return end < 0 ? template : template.substring(0, end);
    }
}
