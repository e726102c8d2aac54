package io.sollecito.delivery.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The package of a batch, version 1: letters, then manifests, then the trigger that makes the print house take it. */
record BatchPackage(Order order, List<PackageFile> payload, PackageFile trigger, String zipSha256, int pages) {

    /**
     * What the package is to be.
     *
     * @param replaces the batch that the print house refused these letters of, or null
     */
    record Order(
            String batchId,
            PrintProfile.Service service,
            PrintProfile profile,
            Instant createdAt,
            Instant cutOff,
            LocalDate postingDate,
            String replaces) {

        Product product() {
            return service.product();
        }

        String fileName(String suffix) {
            return profile.senderId() + "_" + batchId + suffix;
        }
    }

    static BatchPackage of(Order order, List<BatchLetter> letters) {
        PackageFile zip = new PackageFile(order.fileName(".zip"), zip(order, letters));
        Manifest manifest = Manifest.of(order, letters, zip.sha256());
        PackageFile csv = PackageFile.text(order.fileName(".manifest.csv"), manifest.csv());
        PackageFile json = PackageFile.text(order.fileName(".manifest.json"), manifest.json());
        List<PackageFile> payload = List.of(archive(order, zip), csv, json);
        StringBuilder sums = new StringBuilder();
        payload.forEach(file ->
                sums.append(file.sha256()).append("  ").append(file.name()).append('\n'));
        int pages = letters.stream().mapToInt(letter -> letter.letter().pages()).sum();
        return new BatchPackage(
                order, payload, PackageFile.text(order.fileName(".done"), sums.toString()), zip.sha256(), pages);
    }

    /** As it is uploaded; the manifest's sum is that of the archive itself, the trigger's that of the uploaded file. */
    private static PackageFile archive(Order order, PackageFile zip) {
        Path key = order.profile().encryptTo();
        if (key == null) {
            return zip;
        }
        try {
            return new PackageFile(
                    zip.name() + ".pgp", PgpZip.encrypted(zip.bytes(), zip.name(), order.createdAt(), key));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static byte[] zip(Order order, List<BatchLetter> letters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (BatchLetter letter : letters) {
                ZipEntry entry = new ZipEntry(letter.file());
                entry.setTime(order.createdAt().toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(letter.letter().pdf());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
