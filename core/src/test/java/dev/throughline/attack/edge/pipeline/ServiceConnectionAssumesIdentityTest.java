package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.AZURE;
import static dev.throughline.attack.edge.pipeline.Shop.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceConnectionAssumesIdentityTest {
    @Test
    void leadsToTheIdentityItSignsInAs() {
        Shop shop = new Shop().relation(AZURE, RelationType.CAN_AUTHENTICATE_AS, ROLE);

        assertThat(shop.ways("ServiceConnectionAssumesIdentity")).containsExactly(AZURE + " > " + ROLE);
    }

    @Test
    void leadsToTheIdentityThatTrustsIt() {
        Shop shop = new Shop().asset(AZURE, Map.of("name", "azure-prod")).trust("sc://acme/store/azure-prod");

        assertThat(shop.ways("ServiceConnectionAssumesIdentity")).containsExactly(AZURE + " > " + ROLE);
    }
}
