package io.sollecito.reminders.message;

import io.sollecito.model.Amounts;
import io.sollecito.model.PaymentLink;
import io.sollecito.reminders.message.EmailContent.Attachment;
import io.sollecito.reminders.message.EmailContent.Inline;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes messages of facts: e-mail, SMS, letter, call script and account statement, in the debtor's language, else the
 * creditor's, else English. Every method throws {@link MessageHeld} rather than leave a blank. Safe for many threads.
 */
public final class Composer {

    private static final String LOGO_CID = "logo@sollecito";
    private static final String QR_CID = "qr@sollecito";

    private final Templates templates;
    private final Logos logos;
    private final UnaryOperator<String> secrets;
    private final PdfPages pages = new PdfPages();

    /** @param base the folder that the creditors' logo paths are relative to */
    public Composer(Templates templates, Path base) {
        this(templates, base, creditor -> null);
    }

    /** @param secrets by creditor, what signs payment links; null where there is none */
    public Composer(Templates templates, Path base, UnaryOperator<String> secrets) {
        this.templates = templates;
        this.secrets = secrets;
        this.logos = new Logos(base);
    }

    /** An e-mail without attachments. */
    public EmailContent email(ReminderFacts facts) {
        return email(facts, false);
    }

    /** @param withStatement whether the account statement is attached */
    public EmailContent email(ReminderFacts facts, boolean withStatement) {
        return completing(facts, () -> {
            Language language = language(facts);
            MessageTemplate template = template(facts, language);
            Values values = linked(facts, template, values(facts, language, template));
            List<Inline> pictures = new ArrayList<>();
            logo(facts).ifPresent(png -> {
                values.ours(Variable.COMPANY_LOGO, "cid:" + LOGO_CID);
                pictures.add(new Inline(LOGO_CID, "image/png", png));
            });
            qrCode(facts, template.payment()).ifPresent(png -> {
                values.ours(Variable.QR_CODE, "cid:" + QR_CID);
                pictures.add(new Inline(QR_CID, "image/png", png));
            });
            Map<String, Object> map = values.map();
            String html = template.html(map);
            pictures.removeIf(picture -> !html.contains("cid:" + picture.cid()));
            List<Attachment> files = withStatement ? List.of(attachedStatement(facts, language)) : List.of();
            return new EmailContent(template.subject(map), template.text(map), html, pictures, files);
        });
    }

    /** One line, neutral, for at most two parts. */
    public String sms(ReminderFacts facts) {
        return completing(facts, () -> {
            Language language = language(facts);
            MessageTemplate template = template(facts, language);
            Values values = values(facts, language, template);
            PaymentLink link = facts.creditor().howToPay().link();
            return template.sms((link == null || link.tells() ? values : linked(facts, template, values)).map());
        });
    }

    /** What to say and ask on the telephone. */
    public String script(ReminderFacts facts) {
        return completing(facts, () -> {
            Language language = language(facts);
            MessageTemplate template = template(facts, language);
            return template.script(values(facts, language, template).map());
        });
    }

    /** A letter to be posted, without the account statement. */
    public Letter letter(ReminderFacts facts, AddressZone zone) {
        return letter(facts, LetterForm.of(zone));
    }

    /** A letter whose address, and nothing else, stands in the window. */
    public Letter letter(ReminderFacts facts, LetterForm form) {
        return completing(facts, () -> {
            Language language = language(facts);
            Letter letter = pages.print(letterPage(facts, form.zone(), language), language);
            Letter whole = form.withStatement() ? LetterPages.with(letter, statement(facts, language)) : letter;
            return form.specimen() ? LetterPages.marked(whole) : whole;
        });
    }

    /** The letter as XHTML. */
    String letterPage(ReminderFacts facts, AddressZone zone, Language language) {
        MessageTemplate template = template(facts, language);
        Values values = linked(facts, template, values(facts, language, template));
        printedPictures(facts, template.payment(), values);
        address(facts, zone, values);
        return template.letter(values.map());
    }

    /** All open items of the debtor in the reminder's currency, as PDF; of the same facts, the same bytes. */
    public byte[] accountStatement(ReminderFacts facts) {
        return completing(
                facts,
                () -> LetterPages.writtenOn(statement(facts, language(facts)), facts.date())
                        .pdf());
    }

    private Attachment attachedStatement(ReminderFacts facts, Language language) {
        String name = templates.labels(language).get(Label.STATEMENT_FILE.tag()) + "-" + facts.date() + ".pdf";
        return new Attachment(
                name, "application/pdf", statement(facts, language).pdf());
    }

    private Letter statement(ReminderFacts facts, Language language) {
        Map<String, String> labels = templates.labels(language);
        Values values = MessageValues.of(facts, language, labels);
        printedPictures(facts, Payment.NONE, values);
        new StatementValues(facts, language, labels).addTo(values);
        return pages.print(templates.statement().with(values.map()), language);
    }

    Language language(ReminderFacts facts) {
        return templates.language(facts.language(), facts.creditor().language());
    }

    private MessageTemplate template(ReminderFacts facts, Language language) {
        return templates.message(language, facts.template());
    }

    private Values values(ReminderFacts facts, Language language, MessageTemplate template) {
        if (template.listsItems()) {
            checkTotal(facts);
        }
        checkCollection(facts, template.payment());
        if (template.payment() == Payment.ASKED) {
            checkPayee(facts);
        }
        Values values = MessageValues.of(facts, language, templates.labels(language));
        if (template.payment() != Payment.ASKED) {
            MessageValues.withoutPayment(values, template.payment());
        }
        List<String> iceBreakers = template.iceBreakers();
        if (!iceBreakers.isEmpty()) {
            values.put(
                    Variable.ICE_BREAKER,
                    Filling.plain(iceBreaker(facts, iceBreakers)).with(values.map()));
        }
        return values;
    }

    /** Each debtor begins with one of his own and gets the next one with every message: never one twice in a row. */
    private static String iceBreaker(ReminderFacts facts, List<String> sentences) {
        int first = (facts.debtor().source() + "/" + facts.debtor().debtor()).hashCode();
        return sentences.get(Math.floorMod(first + facts.past().messages(), sentences.size()));
    }

    /** What leaves for the debtor says where it is paid online. */
    private Values linked(ReminderFacts facts, MessageTemplate template, Values values) {
        if (template.payment() == Payment.ASKED) {
            paymentLink(facts).ifPresent(link -> values.put(Variable.PAYMENT_LINK, link));
        }
        return values;
    }

    /** What the bank collects is not to be transferred, and what it does not collect is not to be waited for. */
    private static void checkCollection(ReminderFacts facts, Payment payment) {
        if (payment == Payment.NONE) {
            return;
        }
        boolean collected = payment == Payment.COLLECTED;
        facts.items().stream()
                .filter(ItemRows::isDebt)
                .map(Listed::item)
                .filter(item -> item.inCollection() != collected)
                .findFirst()
                .ifPresent(item -> {
                    throw new MessageHeld(item.numberForDebtor()
                            + (collected
                                    ? " is not being collected by the bank, which the template announces"
                                    : " is being collected by the bank: nobody may be asked to transfer it"));
                });
    }

    /** Whom an item is paid to, and who may be paid, may have changed since the message was planned (law 13). */
    private static void checkPayee(ReminderFacts facts) {
        facts.unpayable().ifPresent(why -> {
            throw new MessageHeld(why);
        });
    }

    private static void checkTotal(ReminderFacts facts) {
        BigDecimal sum = facts.items().stream()
                .filter(listed -> ItemRows.counts(listed) && !ItemRows.isAnnounced(listed))
                .map(Listed::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!Amounts.same(sum, facts.total())) {
            throw new MessageHeld("the listed items add up to " + sum + ", the total says " + facts.total());
        }
    }

    private void printedPictures(ReminderFacts facts, Payment payment, Values values) {
        Optional.ofNullable(facts.creditor().letterhead().signature())
                .map(logos::png)
                .ifPresent(png -> values.ours(Variable.SIGNATURE, dataUri(png)));
        logo(facts).ifPresent(png -> values.ours(Variable.COMPANY_LOGO, dataUri(png)));
        qrCode(facts, payment).ifPresent(png -> values.ours(Variable.QR_CODE, dataUri(png)));
    }

    /** None where nothing is to be paid, or not to the creditor; a link that cannot be signed holds the message. */
    private Optional<String> paymentLink(ReminderFacts facts) {
        PaymentLink link = facts.creditor().howToPay().link();
        if (link == null || facts.toPay().signum() <= 0 || facts.isAssigned()) {
            return Optional.empty();
        }
        String secret = secrets.apply(facts.creditor().code());
        if (link.isSigned() && (secret == null || secret.isBlank())) {
            throw new MessageHeld(
                    "no secret signs the payment links of " + facts.creditor().code());
        }
        return Optional.of(link.of(
                new PaymentLink.Payment(
                        facts.creditor().code(),
                        facts.debtor().debtor(),
                        facts.reference(),
                        facts.toPay(),
                        facts.currency()),
                secret));
    }

    private Optional<byte[]> logo(ReminderFacts facts) {
        return Optional.ofNullable(facts.creditor().letterhead().logo()).map(logos::png);
    }

    private static Optional<byte[]> qrCode(ReminderFacts facts, Payment payment) {
        if (payment != Payment.ASKED) {
            return Optional.empty();
        }
        return EpcQr.payload(
                        facts.payee(), facts.iban(), facts.bic(), facts.toPay(), facts.currency(), facts.reference())
                .map(EpcQr::png);
    }

    private static void address(ReminderFacts facts, AddressZone zone, Values values) {
        List<String> lines = PostalAddress.lines(
                facts.debtor().name(),
                facts.debtor().address(),
                facts.creditor().country());
        AddressBlock block = AddressBlock.fitting(lines, zone);
        values.list(Variable.ADDRESS_LINES, MessageValues.lines(block.lines()))
                .ours(Variable.ADDRESS_STYLE, block.style(zone, LetterAreas.MARGIN, LetterAreas.MARGIN))
                .ours(Variable.SENDER_STYLE, "left:" + (LetterAreas.senderLeft(zone) - LetterAreas.MARGIN) + "mm")
                .ours(Variable.HEAD_HEIGHT, LetterAreas.headHeight(zone) + "mm");
    }

    private static String dataUri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static <T> T completing(ReminderFacts facts, Supplier<T> message) {
        try {
            return message.get();
        } catch (MessageHeld held) {
            throw new MessageHeld("debtor " + facts.debtor().debtor() + ", " + facts.template() + ": " + held.reason());
        }
    }
}
