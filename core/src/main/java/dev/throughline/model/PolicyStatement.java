package dev.throughline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a {@link CloudPolicy}, as AWS Identity and Access Management writes them. Text form
 * {@code allow action=s3:GetObject resource=arn:aws:s3:::logs/* principal=* when=StringEquals,aws:SourceVpc,vpc-1}: the
 * effect, then its parts; {@code !=} instead of {@code =} means all but these. A part that is missing limits nothing. Within
 * a part values are separated by commas; {@code %}, blanks and commas of values are percent-encoded.
 *
 * <p>Source: IAM JSON policy elements reference.
 *
 * @param allow whether it allows or denies
 * @param actions actions, with wildcards
 * @param exceptActions whether it is about all actions but these
 * @param resources ARNs, with wildcards; empty for any, as in the trust policy of a role
 * @param exceptResources whether it is about all resources but these
 * @param principals {@code *} for anybody, or a kind and who: {@code aws:<ARN or account>}, {@code service:<host>},
 *     {@code federated:<ARN or host>}; empty for whoever the policy is attached to
 * @param exceptPrincipals whether it is about everybody but these
 * @param conditions what else must hold; all of them
 */
public record PolicyStatement(
        boolean allow,
        List<String> actions,
        boolean exceptActions,
        List<String> resources,
        boolean exceptResources,
        List<String> principals,
        boolean exceptPrincipals,
        List<Condition> conditions) {
    /** Copies the lists. */
    public PolicyStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        principals = List.copyOf(principals);
        conditions = List.copyOf(conditions);
    }

    /**
     * What a request must be like.
     *
     * @param operator how it is compared, such as {@code StringLike}
     * @param key what is compared, such as {@code aws:SourceIp}
     * @param values with what; one of them must fit
     */
    public record Condition(String operator, String key, List<String> values) {
        /** Copies the list. */
        public Condition {
            values = List.copyOf(values);
        }

        /** {@return the condition for people} */
        @Override
        public String toString() {
            return key + " " + operator + " " + String.join(", ", values);
        }
    }

    /**
     * Reads the text form.
     *
     * @param text text form
     * @return the statement
     * @throws IllegalArgumentException if it has not this form
     */
    public static PolicyStatement parse(String text) {
        String[] parts = text.split(" ", -1);
        if (!parts[0].equals("allow") && !parts[0].equals("deny")) {
            throw refused(text);
        }
        Part action = Part.NONE;
        Part resource = Part.NONE;
        Part principal = Part.NONE;
        List<Condition> conditions = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            Part part = Part.parse(parts[i]);
            switch (part.name) {
                case "action" -> action = part;
                case "resource" -> resource = part;
                case "principal" -> principal = part;
                case "when" -> conditions.add(part.condition());
                default -> throw refused(text);
            }
        }
        return new PolicyStatement(
                parts[0].equals("allow"),
                action.values,
                action.except,
                resource.values,
                resource.except,
                principal.values,
                principal.except,
                conditions);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("'" + Text.quote(text) + "' is not a statement of a policy");
    }

    /** {@return the text form} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(allow ? "allow" : "deny");
        append(text, "action", exceptActions, actions);
        append(text, "resource", exceptResources, resources);
        append(text, "principal", exceptPrincipals, principals);
        for (Condition condition : conditions) {
            List<String> values = new ArrayList<>(List.of(condition.operator, condition.key));
            values.addAll(condition.values);
            append(text, "when", false, values);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, boolean except, List<String> values) {
        if (!values.isEmpty()) {
            text.append(' ').append(name).append(except ? "!=" : "=");
            text.append(String.join(
                    ",", values.stream().map(PolicyStatement::encoded).toList()));
        }
    }

    private static String encoded(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == '%' || c == ',' || c == 0x7f) {
                text.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String decoded(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '%') {
                int high = i + 1 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
                int low = i + 2 < value.length() ? Character.digit(value.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw refused(value);
                }
                text.append((char) (high << 4 | low));
                i += 2;
            } else {
                text.append(value.charAt(i));
            }
        }
        return text.toString();
    }

    private record Part(String name, boolean except, List<String> values) {
        static final Part NONE = new Part("", false, List.of());

        static Part parse(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw refused(text);
            }
            boolean except = text.charAt(equals - 1) == '!';
            List<String> values = new ArrayList<>();
            for (String value : text.substring(equals + 1).split(",", -1)) {
                values.add(decoded(value));
            }
            return new Part(text.substring(0, except ? equals - 1 : equals), except, values);
        }

        Condition condition() {
            if (values.size() < 2) {
                throw refused(String.join(",", values));
            }
            return new Condition(values.get(0), values.get(1), values.subList(2, values.size()));
        }
    }
}
