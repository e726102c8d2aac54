package io.sollecito.bank.qif;

import io.sollecito.bank.text.FreeAmount;
import io.sollecito.bank.text.TextLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * How a file writes days and amounts, by the lines that leave no choice. Where lines contradict each other the first counts,
 * and the others will be told for days that do not exist.
 *
 * @param order null when no day tells
 * @param decimal null when no amount tells
 */
record QifHabits(QifDay.Order order, Character decimal) {

    static QifHabits of(byte[] beginning, QifDay.Order told) throws IOException {
        TextLines lines = new TextLines(new ByteArrayInputStream(beginning));
        QifDay.Order order = told;
        Character decimal = null;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isEmpty()) {
                continue;
            }
            char code = line.charAt(0);
            if (code == 'D' && order == null && line.length() < 40) {
                QifDay day = QifDay.of(line.substring(1));
                order = day == null ? null : day.proves();
            } else if ((code == 'T' || code == 'U' || code == '$') && decimal == null) {
                decimal = FreeAmount.decimalOf(line.substring(1));
            }
        }
        return new QifHabits(order, decimal);
    }
}
