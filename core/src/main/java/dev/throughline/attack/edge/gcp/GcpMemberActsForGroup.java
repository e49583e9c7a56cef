package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A member of a Google group has all roles that policies bind to the group; who holds a basic role of a project has those that
 * policies bind to its owners, editors or viewers.
 */
final class GcpMemberActsForGroup implements AttackEdge {
    private static final String GROUP = "cloud:group:";
    private static final String HOLDERS = "cloud:project";
    /** The basic roles by how policies name all who hold them in a project (IAM, <em>Principal identifiers</em>). */
    private static final Map<String, String> BASIC = Map.of(
            "projectOwner", "roles/owner",
            "projectEditor", "roles/editor",
            "projectViewer", "roles/viewer");

    @Override
    public List<String> techniques() {
        return List.of("T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(IdentityGroup.class).forEach(group -> {
            if (group.key().text().startsWith(GROUP)) {
                for (Relation member : situation.graph().incoming(group.key(), RelationType.MEMBER_OF)) {
                    steps.accept(step(member.from(), group.key()));
                }
            }
        });
        RiskGraph graph = situation.graph();
        for (int i = 0; i < graph.size(); i++) {
            AssetKey holders = graph.key(i);
            if (holders.text().startsWith(HOLDERS)) {
                role(graph, holders).ifPresent(role -> steps.accept(held(role, holders)));
            }
        }
    }

    /** The basic role of a project that some hold, as it is bound there. */
    private static Optional<AssetKey> role(RiskGraph graph, AssetKey holders) {
        int colon = holders.value().indexOf(':');
        String name = BASIC.get(holders.value().substring(0, Math.max(0, colon)));
        String project = "//cloudresourcemanager.googleapis.com/projects/"
                + holders.value().substring(colon + 1);
        return Optional.ofNullable(name)
                .map(basic -> AssetKey.of(AssetKind.CLOUD_ROLE, project + "/bindings/" + basic))
                .filter(role -> !graph.incoming(role, RelationType.HAS_ROLE).isEmpty());
    }

    private AttackStep held(AssetKey role, AssetKey holders) {
        return new AttackStep(
                role,
                name(),
                holders,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("policies name those who hold the role in the project", role, holders),
                List.of("take " + holders.value() + " out of the policies that name it"),
                List.of("bind narrower roles than basic ones"));
    }

    private AttackStep step(AssetKey member, AssetKey group) {
        return new AttackStep(
                member,
                name(),
                group,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("it is a member of the group", member, group),
                List.of("take " + member.value() + " out of " + group.value()),
                List.of("let membership expire"));
    }
}
