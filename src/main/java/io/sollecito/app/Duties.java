package io.sollecito.app;

/** Part of what the hub does by itself, put on the agenda when it starts. */
@FunctionalInterface
interface Duties {

    void enter(Agenda agenda);
}
