package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.RbacRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Role or ClusterRole (rbac.authorization.k8s.io/v1).
 *
 * @param name its name
 * @param labels its labels
 * @param rules rules on resources; those on URLs are left out
 * @param aggregates selects the cluster roles whose rules it has as well; none for most
 */
record RoleObject(ObjectName name, Map<String, String> labels, List<RbacRule> rules, List<LabelSelector> aggregates) {
    static RoleObject of(Manifest manifest) {
        List<RbacRule> rules = new ArrayList<>();
        for (Fields rule : manifest.root().list("rules")) {
            if (!rule.strings("resources").isEmpty()) {
                rules.add(new RbacRule(
                        words(rule, "verbs"),
                        words(rule, "apiGroups"),
                        words(rule, "resources"),
                        words(rule, "resourceNames")));
            }
        }
        return new RoleObject(
                manifest.name(),
                manifest.labels(),
                List.copyOf(rules),
                manifest.root().object("aggregationRule").list("clusterRoleSelectors").stream()
                        .map(LabelSelector::of)
                        .toList());
    }

    /** Rules have a text form in which blanks and commas separate. */
    private static List<String> words(Fields rule, String field) {
        List<String> words = rule.strings(field);
        if (words.stream().anyMatch(w -> w.contains(",") || w.chars().anyMatch(Character::isWhitespace))) {
            throw new WrongShape(rule.get(field).pointer(), "a blank or comma in a rule");
        }
        return words;
    }
}
