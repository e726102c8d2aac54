package io.sollecito.app;

import io.sollecito.cli.Caller;
import io.sollecito.cli.CannotDo;
import io.sollecito.cli.Hub;
import io.sollecito.cli.RunningHub;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * What the {@code hub} script starts. Calls on files are answered here, without Spring and Camel; calls on the ledger go to
 * the running hub, and open the ledger only if none runs. Prints UTF-8, whatever the platform's charset.
 */
public final class Main {

    private final Path root;
    private final Caller caller;
    private final PrintWriter out;
    private final PrintWriter err;

    Main(Path root, Caller caller, PrintWriter out, PrintWriter err) {
        this.root = root;
        this.caller = caller;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-command.xml");
        Main main = new Main(root(), Caller.local(), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        System.exit(main.run(arguments));
    }

    int run(String... arguments) {
        try (OpenLedger ledger = new OpenLedger(root)) {
            CommandLine hub = Hub.commandLine(ledger, caller, root).setOut(out).setErr(err);
            Optional<Hub.ForLedger> forLedger = Hub.forLedger(hub, arguments);
            if (forLedger.isPresent()) {
                Optional<Integer> status = ask(forLedger.get(), List.of(arguments));
                if (status.isPresent()) {
                    return status.get();
                }
            }
            return hub.execute(arguments);
        } catch (CannotDo reason) {
            err.println(reason.getMessage());
            return reason.status();
        } finally {
            out.flush();
            err.flush();
        }
    }

    private Optional<Integer> ask(Hub.ForLedger call, List<String> arguments) {
        Optional<RunningHub> running = RunningHub.of(Settings.endpoint(root));
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = call.handsOver().isPresent()
                    ? caller.input().text(call.handsOver().get())
                    : null;
            return running.get().call(arguments, caller.user(), text, out, err);
        } catch (IOException failed) {
            throw CannotDo.environment(failed.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw CannotDo.environment("The call was interrupted; whether the running hub acted is not known.");
        }
    }

    /** Where the house lies; as a relative path when that is where the call was made, so that places read shorter. */
    private static Path root() {
        Path given =
                Path.of(System.getProperty("hub.root", "")).toAbsolutePath().normalize();
        return given.equals(Path.of("").toAbsolutePath().normalize()) ? Path.of("") : given;
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
    }
}
