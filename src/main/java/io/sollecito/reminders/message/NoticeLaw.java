package io.sollecito.reminders.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a formal notice of a creditor of that country names: the provision that it rests on, and that of the interest which
 * follows it. Only businesses pay the rate of directive 2011/7/EU; everybody else, and whoever is not known to be one, the
 * civil rate. Citations are written as the country's lawyers do, whatever the letter's language, and no line ends within one.
 */
enum NoticeLaw {
    IT("art. 1219 c.c.", "d.lgs. 231/2002", "art. 1224 c.c."),
    FR("art. 1344 C. civ.", "art. L441-10 C. com.", "art. 1231-6 C. civ."),
    DE("§ 286 BGB", "§ 288 Abs. 2 und 5 BGB", "§ 288 Abs. 1 BGB"),
    AT("§ 918 ABGB", "§ 456 UGB", "§ 1000 ABGB"),
    CH("Art. 102 OR", "Art. 104 OR", "Art. 104 OR");

    private final String notice;
    private final String business;
    private final String others;

    NoticeLaw(String notice, String business, String others) {
        this.notice = notice;
        this.business = business;
        this.others = others;
    }

    /** @param country ISO 3166, the creditor's */
    static Optional<NoticeLaw> of(String country) {
        return Arrays.stream(values()).filter(law -> law.name().equals(country)).findFirst();
    }

    String notice() {
        return Values.unbroken(notice);
    }

    /** @param debtorClass business, consumer, public or null; public bodies pay as businesses do */
    String interest(String debtorClass) {
        return "business".equals(debtorClass) || "public".equals(debtorClass)
                ? Values.unbroken(business)
                : civilInterest();
    }

    /** Whoever the debtor is. */
    String civilInterest() {
        return Values.unbroken(others);
    }
}
