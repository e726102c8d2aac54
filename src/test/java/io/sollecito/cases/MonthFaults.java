package io.sollecito.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What goes wrong in a simulated month, and when. */
final class MonthFaults {

    enum Fault {
        /** kill -9 of one node. */
        KILL,
        /** kill -9 of both nodes while a mail is on its way, if one is. */
        KILL_ALL,
        /** SIGSTOP of one node past its lease. */
        PAUSE,
        /** kill -9 of PostgreSQL. */
        DATABASE,
        /** All clocks are an hour ahead for a while. */
        AHEAD,
        /** All clocks are an hour behind for a while. */
        BEHIND,
        /** The machine sleeps for a day. */
        SKIP
    }

    private final Map<String, List<Fault>> planned = new HashMap<>();
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

    private final LocalDate skipped;
    private final int skippedFrom;

    /**
     * @param days the business days on which something may go wrong
     * @param steps how many steps a day has
     * @param busy those of them at which the hub has most to do
     */
    MonthFaults(boolean whole, List<LocalDate> days, int steps, List<Integer> busy, Random random) {
        counts.put(Fault.KILL, whole ? 30 : 1);
        counts.put(Fault.KILL_ALL, whole ? 8 : 1);
        counts.put(Fault.PAUSE, whole ? 14 : 1);
        counts.put(Fault.DATABASE, whole ? 12 : 1);
        counts.put(Fault.AHEAD, whole ? 5 : 1);
        counts.put(Fault.BEHIND, whole ? 5 : 1);
        List<LocalDate> skippable =
                days.stream().filter(day -> days.contains(day.plusDays(1))).toList();
        skipped = skippable.get(random.nextInt(skippable.size()));
        skippedFrom = steps / 4 + random.nextInt(steps / 2);
        plan(Fault.SKIP, skipped, skippedFrom);
        counts.forEach((fault, times) -> {
            for (int n = 0; n < times; ) {
                LocalDate day = days.get(random.nextInt(days.size()));
                int step = random.nextInt(4) == 0 ? random.nextInt(steps) : busy.get(random.nextInt(busy.size()));
                if (!isSlept(day, step)) {
                    plan(fault, day, step);
                    n++;
                }
            }
        });
        counts.put(Fault.SKIP, 1);
    }

    private void plan(Fault fault, LocalDate day, int step) {
        planned.computeIfAbsent(day + "/" + step, key -> new ArrayList<>()).add(fault);
    }

    private boolean isSlept(LocalDate day, int step) {
        return day.equals(skipped) && step >= skippedFrom || day.equals(skipped.plusDays(1)) && step <= skippedFrom;
    }

    List<Fault> at(LocalDate day, int step) {
        return planned.getOrDefault(day + "/" + step, List.of());
    }

    /** How often each was planned. */
    Map<Fault, Integer> counts() {
        return counts;
    }
}
