package io.sollecito.mapping.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks gzip and zip within bounds, into a folder of its own that {@link #close} removes. Names of entries are data: no file
 * is ever written where an entry says.
 */
public final class Archive implements AutoCloseable {

    private final Path folder;
    private final String name;
    private final long packed;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private long unpacked;

    private Archive(Path folder, String name, long packed) {
        this.folder = folder;
        this.name = name;
        this.packed = packed;
    }

    /** Whether the file is packed; a workbook is not, although it is a zip file inside. */
    public static boolean isPacked(Path file, String name, boolean workbooks) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            boolean gzip = head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
            boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
            return gzip || zip && (!workbooks || name.toLowerCase(Locale.ROOT).endsWith(".zip"));
        }
    }

    public static Archive unpack(Path file, String name) throws IOException, BrokenSource {
        Archive archive = new Archive(Files.createTempDirectory("hub-unpacked-"), name, Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            if (in.read() == 'P') {
                archive.zip(file);
            } else {
                archive.gzip(file);
            }
            return archive;
        } catch (ZipException | EOFException damaged) {
            archive.close();
            throw new BrokenSource(name, "is a damaged archive: " + damaged.getMessage(), "Ask for the file again.");
        } catch (IOException | BrokenSource | RuntimeException failed) {
            archive.close();
            throw failed;
        }
    }

    /** Entry name to the file that it was unpacked to, in the archive's order. */
    public Map<String, Path> files() {
        return files;
    }

    private void gzip(Path file) throws IOException, BrokenSource {
        String plain = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            write(in, plain);
        }
    }

    private void zip(Path file) throws IOException, BrokenSource {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > Limits.MOST_ENTRIES) {
                throw tooMuch("has more than " + Limits.MOST_ENTRIES + " entries");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        write(in, entry.getName());
                    }
                }
            }
        } catch (IllegalArgumentException hostileName) {
            throw tooMuch("has an entry whose name is no text");
        }
    }

    private void write(InputStream in, String entry) throws IOException, BrokenSource {
        Path target = folder.resolve("entry-" + files.size());
        if (files.putIfAbsent(entry, target) != null) {
            throw tooMuch("has two entries of the same name");
        }
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpacked += read;
                if (Limits.isBomb(packed, unpacked)) {
                    throw tooMuch("unpacks to more than is plausible");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private BrokenSource tooMuch(String what) {
        return new BrokenSource(name, what, "Check where this file comes from.");
    }

    @Override
    public void close() throws IOException {
        for (Path file : files.values()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
