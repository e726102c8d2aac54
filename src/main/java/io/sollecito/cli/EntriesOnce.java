package io.sollecito.cli;

import io.sollecito.ledger.payments.Fingerprint;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries of several statements, each once (law 3): a file given twice, or files that overlap, bring none twice. */
final class EntriesOnce {

    private record Balance(String account, BigDecimal amount) {
        static Balance of(String account, BigDecimal amount) {
            return new Balance(account, amount == null ? null : amount.stripTrailingZeros());
        }
    }

    private final Set<Statement> read = new HashSet<>();
    private final Set<Balance> openings = new HashSet<>();
    private final Set<Balance> closings = new HashSet<>();
    private final Map<String, Integer> twins = new HashMap<>();

    /** What no statement before this one has brought. */
    List<Statement.Entry> fresh(Statement statement) {
        if (!read.add(statement)) {
            return List.of();
        }
        Balance opening = Balance.of(statement.account(), statement.openingBalance());
        boolean continues =
                statement.openingBalance() != null && closings.contains(opening) && !openings.contains(opening);
        List<Statement.Entry> fresh = new ArrayList<>();
        Map<String, Integer> here = new HashMap<>();
        for (Statement.Entry entry : statement.entries()) {
            String fingerprint = Fingerprint.of(String.valueOf(statement.account()), entry);
            int number = here.merge(fingerprint, 1, Integer::sum);
            if (continues || number > twins.getOrDefault(fingerprint, 0)) {
                fresh.add(entry);
            }
        }
        here.forEach((fingerprint, number) -> twins.merge(fingerprint, number, Math::max));
        openings.add(opening);
        closings.add(Balance.of(statement.account(), statement.closingBalance()));
        return fresh;
    }
}
