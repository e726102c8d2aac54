package io.sollecito.bank.mt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reasons of SEPA returns (ISO 20022 external return reasons) that banks write into text. */
final class ReturnCodes {

    private static final Pattern CODE = Pattern.compile(
            "(?<![A-Za-z0-9])(AC0[1346]|AC13|AG0[12]|AM0[4-9]|ARDT|BE0[1-7]|CNOR|CUST|DNOR|DUPL|"
                    + "ED05|ERIN|FF0[15]|FOCR|FRAD|LEGL|MD0[1-7]|MS0[23]|NARR|NOAS|NOOR|PY01|RC0[17]|RR0[1-4]|RUTA|SL0[12]|SL1[1-4]|SVNR|TECH|TM01|UPAY)(?![A-Za-z0-9])");

    private ReturnCodes() {}

    /** The first code in the text; null when there is none. */
    static String in(String text) {
        Matcher code = CODE.matcher(text);
        return code.find() ? code.group(1) : null;
    }
}
