package io.sollecito.digest;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.Freshness;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.Balance;
import io.sollecito.ledger.figures.DigestDays;
import io.sollecito.ledger.figures.DigestFigures;
import io.sollecito.ledger.figures.DigestFigures.Figures;
import io.sollecito.ledger.figures.Dso;
import io.sollecito.ledger.figures.DsoFigures;
import io.sollecito.ledger.figures.OwingDebtors;
import io.sollecito.ledger.figures.ProblemFigures.Finding;
import io.sollecito.ledger.figures.ProblemFigures.Limits;
import io.sollecito.ledger.figures.ProblemFigures.Problems;
import io.sollecito.model.Creditor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the digest of a creditor's day. Making one changes nothing; {@link #close} makes it the one that counts. */
public final class Digests {

    private static final int PENDING_BANK_DAYS = 5;
    private static final int COVERED_BANK_DAYS = 10;

    private final Database database;
    private final DigestFigures figures;
    private final DsoFigures dso;
    private final DigestDays days;
    private final OwingDebtors owing;
    private final Freshness freshness;
    private final Clock clock;

    public Digests(Database database, Connections connections, Clock clock) {
        this.database = database;
        this.figures = new DigestFigures(database);
        this.dso = new DsoFigures(database);
        this.days = new DigestDays(database);
        this.owing = new OwingDebtors(database);
        this.freshness = new Freshness(connections);
        this.clock = clock;
    }

    /** The digest of that day as of now; movements since the last closed digest before that day. */
    public Digest make(Creditor creditor, LocalDate day) {
        Instant now = clock.instant();
        BusinessDays bankDays = BusinessDays.of(creditor.country());
        Limits limits = new Limits(
                bankDays.plus(day, -PENDING_BANK_DAYS)
                        .atStartOfDay(creditor.zone())
                        .toInstant(),
                bankDays.plus(day, -COVERED_BANK_DAYS));
        return database.inSnapshot(() -> {
            Figures read = withBaseCurrency(figures.read(creditor.code(), day, now, limits), creditor);
            List<Dso> outstanding = dso.of(creditor.code(), day, creditor.zone());
            return new Digest(creditor, day, now, read, outstanding, problems(creditor, day, read), contacts(creditor));
        });
    }

    private SortedMap<String, Long> contacts(Creditor creditor) {
        SortedMap<String, Long> findings = new TreeMap<>();
        owing.each(
                creditor.code(),
                creditor.baseCurrency(),
                debtor -> ContactReview.of(debtor).forEach(finding -> findings.merge(finding.kind(), 1L, Long::sum)));
        return findings;
    }

    /** Records what the digest reported: the next one opens with it. To be called once it is on its way. */
    public void close(Digest digest) {
        days.close(
                digest.creditor().code(),
                digest.day(),
                digest.at(),
                digest.figures().balances(),
                digest.dso());
    }

    private List<Problems> problems(Creditor creditor, LocalDate day, Figures read) {
        List<Problems> problems = new ArrayList<>();
        List<Finding> later = read.balances().stream()
                .filter(balance -> balance.afterCutOff().signum() != 0)
                .map(balance -> new Finding(
                        Words.amount(balance.afterCutOff(), balance.currency()) + " " + balance.currency(),
                        "the ageing has it already, the balance will have it in the next digest"))
                .toList();
        add(problems, "after-cut-off", later);
        if (read.planningStopped() != null) {
            add(problems, "nobody-reminded", List.of(new Finding(read.planningStopped(), null)));
        }
        add(
                problems,
                "stale",
                freshness.stale(creditor, day).stream()
                        .map(reason -> new Finding(reason, null))
                        .toList());
        add(
                problems,
                "control-total",
                read.totals().stream()
                        .filter(total -> total.last() != null && !total.last().agrees())
                        .map(total -> new Finding(
                                total.source() + " in " + total.currency(),
                                ControlTotalSentences.lastTold(total, creditor.zone())))
                        .toList());
        problems.addAll(read.problems());
        return problems;
    }

    private static void add(List<Problems> problems, String kind, List<Finding> findings) {
        if (!findings.isEmpty()) {
            problems.add(new Problems(kind, findings.size(), findings));
        }
    }

    private static Figures withBaseCurrency(Figures read, Creditor creditor) {
        if (!read.balances().isEmpty()) {
            return read;
        }
        BigDecimal none = BigDecimal.ZERO;
        Balance empty = new Balance(creditor.baseCurrency(), none, List.of(), none, none, none, none, none, none);
        return new Figures(
                read.from(),
                List.of(empty),
                read.ageing(),
                read.receipts(),
                read.charges(),
                read.sent(),
                read.stopped(),
                read.payments(),
                read.uncertain(),
                read.approvals(),
                read.reviewed(),
                read.writeOffs(),
                read.heldExports(),
                read.calls(),
                read.totals(),
                read.problems(),
                read.planningStopped());
    }
}
