package io.sollecito.delivery.sms;

/**
 * A whole text message, for a gateway that cuts it into parts itself.
 *
 * @param id the dispatch's public id: the same at every attempt
 * @param from a name of at most eleven characters, or a number in E.164
 * @param to in E.164
 */
public record SmsText(String id, String from, String to, String text) {}
