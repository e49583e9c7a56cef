package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Developer;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads who may do what in a repository, and whose pull requests need an approval before anything runs. */
final class AccessReader {
    /** Permissions, the highest first, with the role each makes. */
    private static final List<Map.Entry<String, String>> PERMISSIONS = List.of(
            Map.entry("admin", "admin"),
            Map.entry("maintain", "maintain"),
            Map.entry("push", "write"),
            Map.entry("triage", "triage"),
            Map.entry("pull", "read"));

    private final Owner owner;
    private final AssetKey repository;
    private final Reading reading;

    AccessReader(Owner owner, AssetKey repository, Reading reading) {
        this.owner = owner;
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/collaborators", null, (collaborator, sink) -> {
            AssetKey key = owner.developer(collaborator.requiredText("login"));
            sink.accept(new Developer(key, collaborator.text("login"), null));
            role(key, collaborator, sink);
        });
        reading.list(folder + "/teams", null, (team, sink) -> role(owner.team(team.requiredText("slug")), team, sink));
        reading.document(folder + "/fork-approval", (settings, sink) -> {
            String policy = settings.text("approval_policy");
            if (policy != null) {
                sink.accept(AssetKind.REPOSITORY.create(repository, Map.of("forkApproval", policy)));
            }
        });
    }

    private void role(AssetKey actor, Fields entry, FactSink sink) {
        String role = highest(entry.object("permissions"));
        if (role != null) {
            sink.accept(new Relation(actor, RelationType.HAS_ROLE, repository, Map.of("role", role)));
        }
    }

    private static @Nullable String highest(Fields permissions) {
        return PERMISSIONS.stream()
                .filter(permission -> Boolean.TRUE.equals(permissions.bool(permission.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
