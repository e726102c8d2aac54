package io.sollecito.intake;

/**
 * What a route asks an ERP's database.
 *
 * @param kind of the records that answer it
 * @param sql as camel-sql takes it
 * @param watermark how far the connection has read
 * @param company the one to ask for, or null
 */
public record SqlQuestion(String kind, String sql, String watermark, String company) {}
