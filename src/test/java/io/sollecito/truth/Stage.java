package io.sollecito.truth;

import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Where payments are acted out: one house, its customers, its bank. */
final class Stage {

    private static final String NO_REFERENCE = "NOTPROVIDED";

    final Habits habits;
    final World world;
    final Cast cast;
    final Random random;
    private final Bank bank;
    private int entries;

    Stage(Habits habits, World world, Random random) {
        this.habits = habits;
        this.world = world;
        this.random = random;
        this.cast = new Cast(habits, world, random);
        this.bank = new Bank(random);
    }

    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** From the least to the most. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A customer who owes a few other things already. */
    Customer customer() {
        Customer customer = cast.customer();
        bills(customer, between(0, 4));
        return customer;
    }

    Customer customerOfKnownAccount() {
        Customer customer = cast.customer();
        while (!customer.isAccountKnown()) {
            customer = cast.customer();
        }
        return customer;
    }

    List<Bill> bills(Customer customer, int count) {
        List<Bill> bills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bills.add(cast.bill(customer));
        }
        return bills;
    }

    Words words(Customer customer) {
        return habits.in(customer.language());
    }

    Words words() {
        return habits.in(world.house().language());
    }

    String phrase(Customer customer, String heading) {
        return words(customer).any(heading, random);
    }

    /** A phrase about the bill that the bank does not cut. */
    String phraseThatFits(Bill bill, String heading) {
        String phrase;
        do {
            phrase = phrase(bill.customer(), heading);
        } while (Spelling.of(phrase, bill).length() > Bank.MOST_CHARACTERS - 20);
        return phrase;
    }

    /** The payer as most banks show him. */
    Sender sender(Customer customer) {
        return new Sender(in(94) ? bank.name(customer) : null, in(88) ? customer.iban() : null);
    }

    Sender named(Customer customer) {
        return new Sender(bank.name(customer), null);
    }

    Told told(Kind kind, BigDecimal amount, Sender sender, String text, Truth truth) {
        return told(kind, amount, sender, text, truth, clerk -> true);
    }

    Told told(Kind kind, BigDecimal amount, Sender sender, String text, Truth truth, Predicate<Clerk> evident) {
        return told(kind, amount, sender, text, null, endToEnd(), truth, evident);
    }

    Told told(
            Kind kind,
            BigDecimal amount,
            Sender sender,
            String text,
            String creditorReference,
            String endToEnd,
            Truth truth,
            Predicate<Clerk> evident) {
        String shown = text == null ? null : bank.shows(text, words());
        return new Told(
                kind,
                entry(amount, payment(amount, sender, shown, creditorReference, endToEnd, null), false),
                truth,
                evident);
    }

    /** @param reason why it comes back, such as AC04, or null when the entry only is marked */
    Told back(Kind kind, BigDecimal amount, Sender sender, String text, String endToEnd, String reason, Truth truth) {
        BigDecimal out = amount.negate();
        return new Told(
                kind, entry(out, payment(out, sender, text, null, endToEnd, reason), reason == null), truth, c -> true);
    }

    private Statement.Payment payment(
            BigDecimal amount, Sender sender, String text, String reference, String endToEnd, String reason) {
        Statement.Counterparty other = sender.name() == null && sender.iban() == null
                ? null
                : new Statement.Counterparty(sender.name(), sender.iban());
        return new Statement.Payment(amount, world.house().currency(), endToEnd, reference, text, other, reason);
    }

    private Statement.Entry entry(BigDecimal amount, Statement.Payment payment, boolean reversal) {
        return new Statement.Entry(
                Cast.TODAY, Cast.TODAY, amount, world.house().currency(), reversal, bankReference(), List.of(payment));
    }

    String bankReference() {
        return "BK" + (10_000_000L + ++entries * 37L);
    }

    /** Mostly none; else the payer's own number, which means nothing to us. */
    String endToEnd() {
        return in(60) ? NO_REFERENCE : (in(50) ? "ZV" : "") + Ibans.digits(random, between(8, 16));
    }

    /** An amount that is not the bill's, between the shares, often round. */
    BigDecimal partOf(BigDecimal whole, int least, int most) {
        BigDecimal part = Cast.share(whole, between(least, most));
        BigDecimal round = part.setScale(-1, RoundingMode.DOWN).setScale(2);
        return round.signum() > 0 && in(70) ? round : part;
    }

    /** An amount that no choice of what the customer owes adds up to. */
    BigDecimal unlike(Customer customer, Supplier<BigDecimal> amounts) {
        BigDecimal amount = amounts.get();
        while (Clerk.choices(world.items(customer), amount) > 0) {
            amount = amounts.get();
        }
        return amount;
    }

    static BigDecimal sum(List<Bill> bills) {
        return bills.stream().map(Bill::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<Share> shares(List<Bill> bills) {
        return bills.stream()
                .flatMap(bill -> bill.items().stream())
                .map(Share::all)
                .toList();
    }

    static Truth paid(List<Bill> bills) {
        return Truth.settles(shares(bills));
    }

    /** The same payment once more: only the bank's reference is another. */
    Statement.Entry sameAgain(Statement.Entry entry) {
        return entry(entry.amount(), entry.payments().get(0), false);
    }

    /** Fills in numbers that mean something else: phone, VAT id, order, a longer number around the decoy's. */
    String noise(String phrase, Bill decoy) {
        return phrase.replace("{phone}", "0" + Ibans.digits(random, 2) + "/" + Ibans.digits(random, 3) + decoy.serial())
                .replace("{vat}", "0" + Ibans.digits(random, 10))
                .replace("{order}", String.valueOf(between(1000, 98_999)))
                .replace("{decoy}", String.valueOf(decoy.serial()))
                .replace("{longer}", Ibans.digits(random, 4) + decoy.serial() + Ibans.digits(random, 4))
                .replace("{amount}", decoy.open().toPlainString().replace('.', ','))
                .replace("{year}", String.valueOf(Cast.TODAY.getYear()))
                .replace("{day}", world.house().language().date(Cast.TODAY.minusDays(between(1, 20))));
    }
}
