package io.sollecito.delivery.sms;

import java.util.HashMap;
import java.util.Map;

/** The GSM 03.38 default alphabet with its extension table, one septet an octet as SMPP carries it. */
final class Gsm7 {

    private static final int ESCAPE = 0x1B;
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Character, byte[]> CODES = codes();

    private Gsm7() {}

    /** One octet, or two (escape and code) for an extension character; null when the alphabet lacks the character. */
    static byte[] encode(char character) {
        return CODES.get(character);
    }

    private static Map<Character, byte[]> codes() {
        Map<Character, byte[]> codes = new HashMap<>();
        for (int code = 0; code < BASIC.length(); code++) {
            if (code != ESCAPE) {
                codes.put(BASIC.charAt(code), new byte[] {(byte) code});
            }
        }
        extension(codes, '\f', 0x0A);
        extension(codes, '^', 0x14);
        extension(codes, '{', 0x28);
        extension(codes, '}', 0x29);
        extension(codes, '\\', 0x2F);
        extension(codes, '[', 0x3C);
        extension(codes, '~', 0x3D);
        extension(codes, ']', 0x3E);
        extension(codes, '|', 0x40);
        extension(codes, '€', 0x65);
        return Map.copyOf(codes);
    }

    private static void extension(Map<Character, byte[]> codes, char character, int code) {
        codes.put(character, new byte[] {ESCAPE, (byte) code});
    }
}
