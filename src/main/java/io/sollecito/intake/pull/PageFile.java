package io.sollecito.intake.pull;

import io.sollecito.model.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** The working copy of an export that comes page by page. A page that breaks off leaves nothing in it. */
final class PageFile implements AutoCloseable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] BETWEEN = {'\n'};

    private final FileChannel file;
    private final Api api;
    private final long mostNanos;
    private final long begun = System.nanoTime();
    private byte[] before;

    PageFile(Path file, Api api) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.api = api;
        this.mostNanos = api.limits().all().toNanos();
    }

    /** @throws ApiFailure when the page is not whole, or the page before once more */
    PageFacts take(InputStream page) throws IOException {
        long beginning = file.size();
        try {
            MessageDigest digest = Sha256.digest();
            copy(page, new DigestOutputStream(Channels.newOutputStream(file.position(beginning)), digest));
            PageFacts facts = read(beginning);
            byte[] hash = digest.digest();
            if (facts.records() > 0 && Arrays.equals(hash, before)) {
                throw ApiFailure.lasting("is the page before once more: does the API understand the address?");
            }
            before = hash;
            file.position(file.size()).write(ByteBuffer.wrap(BETWEEN));
            return facts;
        } catch (IOException | RuntimeException broken) {
            file.truncate(beginning);
            throw broken;
        }
    }

    /** @throws ApiFailure when all pages together take too long */
    void checkTime() throws ApiFailure {
        if (System.nanoTime() - begun > mostNanos) {
            throw ApiFailure.lasting(
                    "the export is not complete after " + api.limits().all().toMinutes() + " minutes");
        }
    }

    private PageFacts read(long beginning) throws IOException {
        file.position(beginning);
        return PageReader.read(
                new BufferedInputStream(Channels.newInputStream(file), 64 * 1024) {
                    @Override
                    public void close() {
                        // the file stays open for the pages to come
                    }
                },
                api.places());
    }

    private void copy(InputStream page, OutputStream out) throws IOException {
        byte[] head = page.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(head, BYTE_ORDER_MARK)) {
            out.write(head);
        }
        byte[] buffer = new byte[64 * 1024];
        for (int n = page.read(buffer); n >= 0; n = page.read(buffer)) {
            out.write(buffer, 0, n);
            if (file.size() > api.limits().bytes()) {
                throw ApiFailure.lasting(
                        "the export is larger than " + api.limits().bytes() / (1024 * 1024) + " MB");
            }
            checkTime();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
