package io.sollecito.mapping.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * The values of Excel's cells. Excel stores binary floating-point numbers and shows 15 significant digits of them; so
 * many are taken, from the text that stands in the file: 1284.4999999999998 is 1284.5, and 0.125 stays what it is.
 */
final class XlsxCells {

    private static final MathContext AS_EXCEL = new MathContext(15, RoundingMode.HALF_UP);
    private static final int SECONDS_A_DAY = 24 * 60 * 60;

    /** Day 60 of Excel's calendar is 29 February 1900, which never was. */
    private static final int NO_DAY = 60;

    private final boolean from1904;
    private final Map<String, Boolean> dateFormats = new HashMap<>();

    XlsxCells(boolean from1904) {
        this.from1904 = from1904;
    }

    /** Replaces {@code values} by those of a row; trailing blank cells are left out. */
    void of(Row row, List<Object> values) {
        values.clear();
        int last = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            Object value = cell == null ? null : value(cell);
            values.add(value);
            last = value == null ? last : i + 1;
        }
        values.subList(last, values.size()).clear();
    }

    private Object value(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.ERROR) {
            return new Unclear(String.valueOf(raw), "is an error in the spreadsheet");
        }
        if (cell.getType() == CellType.FORMULA && (raw == null || raw.isEmpty())) {
            return new Unclear("=" + cell.getFormula(), "is a formula without a computed value");
        }
        if (raw == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        if (cell.getValue() instanceof BigDecimal) {
            BigDecimal number = new BigDecimal(raw).round(AS_EXCEL).stripTrailingZeros();
            return isDate(cell.getDataFormatString()) ? moment(number) : number;
        }
        if (cell.getValue() instanceof Boolean truth) {
            return truth.toString();
        }
        String text = cell.getValue() == null ? raw : cell.getValue().toString();
        return text.length() > Cells.LONGEST
                ? new Unclear(text.substring(0, 100), "is longer than " + Cells.LONGEST + " characters")
                : Cells.stripped(text, 0, text.length());
    }

    private boolean isDate(String format) {
        return format != null && dateFormats.computeIfAbsent(format, XlsxCells::showsDate);
    }

    /** A format shows dates if a letter of day or year is left without quoted texts, colours and locales. */
    private static boolean showsDate(String format) {
        String letters =
                format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return letters.contains("d") || letters.contains("yy");
    }

    private Object moment(BigDecimal serial) {
        try {
            long day = serial.setScale(0, RoundingMode.FLOOR).longValueExact();
            BigDecimal fraction = serial.subtract(BigDecimal.valueOf(day));
            LocalDate date = from1904
                    ? LocalDate.of(1904, 1, 1).plusDays(day)
                    : LocalDate.of(1899, 12, day < NO_DAY ? 31 : 30).plusDays(day);
            int seconds = fraction.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                    .setScale(0, RoundingMode.FLOOR)
                    .intValueExact();
            return seconds == 0 ? date : LocalDateTime.of(date, LocalTime.ofSecondOfDay(seconds));
        } catch (ArithmeticException | DateTimeException noDate) {
            return new Unclear(serial.toPlainString(), "is no date");
        }
    }
}
