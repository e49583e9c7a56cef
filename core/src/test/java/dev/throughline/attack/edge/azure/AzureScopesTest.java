package dev.throughline.attack.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AzureScopesTest {
    private static final String SITES = "microsoft.web/sites";
    private static final String GROUP = "/subscriptions/s1/resourcegroups/";

    private static AzureRole role(String id, String group) {
        return new AzureRole(
                AssetKey.of(AssetKind.CLOUD_ROLE, GROUP + group + "/roles/" + id),
                id,
                AssetKey.of(AssetKind.CLOUD_RESOURCE, GROUP + group),
                new Permissions(List.of("*")));
    }

    @Test
    void looksUpOnceWhatLiesInAScopeForAllRolesThere() {
        Estate estate = new Estate();
        for (String site : List.of(
                "a/providers/microsoft.web/sites/x",
                "a/providers/microsoft.sql/servers/y",
                "ab/providers/microsoft.web/sites/z")) {
            estate.asset(AssetKind.CLOUD_RESOURCE, AssetKey.of(AssetKind.CLOUD_RESOURCE, GROUP + site), Map.of());
        }
        AzureScopes scopes = new AzureScopes(estate.assess().graph(), Set.of(SITES));

        List<AssetKey> within = scopes.within(role("one", "a"), SITES);

        assertThat(within).extracting(AssetKey::value).containsExactly(GROUP + "a/providers/microsoft.web/sites/x");
        assertThat(scopes.within(role("two", "a"), SITES)).isSameAs(within);
        assertThat(scopes.within(role("one", "ab"), SITES)).hasSize(1);
    }
}
