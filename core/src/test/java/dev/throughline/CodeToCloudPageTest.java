package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.finding.BlastRadius;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Cause;
import dev.throughline.mapping.ChainStage;
import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.mapping.CodeToCloudChain;
import dev.throughline.mapping.Coverage;
import dev.throughline.mapping.Owner;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds {@code docs/code-to-cloud.md} to the code: its examples stand here word for word. */
class CodeToCloudPageTest {
    private static final Path PAGE = Path.of("../docs/code-to-cloud.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/throughline/CodeToCloudPageTest.java");

    private final AssetKey finding = Estate.weakness('1');
    private final AssetKey baseImage = Estate.image('b');
    private final Assessment assessment = new Estate()
            .asset(
                    Estate.image('a'),
                    Map.of("labels", List.of("org.opencontainers.image.source=https://github.com/acme/shop")))
            .asset(AssetKey.repository("github.com/acme/shop"), Map.of())
            .relation(
                    AssetKey.parse("team:github.com/acme/shop-team"),
                    RelationType.OWNS,
                    AssetKey.repository("github.com/acme/shop"))
            .relation(Estate.image('a'), RelationType.BASED_ON, Estate.image('b'))
            .vulnerable(Estate.image('a'), '1', "CVE-2021-44228", Map.of())
            .deployment("api")
            .runs("api", Estate.image('a'))
            .assess();

    @Test
    void asksForAChain() {
        CodeToCloudChain chain = assessment.chain(AssetKey.parse("workload:prod/shop/Deployment/api"));
        Optional<Candidate> origin = chain.origin();
        ChainStage pipeline = chain.stage(Stage.PIPELINE);
        String why = pipeline.reason();
        String fix = pipeline.remedy();

        assertThat(origin).map(Candidate::repository).contains(AssetKey.repository("github.com/acme/shop"));
        assertThat(why).contains("no pipeline is known");
        assertThat(fix).contains("attest the builds");
    }

    @Test
    void asksForTheBlastRadius() {
        BlastRadius same = assessment.blastRadius(finding);
        BlastRadius ofBase = assessment.blastRadius(AssetKey.vulnerability("CVE-2021-44228"), baseImage);
        List<AssetKey> workloads = same.workloads();

        assertThat(workloads).containsExactly(Estate.workload("api"));
        assertThat(ofBase.workloads()).containsExactly(Estate.workload("api"));
    }

    @Test
    void asksForOwners() {
        List<Owner> owners = assessment.owners(finding);
        List<Owner> ofPath = assessment.owners(AssetKey.repository("github.com/acme/shop"), "docs/index.md");

        assertThat(owners).extracting(Owner::name).containsExactly("github.com/acme/shop-team");
        assertThat(ofPath).isEqualTo(owners);
    }

    @Test
    void asksForTheCoverage() {
        Coverage coverage = assessment.coverage();
        double share = coverage.share();
        double beyondClaims = coverage.share(Trust.ASSERTED);
        List<Coverage.Fix> fixes = coverage.fixes();

        assertThat(share).isEqualTo(1);
        assertThat(beyondClaims).isZero();
        assertThat(fixes).isEmpty();
    }

    @Test
    void theExamplesOfThePageStandHere() throws IOException {
        String source = withoutSpace(Files.readString(SOURCE));
        List<String> examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> withoutSpace(block.group(1)))
                .toList();

        assertThat(examples).hasSize(4).allSatisfy(example -> assertThat(source).contains(example));
    }

    @ParameterizedTest
    @EnumSource
    void thePageExplainsEveryCause(Cause cause) throws IOException {
        assertThat(Files.readString(PAGE)).contains("| `" + name(cause) + "` |");
    }

    @ParameterizedTest
    @EnumSource
    void thePageExplainsEveryGround(Owner.Ground ground) throws IOException {
        assertThat(Files.readString(PAGE)).contains("| `" + name(ground) + "` |");
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
