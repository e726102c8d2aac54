package io.sollecito.delivery.email;

import io.sollecito.ledger.mailbox.ArrivedMail.Quoted;
import io.sollecito.model.Creditor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our Message-IDs, without angle brackets: the same for every attempt of a dispatch, and answers name it by them. */
public final class MessageIds {

    private static final Pattern OURS = Pattern.compile("dispatch-([0-9]{1,18})\\.([A-Za-z0-9]{1,30})@.{1,255}");

    private MessageIds() {}

    /** Such as dispatch-17.RF18539007547034@acme.example. */
    public static String of(long dispatchId, String reference, Creditor creditor) {
        String sender = creditor.senders().email();
        String domain = sender.substring(sender.indexOf('@') + 1);
        return "dispatch-" + dispatchId + "." + reference.replaceAll("[^A-Za-z0-9]", "") + "@" + domain;
    }

    /** What an id of ours is made of; empty when it is none. Some servers write another domain behind the @. */
    public static Optional<Quoted> parse(String id) {
        Matcher ours = OURS.matcher(id);
        return ours.matches()
                ? Optional.of(new Quoted(Long.parseLong(ours.group(1)), ours.group(2)))
                : Optional.empty();
    }
}
