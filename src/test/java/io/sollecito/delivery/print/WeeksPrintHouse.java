package io.sollecito.delivery.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A print house over weeks, with the habits of real ones, drawn from a seed: acknowledgements late or never, some letters
 * refused, recalls answered or not, states skipped, repeated, shuffled and late, evidence that lacks or differs. It knows
 * what became of each letter. Days are counted in business days.
 */
final class WeeksPrintHouse {

    /** A file in its out folder. */
    record Answer(String name, byte[] bytes) {}

    /** What is known here of a letter: the state that the hub should end with, too. */
    static final class Known {
        final String batchId;
        final int packed;
        final boolean registered;
        String ends = "sent";
        String recall = "none";
        String evidence = "none";

        Known(String batchId, int packed, boolean registered) {
            this.batchId = batchId;
            this.packed = packed;
            this.registered = registered;
        }
    }

    private static final String HEAD = "eventId;letterId;state;providerCode;reason;eventTime;tracking;sheets;postage;"
            + "currency;evidenceFile;evidenceSha256;newAddress\n";
    private static final List<String> ENDS = List.of(
            "OK",
            "OK",
            "OK",
            "OK",
            "OK",
            "OK",
            "NEVER",
            "LOST",
            "UNKNOWN",
            "MOVED",
            "REFUSED",
            "UNCLAIMED",
            "DECEASED");
    private static final List<String> REJECTS = List.of("CHECKSUM", "FONT", "ADDRESS");
    private static final int FOLLOWED_LATEST = 9;

    final Map<String, Known> letters = new LinkedHashMap<>();
    final Map<String, Integer> printed = new HashMap<>();
    final Map<String, Integer> acknowledged = new HashMap<>();
    final Map<String, Integer> batches = new TreeMap<>();
    final Set<String> refusing = new TreeSet<>();
    private final Map<String, byte[]> in = new LinkedHashMap<>();
    private final Map<Integer, List<Answer>> out = new TreeMap<>();
    private final Map<Integer, Map<String, List<String>>> rows = new TreeMap<>();
    private final Set<String> rejectedOnce = new TreeSet<>();
    private final Map<String, Integer> files = new HashMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Random random;
    private int events;

    WeeksPrintHouse(Random random) {
        this.random = random;
    }

    /** A file that is uploaded. */
    void put(PackageFile file) {
        in.put(file.name(), file.bytes());
    }

    /** Works on what was handed over and returns what lies in the out folder at the end of the day. */
    List<Answer> work(int day, Instant now) throws IOException {
        List<String> triggers =
                in.keySet().stream().filter(name -> name.endsWith(".done")).toList();
        for (String trigger : triggers) {
            batch(trigger.replaceAll("\\.done$", ""), day);
            in.remove(trigger);
        }
        rows.getOrDefault(day, Map.of()).forEach((batchId, events) -> status(batchId, events, day, now));
        return out.getOrDefault(day, List.of());
    }

    private void batch(String base, int day) throws IOException {
        JsonNode manifest = json.readTree(in.get(base + ".manifest.json"));
        String batchId = manifest.path("batchId").asText();
        Set<String> recalled = recalled(batchId);
        batches.put(batchId, day);
        Map<String, String> rejects = new LinkedHashMap<>();
        for (JsonNode each : manifest.path("letters")) {
            String id = each.path("letterId").asText();
            boolean registered = each.path("product").asText().startsWith("REGISTERED");
            if (printed.containsKey(id)) {
                printed.merge(id, 1, Integer::sum);
                continue;
            }
            Known letter = new Known(batchId, day, registered);
            letters.put(id, letter);
            if (recalled.contains(id)) {
                recall(id, letter, day);
            } else if (random.nextInt(8) == 0) {
                reject(id, letter, rejects);
            } else {
                post(id, letter, day);
            }
        }
        acknowledge(manifest, batchId, rejects, day);
    }

    private Set<String> recalled(String batchId) {
        byte[] recall = in.remove(batchId + ".recall.csv");
        Set<String> ids = new TreeSet<>();
        if (recall != null) {
            new String(recall, StandardCharsets.UTF_8).lines().skip(1).forEach(line -> ids.add(line.split(";")[0]));
        }
        return ids;
    }

    private void recall(String id, Known letter, int day) {
        letter.recall = List.of("CANCELLED", "TOO_LATE", "never").get(random.nextInt(3));
        if (letter.recall.equals("CANCELLED")) {
            letter.ends = "cancelled";
            add(day, letter, row(id, "CANCELLED", "", ""));
            return;
        }
        if (letter.recall.equals("TOO_LATE")) {
            add(day, letter, row(id, "TOO_LATE", "", ""));
        }
        post(id, letter, day);
    }

    /** A letter that is refused for its package is taken when it comes again. */
    private void reject(String id, Known letter, Map<String, String> rejects) {
        String code = rejectedOnce.add(id) ? REJECTS.get(random.nextInt(REJECTS.size())) : "FONT";
        rejects.put(id, code);
        letter.ends = code.equals("CHECKSUM") ? "waiting" : "failed";
    }

    private void post(String id, Known letter, int day) {
        printed.put(id, 1);
        int posted = day + (random.nextInt(4) == 0 ? 4 + random.nextInt(3) : random.nextInt(2));
        String end = ENDS.get(random.nextInt(ENDS.size()));
        mayBe(day, letter, row(id, "PRINTED", "", ""));
        mayBe(posted, letter, row(id, "ENCLOSED", "", ""));
        if (end.equals("OK") && !letter.registered) {
            add(posted, letter, row(id, "HANDED_OVER", "", ""));
            return;
        }
        mayBe(posted, letter, row(id, "HANDED_OVER", "", ""));
        if (end.equals("NEVER")) {
            return;
        }
        int ended = posted + 4 + random.nextInt(FOLLOWED_LATEST - 4);
        mayBe(posted + 2, letter, row(id, "IN_TRANSIT", "", ""));
        switch (end) {
            case "OK" -> add(ended, letter, row(id, "DELIVERED", "", evidence(id, letter, ended)));
            case "LOST" -> {
                letter.ends = "failed";
                add(ended, letter, row(id, "LOST", "", ""));
            }
            default -> {
                letter.ends = Set.of("REFUSED", "UNCLAIMED").contains(end) ? "sent" : "failed";
                add(ended, letter, row(id, "RETURNED", end, ""));
            }
        }
    }

    private String evidence(String id, Known letter, int day) {
        letter.evidence = List.of("there", "there", "missing", "another").get(random.nextInt(4));
        String name = id + "-AR.pdf";
        byte[] pdf = ("%PDF-1.4 " + id).getBytes(StandardCharsets.US_ASCII);
        if (!letter.evidence.equals("missing")) {
            byte[] kept = letter.evidence.equals("there")
                    ? pdf
                    : "%PDF-1.4 of somebody else".getBytes(StandardCharsets.US_ASCII);
            out.computeIfAbsent(day, d -> new ArrayList<>()).add(new Answer(name, kept));
        }
        return "evidence/" + name + ";" + Sha256.hex(pdf);
    }

    private void acknowledge(JsonNode manifest, String batchId, Map<String, String> rejects, int day)
            throws IOException {
        int when = rejects.isEmpty() && random.nextInt(6) == 0 ? Integer.MAX_VALUE : day + random.nextInt(2);
        acknowledged.put(batchId, when);
        int count = manifest.path("letterCount").asInt();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("batchId", batchId);
        answer.put("result", rejects.isEmpty() ? "ACCEPTED" : "PARTIAL");
        answer.put("letterCount", count);
        answer.put("pageCount", manifest.path("pageCount").asInt());
        answer.put(
                "rejects",
                rejects.entrySet().stream()
                        .map(each -> Map.of("letterId", each.getKey(), "code", each.getValue()))
                        .toList());
        if (!rejects.isEmpty()) {
            refusing.add(batchId);
        }
        out.computeIfAbsent(when, d -> new ArrayList<>())
                .add(new Answer(batchId + ".ack.json", json.writeValueAsBytes(answer)));
    }

    private String row(String id, String state, String reason, String evidence) {
        return "e%06d;%s;%s;;%s;%%s;;;;;%s;"
                .formatted(++events, id, state, reason, evidence.isEmpty() ? ";" : evidence);
    }

    private void mayBe(int day, Known letter, String row) {
        if (random.nextInt(3) > 0) {
            add(day, letter, row);
        }
    }

    private void add(int day, Known letter, String row) {
        rows.computeIfAbsent(day, d -> new TreeMap<>())
                .computeIfAbsent(letter.batchId, batch -> new ArrayList<>())
                .add(row);
    }

    /** Shuffled, some twice; the file comes late now and then, and once more later. Answers to recalls are punctual. */
    private void status(String batchId, List<String> of, int day, Instant now) {
        List<String> all = new ArrayList<>();
        of.forEach(row -> all.add(row.formatted(now)));
        all.addAll(all.subList(0, random.nextInt(all.size() + 1)));
        Collections.shuffle(all, random);
        byte[] bytes = (HEAD + String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
        String name = batchId + ".status." + files.merge(batchId, 1, Integer::sum) + ".csv";
        boolean punctual = all.stream().anyMatch(row -> row.matches(".*;(CANCELLED|TOO_LATE);.*"));
        int appears = punctual || random.nextInt(4) > 0 ? day : day + 1 + random.nextInt(3);
        out.computeIfAbsent(appears, d -> new ArrayList<>()).add(new Answer(name, bytes));
        if (random.nextInt(4) == 0) {
            out.computeIfAbsent(appears + 2, d -> new ArrayList<>()).add(new Answer(name, bytes));
        }
    }
}
