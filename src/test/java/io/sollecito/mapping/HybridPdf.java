package io.sollecito.mapping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Writes PDFs that carry files, well and badly. */
final class HybridPdf {

    private final PDDocument pdf = new PDDocument();
    private final Map<String, PDComplexFileSpecification> named = new LinkedHashMap<>();
    private final COSArray associated = new COSArray();

    HybridPdf() {
        pdf.addPage(new PDPage());
    }

    /** A file in the document's table of names. */
    HybridPdf named(String key, String name, byte[] content) {
        named.put(key, specification(name, content));
        return this;
    }

    /** A file that is associated with the document, and in no table. */
    HybridPdf associated(String name, byte[] content) {
        associated.add(specification(name, content));
        return this;
    }

    HybridPdf encrypted() {
        try {
            pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @param leaves how many nodes below the table's root share the names; 0 when they stand in the root */
    byte[] bytes(int leaves) {
        PDEmbeddedFilesNameTreeNode root = new PDEmbeddedFilesNameTreeNode();
        if (leaves == 0) {
            root.setNames(named);
        } else {
            List<String> keys = new ArrayList<>(named.keySet());
            COSArray kids = new COSArray();
            for (int leaf = 0; leaf < leaves; leaf++) {
                PDEmbeddedFilesNameTreeNode node = new PDEmbeddedFilesNameTreeNode();
                Map<String, PDComplexFileSpecification> part = new LinkedHashMap<>();
                for (int i = leaf; i < keys.size(); i += leaves) {
                    part.put(keys.get(i), named.get(keys.get(i)));
                }
                node.setNames(part);
                kids.add(node);
            }
            kids.add(root);
            root.getCOSObject().setItem(COSName.KIDS, kids);
        }
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(root);
        pdf.getDocumentCatalog().setNames(names);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            pdf.save(bytes);
            pdf.close();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] bytes() {
        return bytes(0);
    }

    private PDComplexFileSpecification specification(String name, byte[] content) {
        try {
            PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(name);
            specification.setFileUnicode(name);
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            return specification;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A PDF whose table of places is a stream of that many zeros.
     *
     * @param keys of the stream's dictionary, beside those that it must have
     */
    static byte[] withTableOf(int zeros, String keys) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                deflater.write(new byte[zeros]);
            }
            String head = "%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n";
            String dictionary = "2 0 obj\n<</Type /XRef /Size 3 /W [1 2 1] /Root 1 0 R /Length " + packed.size() + " "
                    + keys + ">>\nstream\n";
            bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            bytes.writeBytes(dictionary.getBytes(StandardCharsets.ISO_8859_1));
            bytes.writeBytes(packed.toByteArray());
            bytes.writeBytes(("\nendstream\nendobj\nstartxref\n" + head.length() + "\n%%EOF\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
