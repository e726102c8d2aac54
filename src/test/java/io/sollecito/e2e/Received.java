package io.sollecito.e2e;

import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** An e-mail as it lies in a mailbox, read from its bytes alone. */
record Received(LocalDate day, String recipient, String sender, MimeMessage message) {

    /** The .eml files of a folder, oldest first: number, day, recipient and subject are their names. */
    static List<Received> all(Path folder) throws Exception {
        List<Received> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                all.add(of(file));
            }
        }
        return all;
    }

    private static Received of(Path file) throws Exception {
        String[] name = file.getFileName().toString().split(" ");
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            String sender = ((InternetAddress) message.getFrom()[0]).getAddress();
            return new Received(LocalDate.parse(name[1]), name[2], sender, message);
        }
    }

    /** The types of the parts that hold others, from the outside in, following each first child. */
    List<String> nesting() throws Exception {
        List<String> types = new ArrayList<>();
        Part part = message;
        while (part.getContent() instanceof MimeMultipart parts) {
            types.add(part.getContentType().replaceAll("(?s);.*", "").strip().toLowerCase(Locale.ROOT));
            part = parts.getBodyPart(0);
        }
        return types;
    }

    List<BodyPart> leaves() throws Exception {
        List<BodyPart> leaves = new ArrayList<>();
        collect(message, leaves);
        return leaves;
    }

    private static void collect(Part part, List<BodyPart> leaves) throws Exception {
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), leaves);
            }
        } else if (part instanceof BodyPart leaf) {
            leaves.add(leaf);
        }
    }

    /** The text of the first part of that type, such as text/html. */
    String text(String type) throws Exception {
        for (BodyPart leaf : leaves()) {
            if (leaf.isMimeType(type) && leaf.getFileName() == null) {
                return leaf.getContent().toString();
            }
        }
        return "";
    }

    /** The bytes of the image that HTML names cid:..., or null. */
    byte[] image(String cid) throws Exception {
        for (BodyPart leaf : leaves()) {
            String[] id = leaf.getHeader("Content-ID");
            if (id != null && id[0].equals("<" + cid + ">")) {
                try (InputStream in = leaf.getInputStream()) {
                    return in.readAllBytes();
                }
            }
        }
        return null;
    }
}
