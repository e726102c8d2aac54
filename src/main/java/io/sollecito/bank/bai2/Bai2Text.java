package io.sollecito.bank.bai2;

import io.sollecito.bank.text.WrappedText;
import io.sollecito.model.Statement.Counterparty;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The free text of a transaction. Some banks write lines such as {@code EREF: 4711} in it; of each name the first counts. */
final class Bai2Text {

    private static final Pattern NAMED = Pattern.compile("([A-Z]{4}): *(.*)");

    private final Map<String, String> named = new HashMap<>();
    private final WrappedText all = new WrappedText();

    Bai2Text(String text) {
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf(Bai2Record.CONTINUED, from);
            line(text.substring(from, end < 0 ? text.length() : end).strip());
            from = end < 0 ? text.length() + 1 : end + 1;
        }
    }

    private void line(String line) {
        all.words(line);
        Matcher name = NAMED.matcher(line);
        if (name.matches() && !name.group(2).isBlank()) {
            named.putIfAbsent(name.group(1), name.group(2).strip());
        }
    }

    String endToEndId() {
        return named.get("EREF");
    }

    /** The debtor of what comes in, the creditor of what goes out. */
    Counterparty counterparty(boolean in) {
        String name = named.get(in ? "DBNM" : "CRNM");
        String account = named.get(in ? "DACT" : "CACT");
        return name == null && account == null ? null : new Counterparty(name, account);
    }

    /** All lines, after the customer's reference unless they name it. */
    String after(String customerReference) {
        WrappedText whole = new WrappedText();
        if (!customerReference.equals(endToEndId())) {
            whole.words(customerReference);
        }
        whole.words(all.value());
        return whole.value();
    }

    boolean cut() {
        return all.cut();
    }
}
