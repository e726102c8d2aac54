package io.sollecito.truth;

import java.util.List;

/** Companies that are paid to one bank account. */
enum House {
    ITALIAN(Language.IT, "EUR", "IT60X0542811101000000123456", "IT07X0542811101000000654321", List.of("NORD-IT")),
    FRENCH(
            Language.FR,
            "EUR",
            "FR1420041010050500013M02606",
            "FR0320041010050500013M02707",
            List.of("OUEST-FR", "OUEST-SERVICES")),
    GERMAN(Language.DE, "EUR", "DE89370400440532013000", "DE82370400440532013999", List.of("SUED-DE")),
    BRITISH(Language.EN, "GBP", "GB29NWBK60161331926819", "GB14NWBK60161331929999", List.of("EAST-UK", "EAST-RENTALS"));

    private final Language language;
    private final String currency;
    private final String account;
    private final String savings;
    private final List<String> creditors;

    House(Language language, String currency, String account, String savings, List<String> creditors) {
        this.language = language;
        this.currency = currency;
        this.account = account;
        this.savings = savings;
        this.creditors = creditors;
    }

    Language language() {
        return language;
    }

    String currency() {
        return currency;
    }

    String account() {
        return account;
    }

    /** Another account of its own. */
    String savings() {
        return savings;
    }

    List<String> creditors() {
        return creditors;
    }
}
