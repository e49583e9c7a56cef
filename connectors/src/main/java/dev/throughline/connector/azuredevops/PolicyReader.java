package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads policies of branches (Azure DevOps, <em>Branch policies and settings</em>). A branch with a policy that blocks takes
 * changes by pull request only; a change that its author may approve alone needs no review. Who may bypass policies is a
 * permission that is not read, so it stays unknown whether administrators are bound.
 */
final class PolicyReader {
    private static final String MINIMUM_REVIEWERS = "fa4e907d-c16b-4a4c-9dfa-4906e5d171dd";
    private static final String BRANCHES = "refs/heads/";

    private final Map<String, Repository> repositories;
    private final Reading reading;

    PolicyReader(Map<String, Repository> repositories, Reading reading) {
        this.repositories = repositories;
        this.reading = reading;
    }

    void read(String folder) {
        List<Fields> policies = new ArrayList<>();
        boolean known = reading.list(folder + "/policies", "value", (policy, sink) -> {
            boolean deleted = Boolean.TRUE.equals(policy.bool("isDeleted"));
            if (!deleted
                    && Boolean.TRUE.equals(policy.bool("isEnabled"))
                    && Boolean.TRUE.equals(policy.bool("isBlocking"))) {
                policies.add(policy);
            }
        });
        for (Map.Entry<String, Repository> entry : repositories.entrySet()) {
            Repository repository = entry.getValue();
            Map<String, Long> reviews = new TreeMap<>();
            policies.forEach(policy -> apply(policy, entry.getKey(), repository.defaultBranch(), reviews));
            String main = repository.defaultBranch();
            if (main != null && !reviews.containsKey(main)) {
                accept(repository.key(), main, known ? Boolean.FALSE : null, known ? Long.valueOf(0) : null);
            }
            reviews.forEach((branch, required) -> accept(repository.key(), branch, true, required));
        }
    }

    private static void apply(Fields policy, String id, @Nullable String main, Map<String, Long> reviews) {
        Fields settings = policy.object("settings");
        long required = MINIMUM_REVIEWERS.equals(policy.object("type").text("id")) ? required(settings) : 0;
        for (Fields scope : settings.list("scope")) {
            String repository = scope.text("repositoryId");
            String branch = branch(scope, main);
            if (branch != null && (repository == null || repository.equals(id))) {
                reviews.merge(branch, required, Math::max);
            }
        }
    }

    private static long required(Fields settings) {
        long count = Objects.requireNonNullElse(settings.number("minimumApproverCount"), 0L);
        return Boolean.TRUE.equals(settings.bool("creatorVoteCounts")) ? Math.max(0, count - 1) : count;
    }

    /** A prefix is a pattern, but one that fits the default branch is that of the default branch. */
    private static @Nullable String branch(Fields scope, @Nullable String main) {
        String kind = String.valueOf(scope.text("matchKind"));
        String ref = scope.text("refName");
        if (kind.equalsIgnoreCase("DefaultBranch")) {
            return main;
        }
        if (ref == null || !ref.startsWith(BRANCHES)) {
            return null;
        }
        String name = ref.substring(BRANCHES.length());
        if (!kind.equalsIgnoreCase("Prefix")) {
            return name;
        }
        return main != null && main.startsWith(name) ? main : name + "*";
    }

    private void accept(AssetKey repository, String name, @Nullable Boolean isProtected, @Nullable Long reviews) {
        AssetKey key = AssetKey.branch(repository, name);
        reading.sink()
                .accept(new Branch(key, name, isProtected, reviews, null, null, null, null, null, null, null, null));
        reading.sink().accept(new Relation(repository, RelationType.CONTAINS, key));
    }
}
