package io.sollecito.delivery.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as the parts that SMPP takes: in GSM 7 bit (160 characters, or 153 a part) when every character is in that
 * alphabet, else in UCS-2 (70, or 67 a part). No escape pair and no surrogate pair is split.
 *
 * @param dataCoding 0 for GSM 7 bit, 8 for UCS-2
 * @param parts the payloads; with more than one, each begins with a user data header that joins them
 */
public record SmsEncoding(int dataCoding, List<byte[]> parts) {

    static final int GSM_7 = 0;
    static final int UCS_2 = 8;

    private static final int GSM_SINGLE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS_SINGLE = 140;
    private static final int UCS_PART = 134;

    public SmsEncoding {
        parts = List.copyOf(parts);
    }

    /** @param reference joins the parts of one message: the same at every attempt; its lowest eight bits count */
    public static SmsEncoding of(String text, long reference) {
        String plain = withoutTypography(text);
        List<byte[]> septets = gsm(plain);
        return septets != null
                ? new SmsEncoding(GSM_7, parts(septets, GSM_SINGLE, GSM_PART, (byte) reference))
                : new SmsEncoding(UCS_2, parts(ucs(plain), UCS_SINGLE, UCS_PART, (byte) reference));
    }

    /** The characters of a text that are not in the GSM 7 bit alphabet, each once: they more than halve what a part holds. */
    public static String outsideGsm7(String text) {
        return withoutTypography(text)
                .codePoints()
                .filter(point -> Character.charCount(point) > 1 || Gsm7.encode((char) point) == null)
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    /** Whether the parts carry a user data header. */
    public boolean isConcatenated() {
        return parts.size() > 1;
    }

    /** Spaces and quotes that only look different would cost the whole message its alphabet. */
    private static String withoutTypography(String text) {
        return text.replaceAll("[\\u00A0\\u2007\\u2009\\u202F]", " ")
                .replaceAll("[\\u2018\\u2019]", "'")
                .replaceAll("[\\u201C\\u201D]", "\"")
                .replaceAll("[\\u2010-\\u2014]", "-");
    }

    private static List<byte[]> gsm(String text) {
        List<byte[]> units = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            byte[] unit = Gsm7.encode(text.charAt(i));
            if (unit == null) {
                return null;
            }
            units.add(unit);
        }
        return units;
    }

    private static List<byte[]> ucs(String text) {
        return text.codePoints()
                .mapToObj(point -> Character.toString(point).getBytes(StandardCharsets.UTF_16BE))
                .toList();
    }

    private static List<byte[]> parts(List<byte[]> units, int single, int perPart, byte reference) {
        int length = units.stream().mapToInt(unit -> unit.length).sum();
        if (length <= single) {
            return List.of(joined(units));
        }
        List<List<byte[]>> groups = grouped(units, perPart);
        List<byte[]> parts = new ArrayList<>();
        for (List<byte[]> group : groups) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            part.writeBytes(new byte[] {5, 0, 3, reference, (byte) groups.size(), (byte) (parts.size() + 1)});
            part.writeBytes(joined(group));
            parts.add(part.toByteArray());
        }
        return parts;
    }

    private static List<List<byte[]>> grouped(List<byte[]> units, int perPart) {
        List<List<byte[]>> groups = new ArrayList<>();
        int room = 0;
        for (byte[] unit : units) {
            if (unit.length > room) {
                groups.add(new ArrayList<>());
                room = perPart;
            }
            groups.get(groups.size() - 1).add(unit);
            room -= unit.length;
        }
        return groups;
    }

    private static byte[] joined(List<byte[]> units) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        units.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
