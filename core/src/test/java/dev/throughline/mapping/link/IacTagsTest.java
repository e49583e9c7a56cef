package dev.throughline.mapping.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IacTagsTest {
    private static final AssetKey INFRA = AssetKey.repository("github.com/acme/infra");
    private static final AssetKey OTHER = AssetKey.repository("github.com/acme/other");
    private static final AssetKey STORE = Estate.store("orders");
    private static final String TRACE = "6d2f1c8e-6f0a-4a4e-9a6e-1f5a0c7b2d11";

    private static Estate tagged(String... tags) {
        return new Estate().asset(AssetKind.DATA_STORE, STORE, Map.of("tags", List.of(tags)));
    }

    private static List<Candidate> deployedFrom(Estate estate) {
        return estate.assess().mapping().deployedFrom(STORE);
    }

    @Test
    void readsTheTagsInWhichYorNamesRepositoryFileAndCommit() {
        String sha = "0123456789abcdef0123456789abcdef01234567";
        Candidate origin = deployedFrom(tagged(
                                "git_org=Acme",
                                "git_repo=infra",
                                "git_file=prod/db.tf",
                                "git_commit=" + sha,
                                "git_last_modified_by=someone")
                        .asset(INFRA, Map.of()))
                .get(0);

        assertThat(origin.repository()).isEqualTo(INFRA);
        assertThat(origin.commit()).contains(AssetKey.commit(INFRA, sha));
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.IAC_TAG);
        assertThat(origin.trust()).isEqualTo(Trust.CLAIMED);
        assertThat(origin.strongest().evidence().fields())
                .containsOnlyKeys("git_org", "git_repo", "git_file", "git_commit");
    }

    @Test
    void doesNotGuessTheHostOfARepositoryNobodyReported() {
        assertThat(deployedFrom(tagged("git_org=acme", "git_repo=infra"))).isEmpty();
        assertThat(deployedFrom(tagged("git_org=acme", "git_repo=infra")
                        .asset(INFRA, Map.of())
                        .asset(AssetKey.repository("gitlab.com/acme/infra"), Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yor_trace", "mapping_tag"})
    void matchesTheUniqueTagOfATemplate(String tag) {
        AssetKey planned = AssetKey.of(AssetKind.CLOUD_RESOURCE, "terraform/aws_db_instance.orders");
        Estate estate =
                tagged(tag + "=" + TRACE).relation(planned, RelationType.PROVISIONED_BY, INFRA, Map.of("tag", TRACE));

        assertThat(deployedFrom(estate)).extracting(Candidate::repository).containsExactly(INFRA);
        assertThat(deployedFrom(estate).get(0).strongest().evidence().fields()).containsEntry(tag, TRACE);
        assertThat(deployedFrom(estate).get(0).trust())
                .as("anybody can copy a trace")
                .isEqualTo(Trust.CLAIMED);
    }

    @Test
    void saysNothingWhenTemplatesOfTwoRepositoriesShareATag() {
        AssetKey planned = AssetKey.of(AssetKind.CLOUD_RESOURCE, "terraform/aws_db_instance.orders");
        Estate estate = tagged("yor_trace=" + TRACE)
                .relation(planned, RelationType.PROVISIONED_BY, INFRA, Map.of("tag", TRACE))
                .relation(planned, RelationType.PROVISIONED_BY, OTHER, Map.of("tag", TRACE));

        assertThat(deployedFrom(estate)).isEmpty();
    }

    @Test
    void findsTheRepositoryOfTheTemplateByItsAddressInAState() {
        AssetKey template = AssetKey.inRepository(AssetKind.SOURCE_FILE, INFRA, "prod/db.tf");
        Estate estate = tagged().relation(INFRA, RelationType.CONTAINS, template)
                .relation(
                        STORE,
                        RelationType.PROVISIONED_BY,
                        template,
                        Map.of("address", "module.db.aws_db_instance.orders"));

        Candidate origin = deployedFrom(estate).get(0);

        assertThat(origin.repository()).isEqualTo(INFRA);
        assertThat(origin.trust()).isEqualTo(Trust.ASSERTED);
        assertThat(origin.strongest().evidence().fields()).containsEntry("address", "module.db.aws_db_instance.orders");
    }

    @Test
    void leavesToDeploymentToolingWhatItApplied() {
        Estate estate =
                new Estate().deployment("api").relation(Estate.workload("api"), RelationType.PROVISIONED_BY, INFRA);

        assertThat(estate.assess().mapping().deployedFrom(Estate.workload("api")))
                .singleElement()
                .satisfies(origin -> assertThat(origin.strongest().method()).isEqualTo(LinkMethod.DEPLOYMENT_TOOLING));
    }
}
