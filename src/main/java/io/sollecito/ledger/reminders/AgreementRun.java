package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Judgement.Arrival;
import io.sollecito.model.AgreementState;
import io.sollecito.model.Creditor;
import io.sollecito.model.Instalment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges running promises and payment plans before a creditor's items are planned. */
final class AgreementRun {

    private record Running(long id, String kind) {}

    private static final Set<AgreementState> OVER = Set.of(
            AgreementState.KEPT,
            AgreementState.PARTLY_KEPT,
            AgreementState.BROKEN,
            AgreementState.LAPSED,
            AgreementState.WITHDRAWN);

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    AgreementRun(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Judges the creditor's running agreements by the money of the days before that one, all of which is known: one
     * that is kept, broken or void ends, and its holds with it. Returns how many ended.
     */
    int judge(Creditor creditor, LocalDate knownBefore) {
        return database.inTransaction(() -> {
            List<Running> running = running(creditor.code());
            if (running.isEmpty()) {
                return 0;
            }
            List<Long> ids = running.stream().map(Running::id).toList();
            Map<Long, List<Instalment>> instalments = instalments(ids);
            Map<Long, List<Arrival>> arrivals = new Arrivals(database, creditor.zone()).of(ids);
            Set<Long> open = stillOpen(ids);
            int ended = 0;
            for (Running each : running) {
                Judgement judged = Judgement.of(
                        instalments.get(each.id()),
                        arrivals.getOrDefault(each.id(), List.of()),
                        !open.contains(each.id()),
                        knownBefore);
                if (OVER.contains(judged.state())) {
                    end(creditor.code(), each, judged);
                    ended++;
                }
            }
            return ended;
        });
    }

    private List<Running> running(String creditor) {
        return database.sql()
                .sql("select id, kind from agreement where creditor = ? and state = ? order by id for update")
                .params(creditor, AgreementState.RUNNING.text())
                .query((rs, n) -> new Running(rs.getLong("id"), rs.getString("kind")))
                .list();
    }

    private Map<Long, List<Instalment>> instalments(List<Long> agreements) {
        Map<Long, List<Instalment>> found = new HashMap<>();
        database.sql()
                .sql("select agreement_id, due_on, last_day, amount from agreement_instalment"
                        + " where agreement_id = any(?) order by agreement_id, seq")
                .param(AnyOf.numbers(agreements))
                .query(rs -> {
                    found.computeIfAbsent(rs.getLong("agreement_id"), first -> new ArrayList<>())
                            .add(new Instalment(
                                    rs.getObject("due_on", LocalDate.class),
                                    rs.getObject("last_day", LocalDate.class),
                                    rs.getBigDecimal("amount")));
                });
        return found;
    }

    private Set<Long> stillOpen(List<Long> agreements) {
        return database
                .sql()
                .sql("select distinct h.agreement_id from hold h join open_item i on i.id = h.item_id"
                        + " join item_effective v on v.id = i.id where h.agreement_id = any(?)"
                        + " and h.ended_at is null and i.settled_cause is null and v.open_amount > 0")
                .param(AnyOf.numbers(agreements))
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private void end(String creditor, Running agreement, Judgement judged) {
        String state = judged.state().text();
        database.sql()
                .sql("update agreement set state = ?, arrived = ?, state_at = ? where id = ?")
                .params(state, judged.arrived(), Database.at(clock.instant()), agreement.id())
                .update();
        List<Long> items = database.sql()
                .sql("select item_id from hold where agreement_id = ? and ended_at is null order by item_id")
                .param(agreement.id())
                .query(Long.class)
                .list();
        database.sql()
                .sql("update hold set ended_at = ?, outcome = ? where agreement_id = ? and ended_at is null")
                .params(Database.at(clock.instant()), state, agreement.id())
                .update();
        Map<String, Object> details = new TreeMap<>();
        details.put("agreement", agreement.id());
        details.put("arrived", judged.arrived());
        details.put("missing", judged.missing());
        items.forEach(item -> journal.append(creditor, agreement.kind() + "-" + state, "item:" + item, "run", details));
    }
}
