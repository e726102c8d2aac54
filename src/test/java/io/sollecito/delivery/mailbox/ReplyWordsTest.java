package io.sollecito.delivery.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.mailbox.ArrivedMail.Topic;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Buongiorno, abbiamo già pagato la fattura il 3 marzo.|ALREADY_PAID",
                "La facture a déjà été réglée.|ALREADY_PAID",
                "Die Rechnung haben wir am 3. März überwiesen.|ALREADY_PAID",
                "This invoice has been paid last week.|ALREADY_PAID",
                "Pagheremo entro venerdì.|PROMISE",
                "Nous paierons vendredi.|PROMISE",
                "Wir werden den Betrag am Freitag überweisen.|PROMISE",
                "We will pay on Friday.|PROMISE",
                "Contestiamo la fattura: merce danneggiata.|DISPUTE",
                "Nous n'avons pas reçu la marchandise.|DISPUTE",
                "Die Ware haben wir nie erhalten.|DISPUTE",
                "We dispute it, the goods arrived damaged.|DISPUTE",
                "Non abbiamo ancora pagato.|QUESTION",
                "Wir werden das nicht bezahlen.|QUESTION",
                "We have not paid yet.|QUESTION",
                "We will pay once the damaged goods are replaced.|QUESTION",
                "Potete inviarci l'IBAN?|QUESTION",
                "Danke.|QUESTION"
            })
    void only_one_clear_topic_counts(String words, Topic topic) {
        assertThat(ReplyWords.topic(words)).isEqualTo(topic);
    }

    @Test
    void what_is_quoted_is_nobodys_words() throws MailParser.Unreadable {
        String mail = "From: a@rossi.example\r\nSubject: Re: Promemoria\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "Pagher=F2 venerd=EC.\r\n\r\nIl 2 marzo Acme ha scritto:\r\n> abbiamo pagato, contestiamo\r\n--b--\r\n";

        assertThat(MailParser.parse(mail.getBytes(StandardCharsets.US_ASCII)).words())
                .isEqualTo("Pagherò venerdì.");
        assertThat(ReplyWords.own("Danke\n\n-----Ursprüngliche Nachricht-----\nVon: Acme"))
                .isEqualTo("Danke");
        assertThat(ReplyWords.own("Ok\n\nLe 2 mars, Acme a écrit :\n> x")).isEqualTo("Ok");
    }
}
