package io.sollecito.truth;

import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one house's ERPs know on the day of a statement, and what was paid before. */
final class World {

    /** A payment of an earlier statement. */
    record Earlier(BigDecimal amount, String endToEndId, String bankReference, Sender sender, List<Share> shares) {}

    private final House house;
    private final List<Customer> customers = new ArrayList<>();
    private final List<Bill> bills = new ArrayList<>();
    private final Map<Customer, List<Bill>> byCustomer = new HashMap<>();
    private final Map<Long, List<Bill>> bySerial = new HashMap<>();
    private final Map<Customer, List<Bill>> settled = new HashMap<>();
    private final List<Bill> closedByErp = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<Earlier> earlier = new ArrayList<>();

    World(House house) {
        this.house = house;
    }

    House house() {
        return house;
    }

    void add(Customer customer) {
        customers.add(customer);
    }

    void add(Bill bill) {
        bills.add(bill);
        numbers.add(bill.number());
        byCustomer.computeIfAbsent(bill.customer(), c -> new ArrayList<>()).add(bill);
        bySerial.computeIfAbsent(bill.serial(), s -> new ArrayList<>()).add(bill);
    }

    /** The ERP closed it lately, and nothing explains why: money may (law 10). */
    void addClosedByErp(Bill bill) {
        closedByErp.add(bill);
        bySerial.computeIfAbsent(bill.serial(), s -> new ArrayList<>()).add(bill);
        numbers.add(bill.number());
    }

    /** It was open once. */
    void addSettled(Bill bill) {
        numbers.add(bill.number());
        settled.computeIfAbsent(bill.customer(), c -> new ArrayList<>()).add(bill);
    }

    void add(Earlier payment) {
        earlier.add(payment);
    }

    List<Customer> customers() {
        return customers;
    }

    List<Bill> bills() {
        return bills;
    }

    List<Bill> of(Customer customer) {
        return byCustomer.getOrDefault(customer, List.of());
    }

    List<Bill> settledOf(Customer customer) {
        return settled.getOrDefault(customer, List.of());
    }

    List<Bill> numbered(long serial) {
        return bySerial.getOrDefault(serial, List.of());
    }

    List<Bill> closedByErp() {
        return closedByErp;
    }

    /** Whether a document has, or had, this number. */
    boolean isNumber(String number) {
        return numbers.contains(number);
    }

    List<Earlier> earlier() {
        return earlier;
    }

    List<OpenItem> items(Customer customer) {
        return of(customer).stream().flatMap(bill -> bill.items().stream()).toList();
    }
}
