package io.sollecito.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The hub that is running on this machine, if one does: calls on the ledger are answered by it. */
public final class RunningHub {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;
    private final String token;

    private RunningHub(URI endpoint, String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** The hub that announced itself in that file, which says how it is reached and which only its user can read. */
    public static Optional<RunningHub> of(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            JsonNode said = JSON.readTree(file.toFile());
            URI endpoint = URI.create("http://127.0.0.1:" + said.path("port").asInt() + "/call");
            return Optional.of(new RunningHub(endpoint, said.path("token").asText()));
        } catch (IOException beingWritten) {
            return Optional.empty();
        }
    }

    /**
     * Has the running hub answer, and prints what it prints as it comes.
     *
     * @param user who calls
     * @param text of the file that the call names, or null
     * @return the exit status; empty when the hub has gone and left its announcement behind
     */
    public Optional<Integer> call(List<String> arguments, String user, String text, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        ObjectNode call = JSON.createObjectNode().put("user", user).put("text", text);
        arguments.forEach(call.putArray("arguments")::add);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(call.toString()))
                .build();
        try {
            HttpResponse<Stream<String>> response = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(3))
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new IOException("the running hub answered " + response.statusCode());
            }
            try (Stream<String> lines = response.body()) {
                return Optional.of(print(lines.iterator(), out, err));
            }
        } catch (ConnectException gone) {
            return Optional.empty();
        }
    }

    private static int print(Iterator<String> lines, PrintWriter out, PrintWriter err) throws IOException {
        while (lines.hasNext()) {
            JsonNode line = JSON.readTree(lines.next());
            if (line.has("status")) {
                return line.path("status").asInt();
            }
            out.print(line.path("out").asText(""));
            err.print(line.path("err").asText(""));
        }
        throw new IOException("the running hub broke off its answer");
    }
}
