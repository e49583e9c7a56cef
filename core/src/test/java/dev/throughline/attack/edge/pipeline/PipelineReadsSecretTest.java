package dev.throughline.attack.edge.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineReadsSecretTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");

    @Test
    void leadsToEverySecretThePipelineIsHanded() {
        AssetKey release = AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
        AssetKey secret = AssetKey.inRepository(AssetKind.PIPELINE_SECRET, SHOP, "DEPLOY_TOKEN");

        AttackStep step = new Estate()
                .relation(release, RelationType.USES_SECRET, secret)
                .steps("PipelineReadsSecret")
                .get(0);

        assertThat(step.from()).isEqualTo(release);
        assertThat(step.to()).isEqualTo(secret);
        assertThat(step.techniques()).containsExactly("T1552");
        assertThat(step.breaks())
                .containsExactly("replace the secret github.com/acme/shop/DEPLOY_TOKEN by OpenID Connect");
    }

    @Test
    void meansTheSecretOfTheOrganizationWhereTheRepositoryDefinesNone() {
        AssetKey release = AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
        AssetKey named = AssetKey.inRepository(AssetKind.PIPELINE_SECRET, SHOP, "DEPLOY_TOKEN");
        AssetKey shared = AssetKey.of(AssetKind.PIPELINE_SECRET, "github.com/acme/DEPLOY_TOKEN");

        assertThat(new Estate()
                        .asset(shared, Map.of("level", "organization"))
                        .relation(release, RelationType.USES_SECRET, named)
                        .steps("PipelineReadsSecret"))
                .extracting(AttackStep::to)
                .containsExactly(shared);
    }
}
