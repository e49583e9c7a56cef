package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import org.junit.jupiter.api.Test;

class TrustAdmitsAnybodyTest {
    @Test
    void leadsFromEverybodyToAnIdentityThatTrustsThemAll() {
        assertThat(new Shop().trust("repo:*").ways("TrustAdmitsAnybody"))
                .containsExactly(AssetKey.ANY_GITHUB_USER + " > " + ROLE);
        assertThat(new Shop().trust("repo:acme*/shop:*").ways("TrustAdmitsAnybody"))
                .hasSize(1);
    }

    @Test
    void leadsNowhereFromATrustInOneOwner() {
        assertThat(new Shop().trust("repo:acme/*").ways("TrustAdmitsAnybody")).isEmpty();
    }
}
