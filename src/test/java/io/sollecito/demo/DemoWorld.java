package io.sollecito.demo;

import io.sollecito.demo.companies.AcmeItalia;
import io.sollecito.demo.companies.Bank;
import io.sollecito.demo.companies.Company;
import io.sollecito.demo.companies.LumiereFrance;
import io.sollecito.demo.companies.Reminded;
import io.sollecito.demo.companies.Transfer;
import io.sollecito.demo.companies.Truth;
import io.sollecito.demo.servers.MailWorld;
import io.sollecito.demo.servers.OdooDatabase;
import io.sollecito.demo.servers.PrintHouse;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.demo.servers.SmsCentre;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Everything around the hub: the servers it connects to, two companies with their debtors, their banks and a print
 * house. Deterministic for a seed and for the messages that the hub sends. Whoever walks the days sets the clock.
 */
public final class DemoWorld implements AutoCloseable {

    private final Deque<AutoCloseable> servers = new ArrayDeque<>();
    private final SftpWorld sftp;
    private final MailWorld mail;
    private final SmsCentre sms;
    private final OdooDatabase odoo;
    private final PrintHouse printHouse;
    private YearMonth billing;
    private final long seed;
    private List<Company> companies = List.of();
    private Mailbag mailbag;

    private DemoWorld(Path folder, Clock clock, long seed) {
        this.seed = seed;
        try {
            this.sftp = started(SftpWorld.start(folder.resolve("sftp")));
            this.mail = started(MailWorld.start(folder.resolve("emails"), clock));
            this.sms = started(SmsCentre.start(folder.resolve("sms"), clock));
            this.odoo = started(OdooDatabase.start(folder.resolve("odoo")));
            this.printHouse = new PrintHouse(
                    sftp.folder(SftpWorld.PRINT_IN),
                    sftp.folder(SftpWorld.PRINT_OUT),
                    folder.resolve("print-house"),
                    clock);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private <S extends AutoCloseable> S started(S server) {
        servers.push(server);
        return server;
    }

    /** Starts all servers; their files lie under {@code folder}: emails, sms, print-house/letters, sftp, odoo. */
    public static DemoWorld start(Path folder, Clock clock, long seed) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new DemoWorld(folder, clock, seed);
    }

    public SftpWorld sftp() {
        return sftp;
    }

    public MailWorld mail() {
        return mail;
    }

    public SmsCentre sms() {
        return sms;
    }

    public OdooDatabase odoo() {
        return odoo;
    }

    public PrintHouse printHouse() {
        return printHouse;
    }

    public List<Company> companies() {
        return companies;
    }

    /** Founds the companies with what is open on the morning of {@code start}. */
    public void openOn(LocalDate start) {
        billing = YearMonth.from(start);
        companies = List.of(new AcmeItalia(sftp, start, seed), new LumiereFrance(odoo, start, seed));
        companies.forEach(company -> company.openOn(start));
        mailbag = new Mailbag(companies);
    }

    /** Puts the ERPs' exports and rows and the banks' statements where the hub will look. */
    public DayReport.Morning morningOf(LocalDate day) {
        List<String> delivered = new ArrayList<>();
        int newItems = 0;
        int booked = 0;
        for (Company company : companies) {
            if (company.worksOn(day)) {
                Company.Morning morning = company.morning(day);
                newItems += morning.newItems();
                booked += morning.booked();
                delivered.addAll(morning.delivered());
            }
            delivered.addAll(Bank.deliver(company, day, sftp));
        }
        return new DayReport.Morning(day, delivered, newItems, booked);
    }

    /** The print house works (and bills the month before, on the first afternoon of a month), debtors read what came for them and pay, and the banks book it. */
    public DayReport.Afternoon afternoonOf(LocalDate day) {
        List<MailWorld.Received> emails = mail.drain();
        List<SmsCentre.Received> texts = sms.drain();
        List<PrintHouse.Letter> letters = printHouse.work();
        for (; billing.isBefore(YearMonth.from(day)); billing = billing.plusMonths(1)) {
            printHouse.bill(billing);
        }
        sms.deliverReceipts();
        emails.forEach(mailbag::email);
        texts.forEach(mailbag::text);
        letters.forEach(mailbag::letter);
        List<String> payments = new ArrayList<>();
        BigDecimal paid = BigDecimal.ZERO;
        for (Company company : companies) {
            Map<String, List<Reminded>> messages = mailbag.takeFor(company);
            for (Transfer transfer : company.afternoon(day, messages)) {
                paid = paid.add(transfer.amount());
                payments.add("%s pays %s to %s".formatted(transfer.payerName(), transfer.amount(), company.code()));
            }
        }
        return new DayReport.Afternoon(
                day, emails.size(), texts.size(), letters.size(), payments.size(), paid, payments);
    }

    /** What really happened so far. */
    public Truth truth() {
        return Truth.of(companies);
    }

    /** Stops the servers, last started first; all are tried even if one fails. */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        while (!servers.isEmpty()) {
            try {
                servers.pop().close();
            } catch (Exception failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a server did not stop", failures.get(0));
        }
    }
}
