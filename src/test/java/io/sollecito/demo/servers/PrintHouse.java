package io.sollecito.demo.servers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A print house: takes the batches whose trigger has come, checks hashes, counts and pages, prints what is sound into a
 * folder of PDFs, and answers with an acknowledgement and append-only states, and bills when asked to. A recall that lies there before its batch
 * is worked on cancels the letter; later it is too late.
 */
public final class PrintHouse {

    private static final List<String> PRINTED = List.of("ACKED", "PRINTED", "ENCLOSED", "HANDED_OVER");
    private static final String STATUS_HEADER = "eventId;letterId;state;providerCode;reason;eventTime;tracking;sheets;"
            + "postage;currency;evidenceFile;evidenceSha256;newAddress\n";

    /** What a print house should not do, and real ones do. */
    public enum Habit {
        /** It takes the batch and says nothing. */
        FORGETS_ACKNOWLEDGEMENT,
        /** It says that it counted one letter more. */
        COUNTS_WRONGLY,
        /** It finds the hash of a sound batch wrong. */
        REJECTS_BATCHES,
        /** It refuses every letter for its fonts. */
        REJECTS_LETTERS,
        /** Its states come backwards, and everything comes twice. */
        REPEATS_AND_SHUFFLES,
        /** It answers no recall. */
        IGNORES_RECALLS
    }

    /** A letter as it left the house; {@code text} is what its pages say. */
    public record Letter(LocalDate day, String batchId, String letterId, String product, String text, Path file) {}

    /** A letter to be billed. */
    private record Posted(LocalDate day, String batchId, String letterId, String product, int pages) {

        String creditor() {
            return batchId.replaceAll("-[0-9]{8}-.*", "");
        }

        /** A row of a bill: sheets are printed on both sides. */
        String billed(String number, YearMonth month) {
            return "%s;%s;%s;%s;%s;%d;1.30;0.55;EUR"
                    .formatted(number, month, letterId, batchId, product, (pages + 1) / 2);
        }
    }

    private final Path in;
    private final Path out;
    private final Path printed;
    private final Path taken;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> statusFiles = new LinkedHashMap<>();
    private final Set<String> knownLetters = new HashSet<>();
    private final List<Posted> posted = new ArrayList<>();
    private Set<Habit> habits = Set.of();
    private int count;
    private int events;

    /**
     * @param in where batches arrive
     * @param out where answers are left
     * @param folder for the printed letters ({@code letters}) and the batches worked on ({@code taken})
     */
    public PrintHouse(Path in, Path out, Path folder, Clock clock) {
        this.in = in;
        this.out = out;
        this.printed = folder.resolve("letters");
        this.taken = folder.resolve("taken");
        this.clock = clock;
        try {
            Files.createDirectories(printed);
            Files.createDirectories(taken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where the printed letters lie. */
    public Path folder() {
        return printed;
    }

    /** From now on it has these habits and no others. */
    public void behave(Habit... now) {
        habits = Set.of(now);
    }

    public int count() {
        return count;
    }

    /** Works on every batch whose {@code .done} has come; returns the letters that were printed. */
    public List<Letter> work() {
        try {
            List<Letter> letters = new ArrayList<>();
            for (Path trigger : matching(".done")) {
                letters.addAll(print(trigger));
            }
            answerLateRecalls();
            return letters;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Leaves each creditor's bill of the letters that were posted in a month. */
    public void bill(YearMonth month) {
        Map<String, List<Posted>> byCreditor = posted.stream()
                .filter(letter -> YearMonth.from(letter.day()).equals(month))
                .collect(Collectors.groupingBy(Posted::creditor));
        byCreditor.forEach((creditor, letters) -> {
            String number = creditor + "-" + month;
            List<String> rows = new ArrayList<>(
                    List.of("bill;period;letterId;batchId;product;sheets;postage;price;currency;total"));
            String total = new BigDecimal("1.85")
                    .multiply(new BigDecimal(letters.size()))
                    .toPlainString();
            letters.forEach(letter -> rows.add(letter.billed(number, month) + ";" + total));
            try {
                put(number + ".bill.csv", String.join("\r\n", rows).getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private List<Letter> print(Path trigger) throws IOException {
        String base = trigger.getFileName().toString().replaceAll("\\.done$", "");
        LocalDate day = LocalDate.now(clock);
        PrintBatch batch = PrintBatch.read(in, base, json);
        if (batch.refusal() == null && habits.contains(Habit.REJECTS_BATCHES)) {
            batch = new PrintBatch(
                    batch.batchId(), List.of(), new PrintBatch.Refusal("CHECKSUM", "the archive is another"));
        }
        Set<String> recalled = habits.contains(Habit.IGNORES_RECALLS) ? Set.of() : recalledOf(batch.batchId());
        List<Letter> letters = new ArrayList<>();
        Map<String, String> rejected = new LinkedHashMap<>();
        StringBuilder status = new StringBuilder(STATUS_HEADER);
        for (PrintBatch.Sheet sheet : batch.sheets()) {
            String id = sheet.letterId();
            if (recalled.contains(id)) {
                status.append(event(id, "CANCELLED", "", 0));
                continue;
            }
            String code = knownLetters.contains(id)
                    ? "DUPLICATE"
                    : habits.contains(Habit.REJECTS_LETTERS) ? "FONT" : sheet.rejectCode();
            if (code != null) {
                rejected.put(id, code);
                status.append(event(id, "REJECTED", code, 0));
                continue;
            }
            knownLetters.add(id);
            Path file = printed.resolve("%04d %s %s %s.pdf"
                    .formatted(++count, day, sheet.product(), id.replaceAll("[^\\p{L}\\p{N}._-]", "-")));
            Files.write(file, sheet.pdf());
            posted.add(new Posted(day, batch.batchId(), id, sheet.product(), sheet.pages()));
            letters.add(new Letter(day, batch.batchId(), id, sheet.product(), sheet.text(), file));
            for (String state : PRINTED) {
                status.append(event(id, state, "", sheet.pages()));
            }
        }
        if (!habits.contains(Habit.FORGETS_ACKNOWLEDGEMENT)) {
            put(batch.batchId() + ".ack.json", acknowledgement(batch, rejected));
        }
        putStatus(batch.batchId(), status.toString());
        for (Path file : matching("")) {
            if (file.getFileName().toString().startsWith(base + ".")) {
                Files.move(file, taken.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return letters;
    }

    private byte[] acknowledgement(PrintBatch batch, Map<String, String> rejected) throws IOException {
        ObjectNode answer = json.createObjectNode();
        answer.put("batchId", batch.batchId());
        boolean refused =
                batch.refusal() != null || rejected.size() == batch.sheets().size();
        answer.put("result", refused ? "REJECTED" : rejected.isEmpty() ? "ACCEPTED" : "PARTIAL");
        answer.put("receivedAt", clock.instant().toString());
        answer.put("letterCount", batch.sheets().size() + (habits.contains(Habit.COUNTS_WRONGLY) ? 1 : 0));
        answer.put(
                "pageCount",
                batch.sheets().stream().mapToInt(PrintBatch.Sheet::pages).sum());
        if (batch.refusal() != null) {
            answer.put("code", batch.refusal().code());
            answer.put("reason", batch.refusal().reason());
        }
        ArrayNode rejects = answer.putArray("rejects");
        rejected.forEach((id, code) -> rejects.addObject().put("letterId", id).put("code", code));
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(answer);
    }

    private Set<String> recalledOf(String batchId) throws IOException {
        Set<String> ids = new HashSet<>();
        for (Path file : matching(batchId + ".recall.csv")) {
            ids.addAll(lettersOf(file));
            Files.move(file, taken.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return ids;
    }

    private void answerLateRecalls() throws IOException {
        if (habits.contains(Habit.IGNORES_RECALLS)) {
            return;
        }
        for (Path file : matching(".recall.csv")) {
            String batchId = batchOf(file);
            if (!statusFiles.containsKey(batchId)) {
                continue;
            }
            StringBuilder status = new StringBuilder(STATUS_HEADER);
            for (String id : lettersOf(file)) {
                status.append(event(id, "TOO_LATE", "", 0));
            }
            putStatus(batchId, status.toString());
            Files.move(file, taken.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String batchOf(Path recall) {
        String name = recall.getFileName().toString().replaceAll("\\.recall\\.csv$", "");
        return statusFiles.keySet().stream().filter(name::endsWith).findFirst().orElse(name);
    }

    private static List<String> lettersOf(Path recall) throws IOException {
        List<String[]> rows = Files.readAllLines(recall).stream()
                .map(line -> line.replace("\"", "").split(";"))
                .toList();
        int column = Math.max(0, List.of(rows.get(0)).indexOf("letterId"));
        return rows.stream().skip(1).map(row -> row[column]).toList();
    }

    private String event(String letterId, String state, String reason, int sheets) {
        return "%06d;%s;%s;;%s;%s;;%s;;EUR;;;\n"
                .formatted(++events, letterId, state, reason, clock.instant(), sheets == 0 ? "" : sheets);
    }

    private void putStatus(String batchId, String rows) throws IOException {
        if (!habits.contains(Habit.REPEATS_AND_SHUFFLES)) {
            putNext(batchId, rows);
            return;
        }
        List<String> events = new ArrayList<>(rows.lines().skip(1).toList());
        Collections.reverse(events);
        events.addAll(List.copyOf(events));
        String backwards = STATUS_HEADER + String.join("\n", events) + "\n";
        putNext(batchId, backwards);
        putNext(batchId, rows);
    }

    private void putNext(String batchId, String rows) throws IOException {
        int number = statusFiles.merge(batchId, 1, Integer::sum);
        put(batchId + ".status." + number + ".csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] content) throws IOException {
        Path hidden = out.resolve(name + ".tmp");
        Files.write(hidden, content);
        Files.move(hidden, out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> matching(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
