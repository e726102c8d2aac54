package io.sollecito.mapping.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Whether a workbook may be opened: how large its parts are when they are unpacked, and whether its cells stand where
 * Excel has cells. (Its reader makes room up to the column that a cell claims.)
 */
final class XlsxBounds {

    /** What stands before a cell's reference: a blank, r, =, a quote. */
    private static final int REFERENCE = 4;

    private static final int MOST_LETTERS = 3;

    private XlsxBounds() {}

    static void check(Path file, String name) throws IOException, BrokenSource {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long packed = Files.size(file);
            long unpacked = 0;
            if (zip.size() > Limits.MOST_ENTRIES) {
                throw tooMuch(name, "more than " + Limits.MOST_ENTRIES + " parts");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                long size = size(zip, entry, name, packed);
                unpacked += size;
                if (Limits.isBomb(packed, unpacked)) {
                    throw tooMuch(name, "parts that unpack to more than is plausible");
                }
                if (entry.getName().endsWith("sharedStrings.xml") && size > Limits.MOST_SHARED_TEXTS) {
                    throw tooMuch(name, "more than " + Limits.MOST_SHARED_TEXTS + " bytes of texts");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException noZip) {
            throw new BrokenSource(name, "is no Excel workbook (.xlsx)", "Check the file, or the source's format.");
        }
    }

    private static long size(ZipFile zip, ZipEntry entry, String name, long packed) throws IOException, BrokenSource {
        boolean sheet = entry.getName().startsWith("xl/worksheets/");
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        int matched = 0;
        int letters = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (Limits.isBomb(packed, size)) {
                    throw tooMuch(name, "a part that unpacks to more than is plausible");
                }
                for (int i = 0; sheet && i < read; i++) {
                    byte b = buffer[i];
                    if (matched == REFERENCE) {
                        letters = b >= 'A' && b <= 'Z' ? letters + 1 : 0;
                        matched = letters == 0 ? 0 : matched;
                        if (letters > MOST_LETTERS) {
                            throw tooMuch(name, "a cell beyond the last column that Excel has");
                        }
                    } else {
                        matched = matches(matched, b) ? matched + 1 : b <= ' ' ? 1 : 0;
                    }
                }
            }
        }
        return size;
    }

    private static boolean matches(int matched, byte b) {
        return switch (matched) {
            case 0 -> b <= ' ';
            case 1 -> b == 'r';
            case 2 -> b == '=';
            default -> b == '"' || b == '\'';
        };
    }

    private static BrokenSource tooMuch(String name, String what) {
        return new BrokenSource(name, "has " + what, "Check where this file comes from.");
    }
}
