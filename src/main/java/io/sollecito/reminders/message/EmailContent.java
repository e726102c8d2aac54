package io.sollecito.reminders.message;

import java.util.List;

/**
 * What an e-mail says, before it is packed as MIME.
 *
 * @param subject one line, neutral: it says nothing of a debt
 * @param inline pictures that {@code html} shows as {@code cid:}
 */
public record EmailContent(
        String subject, String text, String html, List<Inline> inline, List<Attachment> attachments) {

    /** A picture shown in the text; {@code cid} without angle brackets. */
    public record Inline(String cid, String mime, byte[] bytes) {}

    /** A file beside the text; {@code name} is plain ASCII. */
    public record Attachment(String name, String mime, byte[] bytes) {}

    public EmailContent {
        inline = List.copyOf(inline);
        attachments = List.copyOf(attachments);
    }
}
