package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

    private final MailFolderAdapter mails = new MailFolderAdapter();

    @TempDir
    private Path folder;

    @Test
    void an_attempt_that_is_repeated_makes_the_same_file() throws Exception {
        mails.setFolder(folder.resolve("mails").toString());

        mails.keep(mail("<dispatch-1.RF1@acme.example>"));
        mails.keep(mail("<dispatch-1.RF1@acme.example>"));

        try (Stream<Path> files = Files.list(folder.resolve("mails"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName()).hasToString("dispatch-1.RF1@acme.example.eml");
                assertThat(file).content().contains("To: anna@rossi.example", "Subject: Sollecito", "pagate");
            });
        }
    }

    @Test
    void a_message_id_leads_to_no_other_folder() throws Exception {
        mails.setFolder(folder.resolve("mails").toString());

        mails.keep(mail("<../../elsewhere/x@acme.example>"));

        assertThat(folder.resolve("mails/elsewherex@acme.example.eml")).exists();
    }

    private static OutgoingMail mail(String id) throws Exception {
        OutgoingMail mail = new OutgoingMail(id);
        mail.setRecipient(RecipientType.TO, new InternetAddress("anna@rossi.example"));
        mail.setSubject("Sollecito");
        mail.setText("pagate");
        mail.saveChanges();
        return mail;
    }
}
