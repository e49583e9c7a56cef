package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.PRINCIPAL;
import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT_NAME;
import static dev.throughline.attack.edge.gcp.GcpEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpMemberActsForGroupTest {
    private static final AssetKey STAFF = new AssetKey("cloud:group:staff@acme.example");

    private static GcpEstate group() {
        GcpEstate estate = new GcpEstate();
        estate.facts
                .asset(AssetKind.IDENTITY_GROUP, STAFF, Map.of("name", "staff@acme.example"))
                .asset(AssetKind.CLOUD_ROLE, role(PROJECT_NAME, "roles/owner"), Map.of("name", "roles/owner"))
                .relation(STAFF, RelationType.HAS_ROLE, role(PROJECT_NAME, "roles/owner"));
        return estate;
    }

    @Test
    void aMemberActsForItsGroup() {
        GcpEstate estate = group();
        estate.facts.relation(PRINCIPAL, RelationType.MEMBER_OF, STAFF);

        assertThat(estate.steps("GcpMemberActsForGroup")).containsExactly(PRINCIPAL + " " + STAFF);
        assertThat(estate.facts.assess().attackPaths().missing()).noneMatch(sentence -> sentence.startsWith("members"));
    }

    @ParameterizedTest
    @CsvSource({"projectEditor, roles/editor", "projectOwner, roles/owner", "projectViewer, roles/viewer"})
    void whoHoldsABasicRoleActsForThoseWhoHoldItInTheProject(String group, String name) {
        AssetKey holders = new AssetKey("cloud:" + group + ":p");
        AssetKey bucket = GcpEstate.resource("storage.googleapis.com/shop");
        GcpEstate estate = new GcpEstate().bound(PROJECT_NAME, name).bound(PROJECT_NAME, "roles/browser");
        estate.facts
                .asset(AssetKind.CLOUD_ROLE, role(bucket.value(), "roles/storage.legacyObjectOwner"), Map.of())
                .relation(holders, RelationType.HAS_ROLE, role(bucket.value(), "roles/storage.legacyObjectOwner"));

        assertThat(estate.steps("GcpMemberActsForGroup")).containsExactly(role(PROJECT_NAME, name) + " " + holders);
    }

    @Test
    void whoIsInAGroupIsToldToBeUnknownWhereNobodySaidIt() {
        assertThat(group().steps("GcpMemberActsForGroup")).isEmpty();
        assertThat(group().facts.assess().attackPaths().missing())
                .contains("members: nobody is known to be in 1 cloud group that holds roles");
    }
}
