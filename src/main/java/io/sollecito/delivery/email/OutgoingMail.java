package io.sollecito.delivery.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * An e-mail that keeps its Message-ID whoever saves it again. Its last byte is followed by a question: whether it may
 * still leave. Only after a yes does the transport write the final dot, so what stops before was never accepted.
 */
public final class OutgoingMail extends SMTPMessage {

    static {
        // Without it the mail library searches the class path for its encoders, anew for every part of every message.
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

    private final String id;
    private BooleanSupplier mayLeave = () -> true;
    private Boolean leaves;

    /** @param id with its angle brackets */
    OutgoingMail(String id) {
        super((Session) null);
        this.id = id;
    }

    /** The question is asked once, however often the mail is written out. */
    void askAtItsEnd(BooleanSupplier question) {
        mayLeave = question;
    }

    /** The answer was no. */
    boolean isWithdrawn() {
        return Boolean.FALSE.equals(leaves);
    }

    @Override
    public void writeTo(OutputStream out, String[] withoutHeaders) throws IOException, MessagingException {
        // Its encoders write single bytes, for each of which the transport looks for ends of lines and dots.
        OutputStream blocks = new BufferedOutputStream(out);
        super.writeTo(blocks, withoutHeaders);
        blocks.flush();
        if (!asked()) {
            // An IOException: the transport then closes the connection without another word.
            throw new IOException("withdrawn before its end");
        }
    }

    private boolean asked() throws IOException {
        if (leaves == null) {
            try {
                leaves = mayLeave.getAsBoolean();
            } catch (RuntimeException noAnswer) {
                throw new IOException("nobody could say whether it may leave: " + noAnswer.getMessage(), noAnswer);
            }
        }
        return leaves;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
