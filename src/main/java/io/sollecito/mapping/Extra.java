package io.sollecito.mapping;

/** A column whose name begins with {@code $}: its value does not stand in the record itself. */
@FunctionalInterface
interface Extra {

    Object of(BoundRow row);
}
