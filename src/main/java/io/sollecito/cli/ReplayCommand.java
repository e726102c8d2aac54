package io.sollecito.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.intake.Intake;
import io.sollecito.ledger.exports.Export;
import io.sollecito.ledger.exports.Quarantine;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.Outcome;
import io.sollecito.mapping.Scope;
import io.sollecito.mapping.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub replay}: applies a corrected record of the quarantine. */
@Command(
        name = "replay",
        description = "Applies a corrected record of the quarantine; without --record, shows what is wrong with it.",
        mixinStandardHelpOptions = true)
final class ReplayCommand extends DecisionCommand {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Parameters(paramLabel = "QUARANTINE_ID", description = "The record's number in the quarantine.")
    private long id;

    @Option(
            names = "--record",
            paramLabel = "FILE|-",
            description =
                    "The corrected record as the source writes it: of a CSV file with its header line, of an Excel"
                            + " sheet its header and its row as JSON arrays, a line each, of a query as one JSON object of its"
                            + " columns.")
    private String record;

    @Option(names = "--dismiss", description = "The record is not needed.")
    private boolean dismiss;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "How to read the record (default: as its connection's route file says).")
    private String mapping;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; it is kept in the journal (required, except to look).")
    private String reason;

    ReplayCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    public Optional<String> handsOver() {
        return Optional.ofNullable(record);
    }

    @Override
    String givenReason() {
        return reason;
    }

    @Override
    int decide(LedgerTools ledger) {
        if (record != null && dismiss) {
            throw wrongUsage("Give either --record or --dismiss");
        }
        Quarantine.Entry entry = ledger.quarantine()
                .find(id)
                .orElseThrow(() -> CannotDo.unclear("No record is in quarantine as " + id + "."));
        if (dismiss) {
            ledger.quarantine().dismiss(id, user(), reason());
            say("quarantine:" + id + " dismissed");
            return 0;
        }
        return record == null ? show(entry) : replay(ledger, entry);
    }

    private int show(Quarantine.Entry entry) {
        say(entry.fileName() + ":" + entry.line() + ":" + entry.column() + ": " + entry.message());
        say("    " + entry.raw());
        say("quarantine:" + id + " is " + entry.state());
        return 0;
    }

    private int replay(LedgerTools ledger, Quarantine.Entry entry) {
        Export origin = ledger.exports().find(entry.exportId()).orElseThrow().export();
        Mapping read = SourceMapping.of(ledger, origin, mapping);
        Scope scope = new Scope(origin.creditor(), origin.source());
        try {
            Taken taken = ledger.intake()
                    .replay(
                            id,
                            caller().input().text(record),
                            user(),
                            reason(),
                            text -> outcomes(ledger, read, origin, scope, text));
            say("quarantine:" + id + " replayed as export:" + taken.id() + ", "
                    + taken.counts().applied() + " applied, " + taken.counts().unchanged() + " unchanged");
            return 0;
        } catch (Intake.StillWrong stillWrong) {
            throw CannotDo.unclear(stillWrong.getMessage());
        } catch (IOException unreadable) {
            throw CannotDo.unclear("The record cannot be read: " + unreadable.getMessage());
        }
    }

    private static List<Outcome> outcomes(
            LedgerTools ledger, Mapping mapping, Export origin, Scope scope, String text) {
        List<Outcome> outcomes = new ArrayList<>();
        if (mapping.isSql()) {
            mapping.readRows(origin.kind(), List.of(row(text)).iterator(), scope, outcomes::add);
        } else {
            List<InputFile> others = mapping.hasJoins() ? ledger.intake().companions(origin.connection()) : List.of();
            readFile(mapping, origin, others, scope, text, outcomes);
        }
        if (outcomes.stream().noneMatch(outcome -> !(outcome instanceof Outcome.Filtered))) {
            throw CannotDo.unclear("The corrected text holds no record that the mapping wants.");
        }
        return outcomes;
    }

    /** @param others what the connection keeps for the files that it completes */
    private static void readFile(
            Mapping mapping, Export origin, List<InputFile> others, Scope scope, String text, List<Outcome> outcomes) {
        try {
            Path copy = Files.createTempFile("hub-replay-", null);
            try {
                Files.writeString(copy, text);
                InputFile corrected = new InputFile(copy, Intake.deliveredName(origin.fileName()));
                mapping.readCorrection(corrected, others, origin.kind(), scope, outcomes::add);
            } finally {
                Files.delete(copy);
            }
        } catch (Unreadable unreadable) {
            throw CannotDo.unclear(unreadable.problem().toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Object> row(String text) {
        try {
            return JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException notJson) {
            throw CannotDo.unclear(
                    "The corrected row is one JSON object of its columns: " + notJson.getOriginalMessage());
        }
    }
}
