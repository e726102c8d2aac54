package io.sollecito.demo.servers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.SubmitSm;

/**
 * One submitted short message, decoded. A message that is not concatenated is part 1 of 1.
 *
 * @param group what the parts of one message have in common
 */
record SmsPart(String group, String sender, String recipient, int number, int of, String text) {

    private static final int CONCATENATED_8_BIT = 0x00;
    private static final int CONCATENATED_16_BIT = 0x08;
    private static final int ALPHABET = 0x0c;
    private static final int EIGHT_BIT = 0x04;
    private static final int UCS2 = 0x08;
    private static final int LATIN1 = 0x03;

    static SmsPart of(SubmitSm submit) {
        byte[] content = submit.getShortMessage();
        int reference = -1;
        int number = 1;
        int parts = 1;
        int start = 0;
        if (submit.isUdhi()) {
            start = 1 + (content[0] & 0xff);
            for (int at = 1; at + 1 < start; at += 2 + (content[at + 1] & 0xff)) {
                int element = content[at];
                if (element == CONCATENATED_8_BIT) {
                    reference = content[at + 2] & 0xff;
                    parts = content[at + 3] & 0xff;
                    number = content[at + 4] & 0xff;
                } else if (element == CONCATENATED_16_BIT) {
                    reference = (content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff;
                    parts = content[at + 4] & 0xff;
                    number = content[at + 5] & 0xff;
                }
            }
        }
        String text = decode(Arrays.copyOfRange(content, start, content.length), submit.getDataCoding());
        String group = submit.getSourceAddr() + ">" + submit.getDestAddress() + "#" + reference;
        return new SmsPart(group, submit.getSourceAddr(), submit.getDestAddress(), number, parts, text);
    }

    private static String decode(byte[] content, byte coding) {
        if ((coding & ALPHABET) == UCS2) {
            return new String(content, StandardCharsets.UTF_16BE);
        }
        boolean latin = coding == LATIN1 || (coding & ALPHABET) == EIGHT_BIT;
        return latin ? new String(content, StandardCharsets.ISO_8859_1) : Gsm7.decode(content);
    }
}
