package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.delivery.Composing;
import io.sollecito.demo.servers.PrintHouse;
import io.sollecito.demo.servers.PrintHouse.Habit;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.reminders.message.AddressZone;
import io.sollecito.reminders.message.Composer;
import io.sollecito.reminders.message.EmailContent;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.LetterForm;
import io.sollecito.reminders.message.ReminderFacts;
import io.sollecito.reminders.message.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub and the reference print house, when it behaves well and when it behaves as real ones do. */
class PrintHouseHabitsTest {

    private static final Composer COMPOSER = new Composer(Templates.load(Path.of("reminders/templates")), Path.of(""));
    private static final String FIRST = "ACME-IT-20260302-O1";

    @TempDir
    Path folder;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final PrintForTests print = new PrintForTests(hub);
    private PrintHouse house;
    private long letter;

    @BeforeEach
    void oneLetter() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("out"));
        house = new PrintHouse(folder.resolve("in"), folder.resolve("out"), folder.resolve("house"), hub.clock);
        letter = print.letter("1");
        hub.exec("update reminder set total = 100");
    }

    @Test
    void what_the_print_house_takes_is_what_left_and_its_answer_is_as_the_schema_says() throws Exception {
        packed();
        assertThat(house.work()).hasSize(1);
        assertThat(Schemas.violations(
                        "print-acknowledgement",
                        new ObjectMapper()
                                .readTree(folder.resolve("out")
                                        .resolve(FIRST + ".ack.json")
                                        .toFile())))
                .isEmpty();
        answered();
        assertThat(print.batches.state(FIRST)).contains("accepted");
        assertThat(hub.state(letter)).isEqualTo("sent");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void a_batch_that_is_rejected_for_its_hash_is_replaced_and_printed_once() throws Exception {
        house.behave(Habit.REJECTS_BATCHES);
        packed();
        assertThat(house.work()).isEmpty();
        answered();
        assertThat(print.batches.state(FIRST)).contains("rejected");
        assertThat(hub.state(letter)).isEqualTo("waiting");

        house.behave();
        packed();
        assertThat(house.work()).hasSize(1);
        answered();
        assertThat(hub.state(letter)).isEqualTo("sent");
        assertThat(print.batches.find("ACME-IT-20260302-O2").orElseThrow().replaces())
                .isEqualTo(FIRST);
        assertThat(house.count()).isEqualTo(1);
    }

    @Test
    void a_letter_that_is_refused_for_its_fonts_goes_the_next_way() throws Exception {
        house.behave(Habit.REJECTS_LETTERS);
        packed();
        house.work();
        answered();
        assertThat(hub.state(letter)).isEqualTo("failed");
        assertThat(hub.reason(letter)).isEqualTo("refused by the print house: FONT");
        assertThat(hub.fellBack).containsExactly(letter);
    }

    @Test
    void states_that_come_backwards_and_twice_end_the_same() throws Exception {
        house.behave(Habit.REPEATS_AND_SHUFFLES);
        packed();
        house.work();
        answered();
        answered();
        assertThat(hub.state(letter)).isEqualTo("sent");
        assertThat(hub.single(Integer.class, "select count(*) from receipt where state = 'HANDED_OVER'"))
                .isEqualTo(1);
    }

    @Test
    void wrong_counts_are_an_alarm_and_a_forgotten_acknowledgement_is_missed() throws Exception {
        house.behave(Habit.COUNTS_WRONGLY);
        packed();
        house.work();
        answered();
        assertThat(alarms()).containsExactly("counted-differently");

        print.letter("2");
        hub.exec("update reminder set total = 100");
        house.behave(Habit.FORGETS_ACKNOWLEDGEMENT);
        packed();
        assertThat(house.work()).hasSize(1);
        answered();
        assertThat(print.batches.state("ACME-IT-20260302-O2")).contains("sent");
    }

    @Test
    void sending_again_what_was_cut_off_before_its_trigger_makes_no_second_letter() throws Exception {
        Composing words = words();
        new PrintRun(
                        hub.outbox(SendPolicy.PRINT),
                        new DispatchContents(hub.database),
                        print.batches,
                        words,
                        (route, body) -> {
                            PackageFile file = (PackageFile) body;
                            if (file.name().endsWith(".manifest.json")) {
                                throw new IOException("killed");
                            }
                            return put(body);
                        },
                        Map.of("ACME-IT", PrintProfilesForTests.of("ACME-IT", AddressZone.FRANCE)),
                        "test")
                .run(OutboxForTests.ACME, hub.clock.instant());
        assertThat(house.work()).isEmpty();
        packed();
        assertThat(house.work()).hasSize(1);
        assertThat(house.work()).isEmpty();
        assertThat(house.count()).isEqualTo(1);
    }

    private void packed() {
        new PrintRun(
                        hub.outbox(SendPolicy.PRINT),
                        new DispatchContents(hub.database),
                        print.batches,
                        words(),
                        (route, body) -> put(body),
                        Map.of("ACME-IT", PrintProfilesForTests.of("ACME-IT", AddressZone.FRANCE)),
                        "test")
                .run(OutboxForTests.ACME, hub.clock.instant());
    }

    private String put(Object body) throws IOException {
        PackageFile file = (PackageFile) body;
        Files.write(folder.resolve("in").resolve(file.name()), file.bytes());
        return null;
    }

    /** Takes everything that lies in the out folder, again and again. */
    private void answered() throws Exception {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.resolve("out"))) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            byte[] bytes = Files.readAllBytes(file);
            if (name.endsWith(".ack.json")) {
                print.answers.acknowledgement("ACME-IT", name, bytes);
            } else {
                print.answers.status("ACME-IT", name, bytes);
            }
        }
    }

    private List<String> alarms() {
        return hub.database
                .sql()
                .sql("select kind from alarm order by id")
                .query(String.class)
                .list();
    }

    private static Composing words() {
        return new Composing() {
            @Override
            public EmailContent email(ReminderFacts facts, boolean withStatement) {
                return COMPOSER.email(facts, withStatement);
            }

            @Override
            public String sms(ReminderFacts facts) {
                return COMPOSER.sms(facts);
            }

            @Override
            public Letter letter(ReminderFacts facts, LetterForm form) {
                return COMPOSER.letter(facts, form);
            }

            @Override
            public String script(ReminderFacts facts) {
                return COMPOSER.script(facts);
            }
        };
    }
}
