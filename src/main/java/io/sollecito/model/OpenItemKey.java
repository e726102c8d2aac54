package io.sollecito.model;

/**
 * That an item is open, and nothing else of it.
 *
 * @param line the first physical line of its record (the row in SQL), from 1
 */
public record OpenItemKey(String creditor, String source, String itemKey, long line) implements Canonical {

    @Override
    public String debtor() {
        return null;
    }
}
