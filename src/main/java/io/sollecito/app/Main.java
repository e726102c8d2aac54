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
 * the running hub, and open the ledger only if none runs; which of them was asked is said on standard error. Prints UTF-8,
 * whatever the platform's charset.
 */
public final class Main {

    /** Where the demo's hub announces itself, relative to the house. */
    public static final Path DEMO = Path.of("target", "demo", "hub", "hub-endpoint.json");

    private final Path root;
    private final boolean demo;
    private final Caller caller;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param demo whether calls on the ledger are for the demo, and for nothing else */
    Main(Path root, boolean demo, Caller caller, PrintWriter out, PrintWriter err) {
        this.root = root;
        this.demo = demo;
        this.caller = caller;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-command.xml");
        Main main = new Main(
                root(),
                Boolean.getBoolean("hub.demo"),
                Caller.local(),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err));
        System.exit(main.run(arguments));
    }

    int run(String... arguments) {
        try (OpenLedger ledger = new OpenLedger(root)) {
            CommandLine hub = Hub.commandLine(ledger, caller, root).setOut(out).setErr(err);
            Optional<Hub.ForLedger> forLedger = Hub.forLedger(hub, arguments);
            if (forLedger.isPresent()) {
                Optional<Integer> status = ask(forLedger.get(), List.of(arguments), ledger);
                if (status.isPresent()) {
                    return status.get();
                }
                if (!ledger.isMissing()) {
                    err.println("hub: no hub is running; opening the ledger " + ledger.place());
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

    /** The running hub is asked; the demo only if it is meant, or if nothing else can be: there is no other ledger yet. */
    private Optional<Integer> ask(Hub.ForLedger call, List<String> arguments, OpenLedger ledger) {
        if (!demo) {
            Path announced = Settings.endpoint(root);
            Optional<Integer> status = ask(call, arguments, announced, "the running hub");
            if (status.isPresent() || !ledger.isMissing()) {
                return status;
            }
        }
        Optional<Integer> status = ask(call, arguments, root.resolve(DEMO), "the demo");
        if (demo && status.isEmpty()) {
            throw CannotDo.environment("No demo is running. Start it first: ./hub demo");
        }
        return status;
    }

    private Optional<Integer> ask(Hub.ForLedger call, List<String> arguments, Path announced, String whom) {
        Optional<RunningHub> running = RunningHub.of(announced);
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = call.handsOver().isPresent()
                    ? caller.input().text(call.handsOver().get())
                    : null;
            Optional<Integer> status = running.get().call(arguments, caller.user(), text, out, err);
            status.ifPresent(given -> err.println("hub: asked " + whom + " (" + announced + ")"));
            return status;
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
