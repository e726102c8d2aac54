package io.sollecito.cli;

import io.sollecito.ledger.dossiers.Dossiers.Kept;
import io.sollecito.ledger.stories.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub dossier}: what was handed over of a debtor, for whoever collects it. */
@Command(
        name = "dossier",
        description = "Lists or copies the dossiers of what was handed over of a debtor.",
        mixinStandardHelpOptions = true)
final class DossierCommand extends LedgerCommand {

    @Parameters(paramLabel = "DEBTOR", description = "A debtor's number, as 'hub why' takes it.")
    private String debtor;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Copies the dossiers there, relative to the hub's folder.")
    private Path to;

    DossierCommand(Supplier<LedgerTools> tools) {
        super(tools);
    }

    @Override
    int run(LedgerTools ledger) {
        Found found = one(ledger, debtor, "debtor");
        String[] key = found.id().split("/", 3);
        List<Kept> kept = ledger.dossiers().of(key[0], key[1], key[2]);
        if (kept.isEmpty()) {
            throw CannotDo.refused("Nothing of " + found.subject() + " was handed over.");
        }
        for (Kept dossier : kept) {
            Path file = ledger.folders().data().resolve(dossier.keptAs());
            Path place = to == null ? file : copied(file, dossier.fileName());
            say(dossier.madeAt().atZone(ledger.zone()).toLocalDate() + "  " + place.toAbsolutePath() + "  sha256 "
                    + dossier.sha256());
        }
        return 0;
    }

    private Path copied(Path file, String name) {
        try {
            Files.createDirectories(to);
            return Files.copy(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw CannotDo.environment("The dossier " + name + " cannot be copied: " + failed);
        }
    }
}
