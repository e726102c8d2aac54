package io.sollecito.demo;

import io.sollecito.demo.companies.Company;
import io.sollecito.demo.companies.DemoDebtor;
import io.sollecito.demo.companies.Truth;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Walks a demo world through its eight weeks with a crude reminder by e-mail every Tuesday instead of the hub. */
final class WeeksForTests implements AutoCloseable {

    static final LocalDate START = LocalDate.of(2026, 3, 2);
    static final LocalDate END = LocalDate.of(2026, 4, 24);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    final DemoWorld world;
    final List<DayReport.Morning> mornings = new ArrayList<>();
    final List<DayReport.Afternoon> afternoons = new ArrayList<>();
    final Map<LocalDate, Truth> noons = new TreeMap<>();
    final Map<LocalDate, BigDecimal> residuals = new TreeMap<>();
    private static WeeksForTests shared;
    private final SimulatedClock clock =
            new SimulatedClock(START.atStartOfDay(ROME).toInstant(), ROME);
    private int references;

    WeeksForTests(Path folder) {
        world = DemoWorld.start(folder, clock, 42);
        world.openOn(START);
    }

    /** Weeks that were walked once for all tests of this JVM and must not be changed. */
    static synchronized WeeksForTests shared() throws Exception {
        if (shared == null) {
            Path folder = Files.createTempDirectory("sollecito-world");
            shared = new WeeksForTests(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            shared.walk();
        }
        return shared;
    }

    void walk() throws MessagingException {
        for (LocalDate day = START; !day.isAfter(END); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                clock.set(day.atTime(7, 0).atZone(ROME).toInstant());
                mornings.add(world.morningOf(day));
                noons.put(day, world.truth());
                residuals.put(day, sumOfResiduals());
                if (day.getDayOfWeek() == DayOfWeek.TUESDAY) {
                    remind(day);
                }
                clock.set(day.atTime(16, 0).atZone(ROME).toInstant());
                afternoons.add(world.afternoonOf(day));
            }
        }
    }

    private BigDecimal sumOfResiduals() {
        return JdbcClient.create(world.odoo().dataSource())
                .sql(
                        "select sum(l.amount_residual) from account_move_line l join account_account a on a.id = l.account_id"
                                + " where a.account_type = 'asset_receivable' and l.parent_state = 'posted'"
                                + " and not l.reconciled")
                .query(BigDecimal.class)
                .single();
    }

    private void remind(LocalDate day) throws MessagingException {
        Truth truth = world.truth();
        for (Company company : world.companies()) {
            for (DemoDebtor debtor : company.debtors()) {
                List<Truth.Item> late = truth.items().stream()
                        .filter(item -> item.creditor().equals(company.code())
                                && item.debtor().equals(debtor.number()))
                        .filter(item -> item.kind().equals("INVOICE")
                                && item.openInErp().signum() > 0)
                        .filter(item -> item.dueDate().isBefore(day.minusDays(2)) && !truth.knownSettled(item, day))
                        .toList();
                if (!debtor.email().isEmpty() && !late.isEmpty()) {
                    send(debtor.email(), late);
                }
            }
        }
    }

    private void send(String recipient, List<Truth.Item> late) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", world.mail().host());
        properties.put("mail.smtp.port", Integer.toString(world.mail().smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("crediti@acme.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        message.setSubject("Sollecito");
        StringBuilder text = new StringBuilder("Risultano scaduti:\n");
        late.forEach(item -> text.append(item.printedNo())
                .append("  ")
                .append(item.openInErp())
                .append('\n'));
        text.append("Indichi il riferimento ").append(reference()).append(" IBAN\n");
        message.setText(text.toString(), "utf-8");
        Transport.send(message);
    }

    private String reference() {
        String number = "%08d".formatted(++references);
        int check = 98
                - new BigInteger(number + "271500").mod(BigInteger.valueOf(97)).intValue();
        return "RF%02d %s %s".formatted(check, number.substring(0, 4), number.substring(4));
    }

    @Override
    public void close() {
        world.close();
    }
}
