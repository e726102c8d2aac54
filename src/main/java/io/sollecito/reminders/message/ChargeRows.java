package io.sollecito.reminders.message;

import io.sollecito.model.ChargeLine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of charges. */
final class ChargeRows {

    private final Language language;
    private final Map<String, String> labels;
    private final String currency;

    ChargeRows(Language language, Map<String, String> labels, String currency) {
        this.language = language;
        this.labels = labels;
        this.currency = currency;
    }

    void addTo(Values values, List<ChargeLine> charges) {
        BigDecimal total = charges.stream().map(ChargeLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        values.list(Variable.CHARGES, charges.stream().map(this::row).toList())
                .flag(Variable.HAS_CHARGES, !charges.isEmpty())
                .put(Variable.TOTAL_CHARGES, charges.isEmpty() ? null : language.amount(total, currency));
    }

    private Map<String, Object> row(ChargeLine charge) {
        Values row = new Values()
                .put(Variable.CHARGE_KIND, labels.get(label(charge).tag()))
                .put(Variable.NUMBER, charge.number())
                .put(Variable.CHARGE_FROM, charge.from() == null ? null : language.date(charge.from()))
                .put(Variable.CHARGE_UNTIL, charge.until() == null ? null : language.date(charge.until()))
                .put(Variable.CHARGE_RATE, rates(charge.rate()))
                .put(Variable.CHARGE_AMOUNT, language.amount(charge.amount(), currency));
        if (charge.instalment() > 1) {
            row.put(Variable.INSTALMENT, String.valueOf(charge.instalment()));
        }
        return row.map();
    }

    private String rates(String rates) {
        return rates == null
                ? null
                : Arrays.stream(rates.split("/")).map(language::percent).collect(Collectors.joining(" / "));
    }

    private static Label label(ChargeLine charge) {
        return switch (charge.kind()) {
            case INTEREST -> Label.CHARGE_INTEREST;
            case COMPENSATION -> Label.CHARGE_COMPENSATION;
            case FEE -> Label.CHARGE_FEE;
        };
    }
}
