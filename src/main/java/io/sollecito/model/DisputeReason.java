package io.sollecito.model;

import java.util.Map;

/**
 * Why a debtor disputes a document: a standard reason, with its standard answers.
 *
 * @param code such as price
 * @param name what it means, for colleagues
 * @param days how long it holds unless a person says otherwise
 * @param answers by language, it, fr, de and en
 */
public record DisputeReason(String code, String name, int days, Map<String, Answer> answers) {

    /** A message with variables in double square brackets. */
    public record Answer(String subject, String text) {}

    public DisputeReason {
        answers = Map.copyOf(answers);
    }
}
