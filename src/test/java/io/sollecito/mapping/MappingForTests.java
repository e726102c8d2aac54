package io.sollecito.mapping;

import io.sollecito.model.OpenItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mappings and files made of texts. */
final class MappingForTests {

    static final Scope SCOPE = new Scope("ACME-IT", "sap");

    static final String GERMAN = """
            source: {format: csv, charset: [utf-8, windows-1252], separator: ";", header: true}
            numbers: {decimal: ",", grouping: ".", trailingMinus: true}
            dates: dd.MM.yyyy
            records:
              - kind: openItem
                debtor: {column: Konto, pad: {left: "0", to: 10}}
                documentNo: {column: Beleg}
                type: {column: Art, map: {RV: INVOICE, DG: CREDIT_NOTE}}
                issueDate: {column: Datum}
                dueDate: {column: [Fällig, Net due date]}
                openAmount: {column: Betrag, currency: Währung, sign: {column: S/H, negative: [H]}}
                originalAmount: {same: openAmount}
            """;
    static final String HEADER = "Konto;Beleg;Art;Datum;Fällig;Betrag;Währung;S/H\n";

    private MappingForTests() {}

    static Mapping mapping(String yaml) {
        return Mapping.load(write("test.yaml", yaml, StandardCharsets.UTF_8));
    }

    static Path write(String name, String text, Charset charset) {
        try {
            Path file = Files.createTempDirectory("mapping").resolve(name);
            Files.write(file, text.getBytes(charset));
            file.toFile().deleteOnExit();
            file.getParent().toFile().deleteOnExit();
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<Outcome> read(Mapping mapping, String text) throws Unreadable {
        return read(mapping, text, StandardCharsets.UTF_8);
    }

    static List<Outcome> read(Mapping mapping, String text, Charset charset) throws Unreadable {
        List<Outcome> outcomes = new ArrayList<>();
        mapping.readFile(write("items.csv", text, charset), "items.csv", SCOPE, outcomes::add);
        return outcomes;
    }

    /** As the name of a file says it that is not read. */
    static Optional<Instant> asOfName(Mapping mapping, String name) throws Unreadable {
        return mapping.asOf(Path.of("not-there", name), name, ZoneOffset.UTC);
    }

    static OpenItem item(Outcome outcome) {
        return (OpenItem) ((Outcome.Mapped) outcome).canonical();
    }

    static Outcome.Quarantined quarantined(Outcome outcome) {
        return (Outcome.Quarantined) outcome;
    }
}
