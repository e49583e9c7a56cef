package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A label selector (meta/v1 LabelSelector). One without requirements fits everything.
 *
 * @param requirements what labels must fulfil, sorted
 */
record LabelSelector(List<Requirement> requirements) {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._/-]*");

    static LabelSelector of(Fields selector) {
        List<Requirement> requirements = new ArrayList<>();
        Fields labels = selector.object("matchLabels");
        for (Map.Entry<String, String> label : selector.stringMap("matchLabels").entrySet()) {
            requirements.add(new Requirement(
                    checked(label.getKey(), labels), Operator.EQUALS, List.of(checked(label.getValue(), labels))));
        }
        for (Fields expression : selector.list("matchExpressions")) {
            requirements.add(new Requirement(
                    checked(expression.requiredText("key"), expression),
                    Operator.of(expression),
                    expression.strings("values").stream()
                            .map(v -> checked(v, expression))
                            .sorted()
                            .toList()));
        }
        requirements.sort(Comparator.comparing(Requirement::toString));
        return new LabelSelector(List.copyOf(requirements));
    }

    private static String checked(String text, Fields at) {
        if (!LABEL.matcher(text).matches()) {
            throw new WrongShape(at.pointer(), "not the key or value of a label");
        }
        return text;
    }

    boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(r -> r.matches(labels.get(r.key)));
    }

    /** {@return the text form of the Kubernetes API, as for {@code kubectl --selector}; empty if it fits everything} */
    @Override
    public String toString() {
        return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
    }

    enum Operator {
        EQUALS,
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST;

        static Operator of(Fields expression) {
            return switch (expression.requiredText("operator")) {
                case "In" -> IN;
                case "NotIn" -> NOT_IN;
                case "Exists" -> EXISTS;
                case "DoesNotExist" -> DOES_NOT_EXIST;
                default -> throw new WrongShape(expression.get("operator").pointer(), "not an operator of a selector");
            };
        }
    }

    record Requirement(String key, Operator operator, List<String> values) {
        boolean matches(@Nullable String value) {
            return switch (operator) {
                case EQUALS, IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }

        /** {@return the text form of the Kubernetes API} */
        @Override
        public String toString() {
            return switch (operator) {
                case EQUALS -> key + "=" + values.get(0);
                case IN -> key + " in (" + String.join(",", values) + ")";
                case NOT_IN -> key + " notin (" + String.join(",", values) + ")";
                case EXISTS -> key;
                case DOES_NOT_EXIST -> "!" + key;
            };
        }
    }
}
