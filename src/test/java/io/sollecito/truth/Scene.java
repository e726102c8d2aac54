package io.sollecito.truth;

import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** One house's open items and one statement of its account, whose every payment is told with its truth. */
record Scene(World world, List<Told> payments) {

    private static final BigDecimal OPENING = new BigDecimal("10000.00");

    /** @param count about how many payments; each kind has its share, however few there are */
    static Scene of(Habits habits, House house, long seed, int count) {
        Random random = habits.random(seed, house);
        World world = new World(house);
        Stage stage = new Stage(habits, world, random);
        List<Told> told = new ArrayList<>();
        int all = 0;
        for (Kind kind : Kind.values()) {
            all += kind.share();
        }
        for (Kind kind : Kind.values()) {
            double times = (double) count * kind.share() / all;
            int whole = (int) times + (random.nextDouble() < times - (int) times ? 1 : 0);
            for (int i = 0; i < whole; i++) {
                told.addAll(kind.story().tell(stage));
            }
        }
        for (int i = 0; i < count / 2; i++) {
            stage.customer();
        }
        Collections.shuffle(told, random);
        told.sort(Comparator.comparing(Scene::isLater));
        Clerk clerk = new Clerk(world);
        return new Scene(world, told.stream().map(one -> one.judgedBy(clerk)).toList());
    }

    /** Returns and second payments come after what they are about. */
    private static boolean isLater(Told told) {
        return told.truth() instanceof Truth.GivesBack
                || (told.kind() == Kind.PAID_TWICE && told.truth() instanceof Truth.Person);
    }

    Statement statement() {
        List<Statement.Entry> entries = payments.stream().map(Told::entry).toList();
        BigDecimal sum = entries.stream().map(Statement.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Statement(
                world.house().account(),
                "2026/053",
                world.house().currency(),
                Cast.TODAY,
                OPENING,
                Cast.TODAY,
                OPENING.add(sum),
                true,
                entries);
    }
}
