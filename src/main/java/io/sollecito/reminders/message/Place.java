package io.sollecito.reminders.message;

import io.sollecito.reminders.message.Variable.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Where in a template a text stands, and so which variables it may hold. */
enum Place {
    /** Shown on locked screens and in lists of messages: no amounts. */
    OUTSIDE(EnumSet.of(Kind.TEXT, Kind.FLAG), "no amount may show on a locked screen or in a list of messages"),
    TITLE(EnumSet.of(Kind.TEXT, Kind.AMOUNT, Kind.FLAG), "a title is one line of text"),
    BODY(EnumSet.of(Kind.TEXT, Kind.AMOUNT, Kind.FLAG, Kind.BLOCK, Kind.LIST, Kind.ITEM), "it belongs into a layout"),
    SCRIPT(EnumSet.of(Kind.TEXT, Kind.AMOUNT, Kind.FLAG, Kind.LIST, Kind.ITEM), "a script is plain text"),
    ICE_BREAKER(EnumSet.of(Kind.TEXT, Kind.FLAG), "an ice-breaker is one plain sentence"),
    LAYOUT(EnumSet.allOf(Kind.class), "");

    private final Set<Kind> kinds;
    private final String rule;

    Place(Set<Kind> kinds, String rule) {
        this.kinds = kinds;
        this.rule = rule;
    }

    boolean allows(Kind kind) {
        return kinds.contains(kind);
    }

    /** Why another kind of variable may not stand here. */
    String rule() {
        return rule;
    }

    static Place ofKey(String key) {
        return switch (key) {
            case "subject", "sms" -> OUTSIDE;
            case "title" -> TITLE;
            case "script" -> SCRIPT;
            case "iceBreakers" -> ICE_BREAKER;
            default -> BODY;
        };
    }
}
