package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ALICE;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberCreatesBranchTest {
    @Test
    void leadsFromWhoeverMayWriteToTheRepository() {
        assertThat(new Shop().member("write").ways("MemberCreatesBranch")).containsExactly(ALICE + " > " + SHOP);
        assertThat(new Shop().member("read").ways("MemberCreatesBranch")).isEmpty();
    }

    @Test
    void isStoppedByARuleForAllNamesThatBlocksCreation() {
        assertThat(blocked("write", List.of()).ways("MemberCreatesBranch")).isEmpty();
        assertThat(blocked("write", List.of(ALICE.text())).ways("MemberCreatesBranch"))
                .containsExactly(ALICE + " > " + SHOP);
        assertThat(blocked("admin", List.of()).ways("MemberCreatesBranch")).containsExactly(ALICE + " > " + SHOP);
    }

    @Test
    void isNotStoppedByARuleForSomeNames() {
        AssetKey release = AssetKey.branch(SHOP, "release/*");
        Shop shop = new Shop()
                .member("write")
                .relation(SHOP, RelationType.CONTAINS, release)
                .asset(release, Map.of("name", "release/*", "creationBlocked", true, "pushRestricted", true));

        assertThat(shop.ways("MemberCreatesBranch")).hasSize(1);
    }

    private static Shop blocked(String role, List<String> pushers) {
        AssetKey all = AssetKey.branch(SHOP, "*");
        return new Shop()
                .member(role)
                .relation(SHOP, RelationType.CONTAINS, all)
                .asset(all, Map.of("name", "*", "creationBlocked", true, "pushRestricted", true, "pushers", pushers));
    }
}
