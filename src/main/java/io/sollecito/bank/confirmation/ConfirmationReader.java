package io.sollecito.bank.confirmation;

import io.sollecito.model.Amounts;
import io.sollecito.model.OneLine;
import io.sollecito.model.PaymentConfirmation;
import io.sollecito.model.Problem;
import io.sollecito.model.ReferenceKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads payment confirmations: UTF-8, the header {@value #HEADER}, and a line for each payment, none of whose values holds
 * a semicolon or is quoted.
 */
public final class ConfirmationReader {

    public static final String HEADER = "reference;amount;currency;paidAt;providerId";

    private static final long LARGEST = 16L << 20;
    private static final int LONGEST_LINE = 500;
    private static final int MOST_LINES = 100_000;
    private static final int FIELDS = 5;

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,3})?");
    private static final Pattern ID = Pattern.compile("[!-:<-~]{1,64}");

    private final String file;
    private final List<PaymentConfirmation> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int read;

    private ConfirmationReader(String file) {
        this.file = file;
    }

    /** @param name the file's name at the provider, for problems only */
    public static ConfirmationFile read(Path path, String name) throws IOException {
        ConfirmationReader reader = new ConfirmationReader(OneLine.of(name, 200));
        reader.read(path);
        return new ConfirmationFile(reader.lines, reader.problems, reader.read);
    }

    private void read(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            problem(0, 0, "is larger than 16 MB", "Split it.");
            return;
        }
        List<String> all;
        try {
            all = Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException otherCharset) {
            problem(0, 0, "is not UTF-8", "Have the provider write UTF-8.");
            return;
        }
        String header = all.isEmpty() ? "" : all.get(0).replace("\uFEFF", "").strip();
        if (!header.equals(HEADER)) {
            problem(1, 1, "the header is not " + HEADER, "Have the provider write this first line, and these fields.");
            return;
        }
        if (all.size() > MOST_LINES) {
            problem(0, 0, "has more than " + MOST_LINES + " lines", "Split it.");
            return;
        }
        for (int i = 1; i < all.size(); i++) {
            if (!all.get(i).isBlank()) {
                read++;
                line(i + 1L, all.get(i));
            }
        }
    }

    private void line(long number, String text) {
        String[] fields = text.split(";", -1);
        if (text.length() > LONGEST_LINE || fields.length != FIELDS) {
            problem(
                    number,
                    1,
                    text.length() > LONGEST_LINE
                            ? "the line is longer than " + LONGEST_LINE + " characters"
                            : "the line has " + fields.length + " fields, not " + FIELDS,
                    "Fields: " + HEADER + ".");
            return;
        }
        String reference = ReferenceKind.compact(fields[0]);
        String currency = fields[2].strip();
        BigDecimal amount = amount(fields[1].strip(), currency);
        Optional<OffsetDateTime> paidAt = moment(fields[3].strip());
        String id = fields[4].strip();
        if (!ReferenceKind.isValid(reference)) {
            field(number, fields, 0, "is no reference", "Give back the reference of the payment link.");
        } else if (!Amounts.isCurrency(currency)) {
            field(number, fields, 2, "is no ISO 4217 currency", "Write a code such as EUR.");
        } else if (amount == null) {
            field(number, fields, 1, "is no amount of " + currency + " above zero", "Write it such as 1190.00.");
        } else if (paidAt.isEmpty()) {
            field(number, fields, 3, "is no moment", "Write ISO 8601 with its offset: 2026-03-02T09:15:00+01:00.");
        } else if (!ID.matcher(id).matches()) {
            field(number, fields, 4, "is no provider's id", "At most 64 letters, digits and signs without blanks.");
        } else {
            lines.add(new PaymentConfirmation(
                    number, reference, amount, currency, paidAt.get().toInstant(), id));
        }
    }

    /** Null when it is none: with more decimals than the currency has, the point may as well part thousands. */
    private static BigDecimal amount(String text, String currency) {
        if (!AMOUNT.matcher(text).matches() || !Amounts.isCurrency(currency)) {
            return null;
        }
        BigDecimal amount = new BigDecimal(text);
        return amount.signum() > 0 && amount.scale() <= Amounts.decimals(currency)
                ? Amounts.scaled(amount, currency)
                : null;
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void field(long number, String[] fields, int index, String wrong, String remedy) {
        int column = 1;
        for (int i = 0; i < index; i++) {
            column += fields[i].length() + 1;
        }
        problem(number, column, "'" + OneLine.of(fields[index], 80) + "' " + wrong, remedy);
    }

    private void problem(long line, int column, String message, String remedy) {
        problems.add(new Problem(file, line, column, message, null, remedy));
    }
}
