package io.sollecito.reconciliation;

import io.sollecito.model.AdviceLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remittance advices, which come apart from their money: found by their number in the payment, else by payer and total. */
public final class Advices {

    public static final Advices NONE = new Advices(List.of());

    private static final double ALIKE = 0.75;

    /** One advice: the documents that one payment is for. */
    record Advice(String number, List<AdviceLine> lines) {
        BigDecimal total() {
            return lines.stream().map(AdviceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean isOf(BigDecimal amount, String currency) {
            return lines.get(0).currency().equals(currency) && total().compareTo(amount) == 0;
        }
    }

    private final Map<String, Advice> byNumber = new LinkedHashMap<>();
    private final Map<BigDecimal, List<Advice>> byTotal = new LinkedHashMap<>();
    private final Collection<AdviceLine> lines;

    public Advices(Collection<AdviceLine> lines) {
        this.lines = List.copyOf(lines);
        Map<String, List<AdviceLine>> grouped = new LinkedHashMap<>();
        lines.forEach(line ->
                grouped.computeIfAbsent(key(line), k -> new ArrayList<>()).add(line));
        grouped.values().forEach(all -> {
            Advice advice = new Advice(all.get(0).advice(), List.copyOf(all));
            Numbers.keys(advice.number()).forEach(key -> byNumber.putIfAbsent(key, advice));
            byTotal.computeIfAbsent(advice.total().stripTrailingZeros(), t -> new ArrayList<>(1))
                    .add(advice);
        });
    }

    private static String key(AdviceLine line) {
        return line.creditor() + " " + line.source() + " " + line.debtor() + " " + line.payer() + " " + line.advice();
    }

    /** The numbers of the documents that advices name. */
    Collection<String> documentNumbers() {
        return lines.stream().map(AdviceLine::documentNo).toList();
    }

    /** The advice that a payment is of. */
    Optional<Advice> of(Incoming payment, Payer payer) {
        if (byTotal.isEmpty()) {
            return Optional.empty();
        }
        for (String text : payment.texts()) {
            for (Mention mention : new RemittanceText(text).mentions()) {
                for (String key : mention.keys()) {
                    Advice advice = byNumber.get(key);
                    if (advice != null && !mention.loose()) {
                        return Optional.of(advice);
                    }
                }
            }
        }
        List<Advice> alike = byTotal.getOrDefault(payment.amount().stripTrailingZeros(), List.of()).stream()
                .filter(advice -> advice.isOf(payment.amount(), payment.currency()))
                .filter(advice -> isOf(advice.lines().get(0), payment, payer))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static boolean isOf(AdviceLine line, Incoming payment, Payer payer) {
        if (line.debtor() != null) {
            return payer.strength(Set.of(new DebtorKey(line.creditor(), line.source(), line.debtor()))) > 0;
        }
        return line.payer() != null
                && payment.name() != null
                && NameLikeness.of(payment.name()).of(NameLikeness.of(line.payer())) >= ALIKE;
    }
}
