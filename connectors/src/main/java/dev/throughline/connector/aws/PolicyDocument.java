package dev.throughline.connector.aws;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.SourceException;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.PolicyStatement.Condition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a policy document: an object, a string of JSON, or such a string in percent-encoding, as IAM sends it. */
final class PolicyDocument {
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT.withBytes(1 << 20);

    private static final Map<String, String> PRINCIPALS =
            Map.of("AWS", "aws", "Service", "service", "Federated", "federated", "CanonicalUser", "canonicaluser");

    private PolicyDocument() {}

    static List<PolicyStatement> read(Fields document) {
        Fields policy = document.node().isTextual() ? parsed(document) : document;
        Fields statements = policy.get("Statement");
        List<Fields> list = statements.node().isObject() ? List.of(statements) : statements.elements();
        return list.stream().map(PolicyDocument::statement).toList();
    }

    private static Fields parsed(Fields document) {
        String text = document.text();
        try {
            String json =
                    text.startsWith("%7B") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
            return Json.parse(json, document.file(), LIMITS);
        } catch (SourceException | IllegalArgumentException e) {
            throw new WrongShape(document.pointer(), "not a policy document");
        }
    }

    private static PolicyStatement statement(Fields statement) {
        String effect = statement.requiredText("Effect");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new WrongShape(statement.get("Effect").pointer(), "neither Allow nor Deny");
        }
        boolean exceptActions = statement.has("NotAction");
        boolean exceptResources = statement.has("NotResource");
        boolean exceptPrincipals = statement.has("NotPrincipal");
        return new PolicyStatement(
                effect.equals("Allow"),
                oneOrMore(statement.get(exceptActions ? "NotAction" : "Action")),
                exceptActions,
                oneOrMore(statement.get(exceptResources ? "NotResource" : "Resource")),
                exceptResources,
                principals(statement.get(exceptPrincipals ? "NotPrincipal" : "Principal")),
                exceptPrincipals,
                conditions(statement.object("Condition")));
    }

    private static List<String> oneOrMore(Fields value) {
        if (value.isAbsent()) {
            return List.of();
        }
        return value.node().isArray()
                ? value.elements().stream().map(e -> e.node().asText()).toList()
                : List.of(value.node().asText());
    }

    private static List<String> principals(Fields value) {
        if (!value.node().isObject()) {
            return oneOrMore(value);
        }
        List<String> principals = new ArrayList<>();
        for (String kind : value.names()) {
            String prefix = PRINCIPALS.getOrDefault(kind, kind.toLowerCase(Locale.ROOT));
            for (String who : oneOrMore(value.get(kind))) {
                principals.add(who.equals("*") && prefix.equals("aws") ? "*" : prefix + ":" + who);
            }
        }
        return principals;
    }

    private static List<Condition> conditions(Fields value) {
        List<Condition> conditions = new ArrayList<>();
        for (String operator : value.names()) {
            Fields keys = value.object(operator);
            for (String key : keys.names()) {
                conditions.add(new Condition(operator, key, oneOrMore(keys.get(key))));
            }
        }
        return conditions;
    }
}
