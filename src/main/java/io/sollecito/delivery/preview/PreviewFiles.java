package io.sollecito.delivery.preview;

import io.sollecito.delivery.Channel.Outgoing;
import io.sollecito.delivery.Channel.Unsendable;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.delivery.email.OutgoingMail;
import io.sollecito.delivery.print.PrintProfile;
import io.sollecito.delivery.sms.SmsEncoding;
import io.sollecito.model.Counted;
import io.sollecito.reminders.message.AddressZone;
import io.sollecito.reminders.message.EmailContent;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.LetterForm;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** One message as files, written by the code that sends it. */
final class PreviewFiles {

    /**
     * @param ending of its name, behind that of the message
     */
    record File(String ending, byte[] bytes) {}

    /** @param size such as "2 pages", for the index */
    record Message(List<File> files, String size) {}

    private static final String STATEMENT = "account-statement";
    private static final Outlet NO_OUTLET = (route, body) -> {
        throw new Outlet.NoRoute(route);
    };

    private final Composing composing;
    private final Map<String, PrintProfile> print;

    PreviewFiles(Composing composing, Map<String, PrintProfile> print) {
        this.composing = composing;
        this.print = print;
    }

    /**
     * @param clock says when it would leave
     * @throws Unsendable when its address is none
     */
    Message of(Outgoing outgoing, Clock clock) throws Unsendable {
        return switch (outgoing.claim().channel()) {
            case "email" -> email(outgoing, clock);
            case "letter", "registered-letter" -> letter(outgoing);
            case "sms", "webhook" -> sms(composing.sms(outgoing.facts()));
            case "task" -> new Message(List.of(text(composing.script(outgoing.facts()))), "1 script");
            default -> new Message(List.of(), "nothing is written: the case is handed over");
        };
    }

    /** The very e-mail that would leave. */
    private Message email(Outgoing outgoing, Clock clock) throws Unsendable {
        EmailContent content = composing.email(outgoing.facts(), withStatement(outgoing));
        EmailChannel channel = new EmailChannel(composing, NO_OUTLET, clock);
        List<File> files = new ArrayList<>();
        files.add(new File(".eml", bytes(channel.mail(outgoing, content))));
        files.add(text(content.text()));
        content.attachments().forEach(attachment -> files.add(new File("_" + attachment.name(), attachment.bytes())));
        return new Message(files, Counted.of(content.attachments().size(), "attachment"));
    }

    private Message letter(Outgoing outgoing) {
        Letter letter =
                composing.letter(outgoing.facts(), new LetterForm(zone(outgoing), withStatement(outgoing), true));
        return new Message(
                List.of(new File(".pdf", letter.pdf()), text(textOf(letter))), Counted.of(letter.pages(), "page"));
    }

    private static Message sms(String words) {
        return new Message(
                List.of(text(words + "\n")),
                Counted.of(SmsEncoding.of(words, 0).parts().size(), "SMS part"));
    }

    /** The window of the creditor's print house, else the one that is usual in its country. */
    private AddressZone zone(Outgoing outgoing) {
        PrintProfile profile = print.get(outgoing.claim().creditor());
        if (profile != null) {
            return profile.zone();
        }
        return switch (outgoing.facts().creditor().country()) {
            case "FR" -> AddressZone.FRANCE;
            case "CH" -> AddressZone.SWISS_LEFT;
            default -> AddressZone.DIN_5008_B;
        };
    }

    private static boolean withStatement(Outgoing outgoing) {
        return outgoing.attachments().contains(STATEMENT);
    }

    private static File text(String text) {
        return new File(".txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(OutgoingMail mail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException | MessagingException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static String textOf(Letter letter) {
        try (PDDocument pages = Loader.loadPDF(letter.pdf())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pages);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
