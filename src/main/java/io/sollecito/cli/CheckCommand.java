package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sollecito.check.Check;
import io.sollecito.check.House;
import io.sollecito.model.Counted;
import io.sollecito.model.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub check}: every problem of every file that integrators write, before anything starts. */
@Command(
        name = "check",
        description = "Checks routes, mappings, plans, templates and configuration; tells every problem at once.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Only these files or folders.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON array of problems on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Supplier<House> house;

    CheckCommand(Supplier<House> house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Check check = new Check(house.get());
        List<Problem> problems = files.isEmpty() ? check.problems() : check.problems(files);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(problems));
        } else {
            problems.forEach(out::println);
            out.println(problems.isEmpty() ? "No problem found." : count(problems));
        }
        out.flush();
        if (files.isEmpty()) {
            PrintWriter notes = json ? spec.commandLine().getErr() : out;
            check.smsTexts().forEach(notes::println);
            check.notes().forEach(notes::println);
            notes.flush();
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private static String count(List<Problem> problems) {
        long files = problems.stream().map(Problem::file).distinct().count();
        return Counted.of(problems.size(), "problem") + " in " + Counted.of(files, "file") + ".";
    }

    private static ArrayNode json(List<Problem> problems) {
        ArrayNode array = JSON.createArrayNode();
        problems.forEach(problem -> array.addObject()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message())
                .put("excerpt", problem.excerpt())
                .put("remedy", problem.remedy()));
        return array;
    }
}
