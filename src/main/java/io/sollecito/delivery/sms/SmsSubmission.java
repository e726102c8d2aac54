package io.sollecito.delivery.sms;

/**
 * One part of a text message, ready to submit.
 *
 * @param from a name of at most eleven characters, or a number in E.164
 * @param to in E.164
 * @param dataCoding as SMPP numbers it
 * @param concatenated whether the payload begins with a user data header
 */
public record SmsSubmission(String from, String to, byte[] payload, int dataCoding, boolean concatenated) {}
