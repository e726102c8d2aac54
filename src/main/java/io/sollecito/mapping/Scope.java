package io.sollecito.mapping;

/** Whose records a mapping makes: the creditor's code and the source's name; numbers are unique only within both. */
public record Scope(String creditor, String source) {}
