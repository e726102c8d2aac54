package io.sollecito.truth;

import io.sollecito.model.Debtor;
import io.sollecito.model.Discount;
import io.sollecito.model.DocumentType;
import io.sollecito.model.DueDateOrigin;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Withheld;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up customers and their documents. */
final class Cast {

    /** The day of the statement. */
    static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    /** One ERP of one creditor, with its number range. */
    record Source(String creditor, String name, NumberStyle style, boolean hasInternalNumbers, String debtorNumbers) {}

    private static final int SERIALS = 9_000;
    private static final List<String> DEBTOR_NUMBERS = List.of("1%05d", "00001%05d", "C%06d", "K-%05d", "4%04d");

    private final Habits habits;
    private final World world;
    private final Random random;
    private final List<Source> sources = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> numbered = new HashSet<>();
    private final Map<Customer, Source> sourceOf = new HashMap<>();

    Cast(Habits habits, World world, Random random) {
        this.habits = habits;
        this.world = world;
        this.random = random;
        List<NumberStyle> styles = new ArrayList<>(habits.styles());
        java.util.Collections.shuffle(styles, random);
        int next = 0;
        for (String creditor : world.house().creditors()) {
            for (String name : List.of("erp", "shop")) {
                sources.add(new Source(
                        creditor,
                        name,
                        styles.get(next++ % styles.size()),
                        random.nextInt(3) == 0,
                        DEBTOR_NUMBERS.get(random.nextInt(DEBTOR_NUMBERS.size()))));
            }
        }
    }

    Customer customer() {
        return customer(sources.get(random.nextInt(sources.size())), null);
    }

    /** @param payer the customer who pays for this one, of the same source, or null */
    Customer branchOf(Customer payer) {
        return customer(sourceOf.get(payer), payer.master().debtor());
    }

    /** The same company as a debtor of another creditor of the house. */
    Customer ofAnotherCreditor(Customer customer) {
        String creditor = customer.master().creditor();
        Source other = sources.stream()
                .filter(source -> !source.creditor().equals(creditor))
                .findFirst()
                .orElseThrow();
        return known(
                other,
                customer.master().name(),
                customer.language(),
                customer.isPerson(),
                customer.iban(),
                null,
                customer.isAccountKnown());
    }

    /** Another debtor of the same name and the same ERP. */
    Customer namesake(Customer customer) {
        return known(
                sourceOf.get(customer),
                customer.master().name(),
                customer.language(),
                customer.isPerson(),
                Ibans.any(customer.iban().substring(0, 2), random),
                null,
                false);
    }

    /** A customer whose payments come from an account that others share. */
    Customer paidThrough(String iban) {
        Language language = world.house().language();
        return known(sources.get(random.nextInt(sources.size())), company(language), language, false, iban, null, true);
    }

    /** Somebody who is no customer. */
    Sender stranger() {
        Language language = world.house().language();
        return new Sender(
                random.nextBoolean() ? person(language) : company(language), Ibans.any(language.country(), random));
    }

    private Customer customer(Source source, String payer) {
        Language language = random.nextInt(100) < 85
                ? world.house().language()
                : Language.values()[random.nextInt(Language.values().length)];
        boolean person = random.nextInt(100) < 18;
        String name = person ? person(language) : company(language);
        String country = language.country();
        if (language == Language.FR && random.nextInt(5) == 0) {
            country = "BE";
        } else if (language == Language.DE && random.nextInt(8) == 0) {
            country = "CH";
        }
        return known(source, name, language, person, Ibans.any(country, random), payer, random.nextInt(100) < 65);
    }

    private Customer known(
            Source source,
            String name,
            Language language,
            boolean person,
            String iban,
            String payer,
            boolean accountKnown) {
        String country = "GB".equals(iban.substring(0, 2)) ? "GB" : iban.substring(0, 2);
        Customer customer = new Customer(
                new Debtor(
                        source.creditor(),
                        source.name(),
                        unused(source),
                        name,
                        person ? "consumer" : "business",
                        person
                                ? null
                                : country + Ibans.digits(random, country.equals("FR") || country.equals("IT") ? 11 : 9),
                        language.name().toLowerCase(Locale.ROOT),
                        country,
                        null,
                        accountKnown ? List.of(iban) : List.of(),
                        payer,
                        null,
                        null),
                language,
                iban);
        sourceOf.put(customer, source);
        world.add(customer);
        return customer;
    }

    private String unused(Source source) {
        String number;
        do {
            number = String.format(Locale.ROOT, source.debtorNumbers(), random.nextInt(99_999));
        } while (!taken.add(source.creditor() + source.name() + number));
        return number;
    }

    private String person(Language language) {
        Words words = habits.in(language);
        return words.any("first", random) + " " + family(words);
    }

    /** A common surname, or one of hundreds. */
    private String family(Words words) {
        return random.nextInt(3) == 0
                ? words.any("last", random)
                : words.any("lastheads", random) + words.any("lasttails", random);
    }

    private String coined(Words words) {
        return random.nextInt(5) == 0
                ? words.any("stems", random)
                : words.any("heads", random) + words.any("tails", random);
    }

    /** Some are named like others: the same founder, another trade or form. */
    private String company(Language language) {
        Words words = habits.in(language);
        String form = words.any("forms", random);
        return switch (random.nextInt(5)) {
            case 0 -> family(words) + " " + words.any("trades", random) + " " + form;
            case 1 -> coined(words) + " " + form;
            case 2 -> coined(words) + " " + words.any("trades", random) + " " + form;
            case 3 -> family(words) + " & " + family(words) + " " + form;
            default ->
                words.any("trades", random) + " " + family(words) + " " + words.any("cities", random) + " " + form;
        };
    }

    /** A document with one item, due some weeks after its issue. */
    Bill bill(Customer customer) {
        return bill(customer, amount());
    }

    Bill bill(Customer customer, BigDecimal amount) {
        return bill(customer, DocumentType.INVOICE, List.of(amount), issued(), null, null);
    }

    Bill credit(Customer customer, BigDecimal amount) {
        return bill(customer, DocumentType.CREDIT_NOTE, List.of(amount.negate()), issued(), null, null);
    }

    Bill instalments(Customer customer, int count) {
        BigDecimal each = amount();
        return bill(customer, DocumentType.INVOICE, java.util.Collections.nCopies(count, each), issued(), null, null);
    }

    /** @param percent of the amount @param until the last day of the discount */
    Bill discounted(Customer customer, int percent, LocalDate until) {
        BigDecimal amount = amount();
        return bill(
                customer,
                DocumentType.INVOICE,
                List.of(amount),
                until.minusDays(percent == 3 ? 10 : 14),
                new Discount(until, share(amount, percent)),
                null);
    }

    Bill withheld(Customer customer, int percent) {
        BigDecimal amount = amount();
        return bill(
                customer,
                DocumentType.INVOICE,
                List.of(amount),
                issued(),
                null,
                new Withheld("tax", share(amount, percent), null));
    }

    /** Issued on the first of the month, due on the tenth. */
    Bill rent(Customer customer, BigDecimal amount, LocalDate first) {
        Bill bill = made(customer, DocumentType.INVOICE, List.of(amount), first, null, null, null, 9);
        world.add(bill);
        return bill;
    }

    /** One that the ERP has booked as paid before the bank shows the money. */
    Bill closedByErp(Customer customer, BigDecimal amount) {
        Bill bill = made(customer, DocumentType.INVOICE, List.of(amount), issued(), null, null, null, 30);
        world.addClosedByErp(bill);
        return bill;
    }

    /** One that was paid long ago: no open item any more. */
    Bill settled(Customer customer, BigDecimal amount) {
        Bill bill = made(customer, DocumentType.INVOICE, List.of(amount), issued().minusDays(60), null, null, null, 30);
        world.addSettled(bill);
        return bill;
    }

    private Bill bill(
            Customer customer,
            DocumentType type,
            List<BigDecimal> amounts,
            LocalDate day,
            Discount discount,
            Withheld withheld) {
        Bill bill = made(customer, type, amounts, day, discount, withheld, null, 30);
        world.add(bill);
        return bill;
    }

    Bill referenced(Customer customer, String reference) {
        Bill bill = made(customer, DocumentType.INVOICE, List.of(amount()), issued(), null, null, reference, 30);
        world.add(bill);
        return bill;
    }

    /** Another creditor's document of the same number. */
    Bill sameNumber(Bill other, Customer customer, BigDecimal amount) {
        OpenItem like = other.first();
        OpenItem item = item(
                customer,
                like.documentNo(),
                like.printedNo(),
                1,
                DocumentType.INVOICE,
                like.issueDate(),
                like.dueDate(),
                amount,
                null,
                null,
                null);
        Bill bill = new Bill(customer, other.style(), other.serial(), List.of(item));
        world.add(bill);
        return bill;
    }

    private Bill made(
            Customer customer,
            DocumentType type,
            List<BigDecimal> amounts,
            LocalDate day,
            Discount discount,
            Withheld withheld,
            String reference,
            int days) {
        return made(
                customer, type, amounts, day, discount, withheld, reference, days, serial(sourceOf.get(customer), day));
    }

    private Bill made(
            Customer customer,
            DocumentType type,
            List<BigDecimal> amounts,
            LocalDate day,
            Discount discount,
            Withheld withheld,
            String reference,
            int days,
            long serial) {
        Source source = sourceOf.get(customer);
        String printed = source.style().print(day, serial);
        String internal = source.hasInternalNumbers()
                ? String.format(Locale.ROOT, "90%08d", serial + day.getYear() % 10 * 100_000L)
                : printed;
        List<OpenItem> items = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            items.add(item(
                    customer,
                    internal,
                    internal.equals(printed) ? null : printed,
                    i + 1,
                    type,
                    day,
                    day.plusDays((long) days * (i + 1)),
                    amounts.get(i),
                    discount,
                    withheld,
                    reference));
        }
        return new Bill(customer, source.style(), serial, items);
    }

    private OpenItem item(
            Customer customer,
            String documentNo,
            String printedNo,
            int instalment,
            DocumentType type,
            LocalDate day,
            LocalDate due,
            BigDecimal amount,
            Discount discount,
            Withheld withheld,
            String reference) {
        Debtor debtor = customer.master();
        return new OpenItem(
                debtor.creditor(),
                debtor.source(),
                debtor.debtor() + "/" + documentNo + "/" + instalment,
                debtor.debtor(),
                documentNo,
                printedNo,
                instalment,
                type,
                day,
                due,
                DueDateOrigin.SOURCE,
                world.house().currency(),
                amount,
                amount,
                reference,
                null,
                false,
                discount,
                withheld == null ? null : List.of(withheld),
                null,
                null,
                null,
                1);
    }

    private long serial(Source source, LocalDate day) {
        long serial;
        do {
            serial = source.style().first() + random.nextInt(SERIALS);
        } while (!numbered.add(range(source, day) + serial));
        return serial;
    }

    private static String range(Source source, LocalDate day) {
        return source.creditor() + source.name() + (source.style().isYearly() ? day.getYear() : 0) + "/";
    }

    /** Documents of this year whose numbers follow one another. */
    List<Bill> run(Customer customer, int count) {
        Source source = sourceOf.get(customer);
        LocalDate day = TODAY.minusDays(5 + random.nextInt(60));
        long first;
        do {
            first = source.style().first() + random.nextInt(SERIALS);
        } while (!isFree(source, day, first, count));
        List<Bill> run = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbered.add(range(source, day) + (first + i));
            Bill bill = made(customer, DocumentType.INVOICE, List.of(amount()), day, null, null, null, 30, first + i);
            world.add(bill);
            run.add(bill);
        }
        return run;
    }

    private boolean isFree(Source source, LocalDate day, long first, int count) {
        for (int i = 0; i < count; i++) {
            if (numbered.contains(range(source, day) + (first + i))) {
                return false;
            }
        }
        return true;
    }

    LocalDate issued() {
        return TODAY.minusDays(5 + random.nextInt(150));
    }

    /** Around 600, with a long tail; a quarter are round. */
    BigDecimal amount() {
        double value = Math.min(250_000, Math.max(12, Math.exp(random.nextGaussian() * 1.15 + 6.4)));
        int round = random.nextInt(100);
        BigDecimal amount = BigDecimal.valueOf(value);
        if (round < 12) {
            return amount.setScale(-1, RoundingMode.UP).setScale(2);
        }
        return round < 25
                ? amount.setScale(0, RoundingMode.HALF_UP).setScale(2)
                : amount.setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal share(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }
}
