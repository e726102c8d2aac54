package io.sollecito.delivery.print;

import io.sollecito.delivery.print.PrintHouseAnswers.UnreadableAnswer;
import io.sollecito.ledger.outbox.EvidenceFiles;
import io.sollecito.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps a print house's evidence (proofs of deposit, return receipts) as it came, under the name of its hash. */
public final class Evidence {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final EvidenceFiles files;
    private final Path data;

    /** @param data the data folder; evidence lies below it, by creditor */
    public Evidence(EvidenceFiles files, Path data) {
        this.files = files;
        this.data = data;
    }

    /** Returns 1 when the file is new. */
    public int keep(String creditor, String name, byte[] bytes) throws UnreadableAnswer, IOException {
        if (bytes.length > PrintHouseAnswers.LARGEST || !isPdf(bytes)) {
            throw new UnreadableAnswer("no PDF, or too large to be evidence");
        }
        String sha256 = Sha256.hex(bytes);
        Path place = Path.of("evidence", creditor, sha256 + ".pdf");
        Path file = data.resolve(place);
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Path part = Files.createTempFile(file.getParent(), "evidence", ".part");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return files.kept(creditor, name, sha256, place.toString()) ? 1 : 0;
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length >= PDF.length && java.util.Arrays.equals(PDF, 0, PDF.length, bytes, 0, PDF.length);
    }
}
