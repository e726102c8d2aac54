package io.sollecito.digest;

import io.sollecito.CreditorsForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.figures.DigestDays;
import io.sollecito.ledger.figures.DigestFigures;
import io.sollecito.ledger.figures.ProblemFigures;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A creditor's Monday with something in every part of the digest. */
final class DigestForTests {

    static final Instant FRIDAY = Instant.parse("2026-03-06T05:30:00Z");
    static final Instant FRIDAY_EVENING = Instant.parse("2026-03-06T17:00:00Z");
    static final Instant MONDAY = Instant.parse("2026-03-09T05:30:00Z");
    static final Instant MONDAY_EVENING = Instant.parse("2026-03-09T17:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    private DigestForTests() {}

    static Creditor acme() {
        return acme("Acme Italia S.p.A.", "it", "IT");
    }

    static Creditor acme(String name, String language, String country) {
        Creditor acme = CreditorsForTests.ACME;
        return new Creditor(
                acme.code(),
                name,
                country,
                acme.zone(),
                acme.baseCurrency(),
                language,
                acme.letterhead(),
                acme.howToPay(),
                acme.people(),
                acme.senders());
    }

    static Digest digest(Database database, Creditor creditor) {
        Clock clock = Clock.fixed(MONDAY_EVENING, creditor.zone());
        return new Digests(database, new Connections(database, clock), clock).make(creditor, DAY);
    }

    /** Everything that a digest can tell happened since Friday's. */
    static void busyMonday(Database database) {
        LedgerRows rows = new LedgerRows(database);
        Connections connections = new Connections(database, Clock.fixed(MONDAY, ZoneId.of("UTC")));
        connections.declare(new Connections.Connection("erp-acme", "ACME-IT", "erp", "daily", 2, 30));
        connections.declare(new Connections.Connection("bank-acme", "ACME-IT", "bank", "movements", 2, 30));
        connections.factsAsOf("erp-acme", MONDAY);
        connections.factsAsOf("bank-acme", Instant.parse("2026-02-27T17:00:00Z"));
        connections.pollFailed("bank-acme", "connection refused by sftp.bank.example:22", MONDAY_EVENING);

        long friday = rows.export("FBL5N_20260306.csv", "applied", FRIDAY);
        rows.debtor("R", "Rossi S.r.l.", friday);
        rows.debtor("B", "Bianchi & Figli S.n.c.", friday);
        rows.debtor("V", "Verdi Meccanica S.p.A.", friday);
        rows.debtor("N", "=Neri <Impianti>", friday);
        long paid = rows.item(friday, "1042", "R", "INVOICE", "1190.00", "EUR", LocalDate.of(2026, 2, 14));
        long part = rows.item(friday, "1043", "R", "INVOICE", "86240.50", "EUR", LocalDate.of(2026, 3, 20));
        long twinA = rows.item(friday, "1044", "B", "INVOICE", "4800.00", "EUR", LocalDate.of(2026, 1, 20));
        long twinB = rows.item(friday, "1045", "V", "INVOICE", "4800.00", "EUR", LocalDate.of(2026, 2, 25));
        long old = rows.item(friday, "0871", "N", "INVOICE", "12333.10", "EUR", LocalDate.of(2025, 11, 3));
        rows.item(friday, "1046", "V", "CREDIT_NOTE", "-310.00", "EUR", LocalDate.of(2026, 3, 1));
        rows.item(friday, "2001", "V", "INVOICE", "7650.00", "CHF", LocalDate.of(2026, 2, 1));
        new DigestDays(database)
                .close(
                        "ACME-IT",
                        DAY.minusDays(3),
                        FRIDAY_EVENING,
                        new DigestFigures(database)
                                .read(
                                        "ACME-IT",
                                        DAY.minusDays(3),
                                        FRIDAY_EVENING,
                                        new ProblemFigures.Limits(FRIDAY, DAY))
                                .balances(),
                        List.of());

        long monday = rows.export("FBL5N_20260309.csv", "applied", MONDAY);
        rows.export("FBL5N_20260309_b.csv", "held", MONDAY.plusSeconds(600));
        rows.item(monday, "1050", "B", "INVOICE", "23410.00", "EUR", LocalDate.of(2026, 4, 8));
        rows.item(monday, "1051", "V", "INVOICE", "9120.75", "EUR", LocalDate.of(2026, 4, 8));
        rows.item(monday, "1052", "V", "CREDIT_NOTE", "-120.75", "EUR", LocalDate.of(2026, 3, 9));
        rows.change(paid, monday, MONDAY, "settled", "0", "payment");
        rows.quarantine(
                monday,
                "1000/1053",
                "FBL5N_20260309.csv",
                118,
                "'1.19O,00' is not an amount: the letter O is not a digit");
        long statement = rows.statement("camt053_20260309.xml", MONDAY, true);
        long partly = rows.payment(statement, "20000.00", "allocated", "0", "Rossi S.r.l.", "acconto 2026/1043");
        rows.allocation(partly, part, "20000.00", MONDAY);
        long unclear =
                rows.payment(statement, "4800.00", "candidates", "4800.00", "MARIO COLOMBO", "saldo fattura febbraio");
        rows.candidate(
                unclear, 1, "0.640", "[\"the amount fits\",\"due nearest to the booking date\"]", twinB, "4800.00");
        rows.candidate(unclear, 2, "0.580", "[\"the amount fits\"]", twinA, "4800.00");
        rows.payment(statement, "77.30", "unmatched", "77.30", null, "");
        rows.payment(statement, "12.40", "notOurs", "12.40", "Banca", "interessi");
        rows.payment(statement, "-500.00", "returned", "0", "Bianchi", "AC04");

        long run = rows.run(DAY, MONDAY);
        rows.decision(run, old, "awaiting-approval", "formal-notice", "the step needs approval");
        rows.decision(run, twinB, "no-plan", null, "no plan fits country CH");
        rows.decision(run, twinA, "no-address", "first-reminder", "no e-mail and no postal address");
        for (int i = 0; i < 3; i++) {
            long reminder = rows.reminder(run, old, "N", "courtesy-" + i, "sent", "12333.10", MONDAY);
            rows.dispatch(reminder, "N", "email", i == 2 ? "cancelled" : "sent", "paid in the meantime", MONDAY);
        }
        long formal = rows.reminder(run, old, "N", "second-reminder", "sent", "12333.10", MONDAY);
        rows.dispatch(formal, "N", "letter", "uncertain", "no answer after the last byte", MONDAY);
    }
}
