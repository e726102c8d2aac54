package io.sollecito.reminders.message;

/**
 * What a print house wants empty.
 *
 * @param everyPage and not of the first page only, which shows in the window
 */
public record ClearZone(PageArea area, boolean everyPage) {}
