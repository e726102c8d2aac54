package io.sollecito.reminders.message;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a code's modules as PNG with one bit a pixel: many times faster than a general picture library. */
final class ModulesPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte ONE_BIT = 1;
    private static final byte GRAYSCALE = 0;
    private static final byte SAME_AS_ABOVE = 2;

    private static final int QUIET_MODULES = 4;

    private ModulesPng() {}

    /**
     * The code amid its quiet zone.
     *
     * @param side of a module, in pixels
     */
    static byte[] of(QrCode code, int side) {
        int width = (code.size + 2 * QUIET_MODULES) * side;
        ByteArrayOutputStream png = new ByteArrayOutputStream(1024);
        png.writeBytes(SIGNATURE);
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(width)
                        .put(ONE_BIT)
                        .put(GRAYSCALE)
                        .array());
        chunk(png, "IDAT", deflated(pixels(code, side, width)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Each row begins with its filter: the first row of a module is written, the others only say "as above". */
    private static byte[] pixels(QrCode code, int side, int width) {
        int rowLength = 1 + (width + 7) / 8;
        byte[] rows = new byte[rowLength * width];
        for (int y = 0; y < width; y++) {
            int start = y * rowLength;
            if (y % side == 0) {
                write(code, y / side - QUIET_MODULES, side, rows, start + 1);
            } else {
                rows[start] = SAME_AS_ABOVE;
            }
        }
        return rows;
    }

    private static void write(QrCode code, int row, int side, byte[] rows, int start) {
        int x = 0;
        for (int column = -QUIET_MODULES; column < code.size + QUIET_MODULES; column++) {
            // outside of the code every module is light
            boolean light = !code.getModule(column, row);
            for (int end = x + side; x < end; x++) {
                if (light) {
                    rows[start + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length);
            byte[] part = new byte[1024];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        byte[] typed = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 check = new CRC32();
        check.update(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
