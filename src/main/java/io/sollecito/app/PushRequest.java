package io.sollecito.app;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a file that somebody who may do so wants to send can be taken, before its first byte is read. */
record PushRequest(HttpExchange exchange, long mostBytes) {

    private static final List<String> METHODS = List.of("PUT", "POST");

    /** What a form makes of a file is not the file. */
    private static final List<String> FORMS = List.of("multipart/", "application/x-www-form-urlencoded");

    /** @param name of the file, which is data and never part of a path */
    Optional<PushAnswer> refusal(String name) {
        if (!METHODS.contains(exchange.getRequestMethod())) {
            return Optional.of(PushAnswer.problem(405, "Send the file with PUT.", Map.of("Allow", "PUT, POST")));
        }
        if (!RemoteNames.isPlain(name)) {
            return Optional.of(PushAnswer.problem(
                    400, "The file's name is no plain name: no separators, no colon, no dot at its beginning."));
        }
        String type = header("Content-Type").toLowerCase(Locale.ROOT);
        if (FORMS.stream().anyMatch(type::startsWith)) {
            return Optional.of(PushAnswer.problem(
                    415, "Send the file itself as the body and no form: curl --upload-file FILE, for example."));
        }
        if (!header("Content-Encoding").isBlank()) {
            return Optional.of(PushAnswer.problem(
                    415, "Send the file as it is; a packed one under its own name, such as items.csv.gz."));
        }
        return isLonger(header("Content-Length")) ? Optional.of(PushAnswer.tooLarge(mostBytes)) : Optional.empty();
    }

    /** @param bytes that came */
    static Optional<PushAnswer> brokenOff(HttpExchange exchange, long bytes) {
        String declared = exchange.getRequestHeaders().getFirst("Content-Length");
        return declared == null || declared.strip().equals(Long.toString(bytes))
                ? Optional.empty()
                : Optional.of(PushAnswer.problem(
                        400, "Of " + declared.strip() + " bytes, " + bytes + " came: nothing was taken."));
    }

    private boolean isLonger(String length) {
        return length.matches("[0-9]{1,18}") && Long.parseLong(length) > mostBytes;
    }

    private String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value.strip();
    }
}
