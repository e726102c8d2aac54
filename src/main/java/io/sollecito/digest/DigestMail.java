package io.sollecito.digest;

/**
 * A digest as an e-mail to finance.
 *
 * @param html refers to the chart as {@code cid:ageing}
 * @param chartPng the ageing chart
 * @param csvName the file name of the attached table
 * @param csv the same figures, UTF-8 with byte order mark
 */
public record DigestMail(String subject, String text, String html, byte[] chartPng, String csvName, byte[] csv) {

    /** The content id that the HTML refers to. */
    public static final String CHART_CID = "ageing";
}
