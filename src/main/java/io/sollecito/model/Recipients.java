package io.sollecito.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a channel reaches a debtor: the contact for payments before all others. */
public final class Recipients {

    /** The channels that a plan may name. */
    public static final List<String> CHANNELS =
            List.of("email", "sms", "letter", "registered-letter", "task", "handover");

    private static final List<String> INSIDE = List.of("task", "handover");

    private static final String FOR_PAYMENTS = "accounts-payable";

    private Recipients() {}

    /**
     * The mailbox, the mobile number (E.164) or the postal address (its lines) of the debtor on that channel; empty when
     * the channel cannot reach him. Tasks and hand-overs go to people of the creditor and always reach them.
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
            case "task", "handover" -> Optional.of(debtor.debtor());
            default -> Optional.empty();
        };
    }

    /** The address as it is compared with others. */
    public static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** The keys of the debtor's mailboxes. */
    public static List<String> mailboxes(Debtor debtor) {
        return debtor.contacts().stream()
                .map(Contact::email)
                .filter(Recipients::isMailbox)
                .map(Recipients::key)
                .toList();
    }

    /** The debtor as if he did not have these mailboxes; {@code keys} as {@link #key} writes them. */
    public static Debtor withoutMailboxes(Debtor debtor, Set<String> keys) {
        if (keys.isEmpty()) {
            return debtor;
        }
        return debtor.withContacts(debtor.contacts().stream()
                .map(contact -> contact.email() != null && keys.contains(key(contact.email()))
                        ? new Contact(contact.role(), contact.name(), null, contact.phone())
                        : contact)
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
        return text != null && text.length() <= 254 && text.matches("[^\\s@<>,;:\"()\\[\\]]+@[^\\s@<>,;:\"()\\[\\]]+");
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

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
