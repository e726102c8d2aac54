package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How old what a creditor is owed is, by currency, bucket and debtor, with its days sales outstanding; as the ledger stands. */
public final class AgedReceivables {

    /** Read at one moment, so that they agree with each other. */
    public record Figures(List<Ageing> ageing, List<Dso> dso, List<DebtorAge> largest) {

        public Figures {
            ageing = List.copyOf(ageing);
            dso = List.copyOf(dso);
            largest = List.copyOf(largest);
        }
    }

    private final Database database;

    public AgedReceivables(Database database) {
        this.database = database;
    }

    /**
     * @param day the creditor's today
     * @param most how many debtors of each currency and bucket
     */
    public Figures read(String creditor, LocalDate day, ZoneId zone, int most) {
        return database.inSnapshot(() -> {
            List<DebtorAge> largest = new ArrayList<>();
            AgeingFigures ageing = new AgeingFigures(database);
            ageing.largest(creditor, day, most, largest::add);
            return new Figures(ageing.of(creditor, day), new DsoFigures(database).of(creditor, day, zone), largest);
        });
    }

    /** The debtors alone, streamed: by currency and bucket, most money first. */
    public void each(String creditor, LocalDate day, int most, Consumer<DebtorAge> sink) {
        database.inSnapshot(() -> {
            new AgeingFigures(database).largest(creditor, day, most, sink);
            return null;
        });
    }
}
