package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class MemberActsForTeamTest {
    @Test
    void leadsFromAMemberToTheTeamAndFromTheTeamToTheOneAboveIt() {
        AssetKey payments = AssetKey.of(AssetKind.TEAM, "github.com/acme/payments");
        AssetKey engineering = AssetKey.of(AssetKind.TEAM, "github.com/acme/engineering");
        Shop shop = new Shop()
                .relation(ALICE, RelationType.MEMBER_OF, payments)
                .relation(payments, RelationType.MEMBER_OF, engineering);

        assertThat(shop.ways("MemberActsForTeam"))
                .containsExactlyInAnyOrder(ALICE + " > " + payments, payments + " > " + engineering);
    }
}
