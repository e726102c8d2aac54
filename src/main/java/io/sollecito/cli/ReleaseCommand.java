package io.sollecito.cli;

import io.sollecito.ledger.exports.Exports.Recorded;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.ledger.stories.Found;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Scope;
import io.sollecito.model.TwoPeople;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub release}: decides what becomes of a held export or statement, an uncertain dispatch or a suspended address. */
@Command(
        name = "release",
        description =
                "Applies a held export or bank statement, sends an uncertain dispatch again, or uses a suspended address again; or decides"
                        + " that it is not to be.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand extends ReasonedCommand {

    @Parameters(
            paramLabel = "EXPORT|STATEMENT|DISPATCH|ADDRESS",
            description =
                    "export:ID or the file's name; statement:ID; dispatch:ID or the message's id; address:ID or the address.")
    private String reference;

    @Option(
            names = "--second",
            paramLabel = "NAME",
            description = "The second person, to apply a held export or a statement that does not add up.")
    private String second;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "How to read a held file (default: as its connection's route file says).")
    private String mapping;

    @Option(names = "--reject", description = "A held export or statement is never applied.")
    private boolean reject;

    @Option(
            names = "--known",
            description =
                    "The doubtful entries of a held statement are known already (default: they are further money).")
    private boolean known;

    @Option(names = "--sent", description = "An uncertain dispatch is known to have arrived.")
    private boolean sent;

    @Option(names = "--give-up", description = "An uncertain dispatch did not arrive and is not sent as it is.")
    private boolean giveUp;

    ReleaseCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if ((reject ? 1 : 0) + (sent ? 1 : 0) + (giveUp ? 1 : 0) + (known ? 1 : 0) > 1) {
            throw wrongUsage("Give at most one of --reject, --known, --sent, --give-up");
        }
        Found found = one(ledger, reference, "export", "statement", "dispatch", "address");
        if (known && !found.kind().equals("statement")) {
            throw wrongUsage("--known is for statements");
        }
        if (found.kind().equals("statement")) {
            return statement(ledger, id(found));
        }
        if (found.kind().equals("address")) {
            return address(ledger, found);
        }
        boolean export = found.kind().equals("export");
        if (export && (sent || giveUp) || !export && reject) {
            throw wrongUsage("--sent and --give-up are for dispatches, --reject for exports");
        }
        return export ? export(ledger, id(found)) : dispatch(ledger, id(found));
    }

    private int statement(LedgerTools ledger, long id) {
        if (sent || giveUp) {
            throw wrongUsage("--sent and --give-up are for dispatches");
        }
        HeldStatement held = new HeldStatement(ledger, id);
        say(reject ? held.reject(user(), reason()) : held.release(known, user(), differing(second), reason()));
        return 0;
    }

    /** The second person, who is another than the first; null when none is named. */
    private String differing(String named) {
        return named == null ? null : twoPeople(named, "Releasing a statement").second();
    }

    private int address(LedgerTools ledger, Found found) {
        if (reject || sent || giveUp) {
            throw wrongUsage("--sent and --give-up are for dispatches, --reject for exports");
        }
        if (!ledger.addresses().lift(id(found), user(), reason())) {
            throw CannotDo.refused(found.subject() + " is in use again already.");
        }
        say(found.subject() + " is used again");
        return 0;
    }

    private int dispatch(LedgerTools ledger, long id) {
        var recovery = ledger.recovery();
        boolean done = sent
                ? recovery.confirmSent(id, user(), reason())
                : giveUp ? recovery.giveUp(id, user(), reason()) : recovery.release(id, user(), reason());
        if (!done) {
            throw CannotDo.refused(
                    "dispatch:" + id + " is not uncertain; 'hub why dispatch:" + id + "' tells what became of it.");
        }
        say("dispatch:" + id + (sent ? " counts as sent" : giveUp ? " is given up" : " is sent again"));
        return 0;
    }

    private int export(LedgerTools ledger, long id) {
        String why = reason();
        if (reject) {
            ledger.exports().reject(id, user(), why);
            say("export:" + id + " is never applied");
            return 0;
        }
        TwoPeople people = twoPeople(second, "Releasing a held export");
        Recorded held = ledger.exports()
                .find(id)
                .filter(recorded -> recorded.taken().state().equals("held"))
                .orElseThrow(() -> CannotDo.refused(
                        "export:" + id + " is not held; 'hub why export:" + id + "' tells what became of it."));
        Path file = kept(held);
        Mapping read = SourceMapping.of(ledger, held.export(), mapping);
        Scope scope = new Scope(held.export().creditor(), held.export().source());
        String name = held.export().fileName();
        Taken taken = ledger.intake().release(id, sink -> read.readFile(file, name, scope, sink), people, why);
        say("export:" + id + " is " + taken.state() + (taken.reason() == null ? "" : ": " + taken.reason()) + ", "
                + taken.counts().applied() + " of " + taken.counts().read() + " records applied");
        return taken.applied() ? 0 : 3;
    }

    private static Path kept(Recorded held) {
        if (held.keptAs() == null) {
            throw CannotDo.refused("export:" + held.id() + " was read from a database and its rows were not kept. Raise"
                    + " limitClosings in the route file of " + held.export().connection()
                    + ": the next poll is applied then.");
        }
        Path file = Path.of(held.keptAs());
        if (!Files.isReadable(file)) {
            throw CannotDo.environment("The kept file " + file + " cannot be read.");
        }
        return file;
    }
}
