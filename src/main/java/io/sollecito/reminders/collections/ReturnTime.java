package io.sollecito.reminders.collections;

/**
 * How long after its day a collection may come back.
 *
 * @param returns for whatever reason
 * @param unauthorised when the debtor never agreed to it; null when no more than {@code returns}
 */
record ReturnTime(Period returns, Period unauthorised) {}
