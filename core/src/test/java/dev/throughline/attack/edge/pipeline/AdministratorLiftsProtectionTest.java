package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ALICE;
import static dev.throughline.attack.edge.pipeline.Shop.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AdministratorLiftsProtectionTest {
    @Test
    void leadsFromAnAdministratorToEachProtectedBranch() {
        Map<String, Object> shut = Map.of("isProtected", true, "requiredReviews", 2L, "enforcedForAdmins", true);

        assertThat(new Shop().member("admin").branch(shut).ways("AdministratorLiftsProtection"))
                .containsExactly(ALICE + " > " + MAIN);
        assertThat(new Shop().member("maintain").branch(shut).ways("AdministratorLiftsProtection"))
                .isEmpty();
    }
}
