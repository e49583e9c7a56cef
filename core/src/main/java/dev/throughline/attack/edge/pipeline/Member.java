package dev.throughline.attack.edge.pipeline;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A developer or team with a role at a repository.
 *
 * @param key key of the developer or team
 * @param role the role
 */
record Member(AssetKey key, Role role) {
    /** Who has a role at a repository, or at a project or organization around it. */
    static List<Member> of(RiskGraph graph, AssetKey repository) {
        List<Member> members = new ArrayList<>();
        Set<AssetKey> seen = new HashSet<>(Set.of(repository));
        Deque<AssetKey> places = new ArrayDeque<>(seen);
        while (!places.isEmpty()) {
            AssetKey place = places.remove();
            for (Relation held : graph.incoming(place, RelationType.HAS_ROLE)) {
                Role.named(held.properties().get("role"))
                        .filter(role -> isHeldHere(place, role))
                        .ifPresent(role -> members.add(new Member(held.from(), role)));
            }
            for (Relation around : graph.incoming(place, RelationType.CONTAINS)) {
                if (seen.add(around.from())) {
                    places.add(around.from());
                }
            }
        }
        return members;
    }

    /** Administrators of an organization reach its repositories through it, not each of them each repository. */
    private static boolean isHeldHere(AssetKey place, Role role) {
        return role != Role.ADMIN || !place.mayBe(AssetKind.ORGANIZATION);
    }
}
