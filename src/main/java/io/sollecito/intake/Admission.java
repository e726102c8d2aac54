package io.sollecito.intake;

import io.sollecito.mapping.Agreed;
import io.sollecito.mapping.Delivers;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.RecordSet;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.nio.file.Path;
import java.util.List;

/** Whether a connection may bring what its mapping makes, said before anything is staged: the file stays where it is. */
final class Admission {

    private final Mapping mapping;
    private final Path file;
    private final String route;

    /**
     * @param file the mapping's
     * @param route what the route says that it delivers; blank when nothing
     */
    Admission(Mapping mapping, Path file, String route) {
        this.mapping = mapping;
        this.file = file;
        this.route = route;
    }

    /**
     * What a file of this name delivers.
     *
     * @throws ProblemsFound when the ledger cannot keep its records, or nobody says whether it is complete
     */
    String ofFile(String name) {
        List<String> kinds = mapping.kindsOf(name);
        refuseOthers(kinds, Mapping.isPacked(name));
        // A file that no record set takes is kept as unreadable, whatever it would deliver.
        return kinds.isEmpty() ? Delivers.DELTA.word() : agreed(mapping.agreed(name, route));
    }

    /** What the query for records of this kind delivers. */
    String ofQuery(String kind) {
        refuseOthers(List.of(kind), false);
        return agreed(mapping.agreed(mapping.recordSet(kind), route));
    }

    /** What an archive holds is not known by its name: it is refused only if nothing in it could be kept. */
    private void refuseOthers(List<String> kinds, boolean archive) {
        List<String> others =
                kinds.stream().filter(kind -> !RecordSet.KEPT.contains(kind)).toList();
        if (others.isEmpty() || archive && others.size() < kinds.size()) {
            return;
        }
        throw refused(
                "the connection of an ERP brings debtors and open items; mapping '" + mapping.name() + "' makes "
                        + String.join(" and ", others) + " of this",
                "Let the route name a mapping of debtors and open items, or leave these record sets to 'hub map'.");
    }

    private String agreed(Agreed agreed) {
        if (agreed.wrong() != null) {
            throw refused(agreed.wrong(), agreed.remedy());
        }
        return agreed.delivers();
    }

    private ProblemsFound refused(String message, String remedy) {
        return new ProblemsFound(List.of(Problem.of(file.toString(), message, remedy)));
    }
}
