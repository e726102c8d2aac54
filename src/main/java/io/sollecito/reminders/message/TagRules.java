package io.sollecito.reminders.message;

import io.sollecito.model.EditDistance;
import io.sollecito.model.Problem;
import io.sollecito.reminders.message.Variable.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/** Checks the variables of one file: known, allowed where they stand, conditions closed. */
final class TagRules {

    private final String file;
    private final List<String> lines;
    private final IntFunction<Place> placeOfLine;
    private final Payment payment;
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Tag> open = new ArrayDeque<>();

    private TagRules(String file, List<String> lines, IntFunction<Place> placeOfLine, Payment payment) {
        this.file = file;
        this.lines = lines;
        this.placeOfLine = placeOfLine;
        this.payment = payment;
    }

    /** @param placeOfLine what stands on a line (from 1) */
    static List<Problem> check(String file, List<String> lines, IntFunction<Place> placeOfLine) {
        return check(file, lines, placeOfLine, Payment.ASKED);
    }

    /** @param payment whether the template asks for it: only then may it say how to pay */
    static List<Problem> check(String file, List<String> lines, IntFunction<Place> placeOfLine, Payment payment) {
        TagRules rules = new TagRules(file, lines, placeOfLine, payment);
        List<Tag> tags = Tag.in(file, lines, rules.problems);
        tags.forEach(rules::check);
        rules.open.forEach(left -> rules.add(left, left + " is not closed", "Add [[/" + left.name() + "]] after it."));
        rules.problems.addAll(Tag.strays(file, lines));
        return rules.problems;
    }

    private void check(Tag tag) {
        if (tag.closes()) {
            close(tag);
            return;
        }
        Variable variable = Variable.named(tag.name());
        Place place = placeOfLine.apply(tag.line());
        if (variable == null) {
            checkLabel(tag, place);
        } else {
            checkKind(tag, variable, place);
        }
        if (tag.opens()) {
            open.push(tag);
        }
    }

    private void checkLabel(Tag tag, Place place) {
        if (place != Place.LAYOUT || !Label.isTag(tag.name())) {
            add(
                    tag,
                    "unknown variable " + tag,
                    "Did you mean [[" + nearest(tag.name()) + "]]? docs/variables.md lists all.");
        }
    }

    private void checkKind(Tag tag, Variable variable, Place place) {
        Kind kind = variable.kind();
        if (!place.allows(kind)) {
            add(tag, tag + " may not stand here: " + place.rule(), "Take it out, or put it into the body.");
        } else if ((kind == Kind.ITEM || kind == Kind.PAGE_ITEM) && !insideList()) {
            add(tag, tag + " stands outside a list", "Put it between [[#Invoices]] and [[/Invoices]].");
        } else if ((kind == Kind.FLAG || kind == Kind.LIST || kind == Kind.PAGE_LIST) && !tag.opens()) {
            add(tag, tag + " has no text of its own", "Write [[#" + tag.name() + "]]...[[/" + tag.name() + "]].");
        } else if (kind == Kind.BLOCK && place == Place.BODY && !standsAlone(tag)) {
            add(tag, tag + " must be a paragraph of its own", "Put it on its own line, with a blank line around it.");
        } else if (!payment.allows(variable)) {
            add(
                    tag,
                    tag + " may not stand in a template of 'payment: " + payment.word() + "'",
                    "Take it out: who was not asked to pay, or whose bank pays, would pay twice.");
        } else if (variable == Variable.ICE_BREAKER && place == Place.ICE_BREAKER) {
            add(tag, "an ice-breaker cannot hold itself", "Take [[IceBreaker]] out.");
        }
    }

    private void close(Tag tag) {
        if (open.isEmpty() || !open.peek().name().equals(tag.name())) {
            add(
                    tag,
                    tag + " closes what is not open here",
                    open.isEmpty()
                            ? "Remove it."
                            : "Close " + open.peek() + " of line " + open.peek().line() + " first.");
            return;
        }
        Tag start = open.pop();
        if (placeOfLine.apply(tag.line()) == Place.BODY && acrossParagraphs(start, tag)) {
            add(
                    start,
                    start + " does not end in its own paragraph",
                    "Close it before the blank line and open it again after.");
        }
    }

    private boolean acrossParagraphs(Tag start, Tag end) {
        return lines.subList(start.line() - 1, end.line()).stream().anyMatch(String::isBlank);
    }

    private boolean insideList() {
        return open.stream()
                .map(tag -> Variable.named(tag.name()))
                .anyMatch(variable ->
                        variable != null && (variable.kind() == Kind.LIST || variable.kind() == Kind.PAGE_LIST));
    }

    private boolean standsAlone(Tag tag) {
        return lines.get(tag.line() - 1).strip().equals(tag.toString())
                && blank(tag.line() - 1)
                && blank(tag.line() + 1);
    }

    private boolean blank(int line) {
        return line > lines.size()
                || lines.get(line - 1).isBlank()
                || lines.get(line - 1).matches("\\w+:\\s*\\|.*");
    }

    private void add(Tag tag, String message, String remedy) {
        problems.add(new Problem(file, tag.line(), tag.column(), message, lines.get(tag.line() - 1), remedy));
    }

    private static String nearest(String name) {
        return Arrays.stream(Variable.values())
                .filter(variable -> Place.BODY.allows(variable.kind()))
                .map(Variable::tag)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, name)))
                .orElseThrow();
    }
}
