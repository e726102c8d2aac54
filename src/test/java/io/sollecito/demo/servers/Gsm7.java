package io.sollecito.demo.servers;

import java.util.Map;

/** Decodes the GSM 03.38 default alphabet, one septet an octet as SMPP carries it. */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final int ESCAPE = 0x1b;
    private static final Map<Integer, Character> EXTENDED = Map.of(
            0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']', 0x40, '|', 0x65,
            '€');

    private Gsm7() {}

    static String decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int i = 0; i < septets.length; i++) {
            int septet = septets[i] & 0x7f;
            if (septet == ESCAPE && i + 1 < septets.length) {
                text.append(EXTENDED.getOrDefault(septets[++i] & 0x7f, ' '));
            } else {
                text.append(BASIC.charAt(septet));
            }
        }
        return text.toString();
    }
}
