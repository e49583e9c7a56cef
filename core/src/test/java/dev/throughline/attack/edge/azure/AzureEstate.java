package dev.throughline.attack.edge.azure;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/** A subscription {@code s} with a resource group {@code g}, in the words of this cloud. */
final class AzureEstate {
    static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    static final AssetKey SUBSCRIPTION = new AssetKey("cloudaccount:azure/s");
    static final AssetKey GROUP = new AssetKey("cloud:/subscriptions/s/resourcegroups/g");
    static final AssetKey PRINCIPAL = entra("p");
    private static final String ROLES = "/providers/microsoft.authorization/roledefinitions/";

    final Estate facts = new Estate();

    AzureEstate() {
        facts.asset(SUBSCRIPTION, Map.of("name", "shop"));
        facts.relation(SUBSCRIPTION, RelationType.CONTAINS, GROUP);
    }

    static AssetKey entra(String id) {
        return new AssetKey("cloud:entra/" + id);
    }

    static AssetKey directoryRole(String template) {
        return entra("directoryroles/" + template);
    }

    static AssetKey resource(String path) {
        return new AssetKey(GROUP.text() + "/providers/microsoft." + path);
    }

    /** The key of a role at a scope. */
    static AssetKey role(String scope, String id) {
        return new AssetKey("cloud:" + scope + ROLES + id);
    }

    /** Adds a resource to the group. */
    @CanIgnoreReturnValue
    AzureEstate with(AssetKind kind, AssetKey resource) {
        facts.asset(kind, resource, Map.of("name", "it"));
        facts.relation(GROUP, RelationType.CONTAINS, resource);
        return this;
    }

    /** Assigns a role to the principal. */
    @CanIgnoreReturnValue
    AzureEstate assigned(String scope, String id) {
        facts.asset(AssetKind.CLOUD_ROLE, role(scope, id), Map.of());
        facts.relation(PRINCIPAL, RelationType.HAS_ROLE, role(scope, id), Map.of("scope", "cloud:" + scope));
        return this;
    }

    /** Makes a principal eligible for a role; {@code terms} are those of the eligibility. */
    @CanIgnoreReturnValue
    AzureEstate eligible(AssetKey principal, AssetKey role, Map<String, String> terms) {
        facts.asset(AssetKind.CLOUD_ROLE, role, Map.of());
        facts.relation(principal, RelationType.ELIGIBLE_FOR, role, terms);
        return this;
    }

    /** Says of a role whether its activation needs approval, by whom. */
    @CanIgnoreReturnValue
    AzureEstate activated(AssetKey role, String approval, AssetKey... approvers) {
        facts.asset(AssetKind.CLOUD_ROLE, role, Map.of("tags", List.of("approval=" + approval)));
        for (AssetKey approver : approvers) {
            facts.relation(approver, RelationType.APPROVES, role);
        }
        return this;
    }

    /** Defines a role. */
    @CanIgnoreReturnValue
    AzureEstate defined(String id, String... permissions) {
        facts.asset(
                AssetKind.CLOUD_ROLE,
                new AssetKey("cloud:" + ROLES + id),
                Map.of("name", "custom", "permissions", List.of(permissions)));
        return this;
    }

    /** Gives the principal a role of the directory or a permission of Microsoft Graph. */
    @CanIgnoreReturnValue
    AzureEstate directory(AssetKey role) {
        facts.asset(AssetKind.CLOUD_ROLE, role, Map.of());
        facts.relation(PRINCIPAL, RelationType.HAS_ROLE, role);
        return this;
    }

    /** The steps of an edge, as {@code from to}. */
    List<String> steps(String edge) {
        return facts.steps(edge).stream()
                .map(step -> step.from() + " " + step.to())
                .toList();
    }
}
