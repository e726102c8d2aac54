package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.Debtor;
import io.sollecito.model.DisputeReason;
import io.sollecito.model.DisputeReason.Answer;
import io.sollecito.model.DocumentType;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeAnswerTest {

    private static final OpenItem ITEM =
            Facts.item("2026/1042", DocumentType.INVOICE, Facts.DAY.minusDays(31), "1190.00", "1190.00");

    @Test
    void every_variable_has_the_value_of_the_item_and_of_who_answers() {
        String all = String.join(
                "|",
                DisputeAnswer.VARIABLES.stream()
                        .map(name -> "[[ " + name + " ]]")
                        .toList());

        assertThat(answer("it", all, Facts.ROSSI).text())
                .isEqualTo(
                        "Rossi S.r.l.|2026/1042|15\u00a0gennaio 2026|14\u00a0febbraio 2026|500,00\u00a0€|17\u00a0marzo 2026"
                                + "|Acme Italia S.p.A.|Laura|Conti|crediti@acme.example|+39 02 5550 1200|reclami@acme.example");
    }

    @ParameterizedTest
    @CsvSource({"fr-CH,fr", "de,de", "pl,it", ",it"})
    void it_is_in_the_debtors_language_else_the_creditors(String language, String answered) {
        Debtor debtor = speaking(language);

        DisputeAnswer answer = DisputeAnswer.of(
                new DisputeReason(
                        "price",
                        "Price",
                        14,
                        Map.of(
                                "it", new Answer("it", "it"),
                                "fr", new Answer("fr", "fr"),
                                "de", new Answer("de", "de"),
                                "en", new Answer("en", "en"))),
                Facts.ACME,
                debtor,
                ITEM,
                new BigDecimal("500.00"),
                Facts.DAY);

        assertThat(answer).isEqualTo(new DisputeAnswer(answered, answered, answered));
    }

    @Test
    void a_debtor_without_a_name_is_called_by_his_number_and_a_name_is_never_read_as_a_template() {
        assertThat(answer("it", "Gentile [[CustomerName]]", Facts.named(null)).text())
                .isEqualTo("Gentile 0000104711");
        assertThat(answer("it", "Gentile [[CustomerName]]", Facts.named("$1 [[Number]] \\"))
                        .text())
                .isEqualTo("Gentile $1 [[Number]] \\");
    }

    @Test
    void a_value_that_is_missing_holds_the_answer_and_is_named() {
        DisputeReason reason = reason("it", "scriva a [[DisputeContact]]");

        assertThatThrownBy(() -> DisputeAnswer.of(
                        reason, Facts.acme(null, " "), Facts.ROSSI, ITEM, new BigDecimal("1.00"), Facts.DAY))
                .isInstanceOf(MessageHeld.class)
                .hasMessage("[[DisputeContact]] is empty");
    }

    @Test
    void names_that_no_answer_knows_are_found_once() {
        assertThat(DisputeAnswer.unknown("[[Number]] [[ Nonsense ]] [[Nonsense]] [[CustomerName]] [[Other]]"))
                .containsExactly("Nonsense", "Other");
    }

    private static DisputeAnswer answer(String language, String text, Debtor debtor) {
        return DisputeAnswer.of(reason(language, text), Facts.ACME, debtor, ITEM, new BigDecimal("500.00"), Facts.DAY);
    }

    private static DisputeReason reason(String language, String text) {
        return new DisputeReason("price", "Price", 14, Map.of(language, new Answer("S [[Number]]", text)));
    }

    private static Debtor speaking(String language) {
        Debtor rossi = Facts.ROSSI;
        return new Debtor(
                rossi.creditor(),
                rossi.source(),
                rossi.debtor(),
                rossi.name(),
                rossi.debtorClass(),
                rossi.vatId(),
                language,
                rossi.country(),
                rossi.address(),
                rossi.bankAccounts(),
                null,
                rossi.tags(),
                rossi.contacts());
    }
}
