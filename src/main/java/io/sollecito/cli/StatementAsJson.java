package io.sollecito.cli;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementJson;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** One JSON object per file. */
final class StatementAsJson implements StatementForm {

    @Override
    public String separator() {
        return ",";
    }

    @Override
    public String entry(Statement.Entry entry) {
        return StatementJson.entry(entry).toString();
    }

    @Override
    public String begin(StatementHead head) {
        return open(StatementJson.head(head).toString(), "entries");
    }

    @Override
    public String end() {
        return "]}";
    }

    @Override
    public String begin(String file, String format) {
        return open(StatementJson.file(file, format).toString(), "statements");
    }

    @Override
    public String end(List<Problem> problems) {
        return problems.stream()
                .map(problem -> StatementJson.problem(problem).toString())
                .collect(Collectors.joining(",", "],\"problems\":[", "]}\n"));
    }

    /** The object, to which an array is still being added. */
    private static String open(String object, String array) {
        return object.substring(0, object.length() - 1) + ",\"" + array + "\":[";
    }
}
