package dev.throughline.risk.exposure.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureExposureTest {
    private static final AssetKey MACHINE = key("compute/virtualmachines/api");
    private static final AssetKey CARD = key("network/networkinterfaces/nic");
    private static final AssetKey ADDRESS = key("network/publicipaddresses/pip");
    private static final AssetKey SUBNET = key("network/virtualnetworks/net/subnets/web");
    private static final AssetKey CARD_GROUP = key("network/networksecuritygroups/card");
    private static final AssetKey SUBNET_GROUP = key("network/networksecuritygroups/subnet");
    private static final AssetKey DEFAULT = new AssetKey(ADDRESS.text() + "/default");
    private static final String ANYWHERE = " 0.0.0.0/0,::/0";
    private static final List<String> DEFAULTS = List.of(
            "in allow 65000 * * VirtualNetwork>VirtualNetwork",
            "in allow 65001 * * AzureLoadBalancer",
            "in deny 65500 * *" + ANYWHERE);

    private final Estate estate = new Estate();

    private static AssetKey key(String path) {
        return new AssetKey("cloud:/subscriptions/s/resourcegroups/g/providers/microsoft." + path);
    }

    private static List<String> withDefaults(String... rules) {
        return Stream.concat(Stream.of(rules), DEFAULTS.stream()).toList();
    }

    @CanIgnoreReturnValue
    private Estate machine() {
        return estate.asset(AssetKind.VIRTUAL_MACHINE, MACHINE, Map.of("privateAddresses", List.of("10.0.0.4")))
                .asset(CARD, Map.of("type", "microsoft.network/networkinterfaces"))
                .asset(AssetKind.SUBNET, SUBNET, Map.of("name", "web"))
                .relation(SUBNET, RelationType.CONTAINS, CARD)
                .relation(CARD, RelationType.ROUTES_TO, MACHINE);
    }

    @CanIgnoreReturnValue
    private Estate withAddress() {
        return estate.relation(ADDRESS, RelationType.ROUTES_TO, CARD);
    }

    @CanIgnoreReturnValue
    private Estate guarded(AssetKey asset, AssetKey group, String... rules) {
        return estate.asset(AssetKind.NETWORK_RULE_SET, group, Map.of("rules", withDefaults(rules)))
                .relation(asset, RelationType.GUARDED_BY, group);
    }

    private Verdict verdict(AssetKey asset) {
        return estate.verdict(asset, Factor.INTERNET_EXPOSED);
    }

    @Test
    void aMachineIsExposedByAPublicAddressThatItsGroupsLetIn() {
        machine();
        withAddress();
        guarded(CARD, CARD_GROUP, "in allow 100 tcp 22,443" + ANYWHERE);
        guarded(SUBNET, SUBNET_GROUP, "in allow 100 tcp 443-444 Internet");

        Verdict verdict = verdict(MACHINE);

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().assets()).containsExactly(AssetKey.INTERNET, ADDRESS, CARD, MACHINE);
        assertThat(verdict.evidence().fields())
                .containsEntry("ports", "443/tcp")
                .containsEntry("width", "wide")
                .containsEntry("rule", "in allow 100 tcp 22,443" + ANYWHERE);
    }

    @Test
    void aDenialOfHigherPriorityShadowsAPermission() {
        machine();
        withAddress();
        guarded(CARD, CARD_GROUP, "in deny 100 tcp *" + ANYWHERE, "in allow 200 tcp 22" + ANYWHERE);

        assertThat(verdict(MACHINE).answer()).isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/24, NO", "10.9.0.0/24, YES"})
    void aDenialForOtherMachinesShadowsNothing(String destination, Answer answer) {
        machine();
        withAddress();
        guarded(
                CARD,
                CARD_GROUP,
                "in deny 100 * * 0.0.0.0/0>" + destination + ",::/0>" + destination,
                "in allow 200 tcp 22" + ANYWHERE);

        assertThat(verdict(MACHINE).answer()).isEqualTo(answer);
    }

    @Test
    void theDefaultRulesLetNothingIn() {
        machine();
        withAddress();
        guarded(SUBNET, SUBNET_GROUP);

        assertThat(verdict(MACHINE).answer()).isEqualTo(Answer.NO);
        assertThat(verdict(MACHINE).evidence().statement())
                .isEqualTo("its network security groups let nothing in from the internet");
    }

    @Test
    void aServiceTagMakesItUnknown() {
        machine();
        withAddress();
        guarded(CARD, CARD_GROUP, "in allow 100 tcp 443 AzureFrontDoor.Backend");

        assertThat(verdict(MACHINE).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(MACHINE).evidence().statement()).contains("service tags");
    }

    @ParameterizedTest
    @CsvSource({"allow, YES", "deny, NO"})
    void withoutAGroupTheSkuOfTheAddressDecides(String action, Answer answer) {
        machine();
        withAddress();
        estate.asset(
                AssetKind.NETWORK_RULE_SET, DEFAULT, Map.of("rules", List.of("in " + action + " - * *" + ANYWHERE)));
        estate.relation(ADDRESS, RelationType.GUARDED_BY, DEFAULT);

        assertThat(verdict(MACHINE).answer()).isEqualTo(answer);
    }

    @Test
    void whatWasNotReadMakesItUnknown() {
        machine();
        withAddress();
        estate.relation(CARD, RelationType.GUARDED_BY, CARD_GROUP);

        assertThat(verdict(MACHINE).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(MACHINE).evidence().statement()).endsWith("networksecuritygroups/card was not read");
    }

    @Test
    void aMachineWithoutAPublicWayIsNotExposed() {
        machine();

        assertThat(verdict(MACHINE).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void aMachineIsExposedThroughALoadBalancerOnThePortsOfItsRules() {
        AssetKey balancer = key("network/loadbalancers/lb");
        AssetKey front = new AssetKey(balancer.text() + "/frontendipconfigurations/web");
        AssetKey pool = new AssetKey(balancer.text() + "/backendaddresspools/pool");
        machine();
        guarded(CARD, CARD_GROUP, "in allow 100 tcp *" + ANYWHERE);
        estate.asset(AssetKind.LOAD_BALANCER, balancer, Map.of("internetFacing", true))
                .relation(balancer, RelationType.CONTAINS, front)
                .relation(ADDRESS, RelationType.ROUTES_TO, front, Map.of("ports", "443/tcp"))
                .relation(front, RelationType.ROUTES_TO, pool, Map.of("ports", "8443/tcp"))
                .relation(pool, RelationType.ROUTES_TO, CARD);

        assertThat(verdict(MACHINE).evidence().assets())
                .containsExactly(AssetKey.INTERNET, ADDRESS, front, pool, CARD, MACHINE);
        assertThat(verdict(MACHINE).evidence().fields()).containsEntry("ports", "8443/tcp");
        assertThat(verdict(balancer).evidence().fields()).containsEntry("ports", "443/tcp");
    }

    @Test
    void anApplicationGatewayComesFromTheVirtualNetworkAndIsFilteredAtItsFront() {
        AssetKey gateway = key("network/applicationgateways/gw");
        AssetKey gatewaySubnet = key("network/virtualnetworks/net/subnets/gateway");
        AssetKey front = new AssetKey(gateway.text() + "/frontendipconfigurations/web");
        AssetKey pool = new AssetKey(gateway.text() + "/backendaddresspools/pool");
        machine();
        guarded(CARD, CARD_GROUP);
        estate.asset(AssetKind.LOAD_BALANCER, gateway, Map.of("internetFacing", true))
                .asset(AssetKind.SUBNET, gatewaySubnet, Map.of("name", "gateway"))
                .relation(gatewaySubnet, RelationType.CONTAINS, gateway)
                .relation(ADDRESS, RelationType.ROUTES_TO, front, Map.of("ports", "443/tcp"))
                .relation(front, RelationType.ROUTES_TO, pool, Map.of("ports", "8080/tcp"))
                .relation(pool, RelationType.ROUTES_TO, CARD);
        guarded(gatewaySubnet, SUBNET_GROUP, "in allow 100 tcp 443 203.0.113.0/24");

        assertThat(verdict(MACHINE).evidence().fields())
                .containsEntry("ports", "8080/tcp")
                .containsEntry("width", "narrow");
    }

    @ParameterizedTest
    @CsvSource({"true, allow, YES", "true, deny, NO", "true, , UNKNOWN", "false, allow, NO"})
    void aContainerAppIsExposedWhereItAndItsEnvironmentAreExternal(
            boolean external, String environment, Answer answer) {
        AssetKey app = key("app/containerapps/api");
        AssetKey env = key("app/managedenvironments/env");
        estate.asset(
                AssetKind.CONTAINER_SERVICE,
                app,
                Map.of("publicNetwork", external, "openRanges", List.of("0.0.0.0/0")));
        if (environment != null) {
            estate.asset(
                            AssetKind.NETWORK_RULE_SET,
                            env,
                            Map.of("rules", List.of("in " + environment + " - * *" + ANYWHERE)))
                    .relation(app, RelationType.GUARDED_BY, env);
        }

        assertThat(verdict(app).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "in allow 100 tcp * 203.0.113.0/24;in deny - * * 0.0.0.0/0,YES,narrow",
        "in deny 100 tcp * 203.0.113.0/24;in allow - * * 0.0.0.0/0,YES,wide",
        "in allow 100 tcp * cloud:/subscriptions/s/x;in deny - * * 0.0.0.0/0,NO,",
        "in allow 100 tcp * AzureFrontDoor.Backend;in deny - * * 0.0.0.0/0,UNKNOWN,",
        "in allow 100 tcp * AzureLoadBalancer;in deny - * * 0.0.0.0/0,NO,",
        ",UNKNOWN,"
    })
    void accessRestrictionsDecideForWebApplications(String rules, Answer answer, String width) {
        AssetKey site = key("web/sites/shop");
        AssetKey set = new AssetKey(site.text() + "/ipsecurityrestrictions");
        estate.asset(AssetKind.WEB_APP, site, Map.of("name", "shop"));
        if (rules != null) {
            estate.asset(AssetKind.NETWORK_RULE_SET, set, Map.of("rules", List.of(rules.split(";", -1))))
                    .relation(site, RelationType.GUARDED_BY, set);
        }

        assertThat(verdict(site).answer()).isEqualTo(answer);
        if (width != null) {
            assertThat(verdict(site).evidence().fields()).containsEntry("width", width);
        }
    }

    @Test
    void restrictionsThatWereNotReadCloseNothing() {
        AssetKey site = key("web/sites/shop");
        AssetKey set = new AssetKey(site.text() + "/ipsecurityrestrictions");
        AssetKey server = key("sql/servers/db");
        AssetKey rule = new AssetKey(server.text() + "/firewallrules/one");
        estate.asset(AssetKind.WEB_APP, site, Map.of("name", "shop"))
                .asset(AssetKind.NETWORK_RULE_SET, set, Map.of("name", "main"))
                .relation(site, RelationType.GUARDED_BY, set)
                .asset(AssetKind.DATA_STORE, server, Map.of("publicNetwork", true))
                .asset(AssetKind.NETWORK_RULE_SET, rule, Map.of("name", "one"))
                .relation(server, RelationType.GUARDED_BY, rule);

        assertThat(verdict(site).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(server).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0.0.0.0/0, YES, wide",
        "true, 203.0.113.0/24, YES, narrow",
        "true, AzureCloud, YES, narrow",
        "true, 10.0.0.0/8, NO,",
        "true, , UNKNOWN,",
        "false, 0.0.0.0/0, NO,"
    })
    void theFirewallOfADatabaseDecides(boolean publicNetwork, String range, Answer answer, String width) {
        AssetKey server = key("sql/servers/db");
        AssetKey rule = new AssetKey(server.text() + "/firewallrules/one");
        estate.asset(AssetKind.DATA_STORE, server, Map.of("publicNetwork", publicNetwork));
        if (range != null) {
            estate.asset(AssetKind.NETWORK_RULE_SET, rule, Map.of("rules", List.of("in allow - tcp * " + range)))
                    .relation(server, RelationType.GUARDED_BY, rule);
        }

        assertThat(verdict(server).answer()).isEqualTo(answer);
        if (width != null) {
            assertThat(verdict(server).evidence().fields()).containsEntry("width", width);
        }
    }
}
