package io.sollecito.truth;

import java.util.List;

/** Companies that are paid to one bank account. */
enum House {
    ITALIAN(Language.IT, "EUR", "IT60X0542811101000000123456", List.of("NORD-IT")),
    FRENCH(Language.FR, "EUR", "FR1420041010050500013M02606", List.of("OUEST-FR", "OUEST-SERVICES")),
    GERMAN(Language.DE, "EUR", "DE89370400440532013000", List.of("SUED-DE")),
    BRITISH(Language.EN, "GBP", "GB29NWBK60161331926819", List.of("EAST-UK", "EAST-RENTALS"));

    private final Language language;
    private final String currency;
    private final String account;
    private final List<String> creditors;

    House(Language language, String currency, String account, List<String> creditors) {
        this.language = language;
        this.currency = currency;
        this.account = account;
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

    List<String> creditors() {
        return creditors;
    }
}
