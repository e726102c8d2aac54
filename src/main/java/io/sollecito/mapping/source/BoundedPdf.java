package io.sollecito.mapping.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Parses a PDF within bounds, strictly. The library unpacks streams in memory, whatever they become; here each is measured
 * before, and only the one packing that is in use for data is unpacked at all.
 */
final class BoundedPdf extends PDFParser {

    /** Parts of the file that stand in it as they are. */
    private static final int MOST_PARTS = 1_000_000;

    /** Unpacked bytes of streams that hold parts or places of parts; few bytes become a large object in memory. */
    private static final long MOST_STRUCTURE = 4L * 1024 * 1024;

    /** A row of this and the next is held in memory. */
    private static final int WIDEST_ROW = 10_000;

    private static final int MOST_COLORS = 32;
    private static final int MOST_BITS = 16;

    private int parts;
    private long structure;
    private long content;
    private String refusal;

    BoundedPdf(RandomAccessRead source) throws IOException {
        super(source);
    }

    /** Strictly: what the library does to repair a file reads past the bounds. */
    PDDocument open() throws IOException {
        return parse(false);
    }

    /** What is wrong with a part, which the library then takes for missing; or null. */
    String refusal() {
        return refusal;
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject part) throws IOException {
        try {
            return super.dereferenceCOSObject(part);
        } catch (IOException | RuntimeException damaged) {
            refusal = refusal == null ? "is damaged" : refusal;
            throw damaged;
        }
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        if (++parts > MOST_PARTS) {
            throw refused("has more than " + MOST_PARTS + " parts");
        }
        return super.parseDirObject();
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSStream stream = super.parseCOSStream(dictionary);
        boolean structural = dictionary.containsKey(COSName.FIRST) || dictionary.containsKey(COSName.W);
        long before = structural ? structure : content;
        long most = structural ? MOST_STRUCTURE : Limits.MOST_EMBEDDED;
        long after = before + measure(stream, most - before);
        if (after > most) {
            throw refused("unpacks to more than " + (most >> 20) + " MB");
        }
        if (structural) {
            structure = after;
        } else {
            content = after;
        }
        return stream;
    }

    @Override
    protected void prepareDecryption() throws IOException {
        if (document.isEncrypted()) {
            throw refused("is encrypted");
        }
    }

    /** Nobody looks at its pages. */
    @Override
    protected void checkPages(COSDictionary root) {}

    private long measure(COSStream stream, long room) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long size = 0;
        try (InputStream raw = stream.createRawInputStream();
                InputStream in = isPacked(stream) ? new InflaterInputStream(raw) : raw) {
            for (int read = in.read(buffer); read >= 0 && size <= room; read = in.read(buffer)) {
                size += read;
            }
        }
        return size;
    }

    /** References are not followed: what they lead to may change between the measuring and the unpacking. */
    private boolean isPacked(COSStream stream) throws IOException {
        COSBase filter = only(stream.getItem(COSName.FILTER));
        if (filter == null) {
            return false;
        }
        if (!COSName.FLATE_DECODE.equals(filter) && !COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
            throw refused("packs its data in a way that is not read");
        }
        COSBase given = only(stream.getItem(COSName.DECODE_PARMS));
        boolean plain = given == null || given instanceof COSDictionary parameters && isNarrow(parameters);
        if (!plain || stream.containsKey(COSName.DP) || stream.containsKey(COSName.F)) {
            throw refused("packs its data in a way that is not read");
        }
        return true;
    }

    private static boolean isNarrow(COSDictionary parameters) {
        return parameters.getInt(COSName.COLUMNS, 1) <= WIDEST_ROW
                && parameters.getInt(COSName.COLORS, 1) <= MOST_COLORS
                && parameters.getInt(COSName.BITS_PER_COMPONENT, 8) <= MOST_BITS;
    }

    private static COSBase only(COSBase item) {
        boolean list = item instanceof COSArray array && array.size() < 2;
        return !list ? item : ((COSArray) item).size() == 0 ? null : ((COSArray) item).get(0);
    }

    private IOException refused(String what) {
        refusal = what;
        return new IOException(what);
    }
}
