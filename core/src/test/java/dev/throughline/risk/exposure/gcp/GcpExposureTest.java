package dev.throughline.risk.exposure.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpExposureTest {
    private static final AssetKey INSTANCE = compute("zones/z/instances/api");
    private static final AssetKey NETWORK = compute("global/networks/default");
    private static final AssetKey TAG = new AssetKey(NETWORK.text() + "/tags/web");
    private static final AssetKey ADDRESS = new AssetKey("address:203.0.113.7");

    private final Estate estate = new Estate();

    private static AssetKey compute(String path) {
        return new AssetKey("cloud://compute.googleapis.com/projects/p/" + path);
    }

    @CanIgnoreReturnValue
    private Estate instance(List<String> addresses) {
        return estate.asset(AssetKind.VIRTUAL_MACHINE, INSTANCE, Map.of("publicAddresses", addresses))
                .asset(AssetKind.NETWORK, NETWORK, Map.of("name", "default"))
                .relation(INSTANCE, RelationType.MEMBER_OF, NETWORK)
                .relation(INSTANCE, RelationType.MEMBER_OF, TAG);
    }

    @CanIgnoreReturnValue
    private Estate exposed() {
        return instance(List.of("203.0.113.7")).relation(ADDRESS, RelationType.ROUTES_TO, INSTANCE);
    }

    @CanIgnoreReturnValue
    private Estate firewall(String name, AssetKey target, String... rules) {
        AssetKey firewall = compute("global/firewalls/" + name);
        return estate.asset(AssetKind.NETWORK_RULE_SET, firewall, Map.of("rules", List.of(rules)))
                .relation(target, RelationType.GUARDED_BY, firewall);
    }

    private Verdict verdict(AssetKey asset) {
        return estate.verdict(asset, Factor.INTERNET_EXPOSED);
    }

    @Test
    void anInstanceIsExposedByAnAddressThatAFirewallRuleForItsTagLetsIn() {
        exposed();
        firewall("web", TAG, "in allow 1000 tcp 443 0.0.0.0/0");

        assertThat(verdict(INSTANCE).isYes()).isTrue();
        assertThat(verdict(INSTANCE).evidence().assets()).containsExactly(AssetKey.INTERNET, ADDRESS, INSTANCE);
        assertThat(verdict(INSTANCE).evidence().fields())
                .containsEntry("ports", "443/tcp")
                .containsEntry("rule", "in allow 1000 tcp 443 0.0.0.0/0")
                .containsEntry("width", "wide");
    }

    @ParameterizedTest
    @CsvSource({"999, NO", "1000, NO", "1001, YES"})
    void aDenialCountsBeforeAPermissionOfTheSamePriority(int priority, Answer answer) {
        exposed();
        firewall("web", TAG, "in allow 1000 tcp 443 0.0.0.0/0");
        firewall("none", NETWORK, "in deny " + priority + " * * 0.0.0.0/0");

        assertThat(verdict(INSTANCE).answer()).isEqualTo(answer);
    }

    @Test
    void rulesForOtherTagsAndNetworksAreNotForIt() {
        exposed();
        firewall("other", new AssetKey(NETWORK.text() + "/tags/other"), "in allow 1000 tcp 443 0.0.0.0/0");
        firewall("net", compute("global/networks/default2"), "in allow 1000 tcp 443 0.0.0.0/0");

        assertThat(verdict(INSTANCE).answer()).isEqualTo(Answer.NO);
        assertThat(verdict(INSTANCE).evidence().statement())
                .isEqualTo("the firewall rules of its network let nothing in from the internet");
    }

    @Test
    void withoutTheFirewallsItIsUnknown() {
        exposed();
        assertThat(verdict(INSTANCE).answer()).isEqualTo(Answer.UNKNOWN);
        estate.relation(NETWORK, RelationType.GUARDED_BY, compute("global/firewalls/unread"));

        assertThat(verdict(INSTANCE).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void withoutAnExternalAddressItIsNotExposed() {
        instance(List.of());
        firewall("web", NETWORK, "in allow 1000 * * 0.0.0.0/0");

        assertThat(verdict(INSTANCE).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void anExternalAddressOfWhichNoMoreWasReadIsNoAddressToNowhere() {
        instance(List.of("203.0.113.7"));
        firewall("web", NETWORK, "in allow 1000 tcp 443 0.0.0.0/0");

        assertThat(verdict(INSTANCE).isYes()).isTrue();
    }

    @Test
    void aForwardingRuleLeadsToTheInstancesOfItsPoolOnItsPorts() {
        AssetKey rule = compute("regions/r/forwardingRules/lb");
        AssetKey pool = compute("regions/r/targetPools/pool");
        instance(List.of());
        firewall("web", NETWORK, "in allow 1000 tcp * 0.0.0.0/0");
        estate.asset(AssetKind.LOAD_BALANCER, rule, Map.of("internetFacing", true))
                .relation(ADDRESS, RelationType.ROUTES_TO, rule, Map.of("ports", "8080/tcp"))
                .relation(rule, RelationType.ROUTES_TO, pool)
                .relation(pool, RelationType.ROUTES_TO, INSTANCE);

        assertThat(verdict(INSTANCE).evidence().assets())
                .containsExactly(AssetKey.INTERNET, ADDRESS, rule, pool, INSTANCE);
        assertThat(verdict(INSTANCE).evidence().fields()).containsEntry("ports", "8080/tcp");
        assertThat(verdict(rule).isYes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, none, YES", "true, iam, NO", "true, , UNKNOWN", "false, none, NO", ", none, UNKNOWN", ", iam, NO"
    })
    void cloudRunNeedsAnOpenIngressAndAnybodyAsItsInvoker(Boolean ingress, String invoker, Answer answer) {
        AssetKey service = new AssetKey("cloud://run.googleapis.com/projects/p/locations/l/services/api");
        Map<String, Object> values = new HashMap<>();
        values.put("publicNetwork", ingress);
        values.put("openRanges", List.of("0.0.0.0/0"));
        values.put("authentication", invoker);
        estate.asset(AssetKind.CONTAINER_SERVICE, service, values);

        assertThat(verdict(service).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"true, 0.0.0.0/0, YES", "true, 10.0.0.0/8, NO", "false, 0.0.0.0/0, NO"})
    void aDatabaseIsExposedToItsAuthorizedNetworks(boolean address, String range, Answer answer) {
        AssetKey database = new AssetKey("cloud://cloudsql.googleapis.com/projects/p/instances/db");
        estate.asset(AssetKind.DATA_STORE, database, Map.of("publicNetwork", address, "openRanges", List.of(range)));

        assertThat(verdict(database).answer()).isEqualTo(answer);
    }
}
