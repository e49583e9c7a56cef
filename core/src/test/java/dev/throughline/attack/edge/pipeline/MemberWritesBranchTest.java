package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ALICE;
import static dev.throughline.attack.edge.pipeline.Shop.MAIN;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static dev.throughline.attack.edge.pipeline.Shop.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberWritesBranchTest {
    @Test
    void leadsFromAMemberToABranchBothWhoseGatesStandOpen() {
        Shop shop = new Shop().member("write").branch(Map.of("isProtected", true, "requiredReviews", 0L));

        assertThat(shop.ways("MemberWritesBranch")).containsExactly(ALICE + " > " + MAIN);
        assertThat(shop.probability("MemberWritesBranch")).isEqualTo(Likelihood.TRIVIAL.probability());
    }

    @Test
    void isModerateWhereNotAllOfTheProtectionWasRead() {
        Shop shop = new Shop().member("write").branch(Map.of("isProtected", true));

        assertThat(shop.probability("MemberWritesBranch")).isEqualTo(Likelihood.MODERATE.probability());
    }

    @Test
    void leadsNowhereWhereAReviewIsNeededOrTheRoleOnlyReads() {
        Map<String, Object> reviewed = Map.of("isProtected", true, "requiredReviews", 1L);

        assertThat(new Shop().member("write").branch(reviewed).steps("MemberWritesBranch"))
                .isEmpty();
        assertThat(new Shop()
                        .member("triage")
                        .branch(Map.of("isProtected", false))
                        .steps("MemberWritesBranch"))
                .isEmpty();
    }

    @Test
    void countsARoleAtTheProjectAroundTheRepository() {
        Shop shop = new Shop()
                .relation(STORE, RelationType.CONTAINS, SHOP)
                .relation(ALICE, RelationType.HAS_ROLE, STORE, Map.of("role", "write"))
                .branch(Map.of("isProtected", false));

        assertThat(shop.ways("MemberWritesBranch")).containsExactly(ALICE + " > " + MAIN);
    }
}
