package io.sollecito.cases;

import io.sollecito.cases.WatchedSmtpServer.Message;
import io.sollecito.demo.servers.PrintHouse;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every reminder that reached somebody, as the mail server and the print house have it. */
final class MonthPost {

    /**
     * A reminder in the world.
     *
     * @param begun the latest moment at which it had certainly not been asked whether it may leave, in milliseconds
     * @param numbers the invoices that its text names
     */
    record Reminder(String channel, long dispatch, long begun, Set<String> numbers) {}

    private static final Pattern MAIL = Pattern.compile("<dispatch-([0-9]+)\\..*>");
    private static final Pattern NUMBER = Pattern.compile("2026/[0-9]{5}");

    private final List<Reminder> reminders = Collections.synchronizedList(new ArrayList<>());
    private final PrintHouse house;
    private final Path inbox;

    MonthPost(WatchedSmtpServer mails, PrintHouse house, Path inbox) {
        this.house = house;
        this.inbox = inbox;
        mails.read(this::keep);
    }

    List<Reminder> reminders() {
        synchronized (reminders) {
            return List.copyOf(reminders);
        }
    }

    /** The print house prints what has come. */
    void print() throws IOException {
        Map<String, Long> packed = new HashMap<>();
        try (Stream<Path> files = Files.list(inbox)) {
            for (Path zip :
                    files.filter(file -> file.toString().endsWith(".zip")).toList()) {
                String name = zip.getFileName().toString();
                packed.put(
                        name.substring(name.indexOf('_') + 1, name.length() - ".zip".length()),
                        Files.getLastModifiedTime(zip).toMillis());
            }
        }
        for (PrintHouse.Letter letter : house.work()) {
            reminders.add(new Reminder(
                    "letter",
                    Long.parseLong(letter.letterId().substring("ACME-IT-".length())),
                    packed.get(letter.batchId()),
                    numbers(letter.text())));
        }
    }

    private void keep(Message message) {
        try {
            MimeMessage mail = new MimeMessage(
                    null, new ByteArrayInputStream(message.source().getBytes(StandardCharsets.ISO_8859_1)));
            Matcher ours = MAIL.matcher(mail.getMessageID());
            if (ours.matches()) {
                reminders.add(
                        new Reminder("email", Long.parseLong(ours.group(1)), message.begun(), numbers(text(mail))));
            }
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            numbers.add(found.group());
        }
        return numbers;
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int n = 0; n < parts.getCount(); n++) {
                String text = text(parts.getBodyPart(n));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
