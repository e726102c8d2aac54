package io.sollecito.demo.companies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A customer account as the company's master data hold it, and how he really behaves. Texts that the company does not
 * know are empty.
 *
 * @param group business, key or public
 */
public record DemoDebtor(
        String number,
        String name,
        String street,
        String postCode,
        String city,
        String country,
        String language,
        String email,
        String phone,
        String group,
        Habit habit,
        String vatId,
        String iban) {

    /** Reads the debtors of a company from the file of that name beside this class. */
    static List<DemoDebtor> read(String file) {
        try (InputStream in = DemoDebtor.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(DemoDebtor::of).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static DemoDebtor of(String line) {
        String[] field = line.split(";", -1);
        int serial = Integer.parseInt(field[0]);
        return new DemoDebtor(
                field[0],
                field[1],
                field[2],
                field[3],
                field[4],
                field[5],
                field[6],
                field[7],
                field[8],
                field[9],
                Habit.valueOf(field[10]),
                vatId(field[5], serial),
                iban(field[5], serial));
    }

    private static String vatId(String country, int serial) {
        return switch (country) {
            case "IT" -> Numbers.italianVatId(serial * 7 % 10_000_000);
            case "FR" -> Numbers.frenchVatId(Numbers.siren(serial * 311 % 100_000_000));
            case "DE" -> Numbers.germanVatId(serial * 173 % 100_000_000);
            default -> "";
        };
    }

    private static String iban(String country, int serial) {
        return switch (country) {
            case "IT" -> Numbers.italianIban("05428", "11101", serial);
            case "FR" -> Numbers.frenchIban("20041", "01005", serial);
            case "DE" -> Numbers.germanIban("37040044", serial);
            default -> Numbers.britishIban("NWBK", "601613", serial);
        };
    }
}
