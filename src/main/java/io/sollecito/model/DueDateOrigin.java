package io.sollecito.model;

/** Where a due date comes from: the source's own, computed from terms, or nowhere. */
public enum DueDateOrigin {
    SOURCE,
    COMPUTED,
    NONE
}
