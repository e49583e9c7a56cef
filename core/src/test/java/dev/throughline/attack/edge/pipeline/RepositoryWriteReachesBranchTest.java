package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.MAIN;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RepositoryWriteReachesBranchTest {
    @Test
    void leadsToABranchThatNeedsNoReview() {
        Shop shop = new Shop().branch(Map.of("isProtected", false));

        assertThat(shop.ways("RepositoryWriteReachesBranch")).containsExactly(SHOP + " > " + MAIN);
    }

    @Test
    void leadsToNoBranchThatNeedsOneAndToNoneOfAnArchive() {
        Shop reviewed = new Shop().branch(Map.of("isProtected", true, "requiredReviews", 1L));
        Shop archived = new Shop().repository(Map.of("archived", true)).branch(Map.of("isProtected", false));

        assertThat(reviewed.ways("RepositoryWriteReachesBranch")).isEmpty();
        assertThat(archived.ways("RepositoryWriteReachesBranch")).isEmpty();
    }
}
