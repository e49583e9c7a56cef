package dev.throughline.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorIndexTest {
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");

    private static Estate running() {
        return new Estate()
                .asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))
                .asset(SHOP, Map.of())
                .deployment("api")
                .runs("api", IMAGE);
    }

    private static RiskFactor saying(Answer answer) {
        return new RiskFactor() {
            @Override
            public Factor factor() {
                return Factor.INTERNET_EXPOSED;
            }

            @Override
            public void judge(Situation situation, Consumer<Verdict> verdicts) {
                verdicts.accept(new Verdict(API, factor(), answer, Evidence.of("test says " + answer, API)));
            }
        };
    }

    private static FactorIndex index(RiskFactor... factors) {
        var assessment = running().assess();
        return FactorIndex.of(
                new Situation(assessment.graph(), assessment.mapping(), Movement.NONE, assessment.at()),
                List.of(factors));
    }

    @Test
    void givesCodeAndImagesTheFactorsOfWhatRunsThem() {
        FactorIndex factors = running().exposed("api").assess().factors();

        for (AssetKey asset : List.of(IMAGE, SHOP, API)) {
            assertThat(factors.inherited(asset)).as(asset.text()).anySatisfy(verdict -> {
                assertThat(verdict.factor()).isEqualTo(Factor.INTERNET_EXPOSED);
                assertThat(verdict.asset()).isEqualTo(API);
            });
            assertThat(factors.runnersOf(asset)).containsExactly(API);
        }
        assertThat(factors.of(IMAGE, Factor.INTERNET_EXPOSED).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void givesEveryStageOfTheChainTheFactorsOfWhatRunsIt() {
        AssetKey commit = AssetKey.of(AssetKind.COMMIT, SHOP.value() + "@" + "a".repeat(40));
        AssetKey branch = AssetKey.of(AssetKind.BRANCH, SHOP.value() + "@main");
        AssetKey pipeline = AssetKey.of(AssetKind.PIPELINE, "github.com/acme/shop/.github/workflows/build.yml");
        AssetKey run = AssetKey.of(AssetKind.PIPELINE_RUN, "github.com/acme/shop/1");
        AssetKey purl = AssetKey.of(AssetKind.SOFTWARE_PACKAGE, "pkg:maven/a/b@1");
        FactorIndex factors = running()
                .exposed("api")
                .asset(commit, Map.of())
                .asset(branch, Map.of())
                .relation(SHOP, RelationType.DEFINES, pipeline)
                .relation(pipeline, RelationType.RAN, run)
                .relation(run, RelationType.ON_COMMIT, commit)
                .relation(run, RelationType.PUSHED, IMAGE, Map.of("runId", "1", "method", "artifact-metadata"))
                .relation(IMAGE, RelationType.HAS_PACKAGE, purl)
                .vulnerable(IMAGE, 'c', "CVE-2024-0001", Map.of())
                .assess()
                .factors();

        for (AssetKey asset : List.of(
                commit, branch, pipeline, run, purl, Estate.weakness('c'), AssetKey.vulnerability("CVE-2024-0001"))) {
            assertThat(factors.inherited(asset)).as(asset.text()).anySatisfy(verdict -> {
                assertThat(verdict.factor()).isEqualTo(Factor.INTERNET_EXPOSED);
                assertThat(verdict.asset()).isEqualTo(API);
            });
        }
    }

    @Test
    void givesAnImageTheFactorsOfACloudServiceThatRunsIt() {
        AssetKey service = AssetKey.of(AssetKind.CONTAINER_SERVICE, "arn:aws:ecs:eu-west-1:1:service/api");
        FactorIndex factors = new Estate()
                .asset(IMAGE, Map.of())
                .asset(AssetKind.CONTAINER_SERVICE, service, Map.of())
                .relation(service, RelationType.CREATED_FROM, IMAGE)
                .classified('a', "critical", service.text(), Map.of())
                .assess()
                .factors();

        assertThat(factors.inherited(IMAGE)).extracting(Verdict::asset).containsExactly(service);
    }

    @Test
    void namesTheAssetsForWhichAFactorHolds() {
        assertThat(running().exposed("api").assess().factors().with(Factor.INTERNET_EXPOSED))
                .containsExactly(API);
    }

    @Test
    void saysUnknownWhereNoRuleSaidAnything() {
        Verdict verdict = index().of(SHOP, Factor.SENSITIVE_DATA);

        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.evidence().statement()).isEqualTo("nothing that was read tells");
    }

    @ParameterizedTest
    @CsvSource({"YES,NO,YES", "NO,YES,YES", "YES,UNKNOWN,YES", "UNKNOWN,YES,YES", "NO,UNKNOWN,UNKNOWN", "NO,NO,NO"})
    void believesTheGraverOfTwoRules(Answer one, Answer other, Answer believed) {
        assertThat(index(saying(one), saying(other))
                        .of(API, Factor.INTERNET_EXPOSED)
                        .answer())
                .isEqualTo(believed);
    }

    @Test
    void doesNotBelieveANoOfWhatWasReadInPart() {
        var assessment = running().readInPart("page 2 is missing").assess();
        Situation situation = new Situation(assessment.graph(), assessment.mapping(), Movement.NONE, assessment.at());

        Verdict verdict = FactorIndex.of(situation, List.of(saying(Answer.NO))).of(API, Factor.INTERNET_EXPOSED);

        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.evidence().statement())
                .isEqualTo("test:estate was not read completely: all: page 2 is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Internet Exposed", "-x", "x-", "x--y", "ä"})
    void refusesAFactorWithoutAProperName(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Factor(id));
    }
}
