package io.sollecito.bank;

import io.sollecito.mapping.source.Archive;
import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the files of an archive as one; all must be of one format, because intake treats statements and notifications differently. */
final class PackedStatements {

    private final String name;
    private final String format;
    private final StatementSink sink;
    private final Set<String> found = new TreeSet<>();

    PackedStatements(String name, String format, StatementSink sink) {
        this.name = name;
        this.format = format;
        this.sink = sink;
    }

    /** What all files are; null when nothing of them counts. */
    String read(Path path) throws IOException, BrokenSource {
        try (Archive archive = Archive.unpack(path, name)) {
            for (Map.Entry<String, Path> file : archive.files().entrySet()) {
                read(file.getValue(), archive.files().size() == 1 ? name : name + "!" + file.getKey());
            }
        }
        if (found.isEmpty()) {
            sink.unreadable(StatementReader.notAStatement(name, false));
        } else if (found.size() > 1) {
            sink.unreadable(Problem.of(
                    name,
                    "holds files of different formats: " + String.join(", ", found),
                    "unpack it and give each file by itself"));
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private void read(Path path, String inside) throws IOException {
        try (InputStream content = StatementReader.opened(path)) {
            Optional<StatementFormat> reader = StatementReader.of(content, format);
            if (reader.isPresent()) {
                String exact = reader.get().read(content, inside, sink);
                found.add(exact == null ? reader.get().name() : exact);
            } else {
                sink.problem(StatementReader.notAStatement(inside, false));
            }
        }
    }
}
