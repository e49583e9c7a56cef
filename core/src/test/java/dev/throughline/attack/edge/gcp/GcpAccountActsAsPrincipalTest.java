package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.PRINCIPAL;
import static dev.throughline.attack.edge.gcp.GcpEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcpAccountActsAsPrincipalTest {
    @Test
    void theResourceOfAnAccountActsAsItsPrincipal() {
        AssetKey account = resource("iam.googleapis.com/projects/p/serviceAccounts/1");
        GcpEstate estate = new GcpEstate().with(AssetKind.IDENTITY, account, Map.of("type", "ServiceAccount"));
        estate.facts.relation(account, RelationType.CAN_AUTHENTICATE_AS, PRINCIPAL);

        assertThat(estate.steps("GcpAccountActsAsPrincipal")).containsExactly(account + " " + PRINCIPAL);
    }
}
