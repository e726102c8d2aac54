package io.sollecito.app;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The answer to a call as JSON lines: what is printed, while it is printed, and the exit status last. */
final class AnswerLines {

    /** Escaped, a character outside the basic plane may be cut between two lines. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int FULL = 16 * 1024;

    private final OutputStream stream;

    AnswerLines(OutputStream stream) {
        this.stream = stream;
    }

    /** What is printed here goes out under that name: out or err. */
    PrintWriter writer(String name) {
        return new PrintWriter(new Printed(name));
    }

    void status(int status) throws IOException {
        send(JSON.createObjectNode().put("status", status));
    }

    private synchronized void send(ObjectNode line) throws IOException {
        stream.write(JSON.writeValueAsString(line).getBytes(StandardCharsets.US_ASCII));
        stream.write('\n');
    }

    private final class Printed extends Writer {

        private final String name;
        private final StringBuilder waiting = new StringBuilder();

        private Printed(String name) {
            this.name = name;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            waiting.append(text, from, length);
            if (waiting.length() >= FULL) {
                flush();
            }
        }

        @Override
        public void flush() throws IOException {
            if (!waiting.isEmpty()) {
                send(JSON.createObjectNode().put(name, waiting.toString()));
                waiting.setLength(0);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
