package dev.throughline.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.AttackPath;
import dev.throughline.connector.classification.ClassificationConnector;
import dev.throughline.connector.trivy.TrivyConnector;
import dev.throughline.mapping.trust.FederatedTrusts;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the files of a small account to a path of attack: internet, load balancer, service, role, bucket. */
final class AwsAccountTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final AssetKey ORDERS = AssetKey.of(AssetKind.DATA_STORE, "arn:aws:s3:::harborline-orders");
    private static final AssetKey ASSETS = AssetKey.of(AssetKind.DATA_STORE, "arn:aws:s3:::harborline-assets");
    private static final AssetKey SHOP = regional("ecs", "service/main/shop");
    private static final AssetKey ROLE = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:role/shop");

    private static Assessment assessment;

    private static AssetKey regional(String service, String resource) {
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:" + service + ":eu-west-1:111122223333:" + resource);
    }

    @BeforeAll
    static void assess() {
        try (Throughline throughline = Throughline.inMemory().at(CLOCK)) {
            throughline.ingest(
                    AwsConnector.files(AwsConnectorTest.ACCOUNT),
                    TrivyConnector.files(Path.of("src/test/resources/aws-shop-trivy.json")),
                    ClassificationConnector.file(Path.of("src/test/resources/aws-classification.yaml")));
            assessment = throughline.assess();
        }
    }

    private static Verdict exposure(AssetKey asset) {
        return assessment.factors().of(asset, Factor.INTERNET_EXPOSED);
    }

    @Test
    void theServiceIsExposedThroughItsLoadBalancer() {
        Verdict verdict = exposure(SHOP);

        assertThat(verdict.answer()).isEqualTo(Answer.YES);
        assertThat(verdict.evidence().assets())
                .startsWith(AssetKey.INTERNET, regional("ec2", "internet-gateway/igw-1"))
                .endsWith(
                        regional("elasticloadbalancing", "loadbalancer/app/shop/50dc6c495c0c9188"),
                        regional("elasticloadbalancing", "targetgroup/shop/6d0ecf831eec9f09"),
                        SHOP);
        assertThat(verdict.evidence().fields()).containsEntry("width", "wide").containsEntry("ports", "443");
    }

    @Test
    void theBastionIsExposedToNamedRangesOnly() {
        Verdict verdict = exposure(regional("ec2", "instance/i-1"));

        assertThat(verdict.answer()).isEqualTo(Answer.YES);
        assertThat(verdict.evidence().fields())
                .containsEntry("width", "narrow")
                .containsEntry("ports", "22")
                .containsEntry("sources", "198.51.100.0/24");
    }

    @Test
    void aPathLeadsFromTheInternetToTheOrders() {
        List<AttackPath> paths =
                assessment.attackPaths().from(AssetKey.INTERNET).to(ORDERS).list();

        AttackPath path =
                paths.stream().filter(p -> p.leadsThrough(SHOP)).findFirst().orElseThrow();
        assertThat(path.steps())
                .extracting(step -> step.edge())
                .containsExactly(
                        "InternetExploitsWorkload", "ComputeTakesRole", "IdentityUsesPolicy", "IdentityOpensStore");
        assertThat(path.leadsThrough(ROLE)).isTrue();
        assertThat(path.title()).contains("internet exposed").contains("with sensitive data");
    }

    @Test
    void theRoleOfTheWorkflowTrustsItsBranch() {
        assertThat(FederatedTrusts.of(assessment.graph()).all()).singleElement().satisfies(trust -> {
            assertThat(trust.repository()).isEqualTo(AssetKey.repository("github.com/harborline/shop"));
            assertThat(trust.pitfalls()).isEmpty();
        });
        assertThat(assessment
                        .attackGraph()
                        .stepsFrom(AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:role/deploy")))
                .isNotEmpty();
    }

    @Test
    void onlyThePublicBucketIsReadByAnybody() {
        assertThat(assessment.attackGraph().stepsFrom(AssetKey.ANONYMOUS))
                .extracting(step -> step.to())
                .containsExactly(ASSETS);
    }
}
