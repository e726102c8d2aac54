package io.sollecito.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Payments that name several documents. */
final class Lists {

    /** A phrase of five parts, a bar between them: head, item, separator, last separator, tail. */
    record Pattern(String head, String item, String separator, String last, String tail) {

        static Pattern of(String phrase) {
            String[] parts = phrase.split("\\|", -1);
            if (parts.length != 5) {
                throw new IllegalArgumentException("not head|item|separator|last separator|tail: " + phrase);
            }
            return new Pattern(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        String write(List<Bill> bills) {
            StringBuilder text = new StringBuilder(head);
            for (int i = 0; i < bills.size(); i++) {
                text.append(i == 0 ? "" : i == bills.size() - 1 ? last : separator)
                        .append(Spelling.of(item, bills.get(i)));
            }
            return text.append(tail).toString();
        }
    }

    private Lists() {}

    static List<Told> several(Stage stage) {
        Customer customer = stage.customer();
        return List.of(listed(stage, Kind.SEVERAL_INVOICES, customer, stage.bills(customer, stage.between(2, 8))));
    }

    private static Told listed(Stage stage, Kind kind, Customer payer, List<Bill> bills) {
        List<Bill> written = bills;
        Pattern pattern = Pattern.of(stage.phrase(payer, "lists"));
        while (pattern.write(written).length() > Bank.MOST_CHARACTERS - 20) {
            written = written.subList(0, written.size() - 1);
        }
        List<Bill> paid = List.copyOf(written);
        Sender sender = stage.sender(payer);
        String item = pattern.item();
        return stage.told(
                kind,
                Stage.sum(paid),
                sender,
                pattern.write(paid),
                Stage.paid(paid),
                clerk -> paid.stream().allMatch(bill -> clerk.reads(item, bill, sender, null)));
    }

    static List<Told> range(Stage stage) {
        Customer customer = stage.cast.customer();
        List<Bill> run = stage.cast.run(customer, stage.between(3, 6));
        Pattern pattern = Pattern.of(stage.phrase(customer, "ranges"));
        Sender sender = stage.sender(customer);
        Bill first = run.get(0);
        Bill last = run.get(run.size() - 1);
        String text = pattern.head()
                + Spelling.of(pattern.item(), first)
                + pattern.separator()
                + Spelling.of(pattern.last(), last)
                + pattern.tail();
        return List.of(stage.told(
                Kind.RANGE,
                Stage.sum(run),
                sender,
                text,
                Stage.paid(run),
                clerk -> clerk.mayBeFrom(sender, customer) && clerk.reads(pattern.item(), first, sender, null)));
    }

    static List<Told> andOthers(Stage stage) {
        Customer customer = stage.cast.customer();
        List<Bill> bills = stage.bills(customer, stage.between(3, 6));
        List<Bill> paid = bills.subList(0, stage.between(2, bills.size()));
        String phrase = stage.phrase(customer, "plus");
        Sender sender = stage.sender(customer);
        Bill first = paid.get(0);
        return List.of(stage.told(
                Kind.ONE_AND_OTHERS,
                Stage.sum(paid),
                sender,
                Spelling.of(phrase, first).replace("{count}", String.valueOf(paid.size() - 1)),
                Stage.paid(paid),
                clerk -> clerk.isFrom(sender, customer) && clerk.isOnlyChoice(List.of(customer), Stage.sum(paid))));
    }

    static List<Told> cutShort(Stage stage) {
        Customer customer = stage.cast.customer();
        List<Bill> bills = stage.bills(customer, stage.between(14, 22));
        Pattern pattern = Pattern.of(stage.phrase(customer, "lists"));
        while (pattern.write(bills).length() <= Bank.MOST_CHARACTERS) {
            bills.addAll(stage.bills(customer, 3));
        }
        String seen = pattern.write(bills).substring(0, Bank.MOST_CHARACTERS);
        List<Bill> hidden = bills.stream()
                .filter(bill -> !(seen + " ").contains(Spelling.of(pattern.item(), bill) + pattern.separator()))
                .toList();
        stage.bills(customer, stage.between(0, 2));
        Sender sender = stage.sender(customer);
        BigDecimal rest = Stage.sum(hidden);
        return List.of(stage.told(
                Kind.LIST_CUT_SHORT,
                Stage.sum(bills),
                sender,
                seen,
                Stage.paid(bills),
                clerk -> clerk.mayBeFrom(sender, customer)
                        && Clerk.choices(
                                        clerk.world().of(customer).stream()
                                                .filter(bill -> !bills.contains(bill) || hidden.contains(bill))
                                                .map(Bill::first)
                                                .toList(),
                                        rest)
                                == 1));
    }

    static List<Told> headOffice(Stage stage) {
        Customer office = stage.cast.customer();
        List<Bill> bills = new ArrayList<>(stage.bills(office, stage.between(0, 1)));
        for (int i = stage.between(2, 3); i > 0; i--) {
            bills.addAll(stage.bills(stage.cast.branchOf(office), stage.between(1, 2)));
        }
        if (stage.in(65)) {
            return List.of(listed(stage, Kind.HEAD_OFFICE, office, bills));
        }
        Sender sender = stage.sender(office);
        List<Customer> all = bills.stream().map(Bill::customer).distinct().toList();
        return List.of(stage.told(
                Kind.HEAD_OFFICE,
                Stage.sum(bills),
                sender,
                stage.phrase(office, "balance"),
                Stage.paid(bills),
                clerk -> clerk.isFrom(sender, office) && clerk.isOnlyChoice(all, Stage.sum(bills))));
    }
}
