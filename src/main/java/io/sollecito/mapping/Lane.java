package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.RowMapper.LeftOut;
import io.sollecito.mapping.RowMapper.Made;
import io.sollecito.mapping.RowMapper.Refused;
import io.sollecito.mapping.RowMapper.Result;
import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.model.Canonical;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The record sets that read the same records, and what becomes of each record. */
final class Lane {

    private final List<RecordSet> takers;
    private final Header header;
    private final List<BoundRow> rows = new ArrayList<>();
    private final Scope scope;
    private final Told told;
    private final Groups groups;
    private final Explanation explanation;
    private final boolean varies;

    /** @param explanation of one record, or null */
    Lane(
            List<RecordSet> takers,
            Header header,
            String file,
            Scope scope,
            Explanation explanation,
            Consumer<Outcome> sink) {
        this.explanation = explanation;
        this.takers = takers;
        this.header = header;
        this.scope = scope;
        this.told = new Told(file, sink);
        this.varies = takers.stream().anyMatch(RecordSet::hasOwnWidths);
        boolean grouped = takers.stream().anyMatch(set -> set.group() != null);
        this.groups = grouped ? new Groups(takers, scope, told) : null;
    }

    /** Binds the record sets' columns; {@code wanted} learns which cells are asked for. */
    void bind(Extras extras, SourceRecord record, boolean[] wanted, MissingColumns missing) throws Unreadable {
        for (RecordSet set : takers) {
            int[] slots = header.bind(set.columns(), missing);
            set.columns().mark(slots, wanted);
            rows.add(new BoundRow(header, slots, extras.of(set.columns()), record));
        }
    }

    void filtered(String filter, long line) {
        told.filtered(filter, null, line);
    }

    /** A record of which no cell can be trusted. */
    void defective(SourceRecord record, int position, String message) {
        String column =
                position < header.size() ? "column '" + header.captions().get(position) + "' " : "";
        told.quarantined(record, position, null, null, message.startsWith("the ") ? message : column + message, null);
    }

    boolean isHeaderAgain() {
        for (BoundRow row : rows) {
            if (row.isHeaderAgain()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line of so many cells is whole for some record set. */
    boolean fits(int count) {
        return count == header.size() && !varies
                || varies
                        && takers.stream()
                                .anyMatch(set -> set.widths(header.size()).contains(count));
    }

    /** Whether a record set wants the record and cannot trust it, because its lines have other widths. */
    private boolean isOfAnotherWidth(SourceRecord record) {
        for (int i = 0; varies && i < takers.size(); i++) {
            RecordSet set = takers.get(i);
            if (!set.widths(header.size()).contains(record.count()) && set.filterOf(rows.get(i)) == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * A record that was cut short may still be recognised as unwanted by the cells that it has. Otherwise neither its
     * fields nor its key can be trusted.
     */
    void ragged(SourceRecord record) {
        List<String> filters = new ArrayList<>();
        for (int i = 0; i < takers.size() && (varies || record.count() < header.size()); i++) {
            filters.add(takers.get(i).filterOf(rows.get(i)));
        }
        if (!filters.isEmpty() && !filters.contains(null)) {
            told.filtered(filters.get(0), null, record.line());
            return;
        }
        String expected = varies
                ? "the mapping's lines have "
                        + takers.stream()
                                .flatMap(set -> set.widths(header.size()).stream())
                                .sorted()
                                .distinct()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" or "))
                : "the header has " + header.size();
        defective(
                record,
                Math.min(record.count(), header.size()),
                "the record has " + record.count() + " cells, " + expected);
    }

    void take(SourceRecord record) throws Unreadable {
        for (BoundRow row : rows) {
            row.at(record);
        }
        if (isOfAnotherWidth(record)) {
            ragged(record);
            return;
        }
        if (explanation != null && explanation.isOf(record.line())) {
            for (int i = 0; i < rows.size(); i++) {
                explanation.tell(takers.get(i), rows.get(i), scope);
            }
        }
        if (groups != null) {
            groups.take(record, rows);
        } else if (rows.size() == 1) {
            tell(record, RowMapper.map(takers.get(0), rows.get(0), scope, record.line()), rows.get(0));
        } else {
            tellAll(record);
        }
    }

    void atEnd() {
        if (groups != null) {
            groups.atEnd();
        }
    }

    private void tell(SourceRecord record, Result result, BoundRow row) {
        if (result instanceof Made made) {
            told.mapped(made.canonical(), record.line(), true);
        } else if (result instanceof LeftOut leftOut) {
            told.filtered(leftOut.filter(), leftOut.key(), record.line());
        } else {
            Refused refused = (Refused) result;
            Place place = refused.problem().place();
            int position = row.position(place.slot());
            told.quarantined(
                    record,
                    position,
                    place.field(),
                    Shown.value(refused.problem().value()),
                    Shown.message(
                            refused.problem(),
                            position < 0 ? null : header.captions().get(position)),
                    refused.key());
        }
    }

    private void tellAll(SourceRecord record) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < takers.size(); i++) {
            results.add(RowMapper.map(takers.get(i), rows.get(i), scope, record.line()));
        }
        Result worst = RowMapper.worst(results);
        if (!(worst instanceof Made)) {
            tell(record, worst, rows.get(results.indexOf(worst)));
            return;
        }
        boolean first = true;
        for (Canonical canonical : RowMapper.made(results)) {
            told.mapped(canonical, record.line(), first);
            first = false;
        }
    }
}
