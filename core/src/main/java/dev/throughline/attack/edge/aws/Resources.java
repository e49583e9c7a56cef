package dev.throughline.attack.edge.aws;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources of AWS in a graph, by account and type in the order of their ARNs. */
final class Resources {
    /** Types whose ARNs are not what all actions on them name. */
    private static final Set<ResourceType> NAMED_OTHERWISE = Set.of(ResourceType.DATABASE, ResourceType.SERVICE);

    private final ListMultimap<String, Target> sorted = ArrayListMultimap.create();
    private final Map<AssetKey, Target> byKey = new HashMap<>();
    private final Map<AssetKey, ResourceType> types = new HashMap<>();

    Resources(RiskGraph graph) {
        for (int i = 0; i < graph.size(); i++) {
            AssetKey key = graph.key(i);
            Arn arn = Arn.of(key);
            ResourceType type = arn == null ? null : ResourceType.of(arn);
            String account = type == null || arn == null ? "" : account(graph, key, arn);
            if (type != null && !account.isEmpty()) {
                Target target = new Target(key, key.value(), true, account);
                sorted.put(type + account, target);
                byKey.put(key, target);
                types.put(key, type);
            }
        }
        sort();
    }

    private void sort() {
        sorted.keySet().forEach(group -> Collections.sort(sorted.get(group)));
    }

    /** Counts resources of other accounts to those of an account that their policies let in. */
    void letIn(SetMultimap<String, Target> byAccount) {
        byAccount.forEach((account, target) -> sorted.put(types.get(target.asset()) + account, target));
        sort();
    }

    /** The ARN of a bucket names no account; whoever described it did. */
    private static String account(RiskGraph graph, AssetKey key, Arn arn) {
        if (!arn.account().isEmpty()) {
            return arn.account();
        }
        for (Relation contains : graph.incoming(key, RelationType.CONTAINS)) {
            if (contains.from().mayBe(AssetKind.CLOUD_ACCOUNT)) {
                return contains.from().value().substring("aws/".length());
            }
        }
        return "";
    }

    @Nullable
    Target of(AssetKey key) {
        return byKey.get(key);
    }

    boolean isOf(Target target, @Nullable ResourceType type) {
        return types.get(target.asset()) == type;
    }

    /** The resources of a type that any of some statements may be about. */
    Set<Target> candidates(ResourceType type, String account, List<Statement> statements, int action) {
        List<Target> all = sorted.get(type + account);
        Set<Target> found = new LinkedHashSet<>();
        for (Statement statement : statements) {
            if (!statement.actions().get(action) || !statement.allow()) {
                continue;
            }
            if (statement.source().exceptResources() || NAMED_OTHERWISE.contains(type)) {
                found.addAll(all);
                continue;
            }
            for (Glob resource : statement.resources()) {
                found.addAll(from(all, resource.prefix()));
            }
        }
        return found;
    }

    /** Those whose ARN begins in a way, or in which something lies whose ARN does. */
    private static List<Target> from(List<Target> all, String prefix) {
        List<Target> found = new ArrayList<>();
        int slash = prefix.indexOf('/');
        String holder = slash < 0 ? prefix : prefix.substring(0, slash);
        for (int i = firstAtLeast(all, holder);
                i < all.size() && all.get(i).arn().startsWith(holder);
                i++) {
            String arn = all.get(i).arn();
            if (arn.startsWith(prefix) || prefix.startsWith(arn)) {
                found.add(all.get(i));
            }
        }
        return found;
    }

    private static int firstAtLeast(List<Target> all, String text) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).arn().compareTo(text) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
