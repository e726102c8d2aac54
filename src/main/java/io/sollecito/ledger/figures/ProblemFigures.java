package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.ItemDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong without anybody deciding it: one list per kind, with how many there are and the first of them. */
public final class ProblemFigures {

    /** Problems of one kind; {@code kind} such as quarantine, no-address. */
    public record Problems(String kind, long count, List<Finding> first) {
        public Problems {
            first = List.copyOf(first);
        }
    }

    /** @param where a place, debtor or document, or the whole sentence when {@code message} is null */
    public record Finding(String where, String message) {}

    /** From when on something is no longer late, counted in the creditor's bank days by the caller. */
    public record Limits(Instant pendingSince, LocalDate coveredSince) {}

    private static final int SHOWN = 10;
    private static final int DAYS_TOLD_LATE = 7;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Database database;

    ProblemFigures(Database database) {
        this.database = database;
    }

    List<Problems> of(String creditor, LocalDate day, Instant from, Instant to, Limits limits) {
        List<Problems> all = new ArrayList<>();
        List<Object> span = List.of(creditor, Database.at(from), Database.at(to));
        add(all, "quarantine", QUARANTINE, List.of(creditor));
        add(all, "unreadable", UNREADABLE, span);
        add(all, "statement", STATEMENTS, List.of(creditor));
        add(
                all,
                "details-unbooked",
                UNBOOKED,
                List.of(creditor, LocalDate.ofInstant(limits.pendingSince(), ZoneOffset.UTC)));
        add(all, "connection", CONNECTIONS, List.of(creditor));
        add(all, "alarm", ALARMS, span);
        add(all, "no-plan", OUTCOME, List.of("no-plan", creditor));
        add(all, "no-address", OUTCOME, List.of("no-address", creditor));
        add(all, "message-held", MESSAGES_HELD, span);
        add(all, "finished", OUTCOME, List.of("finished", creditor));
        add(all, "collection-unanswered", HELD, List.of(creditor, ItemDecision.UNANSWERED_COLLECTION + "%"));
        add(all, "unknown-payee", HELD, List.of(creditor, ItemDecision.UNKNOWN_PAYEE + "%"));
        add(all, "agreement", AGREEMENTS, span);
        add(all, "insolvency", INSOLVENCIES, List.of(creditor, day.minusDays(DAYS_TOLD_LATE)));
        add(all, "succession", SUCCESSIONS, List.of(creditor));
        add(all, "bounced", BOUNCED, span);
        add(all, "replied", REPLIED, span);
        add(all, "reply-overdue", UNANSWERED, List.of(creditor, day));
        add(all, "mail-unassigned", UNASSIGNED, span);
        add(all, "sms-unassigned", REPORTS, span);
        add(all, "payment-unclear", UNCLEAR, List.of(creditor, day));
        add(all, "returned", RETURNED, span);
        add(all, "pending-long", PENDING, List.of(creditor, Database.at(limits.pendingSince())));
        add(all, "write-back", WRITE_BACK, List.of(Database.at(to.minus(A_DAY)), creditor));
        add(all, "raised", RAISED, span);
        add(all, "credit-covers", COVERED, List.of(creditor, limits.coveredSince()));
        return all;
    }

    private void add(List<Problems> all, String kind, String statement, List<Object> parameters) {
        long count = database.sql()
                .sql("select count(*) from (" + statement + ") x")
                .params(parameters)
                .query(Long.class)
                .single();
        if (count > 0) {
            List<Finding> first = database.sql()
                    .sql("select place, message from (" + statement + ") x order by sort_key, place limit " + SHOWN)
                    .params(parameters)
                    .query((rs, n) -> new Finding(rs.getString("place"), rs.getString("message")))
                    .list();
            all.add(new Problems(kind, count, first));
        }
    }

    private static final String QUARANTINE = """
            select file_name || ':' || line_no as place, message, id as sort_key
            from quarantine where creditor = ? and state = 'waiting'
            """;

    private static final String UNREADABLE = """
            select file_name as place, coalesce(reason, state) as message, id as sort_key
            from export where creditor = ? and state in ('unreadable', 'rejected')
              and received_at > ? and received_at <= ?
            """;

    private static final String STATEMENTS = """
            select 'statement:' || id || ', ' || file_name as place,
                   case when state = 'quarantined' then coalesce(reason, 'could not be booked')
                        else 'a statement of ' || account || ' before ' || opening_date || ' seems to be missing' end
                     as message, -id as sort_key
            from bank_statement where creditor = ? and (state = 'quarantined' or state = 'applied' and gap)
            """;

    private static final String UNBOOKED = """
            select s.file_name as place,
                   'told of ' || cast(cast(e.amount as numeric(23, 2)) as varchar) || ' ' || e.currency || ' of '
                     || e.booking_date || ', which no statement of ' || e.account || ' has booked' as message,
                   e.id as sort_key
            from bank_entry e join bank_statement s on s.id = e.statement_id
            where e.creditor = ? and e.advised and e.booked_by is null
              and e.booking_date < ?
              and exists (select 1 from payment p where p.entry_id = e.id)
              and exists (select 1 from bank_statement c where c.account = e.account and c.state = 'applied'
                and c.closing_date > e.booking_date)
            """;

    private static final String CONNECTIONS = """
            select name as place,
                   failures || case when failures = 1 then ' failed attempt' else ' failed attempts' end
                     || ' since the last success: ' || coalesce(last_error, 'no message')
                     as message, -failures as sort_key
            from connection where creditor = ? and failures > 0
            """;

    private static final String ALARMS = """
            select message as place, cast(null as varchar) as message, id as sort_key
            from alarm where creditor = ? and at > ? and at <= ?
            """;

    private static final String OUTCOME = """
            select coalesce(d.name, i.debtor) as place,
                   count(*) || case when count(*) = 1 then ' item: ' else ' items: ' end || min(x.reason) as message,
                   -count(*) as sort_key
            from latest_decision x
            join open_item i on i.id = x.item_id
            left join debtor d on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor
            where x.outcome = ? and i.creditor = ? and i.settled_cause is null
            group by i.source, i.debtor, d.name
            """;

    private static final String HELD = """
            select coalesce(i.printed_no, i.document_no) || ', ' || coalesce(d.name, i.debtor) as place,
                   x.reason as message, i.id as sort_key
            from latest_decision x
            join open_item i on i.id = x.item_id
            left join debtor d on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor
            where i.creditor = ? and x.outcome = 'held' and x.reason like ? and i.settled_cause is null
            """;

    private static final String MESSAGES_HELD = """
            select coalesce(d.name, s.debtor) as place, s.channel || ', ' || s.reason as message, s.id as sort_key
            from dispatch s
            left join debtor d on d.creditor = s.creditor and d.source = s.source and d.debtor = s.debtor
            where s.creditor = ? and s.state = 'failed' and s.reason like 'held: %'
              and s.state_at > ? and s.state_at <= ?
            """;

    private static final String AGREEMENTS = """
            select coalesce(min(d.name), min(h.debtor)) as place,
                   case when g.kind = 'promise' then 'promise' else 'payment plan' end || ', agreement ' || g.id || ': '
                     || replace(g.state, '-', ' ') || '; ' || trim(to_char(g.arrived, '999,999,999,990.00')) || ' of '
                     || trim(to_char(max(n.agreed), '999,999,999,990.00')) || ' ' || g.currency
                     || ' arrived in time; reminders go on' as message, g.id as sort_key
            from agreement g
            join hold h on h.agreement_id = g.id
            join (select agreement_id, sum(amount) as agreed from agreement_instalment group by agreement_id) n
              on n.agreement_id = g.id
            left join debtor d on d.creditor = h.creditor and d.source = h.source and d.debtor = h.debtor
            where g.creditor = ? and g.state in ('broken', 'partly-kept') and g.state_at > ? and g.state_at <= ?
            group by g.id, g.kind, g.state, g.arrived, g.currency
            """;

    /** Until a week after the day: who missed it has to know as well. */
    private static final String INSOLVENCIES = """
            select coalesce(d.name, h.debtor) as place,
                   'claims are filed by ' || h.file_by || coalesce('; opened ' || h.opened_on, '') || ', hold ' || h.id
                     || ', ' || h.owner as message, h.file_by as sort_key
            from hold h
            left join debtor d on d.creditor = h.creditor and d.source = h.source and d.debtor = h.debtor
            where h.creditor = ? and h.ended_at is null and h.file_by >= ?
            """;

    private static final String SUCCESSIONS = """
            select coalesce(d.name, n.debtor) as place,
                   'item:' || n.id || ' ' || n.document_no || ' may continue item:' || p.id || ' ' || p.document_no
                     || '; it is not reminded before somebody says so' as message, n.id as sort_key
            from succession s join open_item n on n.id = s.item_id join open_item p on p.id = s.old_item_id
            left join debtor d on d.creditor = n.creditor and d.source = n.source and d.debtor = n.debtor
            where n.creditor = ? and s.state = 'waiting' and n.settled_cause is null
            """;

    private static final String BOUNCED = """
            select case when s.channel = 'letter' then 'postal address, address:' || s.id else s.address end as place,
                   s.reason || ', debtor ' || coalesce(d.debtor, '-') as message, s.id as sort_key
            from suspended_address s left join dispatch d on d.id = s.dispatch_id
            where s.creditor = ? and s.since > ? and s.since <= ? and s.lifted_at is null
            """;

    private static final String REPLIED = """
            select m.sender as place, m.subject || ' (debtor ' || coalesce(d.debtor, '-') || ', reminder '
                     || d.reminder_id || ')' as message, m.id as sort_key
            from incoming_mail m join dispatch d on d.id = m.dispatch_id
            where m.creditor = ? and m.kind in ('reply', 'complaint') and m.taken_at > ? and m.taken_at <= ?
            """;

    private static final String UNANSWERED = """
            select m.sender as place, m.subject || ' (reply ' || m.id || ', ' || coalesce(m.topic, 'question') || '), by '
                     || m.owner || ' on ' || m.answer_by as message, m.id as sort_key
            from incoming_mail m
            where m.creditor = ? and m.kind = 'reply' and m.answered_at is null and m.answer_by < ?
            """;

    private static final String UNASSIGNED = """
            select case when sender = '' then kind else sender end as place,
                   case when subject = '' then reason else subject || ': ' || reason end as message, id as sort_key
            from incoming_mail
            where creditor = ? and dispatch_id is null and kind <> 'auto-reply' and taken_at > ? and taken_at <= ?
            """;

    private static final String REPORTS = """
            select connection as place,
                   count(*) || case when count(*) = 1 then ' report' else ' reports' end || ', such as about id '
                     || min(message_id) as message, -count(*) as sort_key
            from sms_report where creditor = ? and dispatch_id is null and received_at > ? and received_at <= ?
            group by connection
            """;

    private static final String UNCLEAR = """
            select coalesce(p.counterparty_name, 'payment ' || p.id) as place,
                   cast(cast(p.unallocated as numeric(23, 2)) as varchar) || ' ' || p.currency || ' of '
                     || p.booking_date || ' still undecided; its items are reminded again' as message, p.id as sort_key
            from payment p
            where p.creditor = ?
              and (p.decision = 'candidates'
                or (p.decision = 'allocated' and p.decided_by = 'run' and p.unallocated > 0))
              and (select min(c.suspends_until) from candidate c where c.payment_id = p.id) < ?
            """;

    private static final String RETURNED = """
            select coalesce(o.counterparty_name, p.counterparty_name, 'payment ' || p.id) as place,
                   trim(to_char(coalesce(o.amount, -p.amount), '999,999,999,999,990.00')) || ' ' || p.currency || ' of '
                     || p.booking_date || coalesce(', reason ' || p.return_reason, '')
                     || case when o.id is null then ': which payment it gives back is not known' else '' end
                     || coalesce(', fee ' || trim(to_char(coalesce(p.return_fee, f.return_fee), '999,999,990.00')), '')
                     as message, p.id as sort_key
            from payment p
            join bank_entry e on e.id = p.entry_id
            join bank_statement s on s.id = e.statement_id
            left join payment o on o.id = p.about_payment
            left join payment f on f.about_payment = p.id and f.decision = 'notOurs'
            where p.creditor = ? and p.decision = 'returned' and p.amount < 0
              and s.received_at > ? and s.received_at <= ?
            """;

    private static final String PENDING = """
            select coalesce(i.printed_no, i.document_no) || ', ' || coalesce(d.name, i.debtor) as place,
                   case when a.amount < 0
                        then 'a payment' || coalesce(' of ' || p.booking_date, '') || ' was netted with '
                          || trim(to_char(-a.amount, '999,999,999,999,990.00')) || ' ' || i.currency
                          || ' of this credit; the ERP still shows it open'
                        when a.purpose = 'write-off' and a.payment_id is null
                        then trim(to_char(a.amount, '999,999,999,999,990.00')) || ' ' || i.currency
                          || ' were written off; the ERP has not accounted for it'
                        else 'the bank showed ' || trim(to_char(a.amount, '999,999,999,999,990.00')) || ' ' || i.currency
                          || coalesce(' on ' || p.booking_date, '') || '; the ERP has not accounted for it' end as message,
                   a.id as sort_key
            from allocation a
            join open_item i on i.id = a.item_id
            left join debtor d on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor
            left join payment p on p.id = a.payment_id
            where i.creditor = ? and a.state in ('pending', 'reversal-pending') and a.since < ?
              and a.purpose not in ('interest', 'costs') -- the ERP knows nothing of charges
            """;

    /** What no file holds yet, and what a file holds that is not known to be there. */
    private static final String WRITE_BACK = """
            select place, case when waiting = 1 then '1 allocation or reversal waits'
                               else waiting || ' allocations and reversals wait' end
                     || ' for more than a day to be written back to the ERP' as message, sort_key
            from (
              select w.source as place, count(*) as waiting, -count(*) as sort_key
              from (
                select i.source from allocation a
                join open_item i on i.id = a.item_id
                join writeback_posting p on p.creditor = i.creditor and p.source = i.source and p.posting = 'hub'
                left join writeback_row w on w.allocation_id in (a.id, coalesce(a.split_of, a.id))
                  and w.kind = case when a.state = 'pending' then 'allocation' else 'reversal' end
                left join writeback_batch b on b.id = w.batch_id
                cross join (select cast(? as timestamp with time zone) as late) l
                where i.creditor = ? and a.state in ('pending', 'reversal-pending') and a.made_at >= p.since
                  and a.made_at < l.late and (b.id is null or b.sent_at is null)
              ) w group by w.source
            ) x
            """;

    private static final String RAISED = """
            select coalesce(i.printed_no, i.document_no) as place,
                   'the ERP raised the open amount from ' || trim(to_char(c.old_open, '999,999,999,999,990.00'))
                     || ' to ' || trim(to_char(c.new_open, '999,999,999,999,990.00')) || ' ' || i.currency as message,
                   c.id as sort_key
            from item_change c join open_item i on i.id = c.item_id
            where i.creditor = ? and c.at > ? and c.at <= ? and c.what in ('changed', 'reopened')
              and c.old_open >= 0 and c.new_open > c.old_open
            """;

    /** Since the first decision of its kind that none of another kind followed: what they say may change meanwhile. */
    private static final String COVERED = """
            select coalesce(d.name, x.debtor) as place,
                   'credits cover the debt since ' || min(x.since) as message, -count(*) as sort_key
            from (
              select i.creditor, i.source, i.debtor, c.item_id, min(r.run_date) as since
              from latest_decision l
              join open_item i on i.id = l.item_id
              join decision c on c.item_id = l.item_id and c.outcome = 'credit-covers'
              join planning_run r on r.id = c.run_id
              where l.outcome = 'credit-covers' and i.creditor = ? and i.settled_cause is null
                and not exists (select 1 from decision other where other.item_id = c.item_id and other.id > c.id
                  and other.outcome not in ('credit-covers', 'stale'))
              group by i.creditor, i.source, i.debtor, c.item_id
            ) x
            left join debtor d on d.creditor = x.creditor and d.source = x.source and d.debtor = x.debtor
            where x.since < ?
            group by x.source, x.debtor, d.name
            """;
}
