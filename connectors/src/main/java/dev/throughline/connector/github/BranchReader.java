package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Commit;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the default branch and protected ones, with their protection. */
final class BranchReader {
    private static final List<String> SETTINGS = List.of(
            "required_pull_request_reviews",
            "required_status_checks",
            "enforce_admins",
            "restrictions",
            "allow_force_pushes");

    private final ListedRepository repository;
    private final Reading reading;

    BranchReader(ListedRepository repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/branches", null, (listed, sink) -> {
            String name = listed.requiredText("name");
            Boolean isProtected = listed.bool("protected");
            if (Boolean.TRUE.equals(isProtected)
                    || name.equals(repository.asset().defaultBranch())) {
                AssetKey key = AssetKey.branch(repository.key(), name);
                sink.accept(listed(key, name, isProtected));
                sink.accept(new Relation(repository.key(), RelationType.CONTAINS, key));
                head(key, listed.object("commit").text("sha"), sink);
                reading.document(
                        folder + "/branches/" + name + "/protection",
                        (protection, facts) -> facts.accept(withProtection(key, name, protection)));
            }
        });
    }

    /** Without protection nothing is required and history may be rewritten (REST, <em>Protected branches</em>). */
    private static Branch listed(AssetKey key, String name, @Nullable Boolean isProtected) {
        return Boolean.FALSE.equals(isProtected)
                ? new Branch(key, name, false, 0L, false, false, false, true)
                : new Branch(key, name, isProtected, null, null, null, null, null);
    }

    private void head(AssetKey branch, @Nullable String sha, FactSink sink) {
        if (sha != null) {
            AssetKey commit = AssetKey.commit(repository.key(), sha);
            sink.accept(new Commit(commit, sha, null, null));
            sink.accept(new Relation(repository.key(), RelationType.CONTAINS, commit));
            sink.accept(new Relation(branch, RelationType.ON_COMMIT, commit));
        }
    }

    private static Branch withProtection(AssetKey key, String name, Fields protection) {
        if (SETTINGS.stream().noneMatch(protection::has)) { // such as the body of an error
            throw new WrongShape(protection.pointer(), "this is not the protection of a branch");
        }
        Fields reviews = protection.object("required_pull_request_reviews");
        Long required = reviews.number("required_approving_review_count");
        Boolean byCodeOwners = reviews.bool("require_code_owner_reviews");
        return new Branch(
                key,
                name,
                true,
                reviews.isAbsent() ? Long.valueOf(0) : required,
                reviews.isAbsent() ? Boolean.FALSE : byCodeOwners,
                protection.object("enforce_admins").bool("enabled"),
                protection.has("restrictions"),
                protection.object("allow_force_pushes").bool("enabled"));
    }
}
