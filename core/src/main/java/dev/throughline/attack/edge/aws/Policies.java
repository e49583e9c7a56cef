package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of a graph, each compiled once. */
final class Policies {
    private static final String RESOURCE = "resource";

    private final RiskGraph graph;
    private final Actions actions;
    private final Map<AssetKey, List<Statement>> compiled = new HashMap<>();
    private final Map<AssetKey, List<Statement>> guarding = new HashMap<>();
    private final Map<AssetKey, Boolean> personal = new HashMap<>();
    private final Map<Statement.Meaning, Integer> numbers = new HashMap<>();
    private final List<Statement.Meaning> meanings = new ArrayList<>();

    Policies(RiskGraph graph, Actions actions) {
        this.graph = graph;
        this.actions = actions;
    }

    /** The statements of a policy; null if they were not read. */
    @Nullable
    List<Statement> of(AssetKey policy) {
        List<String> texts = texts(policy);
        return texts == null ? null : compiled.computeIfAbsent(policy, key -> compile(key, texts, Map.of()));
    }

    /** Whether a policy allows anything, be it nothing that is asked for. */
    boolean allowsAnything(AssetKey policy) {
        List<String> texts = texts(policy);
        return texts != null
                && texts.stream().anyMatch(text -> PolicyStatement.parse(text).allow());
    }

    /** The statements of a policy as they are for one principal; none if they were not read. */
    List<Statement> of(AssetKey policy, Map<String, String> variables) {
        List<String> texts = texts(policy);
        if (texts != null && isPersonal(policy) && !variables.isEmpty()) {
            return compile(policy, texts, variables);
        }
        List<Statement> statements = of(policy);
        return statements == null ? List.of() : statements;
    }

    /** What a policy allows to all who hold it alike; who may do anything goes by the account instead. */
    List<Statement> forAnyHolder(AssetKey policy) {
        List<Statement> statements = isPersonal(policy) ? List.of() : of(policy, Map.of());
        return statements.stream().anyMatch(Statement::isEverything)
                ? List.of()
                : statements.stream().filter(Statement::allow).toList();
    }

    /** The number of what a statement amounts to. */
    int number(Statement statement) {
        return numbers.computeIfAbsent(statement.meaning(), meaning -> {
            meanings.add(meaning);
            return meanings.size() - 1;
        });
    }

    /** The actions of the statements with a number. */
    BitSet allowed(int number) {
        return meanings.get(number).actions();
    }

    /** Whether what a policy allows depends on who holds it. */
    boolean isPersonal(AssetKey policy) {
        return personal.computeIfAbsent(policy, key -> {
            List<String> texts = texts(key);
            return texts != null && texts.stream().anyMatch(text -> text.contains("${"));
        });
    }

    private @Nullable List<String> texts(AssetKey policy) {
        return graph.find(policy, CloudPolicy.class)
                .map(CloudPolicy::statements)
                .orElse(null);
    }

    private List<Statement> compile(AssetKey policy, List<String> texts, Map<String, String> variables) {
        List<Statement> statements = new ArrayList<>();
        for (String text : texts) {
            String filled = text;
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                filled = filled.replace("${" + variable.getKey() + "}", variable.getValue());
            }
            Statement statement = Statement.of(policy, PolicyStatement.parse(filled), actions);
            if (statement != null) {
                statements.add(statement);
            }
        }
        return List.copyOf(statements);
    }

    /** The statements of the policies of a resource, or of the trust policy of a role. */
    List<Statement> guarding(AssetKey resource) {
        return guarding.computeIfAbsent(resource, key -> {
            List<Statement> statements = new ArrayList<>();
            for (CloudPolicy policy : graph.targets(key, RelationType.GUARDED_BY, CloudPolicy.class)) {
                List<Statement> known = RESOURCE.equals(policy.type()) ? of(policy.key()) : null;
                if (known != null) {
                    statements.addAll(known);
                }
            }
            return List.copyOf(statements);
        });
    }

    /** What limits a principal: policies at it that are none of a resource. */
    List<AssetKey> boundaries(AssetKey principal) {
        List<AssetKey> boundaries = new ArrayList<>();
        graph.outgoing(principal, RelationType.GUARDED_BY).forEach(relation -> {
            boolean trust = graph.find(relation.to(), CloudPolicy.class)
                    .filter(policy -> RESOURCE.equals(policy.type()))
                    .isPresent();
            if (!trust) {
                boundaries.add(relation.to());
            }
        });
        return boundaries;
    }
}
