package dev.throughline.attack.edge.gcp;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/** A project {@code p} in an organization {@code 9}, in the words of this cloud. */
final class GcpEstate {
    static final AssetKey ORGANIZATION = new AssetKey("cloud://cloudresourcemanager.googleapis.com/organizations/9");
    static final AssetKey PROJECT = new AssetKey("cloudaccount:gcp/p");
    static final AssetKey PRINCIPAL = new AssetKey("cloud:user:ann@acme.example");
    static final String PROJECT_NAME = "//cloudresourcemanager.googleapis.com/projects/p";

    final Estate facts = new Estate();

    GcpEstate() {
        facts.asset(PROJECT, Map.of("name", "shop"));
        facts.relation(ORGANIZATION, RelationType.CONTAINS, PROJECT);
    }

    static AssetKey resource(String path) {
        return new AssetKey("cloud://" + path);
    }

    /** The key of a role as it is bound at a resource. */
    static AssetKey role(String resource, String name) {
        return new AssetKey("cloud:" + resource + "/bindings/" + name);
    }

    /** Adds a resource to the project. */
    @CanIgnoreReturnValue
    GcpEstate with(AssetKind kind, AssetKey resource, Map<String, ?> values) {
        facts.asset(kind, resource, values);
        facts.relation(PROJECT, RelationType.CONTAINS, resource);
        return this;
    }

    /** Binds a role to the principal. */
    @CanIgnoreReturnValue
    GcpEstate bound(String resource, String name) {
        facts.asset(AssetKind.CLOUD_ROLE, role(resource, name), Map.of("name", name));
        facts.relation(PRINCIPAL, RelationType.HAS_ROLE, role(resource, name));
        return this;
    }

    /** The steps of an edge, as {@code from to}. */
    List<String> steps(String edge) {
        return facts.steps(edge).stream()
                .map(step -> step.from() + " " + step.to())
                .toList();
    }
}
