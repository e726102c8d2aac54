package io.sollecito.check;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a creditor can not do, for want of a connection.
 *
 * @param posting the creditors that have agreed something with a print house
 */
record MissingConnections(YamlNode code, Set<String> kinds, Set<String> posting) {

    List<Problem> notes() {
        List<Problem> notes = new ArrayList<>();
        unless("erp", "no ERP route: it has no open items to remind of", notes);
        unless("bank", "no bank route: only the ERP says who has paid", notes);
        unless("email", "no mail route: its e-mail steps and its digest can never leave", notes);
        unless("sms", "no SMS route: its SMS steps can never leave", notes);
        unless("print", "no print route: its letters can never leave", notes);
        if (kinds.contains("print")) {
            unless("print-answers", "no print-answers route: what became of its letters is never known", notes);
            if (!posting.contains(code.text().strip())) {
                notes.add(note(
                        "no file of config/print names it: its letters can never leave",
                        "Write what is agreed with its print house, such as config/print/my-print-house.yaml."));
            }
        }
        return notes;
    }

    private void unless(String kind, String message, List<Problem> notes) {
        if (!kinds.contains(kind)) {
            notes.add(note(message, "Write a route of that kind, or leave it if the company does without."));
        }
    }

    private Problem note(String message, String remedy) {
        return new Problem(
                code.file(), code.line(), code.column(), "note: " + code.text().strip() + ": " + message, null, remedy);
    }
}
