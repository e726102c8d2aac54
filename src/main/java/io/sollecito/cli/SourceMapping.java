package io.sollecito.cli;

import io.sollecito.ledger.exports.Export;
import io.sollecito.mapping.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the mapping through which an export came. */
final class SourceMapping {

    private SourceMapping() {}

    /** @param named what the call says, or null: then the connection's route file says it */
    static Mapping of(LedgerTools ledger, Export export, String named) {
        LedgerTools.Folders folders = ledger.folders();
        String name = named == null
                ? ConnectionFile.parameter(folders.routes(), export.connection(), "mapping")
                        .orElseThrow(() -> CannotDo.refused(
                                "The route file of " + export.connection() + " names no mapping; give --mapping NAME."))
                : named;
        Path file = folders.mappings().resolve(name + ".yaml");
        if (!name.matches("[A-Za-z0-9._-]+") || !Files.isReadable(file)) {
            throw CannotDo.refused("There is no mapping '" + name + "'.");
        }
        return Mapping.load(file);
    }
}
