package io.sollecito.bank.mt;

import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementReader;
import io.sollecito.model.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes MT940 messages for tests and reads them back. */
final class MtMessage {

    static final String ACCOUNT = "DE89370400440532013000";
    static final String OTHER = "DE75512108001245126199";

    private MtMessage() {}

    /** A message of a day that ends with 1,000.00 more or less, as the lines between its balances say. */
    static String of(String closing, String... body) {
        return """
                :20:STARTUMS
                :25:%s
                :28C:00012/1
                :60F:C260217EUR1000,00
                %s
                :62F:%s
                -
                """.formatted(ACCOUNT, String.join("\n", body), closing);
    }

    /** One entry of 100.00 in with this text, of a message that adds up. */
    static Statement.Entry entry(String line, String... text) {
        StatementFile file = read(of("C260218EUR1100,00", line, ":86:" + String.join("\n", text)));
        if (!file.problems().isEmpty()) {
            throw new AssertionError(file.problems());
        }
        return file.statements().get(0).entries().get(0);
    }

    static Statement.Payment payment(String... text) {
        return entry(":61:2602180218C100,00NTRFNONREF//B-1", text).payments().get(0);
    }

    static StatementFile read(String content) {
        return read(content, StandardCharsets.UTF_8);
    }

    static StatementFile read(String content, Charset charset) {
        return read(content.getBytes(charset));
    }

    static StatementFile read(byte[] content) {
        try {
            Path path = Files.createTempFile("statement", ".sta");
            try {
                return StatementReader.read(Files.write(path, content), "x.sta");
            } finally {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
