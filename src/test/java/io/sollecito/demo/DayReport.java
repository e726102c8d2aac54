package io.sollecito.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What happened in the simulated world on one day, for people. */
public final class DayReport {

    private DayReport() {}

    /** What lay ready for the hub that morning: export and statement files, and rows in the ERP's database. */
    public record Morning(LocalDate day, List<String> delivered, int newItems, int bookedByClerks) {}

    /** What debtors read and paid that afternoon; {@code paid} in the companies' currency. */
    public record Afternoon(
            LocalDate day, int emails, int texts, int letters, int transfers, BigDecimal paid, List<String> payments) {}
}
