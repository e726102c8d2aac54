package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.delivery.print.PrintHouseAnswers.UnreadableAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintHouseAnswersTest {

    private static final String BATCH = "ACME-IT-20260302-O1";

    static Stream<OutboxForTests> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres()).map(OutboxForTests::new);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void an_acknowledgement_settles_uncertain_letters_and_returns_refused_ones(OutboxForTests hub) throws Exception {
        PrintHouseAnswers answers = uncertainBatch(hub).answers;
        String ack = "{\"result\":\"PARTIAL\",\"rejects\":[{\"letterId\":\"ACME-IT-2\",\"code\":\"ADDRESS_ZONE\"}]}";
        assertThat(answers.acknowledgement("ACME-IT", BATCH + ".ack.json", bytes(ack)))
                .isEqualTo(2);
        assertThat(hub.reminderState(1)).isEqualTo("sent");
        assertThat(hub.reminderState(2)).isEqualTo("undelivered");
        assertThat(hub.reason(2)).isEqualTo("refused by the print house: ADDRESS_ZONE");
        assertThat(hub.guards(2)).isZero();
        assertThat(hub.single(String.class, "select state from letter_batch")).isEqualTo("partial");
        assertThat(answers.acknowledgement("ACME-IT", BATCH + ".ack.json", bytes(ack)))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_rejected_batch_leaves_every_letter_unsent(OutboxForTests hub) throws Exception {
        PrintHouseAnswers answers = uncertainBatch(hub).answers;
        String ack = "{\"result\":\"REJECTED\",\"code\":\"CHECKSUM\"}";
        assertThat(answers.acknowledgement("ACME-IT", BATCH + ".ack.json", bytes(ack)))
                .isEqualTo(2);
        assertThat(hub.reminderState(1)).isEqualTo("waiting");
        assertThat(hub.state(1)).isEqualTo("waiting");
        assertThat(hub.reason(1)).endsWith("CHECKSUM");
        assertThat(hub.guards(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void status_files_that_come_again_or_shuffled_add_nothing(OutboxForTests hub) throws Exception {
        PrintHouseAnswers answers = uncertainBatch(hub).answers;
        String head = "eventId;letterId;state;providerCode;reason;eventTime\r\n";
        String printed = "e1;ACME-IT-1;PRINTED;;;2026-03-02T17:00:00Z\r\n";
        String posted = "e2;ACME-IT-1;HANDED_OVER;;;2026-03-02T19:00:00Z\r\n";
        assertThat(answers.status("ACME-IT", BATCH + ".status.2.csv", bytes(head + posted + printed)))
                .isEqualTo(2);
        assertThat(answers.status("ACME-IT", BATCH + ".status.1.csv", bytes(head + printed)))
                .isZero();
        assertThat(hub.single(Integer.class, "select count(*) from receipt")).isEqualTo(2);
    }

    @Test
    void what_is_no_answer_to_this_creditor_is_refused() {
        PrintHouseAnswers answers = uncertainBatch(new OutboxForTests(LedgerForTests.h2())).answers;
        for (String name : List.of("../x.ack.json", "OTHER-1.ack.json", "ACME-IT-9.ack.json", BATCH + ".ack.xml")) {
            assertThatThrownBy(() -> answers.acknowledgement("ACME-IT", name, bytes("{\"result\":\"ACCEPTED\"}")))
                    .isInstanceOf(UnreadableAnswer.class);
        }
        assertThatThrownBy(() -> answers.acknowledgement("ACME-IT", BATCH + ".ack.json", bytes("nonsense")))
                .isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> answers.status("ACME-IT", BATCH + ".status.1.csv", bytes("a;b\r\n1;2\r\n")))
                .isInstanceOf(UnreadableAnswer.class);
    }

    private static PrintForTests uncertainBatch(OutboxForTests hub) {
        PrintForTests print = new PrintForTests(hub);
        print.letter("1");
        print.letter("2");
        hub.outbox.sending(print.built(BATCH)).forEach(claim -> hub.outbox.uncertain(claim, null, "trigger", "?"));
        return print;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
