package io.sollecito.mapping;

import io.sollecito.expression.Condition;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.RowMapper.LeftOut;
import io.sollecito.mapping.RowMapper.Made;
import io.sollecito.mapping.RowMapper.Refused;
import io.sollecito.mapping.RowMapper.Result;
import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts records together that are one document; every one of them counts once, when all record sets have answered
 * for it.
 */
final class Groups {

    /** Records of one file that wait at the same time. */
    private static final int MOST_WAITING = 200_000;

    private static final Result MERGED = new RowMapper.Merged();

    private final List<RecordSet> sets;
    private final Scope scope;
    private final Told told;
    private final List<Map<String, List<KeptRow>>> open = new ArrayList<>();
    private final Map<Long, List<Answer>> waiting = new LinkedHashMap<>();
    private long seq;

    Groups(List<RecordSet> sets, Scope scope, Told told) {
        this.sets = sets;
        this.scope = scope;
        this.told = told;
        sets.forEach(set -> open.add(new LinkedHashMap<>()));
    }

    void take(SourceRecord record, List<BoundRow> rows) throws Unreadable {
        long line = record.line();
        waiting.put(++seq, new ArrayList<>());
        if (waiting.size() > MOST_WAITING) {
            throw new Unreadable(new Problem(
                    "the mapping",
                    sets.get(0).where().line(),
                    0,
                    "groups more than " + MOST_WAITING + " records of one file in memory",
                    null,
                    "Sort the export by the group's columns and write sorted: true."));
        }
        for (int i = 0; i < sets.size(); i++) {
            KeptRow kept = new KeptRow(rows.get(i), sets.get(i).columns(), seq);
            if (sets.get(i).group() == null) {
                answer(kept, RowMapper.map(sets.get(i), rows.get(i), scope, line));
            } else {
                take(i, kept);
            }
        }
    }

    void atEnd() {
        for (int i = 0; i < sets.size(); i++) {
            for (List<KeptRow> group : open.get(i).values()) {
                close(i, group);
            }
            open.get(i).clear();
        }
    }

    private void take(int set, KeptRow row) {
        RecordSet rule = sets.get(set);
        try {
            String filter = rule.filteredBy(row);
            if (filter != null) {
                answer(row, new LeftOut(filter, rule.keyOrNull(row)));
                return;
            }
            String key = key(rule.group(), row);
            Map<String, List<KeptRow>> groups = open.get(set);
            if (rule.group().sorted() && !groups.containsKey(key)) {
                groups.values().forEach(group -> close(set, group));
                groups.clear();
            }
            groups.computeIfAbsent(key, first -> new ArrayList<>()).add(row);
        } catch (CellProblem blank) {
            answer(row, new Refused(blank, rule.keyOrNull(row)));
        } catch (Condition.Failed failed) {
            answer(row, new Refused(new Place("filter", -1).problem(null, failed.getMessage()), null));
        }
    }

    private static String key(GroupRule rule, KeptRow row) throws CellProblem {
        List<Object> parts = new ArrayList<>();
        for (Place place : rule.by()) {
            Object part = row.cell(place.slot());
            if (part == null) {
                throw place.problem(null, "is blank");
            }
            parts.add(part);
        }
        return JoinTable.key(parts);
    }

    private void close(int set, List<KeptRow> group) {
        RecordSet rule = sets.get(set);
        for (int i = 0; i < group.size(); i++) {
            group.get(i).joins(group, i, rule.columns());
        }
        if (rule.group().each()) {
            group.forEach(row -> answer(row, RowMapper.map(rule, row, scope, row.line())));
            return;
        }
        Result result;
        KeptRow lead = group.get(0);
        try {
            lead = lead(rule.group(), group);
            checkEqual(rule.group(), group);
            result = RowMapper.map(rule, lead, scope, lead.line());
        } catch (CellProblem differs) {
            result = new Refused(differs, rule.keyOrNull(lead));
        } catch (Condition.Failed failed) {
            result = new Refused(new Place("group", -1).problem(null, failed.getMessage()), null);
        }
        for (KeptRow row : group) {
            boolean stands = row == lead || !(result instanceof Made);
            answer(row, stands ? result : MERGED);
        }
    }

    private static KeptRow lead(GroupRule rule, List<KeptRow> group) throws Condition.Failed {
        for (KeptRow row : group) {
            if (rule.lead() != null && rule.lead().holds(row)) {
                return row;
            }
        }
        return group.get(0);
    }

    private static void checkEqual(GroupRule rule, List<KeptRow> group) throws CellProblem {
        for (Place place : rule.equal()) {
            Object first = group.get(0).cell(place.slot());
            for (KeptRow row : group) {
                if (!Objects.equals(first, row.cell(place.slot()))) {
                    throw place.problem(
                            row.cell(place.slot()),
                            "differs from '" + first + "' in the first record of its group (line "
                                    + group.get(0).line() + ")");
                }
            }
        }
    }

    private void answer(KeptRow row, Result result) {
        List<Answer> answers = waiting.get(row.seq());
        answers.add(new Answer(row, result));
        if (answers.size() == sets.size()) {
            waiting.remove(row.seq());
            tell(answers);
        }
    }

    private void tell(List<Answer> answers) {
        KeptRow row = answers.get(0).row();
        for (Answer answer : answers) {
            if (answer.result() instanceof Refused refused) {
                Place place = refused.problem().place();
                told.quarantined(
                        row.line(),
                        answer.row().column(place.slot()),
                        row.raw(),
                        row.isVerbatim(),
                        place.field(),
                        Shown.value(refused.problem().value()),
                        Shown.message(refused.problem(), answer.row().caption(place.slot())),
                        refused.key());
                return;
            }
        }
        boolean first = true;
        for (Answer answer : answers) {
            if (answer.result() instanceof Made made) {
                told.mapped(made.canonical(), row.line(), first);
                first = false;
            }
        }
        if (first && answers.stream().anyMatch(answer -> answer.result() == MERGED)) {
            told.merged(row.line());
        } else if (first) {
            LeftOut leftOut = (LeftOut) answers.get(0).result();
            told.filtered(leftOut.filter(), leftOut.key(), row.line());
        }
    }

    /** What one record set makes of a record. */
    private record Answer(KeptRow row, Result result) {}
}
