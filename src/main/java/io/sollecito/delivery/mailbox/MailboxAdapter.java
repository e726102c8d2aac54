package io.sollecito.delivery.mailbox;

import io.sollecito.ledger.mailbox.ArrivedMail.Kind;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.mail.MailMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the mailboxes' routes call by the name {@code mailboxAdapter}: one call takes one message. */
public final class MailboxAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxAdapter.class);

    private final Mailbox mailbox;

    public MailboxAdapter(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * Once the ledger has it, the message is marked as seen and, if it answers an e-mail of ours, moved.
     *
     * @param exchange holds the message as it lies on the server
     * @param moveTo the folder for what was assigned; empty: it stays
     */
    public void take(Exchange exchange, String route, String creditor, int pauseDays, String moveTo)
            throws MessagingException, IOException {
        Message message = exchange.getIn(MailMessage.class).getOriginalMessage();
        Mailbox.Taken taken =
                mailbox.take(new Mailbox.Message(route, creditor, uid(message), beginning(message)), pauseDays);
        LOG.info("connection {} took a mail: {}{}", route, taken.kind().text(), taken.assigned() ? "" : ", unassigned");
        if (!moveTo.isBlank() && taken.assigned() && taken.kind() != Kind.OTHER) {
            exchange.getIn().setHeader(MailConstants.MAIL_MOVE_TO, moveTo);
        }
    }

    private static String uid(Message message) throws MessagingException {
        Folder folder = message.getFolder();
        return folder instanceof UIDFolder known
                ? "uid:" + known.getUIDValidity() + ":" + known.getUID(message)
                : "number:" + message.getMessageNumber();
    }

    private static byte[] beginning(Message message) throws MessagingException, IOException {
        Beginning beginning = new Beginning();
        try {
            message.writeTo(beginning);
        } catch (IOException stopped) {
            if (beginning.bytes.size() < MailParser.LARGEST) {
                throw stopped;
            }
        }
        return beginning.bytes.toByteArray();
    }

    /** Stops who writes once it has enough: the rest of a large message is never fetched. */
    private static final class Beginning extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            int room = MailParser.LARGEST - bytes.size();
            bytes.write(some, from, Math.min(room, length));
            if (length > room) {
                throw new IOException("enough");
            }
        }
    }
}
