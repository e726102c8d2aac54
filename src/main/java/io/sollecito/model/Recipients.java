package io.sollecito.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a channel reaches a debtor: the contact for payments before all others. */
public final class Recipients {

    /** The channels that a plan may name. */
    public static final List<String> CHANNELS =
            List.of("email", "sms", "webhook", "letter", "registered-letter", "task", "handover");

    /** The address channel of telephone numbers: of calls, and of text messages to the same number. */
    public static final String PHONE = "phone";

    private static final List<String> INSIDE = List.of("task", "handover");

    private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>,;:\"()\\[\\]]+@[^\\s@<>,;:\"()\\[\\]]+");

    private static final String FOR_PAYMENTS = "accounts-payable";

    private Recipients() {}

    /**
     * The mailbox, the mobile number (E.164) or the postal address (its lines) of the debtor on that channel; empty when
     * the channel cannot reach him. Tasks and hand-overs go to people of the creditor and always reach them; a webhook is told
     * the debtor's number and knows itself how to reach him.
     */
    public static Optional<String> of(Debtor debtor, String channel) {
        return switch (channel) {
            case "email" ->
                contacts(debtor)
                        .map(Contact::email)
                        .filter(Recipients::isMailbox)
                        .findFirst();
            case "sms" ->
                contacts(debtor)
                        .map(contact -> MobileNumber.e164(contact.phone(), countryOf(debtor)))
                        .flatMap(Optional::stream)
                        .findFirst();
            case "letter", "registered-letter" -> postal(debtor);
            case "webhook", "task", "handover" -> Optional.of(debtor.debtor());
            default -> Optional.empty();
        };
    }

    /** Where people of the creditor call the debtor, as the source writes it. */
    public static Optional<Contact> toCall(Debtor debtor) {
        return contacts(debtor).filter(contact -> !phoneKey(contact).isEmpty()).findFirst();
    }

    /** The channel that an address belongs to: registered letters go where all letters go. */
    public static String addressChannel(String channel) {
        return channel.equals("registered-letter") ? "letter" : channel;
    }

    /** The mailbox as it is compared with others. */
    public static String key(String mailbox) {
        return mailbox.strip().toLowerCase(Locale.ROOT);
    }

    /** The address as it is compared with others: a postal one by its SHA-256, so that it need not be kept. */
    public static String key(String channel, String address) {
        return switch (addressChannel(channel)) {
            case "letter" -> Sha256.hex(address.getBytes(StandardCharsets.UTF_8));
            case PHONE -> address.replaceAll("[^0-9+]", "");
            default -> key(address);
        };
    }

    /** The keys of the debtor's mailboxes, telephone numbers and postal address. */
    public static List<String> keys(Debtor debtor) {
        Stream<String> mailboxes = debtor.contacts().stream()
                .map(Contact::email)
                .filter(Recipients::isMailbox)
                .map(Recipients::key);
        Stream<String> phones =
                debtor.contacts().stream().map(Recipients::phoneKey).filter(key -> !key.isEmpty());
        return Stream.of(mailboxes, phones, postalKey(debtor).stream())
                .flatMap(keys -> keys)
                .distinct()
                .toList();
    }

    /** The debtor as if he did not have these addresses; {@code keys} as {@link #keys} writes them. */
    public static Debtor without(Debtor debtor, Set<String> keys) {
        if (keys.isEmpty()) {
            return debtor;
        }
        Debtor reached = postalKey(debtor).filter(keys::contains).isPresent()
                ? debtor.withoutAddress(countryOf(debtor))
                : debtor;
        return reached.withContacts(debtor.contacts().stream()
                .map(contact -> new Contact(
                        contact.role(),
                        contact.name(),
                        contact.email() != null && keys.contains(key(contact.email())) ? null : contact.email(),
                        keys.contains(phoneKey(contact)) ? null : contact.phone()))
                .toList());
    }

    /** Whether a message on that channel goes to people of the creditor and not to the debtor. */
    public static boolean staysInside(String channel) {
        return INSIDE.contains(channel);
    }

    /** The debtor's country as the source says it, else that of his address, else null. */
    public static String countryOf(Debtor debtor) {
        if (debtor.country() != null || debtor.address() == null) {
            return debtor.country();
        }
        return debtor.address().country();
    }

    private static Stream<Contact> contacts(Debtor debtor) {
        return debtor.contacts().stream()
                .sorted(Comparator.comparing(contact -> FOR_PAYMENTS.equals(contact.role()) ? 0 : 1));
    }

    private static boolean isMailbox(String text) {
        return text != null && text.length() <= 254 && MAILBOX.matcher(text).matches();
    }

    private static Optional<String> postal(Debtor debtor) {
        Address address = debtor.address();
        if (address == null
                || address.lines().stream().allMatch(String::isBlank)
                || blank(address.postCode())
                || blank(address.city())) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        if (!blank(debtor.name())) {
            lines.add(debtor.name());
        }
        lines.addAll(address.lines());
        lines.add(address.postCode() + " " + address.city());
        String country = address.country() == null ? debtor.country() : address.country();
        if (country != null) {
            lines.add(country);
        }
        return Optional.of(String.join("\n", lines));
    }

    private static String phoneKey(Contact contact) {
        return contact.phone() == null ? "" : key(PHONE, contact.phone());
    }

    private static Optional<String> postalKey(Debtor debtor) {
        return postal(debtor).map(lines -> key("letter", lines));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
