package dev.throughline.connector.support.codeowners;

import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.OwnershipRule;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes facts of rules: one asset for each rule, in their order, and who owns it. */
public final class OwnershipFacts {
    /** A repository with more rules is not read: none was ever written by hand. */
    private static final int MOST_RULES = 5_000;

    private final AssetKey repository;
    private final Function<String, @Nullable AssetKey> owners;
    private final FactSink sink;

    /**
     * Makes facts of the rules of a repository.
     *
     * @param repository its key
     * @param owners the team or developer an owner's name stands for; null if nobody
     * @param sink takes the facts
     */
    public OwnershipFacts(AssetKey repository, Function<String, @Nullable AssetKey> owners, FactSink sink) {
        this.repository = repository;
        this.owners = owners;
        this.sink = sink;
    }

    /**
     * Hands out the facts. Who owns every file by the last such rule of a section owns the repository too.
     *
     * @param rules all rules of the repository, in their order
     * @param file name of what they were read from, for messages
     * @param place the same as it is called in the repository, such as {@code .github/CODEOWNERS}
     */
    public void accept(List<CodeRule> rules, String file, String place) {
        if (rules.size() > MOST_RULES) {
            sink.reject(new Rejection(file, "", "more than " + MOST_RULES + " rules"));
            return;
        }
        Map<String, CodeRule> forEverything = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            CodeRule rule = rules.get(i);
            rule(rule, i, file, place);
            if (rule.isForEverything()) {
                forEverything.put(rule.section(), rule);
            }
        }
        forEverything.values().forEach(rule -> owns(rule, repository, Map.of("pattern", rule.pattern())));
    }

    private void rule(CodeRule rule, int position, String file, String place) {
        String at = place + ":" + rule.line();
        try {
            AssetKey key = AssetKey.inRepository(AssetKind.OWNERSHIP_RULE, repository, at);
            sink.accept(new OwnershipRule(key, rule.section(), (long) position, rule.pattern(), rule.glob(), at));
            sink.accept(new Relation(repository, RelationType.CONTAINS, key));
            owns(rule, key, Map.of());
        } catch (IllegalArgumentException e) {
            sink.reject(new Rejection(file, rule.line() + ":1", String.valueOf(e.getMessage())));
        }
    }

    private void owns(CodeRule rule, AssetKey owned, Map<String, String> properties) {
        for (String name : rule.owners()) {
            AssetKey owner = owners.apply(name);
            if (owner != null) {
                sink.accept(new Relation(owner, RelationType.OWNS, owned, properties));
            }
        }
    }
}
