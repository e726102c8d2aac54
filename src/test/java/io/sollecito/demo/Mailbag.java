package io.sollecito.demo;

import io.sollecito.demo.companies.Company;
import io.sollecito.demo.companies.DemoDebtor;
import io.sollecito.demo.companies.Reminded;
import io.sollecito.demo.servers.MailWorld;
import io.sollecito.demo.servers.PrintHouse;
import io.sollecito.demo.servers.SmsCentre;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads e-mails, text messages and letters as their recipients do: for the reference and the invoice numbers. */
final class Mailbag {

    /** ISO 11649 as printed, in groups or not, never longer than 25 characters. */
    private static final Pattern REFERENCE = Pattern.compile("\\bRF\\d\\d(?: ?[0-9A-Z]{1,4}){1,6}\\b");

    private final List<Company> companies;
    private final Map<Company, Map<String, List<Reminded>>> unread = new HashMap<>();

    Mailbag(List<Company> companies) {
        this.companies = companies;
    }

    /** A thank-you quotes no reference and asks for nothing. */
    void email(MailWorld.Received email) {
        if (referenceIn(email.text()) != null) {
            read("email", email.day(), email.text(), debtor -> debtor.email().equalsIgnoreCase(email.recipient()));
        }
    }

    void text(SmsCentre.Received sms) {
        String number = sms.recipient().replaceAll("\\D", "");
        read(
                "sms",
                sms.day(),
                sms.text(),
                debtor ->
                        !debtor.phone().isEmpty() && debtor.phone().substring(1).equals(number));
    }

    void letter(PrintHouse.Letter letter) {
        String text = letter.text().replaceAll("\\s+", " ");
        read("letter", letter.day(), text, debtor -> text.contains(debtor.name()));
    }

    private void read(String channel, LocalDate day, String text, Predicate<DemoDebtor> isRecipient) {
        for (Company company : companies) {
            Optional<DemoDebtor> debtor =
                    company.debtors().stream().filter(isRecipient).findFirst();
            if (debtor.isPresent()) {
                String number = debtor.get().number();
                Reminded reminded =
                        new Reminded(day, channel, referenceIn(text), company.documentsMentioned(number, text));
                unread.computeIfAbsent(company, c -> new LinkedHashMap<>())
                        .merge(number, List.of(reminded), Mailbag::together);
            }
        }
    }

    /** What arrived for a company's debtors since the last call, by debtor number. */
    Map<String, List<Reminded>> takeFor(Company company) {
        Map<String, List<Reminded>> taken = unread.remove(company);
        return taken == null ? Map.of() : taken;
    }

    /** The same reminder on two channels is one. */
    private static List<Reminded> together(List<Reminded> before, List<Reminded> next) {
        Map<String, Reminded> byReference = new LinkedHashMap<>();
        for (List<Reminded> each : List.of(before, next)) {
            each.forEach(
                    reminded -> byReference.merge(String.valueOf(reminded.reference()), reminded, Mailbag::united));
        }
        return List.copyOf(byReference.values());
    }

    private static Reminded united(Reminded one, Reminded other) {
        Set<String> documents = new LinkedHashSet<>(one.documents());
        documents.addAll(other.documents());
        return new Reminded(one.day(), one.channel(), one.reference(), documents);
    }

    /** The first reference whose check digits hold; words that follow it are not taken for a part of it. */
    private static String referenceIn(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            for (String found = matcher.group(); found.length() > 4; found = withoutLastGroup(found)) {
                String reference = found.replace(" ", "");
                if (checkDigitsHold(reference)) {
                    return reference;
                }
            }
        }
        return null;
    }

    private static String withoutLastGroup(String reference) {
        return reference.substring(0, Math.max(0, reference.lastIndexOf(' ')));
    }

    private static boolean checkDigitsHold(String reference) {
        StringBuilder digits = new StringBuilder();
        for (char each : (reference.substring(4) + reference.substring(0, 4)).toCharArray()) {
            digits.append(Character.getNumericValue(each));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
