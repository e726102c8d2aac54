package io.sollecito.reminders.message;

/** A letter ready to print: A4, PDF/A-1b, fonts embedded. */
public record Letter(byte[] pdf, int pages, String language) {}
