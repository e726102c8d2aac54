package io.sollecito.model;

/**
 * Two people who decide what one may not decide alone (law 13).
 *
 * @throws Refused when one is missing or both are the same, whatever the case of the letters
 */
public record TwoPeople(String user, String second) {

    public TwoPeople {
        if (user == null || user.isBlank() || second == null || second.isBlank()) {
            throw new Refused("this needs a second person");
        }
        user = user.strip();
        second = second.strip();
        if (user.equalsIgnoreCase(second)) {
            throw new Refused("this needs two different people; " + user + " is one");
        }
    }
}
