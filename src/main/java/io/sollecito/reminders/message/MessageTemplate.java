package io.sollecito.reminders.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One template in one language, joined with the layouts and ready to be filled. */
final class MessageTemplate {

    private static final int WIDTH = 76;
    private static final String BODY = "[[Body]]";
    private static final String TITLE = "[[Title]]";

    private final MessageText words;
    private final Filling subject;
    private final List<Part> text = new ArrayList<>();
    private final Filling html;
    private final Filling letter;
    private final Filling sms;
    private final Filling script;
    private final boolean listsItems;

    private record Part(Filling filling, boolean wrapped) {}

    /** @param layouts file name to source */
    MessageTemplate(MessageText words, Map<String, String> layouts) {
        this.words = words;
        boolean message = words.body() != null;
        subject = message ? Filling.plain(words.subject()) : null;
        html = message ? whole(layouts, "email") : null;
        letter = message ? whole(layouts, "letter") : null;
        sms = words.sms() == null ? null : Filling.plain(words.sms());
        script = words.script() == null ? null : Filling.plain(BodySource.plainWords(words.script()));
        listsItems = message && BodySource.paragraphs(words.body()).contains("[[ItemTable]]");
        if (message) {
            textParts(layouts);
        }
    }

    private Filling whole(Map<String, String> layouts, String kind) {
        Map<String, String> blocks = Map.of(
                "[[ItemTable]]",
                layouts.get(kind + "-items.html"),
                "[[PaymentBox]]",
                layouts.get(kind + "-payment.html"));
        return Filling.html(layouts.get(kind + ".html")
                .replace(TITLE, BodySource.htmlWords(words.title()))
                .replace(BODY, BodySource.html(words.body(), blocks)));
    }

    private void textParts(Map<String, String> layouts) {
        Map<String, String> blocks = Map.of(
                "[[ItemTable]]", layouts.get("email-items.txt"), "[[PaymentBox]]", layouts.get("email-payment.txt"));
        String[] around = layouts.get("email.txt").split("\\[\\[Body]]", 2);
        text.add(new Part(Filling.plain(around[0].replace(TITLE, BodySource.plainWords(words.title()))), false));
        for (String paragraph : BodySource.paragraphs(words.body())) {
            boolean block = blocks.containsKey(paragraph);
            String source = block ? blocks.get(paragraph) : BodySource.plainWords(paragraph);
            text.add(new Part(Filling.plain(source), !block));
        }
        text.add(new Part(Filling.plain(around[1]), false));
    }

    boolean speaks(String channel) {
        return switch (channel) {
            case "task" -> script != null;
            case "sms", "webhook" -> sms != null;
            default -> html != null;
        };
    }

    /** Whether the items are listed, so that they must add up to the total. */
    boolean listsItems() {
        return listsItems;
    }

    Payment payment() {
        return words.payment();
    }

    List<String> iceBreakers() {
        return words.iceBreakers();
    }

    String subject(Map<String, Object> values) {
        return Values.oneLine(present(subject, "e-mail").with(values));
    }

    String text(Map<String, Object> values) {
        present(subject, "e-mail");
        List<String> filled = new ArrayList<>();
        for (Part part : text) {
            String one = part.filling().with(values).strip();
            if (!one.isEmpty()) {
                filled.add(part.wrapped() ? wrapped(one) : one);
            }
        }
        return String.join("\n\n", filled) + "\n";
    }

    String html(Map<String, Object> values) {
        return present(html, "e-mail").with(values);
    }

    String letter(Map<String, Object> values) {
        return present(letter, "letter").with(values);
    }

    String sms(Map<String, Object> values) {
        return smsLine(present(sms, "SMS").with(values));
    }

    /** On one line; the SMS alphabet has no space that does not break. */
    static String smsLine(String filled) {
        return Values.oneLine(filled).replace('\u00a0', ' ');
    }

    String script(Map<String, Object> values) {
        return present(script, "script").with(values).strip() + "\n";
    }

    private static Filling present(Filling filling, String what) {
        if (filling == null) {
            throw new MessageHeld("the template has no " + what + " text");
        }
        return filling;
    }

    private static String wrapped(String paragraph) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : paragraph.split(" +")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            } else if (column > 0) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.toString();
    }
}
