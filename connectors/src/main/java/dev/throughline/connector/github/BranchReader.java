package dev.throughline.connector.github;

import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Commit;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import org.jspecify.annotations.Nullable;

/** Reads the default branch and protected ones, with their protection. */
final class BranchReader {
    private final Owner owner;
    private final ListedRepository repository;
    private final Reading reading;

    BranchReader(Owner owner, ListedRepository repository, Reading reading) {
        this.owner = owner;
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
                sink.accept(new Relation(repository.key(), RelationType.CONTAINS, key));
                head(key, listed.object("commit").text("sha"), sink);
                BranchProtection protection = new BranchProtection(owner, key, name, isProtected);
                String branch = folder + "/branches/" + name;
                reading.document(branch + "/protection", (document, facts) -> protection.classic(document));
                reading.list(branch + "/rules", null, (rule, facts) -> protection.rule(rule));
                sink.accept(protection.branch());
            }
        });
    }

    private void head(AssetKey branch, @Nullable String sha, FactSink sink) {
        if (sha != null) {
            AssetKey commit = AssetKey.commit(repository.key(), sha);
            sink.accept(new Commit(commit, sha, null, null));
            sink.accept(new Relation(repository.key(), RelationType.CONTAINS, commit));
            sink.accept(new Relation(branch, RelationType.ON_COMMIT, commit));
        }
    }
}
