package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcpResourceUsesAccountTest {
    @Test
    void codeOnAnInstanceGetsTokensOfItsAccountForItsScopes() {
        AssetKey instance = resource("compute.googleapis.com/projects/p/zones/z/instances/i");
        AssetKey account = new AssetKey("cloud:serviceAccount:shop@p.iam.gserviceaccount.com");
        AssetKey scopes = new AssetKey(instance.text() + "/scopes/" + account.value());
        GcpEstate estate = new GcpEstate().with(AssetKind.VIRTUAL_MACHINE, instance, Map.of("name", "i"));
        estate.facts.relation(instance, RelationType.RUNS_AS, account);
        assertThat(estate.facts.steps("GcpResourceUsesAccount").get(0).probability())
                .isEqualTo(0.95);

        estate.facts.asset(scopes, Map.of("tags", List.of("devstorage.read_only")));
        assertThat(estate.steps("GcpResourceUsesAccount")).containsExactly(instance + " " + account);
        assertThat(estate.facts.steps("GcpResourceUsesAccount").get(0).probability())
                .isEqualTo(0.2);
        assertThat(estate.facts
                        .steps("GcpResourceUsesAccount")
                        .get(0)
                        .evidence()
                        .fields())
                .containsEntry("scopes", "devstorage.read_only");
    }
}
