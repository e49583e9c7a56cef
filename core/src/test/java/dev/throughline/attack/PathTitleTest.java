package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathTitleTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey WEB = Estate.workload("web");
    private static final AssetKey SECRET = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, SHOP, "secret-scanning/1");
    private static final AssetKey PIPELINE =
            AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    private static final AssetKey ORDERS = Estate.store("orders");
    private static final AssetKey CARDS = Estate.store("cards");
    private static final AssetKey VAULT = Estate.store("vault");

    private static final Assessment ESTATE = new Estate()
            .deployment("api")
            .exposed("api")
            .deployment("web")
            .service(
                    "web",
                    Map.of(
                            "type", "LoadBalancer",
                            "loadBalancerAddresses", List.of("203.0.113.7"),
                            "sourceRanges", List.of("198.51.100.0/24"),
                            "ports", List.of()))
            .asset(AssetKind.DATA_STORE, ORDERS, Map.of("type", "AWS::S3::Bucket"))
            .asset(AssetKind.DATA_STORE, CARDS, Map.of("type", "AWS::S3::Bucket"))
            .asset(AssetKind.DATA_STORE, VAULT, Map.of("type", "AWS::S3::Bucket"))
            .classified('a', "sensitive", ORDERS.text(), Map.of())
            .classified('b', "sensitive", VAULT.text(), Map.of())
            .classified('c', "critical", VAULT.text(), Map.of())
            .classified('d', "critical", WEB.text(), Map.of())
            .assess();

    private static AttackStep step(AssetKey from, AssetKey to, Map<String, String> fields) {
        return new AttackStep(
                from,
                "TestStep",
                to,
                List.of(),
                0.5,
                new Evidence("a test says so", List.of(), fields),
                List.of(),
                List.of());
    }

    private static String entry(AssetKey from, AssetKey to, Map<String, String> fields) {
        return title(step(from, to, fields), step(to, CARDS, Map.of()));
    }

    private static String title(AttackStep... steps) {
        return new PathTitle(ESTATE.graph(), ESTATE.factors()).of(List.of(steps));
    }

    @Test
    void saysWhereAPathFromTheInternetEnters() {
        Map<String, String> weakness = Map.of("weakness", "a remote code execution vulnerability");

        assertThat(entry(AssetKey.INTERNET, API, weakness))
                .isEqualTo("Widely internet exposed Kubernetes Deployment with a remote code execution vulnerability"
                        + " allows lateral movement to data store");
        assertThat(entry(AssetKey.INTERNET, API, Map.of()))
                .startsWith("Widely internet exposed Kubernetes Deployment allows ");
        assertThat(entry(AssetKey.INTERNET, WEB, Map.of()))
                .startsWith("Internet exposed Kubernetes Deployment allows ");
    }

    @Test
    void saysWhatIsPublicWhereAPathEntersWithoutAnyIdentity() {
        assertThat(entry(AssetKey.ANONYMOUS, SECRET, Map.of("weakness", "AWS key in github.com/acme/shop")))
                .startsWith("Publicly readable AWS key in github.com/acme/shop allows ");
        assertThat(entry(AssetKey.ANONYMOUS, SECRET, Map.of()))
                .startsWith("Publicly accessible leaked credential allows ");
        assertThat(entry(AssetKey.ANONYMOUS, ORDERS, Map.of())).startsWith("Publicly accessible data store allows ");
    }

    @Test
    void saysWhatEveryGitHubUserMayRun() {
        assertThat(entry(AssetKey.ANY_GITHUB_USER, PIPELINE, Map.of()))
                .startsWith("Pipeline open to every GitHub user allows ");
        assertThat(entry(AssetKey.ANY_GITHUB_USER, PIPELINE, Map.of("weakness", "an untrusted checkout")))
                .startsWith("Pipeline open to every GitHub user with an untrusted checkout allows ");
    }

    @Test
    void saysWhatAnInsiderHolds() {
        assertThat(entry(Estate.inShop(AssetKind.SERVICE_ACCOUNT, "deployer"), API, Map.of("weakness", "a role")))
                .startsWith("Compromised Kubernetes service account allows ");
    }

    @Test
    void saysWhatAPathEndsAt() {
        assertThat(to(CARDS)).endsWith(" allows lateral movement to data store");
        assertThat(to(ORDERS)).endsWith(" allows lateral movement to data store with sensitive data");
        assertThat(to(VAULT)).endsWith(" allows lateral movement to critical data store with sensitive data");
        assertThat(to(WEB)).endsWith(" allows lateral movement to critical Kubernetes Deployment");
        assertThat(to(Estate.inShop(AssetKind.SECRET_OBJECT, "db")))
                .endsWith(" allows lateral movement to Kubernetes secret");
        assertThat(to(Estate.node("n1"))).endsWith(" allows lateral movement to Kubernetes node");
    }

    private static String to(AssetKey target) {
        return title(step(AssetKey.INTERNET, API, Map.of()), step(API, target, Map.of()));
    }

    @Test
    void saysOfAPathOfOneStepWhatItsEntryIs() {
        assertThat(title(step(AssetKey.ANONYMOUS, ORDERS, Map.of())))
                .isEqualTo("Publicly accessible data store has access to sensitive data");
        assertThat(title(step(AssetKey.ANONYMOUS, VAULT, Map.of())))
                .isEqualTo("Publicly accessible data store has access to sensitive data");
        assertThat(title(step(AssetKey.INTERNET, WEB, Map.of())))
                .isEqualTo("Internet exposed Kubernetes Deployment is a critical resource");
        assertThat(title(step(AssetKey.INTERNET, API, Map.of())))
                .isEqualTo("Widely internet exposed Kubernetes Deployment can be taken");
    }
}
