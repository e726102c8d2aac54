package io.sollecito.reminders.message;

import io.sollecito.model.Creditor;
import io.sollecito.model.Debtor;
import io.sollecito.model.DisputeReason;
import io.sollecito.model.DisputeReason.Answer;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A standard answer to a dispute with its variables filled, for a person to send. */
public record DisputeAnswer(String language, String subject, String text) {

    /** The variables that an answer may use. */
    public static final List<String> VARIABLES = List.of(
            "CustomerName",
            "Number",
            "IssueDate",
            "DueDate",
            "OpenAmount",
            "CurrentDate",
            "CompanyName",
            "SignatoryFirstName",
            "SignatoryLastName",
            "SignatoryEmail",
            "SignatoryPhoneNumber",
            "DisputeContact");

    private static final Pattern VARIABLE = Pattern.compile("\\[\\[\\s*([^\\[\\]]*?)\\s*]]");

    /** The names in double square brackets that no answer knows. */
    public static List<String> unknown(String template) {
        return VARIABLE.matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !VARIABLES.contains(name))
                .distinct()
                .toList();
    }

    /**
     * In the debtor's language, else the creditor's.
     *
     * @param open what is open of the item, as far as the bank and the ERP show it
     * @throws MessageHeld when a variable has no value
     */
    public static DisputeAnswer of(
            DisputeReason reason,
            Creditor creditor,
            Debtor debtor,
            OpenItem item,
            BigDecimal open,
            LocalDate today) {
        Language language = Language.of(debtor.language())
                .or(() -> Language.of(creditor.language()))
                .orElse(Language.EN);
        Map<String, String> values = values(language, creditor, debtor, item, open, today);
        Answer answer = reason.answers().get(language.code());
        return new DisputeAnswer(language.code(), filled(answer.subject(), values), filled(answer.text(), values));
    }

    private static Map<String, String> values(
            Language language,
            Creditor creditor,
            Debtor debtor,
            OpenItem item,
            BigDecimal open,
            LocalDate today) {
        Map<String, String> values = new HashMap<>();
        values.put("CustomerName", debtor.name() == null ? debtor.debtor() : debtor.name());
        values.put("Number", item.numberForDebtor());
        values.put("IssueDate", item.issueDate() == null ? null : language.longDate(item.issueDate()));
        values.put("DueDate", item.dueDate() == null ? null : language.longDate(item.dueDate()));
        values.put("OpenAmount", language.amount(open, item.currency()));
        values.put("CurrentDate", language.longDate(today));
        values.put("CompanyName", creditor.name());
        values.put("SignatoryFirstName", creditor.people().signatory().firstName());
        values.put("SignatoryLastName", creditor.people().signatory().lastName());
        values.put("SignatoryEmail", creditor.people().signatory().email());
        values.put("SignatoryPhoneNumber", creditor.people().signatory().phone());
        values.put("DisputeContact", creditor.people().disputeContact());
        return values;
    }

    private static String filled(String template, Map<String, String> values) {
        return VARIABLE.matcher(template).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null || value.isBlank()) {
                throw new MessageHeld("[[" + found.group(1) + "]] is empty");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
