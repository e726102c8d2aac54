package io.sollecito.delivery.handover;

import io.sollecito.ledger.dossiers.HandedOver;
import io.sollecito.reminders.message.ReminderFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All that whoever collects from here on needs to know, as one ZIP: dossier.json, the history as a table, and the account
 * statement. Of the same facts, the same bytes.
 */
record Dossier(HandedOver over, ReminderFacts facts, List<DossierItem> items, byte[] statement) {

    static final String STATEMENT = "account-statement.pdf";
    static final String HISTORY = "history.csv";

    byte[] zip() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("dossier.json", DossierJson.write(this).getBytes(StandardCharsets.UTF_8));
        files.put(HISTORY, DossierTable.write(this).getBytes(StandardCharsets.UTF_8));
        files.put(STATEMENT, statement);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // The local time of an entry depends on no zone.
                entry.setTimeLocal(LocalDateTime.ofInstant(over.at(), ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
