package io.sollecito.delivery.email;

import io.sollecito.delivery.Outlet;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rehearsal: every e-mail goes to one address, with the real recipient in its subject, and nothing else leaves. */
public final class RehearsalOutlet implements Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalOutlet.class);

    private final Outlet outlet;
    private final InternetAddress address;

    /** @throws IllegalArgumentException when the address is none */
    public RehearsalOutlet(Outlet outlet, String address) {
        this.outlet = outlet;
        try {
            this.address = new InternetAddress(address.strip(), true);
            this.address.validate();
        } catch (AddressException wrong) {
            throw new IllegalArgumentException(
                    "sollecito.delivery.all-mail-to: '" + address + "' is no e-mail address: " + wrong.getMessage());
        }
        LOG.warn("rehearsal: every e-mail goes to {}, SMS and letters stay where they are", this.address);
    }

    @Override
    public String send(String route, Object body) throws Exception {
        if (!(body instanceof MimeMessage mail)) {
            throw new NoRoute(route);
        }
        redirect(mail);
        return outlet.send(route, mail);
    }

    private void redirect(MimeMessage mail) throws MessagingException {
        String real = InternetAddress.toString(mail.getAllRecipients());
        mail.setSubject("[for " + real + "] " + mail.getSubject(), StandardCharsets.UTF_8.name());
        mail.setRecipients(Message.RecipientType.TO, new InternetAddress[] {address});
        mail.saveChanges();
    }
}
