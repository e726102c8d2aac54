package io.sollecito.mapping.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A path to elements of XML or to members of JSON: {@code /Invoice/cac:Delivery}, {@code ../Numero}, {@code @currencyID},
 * {@code PartyTaxScheme[TaxScheme/ID='VAT']/CompanyID}. A name without prefix is met in every namespace, {@code *} by
 * every name.
 *
 * @param absolute whether it begins at the document, not at the record
 * @param ups how many levels it goes up first
 */
public record TreePath(boolean absolute, int ups, List<Step> steps) {

    /**
     * @param namespace null when any
     * @param test what one of its children must hold, or null
     */
    public record Step(String namespace, String local, Test test) {

        boolean matches(String otherNamespace, String otherLocal) {
            return (local.equals("*") || local.equals(otherLocal))
                    && (namespace == null || namespace.equals(otherNamespace));
        }
    }

    public record Test(List<Step> steps, String value) {}

    /** A path that is none; the message completes "the path ...". */
    static final class NoPath extends Exception {
        NoPath(String message) {
            super(message);
        }
    }

    /** @param namespaces the URI of each prefix */
    static TreePath parse(String text, Map<String, String> namespaces) throws NoPath {
        String rest = text.startsWith("/") ? text.substring(1) : text;
        int ups = 0;
        while (rest.equals("..") || rest.startsWith("../")) {
            ups++;
            rest = rest.equals("..") ? "" : rest.substring(3);
        }
        if (text.startsWith("/") && ups > 0) {
            throw new NoPath("goes up from the document");
        }
        return new TreePath(text.startsWith("/"), ups, steps(rest.equals(".") ? "" : rest, namespaces));
    }

    private static List<Step> steps(String text, Map<String, String> namespaces) throws NoPath {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfStep(text, at);
            steps.add(step(text.substring(at, end), namespaces));
            at = end + 1;
        }
        if (text.endsWith("/")) {
            throw new NoPath("ends with /");
        }
        return List.copyOf(steps);
    }

    private static int endOfStep(String text, int from) throws NoPath {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '/' && depth == 0) {
                return i;
            }
        }
        if (depth != 0) {
            throw new NoPath("has a [ that is not closed");
        }
        return text.length();
    }

    private static Step step(String text, Map<String, String> namespaces) throws NoPath {
        int bracket = text.indexOf('[');
        String name = bracket < 0 ? text : text.substring(0, bracket);
        if (name.isBlank() || name.equals("..") || name.equals(".")) {
            throw new NoPath("has a step without a name");
        }
        Test test = bracket < 0 ? null : test(text.substring(bracket), namespaces);
        int colon = name.startsWith("@") ? -1 : name.indexOf(':');
        if (colon < 0) {
            return new Step(null, name, test);
        }
        String namespace = namespaces.get(name.substring(0, colon));
        if (namespace == null) {
            throw new NoPath("has the prefix '" + name.substring(0, colon) + "', which 'namespaces' does not explain");
        }
        return new Step(namespace, name.substring(colon + 1), test);
    }

    private static Test test(String text, Map<String, String> namespaces) throws NoPath {
        int equals = text.indexOf('=');
        String value =
                equals < 0 ? "" : text.substring(equals + 1, text.length() - 1).strip();
        boolean quoted = value.length() >= 2
                && (value.startsWith("'") && value.endsWith("'") || value.startsWith("\"") && value.endsWith("\""));
        if (!text.endsWith("]") || !quoted) {
            throw new NoPath("has a condition that is not like [TaxScheme/ID='VAT']");
        }
        return new Test(steps(text.substring(1, equals).strip(), namespaces), value.substring(1, value.length() - 1));
    }
}
