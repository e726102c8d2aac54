package io.sollecito.delivery.mailbox;

import io.sollecito.ledger.mailbox.ArrivedMail.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person's reply is about, by its words in the four languages of the templates. Only one clear topic counts: what
 * says nothing known, or several things, is a question for whoever answers it. Pure.
 */
final class ReplyWords {

    /** How mail programs begin what they quote. */
    private static final Pattern QUOTED = Pattern.compile(
            "^\\s*(>.*|-{2,}.*|_{5,}.*|(from|von|de|da) ?:.*|(on|am|le|il) .*(wrote|schrieb.*|écrit|scritto) ?:\\s*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n\\s*\\n");
    private static final Pattern NEGATED = words("not|never|cannot|\\w+n['’]t|non|ne|pas|n['’]\\w+|nicht|noch nie|kein|keine");

    private static final Map<Topic, Pattern> TOPICS = Map.of(
            Topic.ALREADY_PAID,
            words("already (been )?(paid|settled)|(have|has been|was) paid|già (stat[ao] )?(pagat[ao]|saldat[ao])"
                    + "|(abbiamo|ho) (già )?(pagato|saldato)|(bonifico|pagamento) (già )?(è stato )?(eseguito|effettuato)"
                    + "|déjà (été )?(payée?|réglée?)|(avons|ai) (déjà )?(payé|réglé)|virement (a été )?(effectué|fait)"
                    + "|(bereits|schon) (bezahlt|überwiesen|beglichen)|haben .{0,60}(bezahlt|überwiesen|beglichen)"),
            Topic.PROMISE,
            words("(will|shall|we['’]ll|i['’]ll) (pay|transfer|settle)|payment will be (made|sent)"
                    + "|pagheremo|pagherò|salderemo|(provvederemo|provvediamo) al (pagamento|saldo)|effettueremo il (pagamento|bonifico)"
                    + "|(allons|vais) (payer|régler)|paierons|paierai|réglerons|effectuerons le (paiement|virement)"
                    + "|(werden|werde) .{0,60}(zahlen|bezahlen|überweisen|begleichen)|zahlung erfolgt|(zahlen|überweisen) wir"),
            Topic.DISPUTE,
            words("disputed?|not received|never (received|ordered)|(wrong|incorrect) (price|quantity|amount|invoice|order)"
                    + "|damaged|faulty|defective|contest(iamo|o|azione|ons|e|ation)|non (abbiamo |ho )?(mai )?ricevut[oa]"
                    + "|(prezzo|importo|quantità|fattura) (è )?(errat[oa]|sbagliat[oa])|difettos[oaie]|danneggiat[oaie]|reclamo"
                    + "|(pas|jamais) reçue?|(prix|montant|quantité|facture) (est )?erronée?|endommagée?s?|défectueu(x|se)|litige"
                    + "|réclamation|(nicht|nie) (erhalten|bestellt|geliefert)|reklam(ation|ieren)|beanstanden|beanstandung"
                    + "|(preis|betrag|menge|rechnung) (ist )?falsch|falsche[rn]? (preis|betrag|menge|rechnung)|beschädigt|mangelhaft"
                    + "|widersprechen"));

    private ReplyWords() {}

    /** The lines before the first that is quoted. */
    static String own(String text) {
        return text.replace("\r\n", "\n")
                .lines()
                .takeWhile(line -> !QUOTED.matcher(line).matches())
                .collect(Collectors.joining("\n"))
                .strip();
    }

    static Topic topic(String words) {
        Set<Topic> found = EnumSet.noneOf(Topic.class);
        for (String sentence : SENTENCE.split(words.toLowerCase(Locale.ROOT))) {
            String line = sentence.replaceAll("\\s+", " ");
            boolean negated = NEGATED.matcher(line).find();
            for (Topic topic : List.of(Topic.ALREADY_PAID, Topic.PROMISE, Topic.DISPUTE)) {
                if (TOPICS.get(topic).matcher(line).find()) {
                    found.add(negated && topic != Topic.DISPUTE ? Topic.QUESTION : topic);
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : Topic.QUESTION;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
