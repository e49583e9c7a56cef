package dev.throughline.risk.exposure.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsExposureTest {
    private static final AssetKey INSTANCE = ec2("instance/i-1");
    private static final AssetKey SUBNET = ec2("subnet/subnet-1");
    private static final AssetKey VPC = ec2("vpc/vpc-1");
    private static final AssetKey TABLE = ec2("route-table/rtb-1");
    private static final AssetKey GATEWAY = ec2("internet-gateway/igw-1");
    private static final AssetKey ACL = ec2("network-acl/acl-1");
    private static final AssetKey GROUP = ec2("security-group/sg-1");
    private static final AssetKey BALANCER = key("elasticloadbalancing", "loadbalancer/app/web/1");
    private static final AssetKey TARGETS = key("elasticloadbalancing", "targetgroup/web/1");
    private static final AssetKey BALANCER_GROUP = ec2("security-group/sg-2");
    private static final String WEB = "in allow - tcp 443 0.0.0.0/0";
    private static final String[] OPEN_ACL = {"in allow 100 * * 0.0.0.0/0", "out allow 100 * * 0.0.0.0/0"};

    private static AssetKey key(String service, String resource) {
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:" + service + ":eu-west-1:111122223333:" + resource);
    }

    private static AssetKey ec2(String resource) {
        return key("ec2", resource);
    }

    private static Estate network(String hosts, String... acl) {
        return new Estate()
                .asset(AssetKind.NETWORK, VPC, Map.of())
                .asset(AssetKind.SUBNET, SUBNET, Map.of("ranges", List.of("10.0.1.0/24")))
                .relation(VPC, RelationType.CONTAINS, SUBNET)
                .relation(SUBNET, RelationType.ROUTES_TO, TABLE)
                .relation(TABLE, RelationType.ROUTES_TO, GATEWAY, Map.of("hosts", hosts))
                .asset(AssetKind.NETWORK_RULE_SET, ACL, Map.of("rules", List.of(acl)))
                .relation(SUBNET, RelationType.GUARDED_BY, ACL);
    }

    private static Estate instance(Estate estate, String address, String... rules) {
        return estate.asset(AssetKind.VIRTUAL_MACHINE, INSTANCE, Map.of("publicAddresses", List.of(address)))
                .relation(SUBNET, RelationType.CONTAINS, INSTANCE)
                .asset(AssetKind.NETWORK_RULE_SET, GROUP, Map.of("rules", List.of(rules)))
                .relation(INSTANCE, RelationType.GUARDED_BY, GROUP);
    }

    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.INTERNET_EXPOSED);
    }

    @Test
    void aPublicAddressIsExposedThroughGatewayAclAndGroup() {
        Verdict verdict = verdict(instance(network("0.0.0.0/0", OPEN_ACL), "203.0.113.7", WEB), INSTANCE);

        assertThat(verdict.answer()).isEqualTo(Answer.YES);
        assertThat(verdict.evidence().assets())
                .containsExactly(AssetKey.INTERNET, GATEWAY, TABLE, ACL, SUBNET, GROUP, INSTANCE);
        assertThat(verdict.evidence().fields())
                .containsEntry("ports", "443")
                .containsEntry("protocols", "tcp")
                .containsEntry("width", "wide");
    }

    @ParameterizedTest
    @CsvSource({
        "in allow - tcp 443 198.51.100.0/24, YES, narrow",
        "in allow - tcp 443 0.0.0.0/1, YES, wide",
        "in allow - * * 0.0.0.0/0, YES, wide",
        "in allow - tcp 443 10.0.0.0/8, NO,",
        "out allow - tcp 443 0.0.0.0/0, NO,",
        "in allow - tcp 443 pl-123, UNKNOWN,",
        "in allow - tcp 443 ::/0, NO,"
    })
    void theSecurityGroupDecides(String rule, Answer answer, String width) {
        Verdict verdict = verdict(instance(network("0.0.0.0/0", OPEN_ACL), "203.0.113.7", rule), INSTANCE);

        assertThat(verdict.answer()).isEqualTo(answer);
        assertThat(verdict.evidence().fields().get("width")).isEqualTo(width);
    }

    @Test
    void aNetworkAclIsReadInOrder() {
        assertThat(acl("in deny 90 tcp 443 0.0.0.0/0", "in allow 100 * * 0.0.0.0/0", OPEN_ACL[1]))
                .isEqualTo(Answer.NO);
        assertThat(acl("in allow 80 tcp 443 0.0.0.0/0", "in deny 90 tcp 443 0.0.0.0/0", OPEN_ACL[1]))
                .isEqualTo(Answer.YES);
        assertThat(acl("in deny 90 tcp 443 192.0.2.0/24", OPEN_ACL[0], OPEN_ACL[1]))
                .isEqualTo(Answer.YES);
    }

    @Test
    void answersMustGetOut() {
        assertThat(acl(OPEN_ACL[0], "out allow 100 tcp 443 0.0.0.0/0")).isEqualTo(Answer.NO);
        assertThat(acl(OPEN_ACL[0], "out allow 100 tcp 32768-60999 0.0.0.0/0")).isEqualTo(Answer.YES);
    }

    private static Answer acl(String... rules) {
        return verdict(instance(network("0.0.0.0/0", rules), "203.0.113.7", WEB), INSTANCE)
                .answer();
    }

    @Test
    void sixIsAWayOfItsOwn() {
        String[] acl = {"in allow 100 * * ::/0", "out allow 100 * * ::/0"};

        assertThat(verdict(instance(network("::/0", acl), "2001:db8::7", "in allow - tcp 22 ::/0"), INSTANCE)
                        .answer())
                .isEqualTo(Answer.YES);
        assertThat(verdict(instance(network("0.0.0.0/0", acl), "2001:db8::7", "in allow - tcp 22 ::/0"), INSTANCE)
                        .answer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void aSubnetWithoutTableUsesTheMainTableOfItsNetwork() {
        Estate estate = new Estate()
                .asset(AssetKind.NETWORK, VPC, Map.of())
                .asset(AssetKind.SUBNET, SUBNET, Map.of())
                .relation(VPC, RelationType.CONTAINS, SUBNET)
                .relation(VPC, RelationType.ROUTES_TO, TABLE);

        assertThat(verdict(instance(estate, "203.0.113.7", WEB), INSTANCE).answer())
                .isEqualTo(Answer.NO);
        estate.relation(TABLE, RelationType.ROUTES_TO, GATEWAY, Map.of("hosts", "0.0.0.0/0"));
        Verdict verdict = verdict(estate, INSTANCE);
        assertThat(verdict.answer()).isEqualTo(Answer.YES);
        assertThat(verdict.evidence().fields()).containsEntry("networkAcl", "not read");
    }

    @Test
    void whatWasNotReadIsUnknownAndSaysWhat() {
        Verdict noTable = verdict(instance(new Estate(), "203.0.113.7", WEB), INSTANCE);
        Verdict noGroup = verdict(
                network("0.0.0.0/0", OPEN_ACL)
                        .asset(AssetKind.VIRTUAL_MACHINE, INSTANCE, Map.of("publicAddresses", List.of("203.0.113.7")))
                        .relation(SUBNET, RelationType.CONTAINS, INSTANCE)
                        .relation(INSTANCE, RelationType.GUARDED_BY, GROUP),
                INSTANCE);

        assertThat(noTable.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(noTable.evidence().statement()).contains("route table");
        assertThat(noGroup.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(noGroup.evidence().statement()).contains("security groups");
    }

    @Test
    void withoutPublicAddressNothingIsExposed() {
        Verdict verdict = verdict(
                instance(network("0.0.0.0/0", OPEN_ACL), "203.0.113.7", WEB)
                        .asset(AssetKind.VIRTUAL_MACHINE, ec2("instance/i-2"), Map.of("publicAddresses", List.of())),
                ec2("instance/i-2"));

        assertThat(verdict.answer()).isEqualTo(Answer.NO);
    }

    @Test
    void theInterfaceWithTheAddressDecides() {
        AssetKey open = ec2("network-interface/eni-1");
        AssetKey shut = ec2("network-interface/eni-2");
        AssetKey address = AssetKey.of(AssetKind.PUBLIC_ADDRESS, "203.0.113.7");
        Estate estate = network("0.0.0.0/0", OPEN_ACL)
                .asset(AssetKind.VIRTUAL_MACHINE, INSTANCE, Map.of("publicAddresses", List.of("203.0.113.7")))
                .relation(INSTANCE, RelationType.CONTAINS, open)
                .relation(INSTANCE, RelationType.CONTAINS, shut)
                .relation(SUBNET, RelationType.CONTAINS, open)
                .relation(SUBNET, RelationType.CONTAINS, shut)
                .asset(AssetKind.NETWORK_RULE_SET, GROUP, Map.of("rules", List.of(WEB)))
                .asset(AssetKind.NETWORK_RULE_SET, BALANCER_GROUP, Map.of("rules", List.of()))
                .relation(open, RelationType.GUARDED_BY, GROUP)
                .relation(shut, RelationType.GUARDED_BY, BALANCER_GROUP);

        assertThat(verdict(estate.relation(address, RelationType.ROUTES_TO, shut), INSTANCE)
                        .answer())
                .isEqualTo(Answer.NO);
        assertThat(verdict(estate.relation(address, RelationType.ROUTES_TO, open), INSTANCE)
                        .answer())
                .isEqualTo(Answer.YES);
    }

    private static Estate balanced(String targetRule) {
        return instance(network("0.0.0.0/0", OPEN_ACL), "10.0.1.9", targetRule)
                .asset(AssetKind.VIRTUAL_MACHINE, INSTANCE, Map.of("publicAddresses", List.of()))
                .asset(AssetKind.LOAD_BALANCER, BALANCER, Map.of("internetFacing", true))
                .relation(SUBNET, RelationType.CONTAINS, BALANCER)
                .asset(AssetKind.NETWORK_RULE_SET, BALANCER_GROUP, Map.of("rules", List.of(WEB)))
                .relation(BALANCER, RelationType.GUARDED_BY, BALANCER_GROUP)
                .relation(BALANCER, RelationType.ROUTES_TO, TARGETS, Map.of("ports", "443"))
                .relation(TARGETS, RelationType.ROUTES_TO, INSTANCE, Map.of("ports", "8080"));
    }

    @Test
    void aTargetIsExposedThroughItsLoadBalancer() {
        AssetKey service = key("ecs", "service/main/web");
        Estate estate = balanced("in allow - tcp 8080 " + BALANCER_GROUP.text())
                .asset(AssetKind.CONTAINER_SERVICE, service, Map.of("publicNetwork", false))
                .relation(service, RelationType.GUARDED_BY, GROUP)
                .relation(TARGETS, RelationType.ROUTES_TO, service);
        Verdict verdict = verdict(estate, service);

        assertThat(verdict.answer()).isEqualTo(Answer.YES);
        assertThat(verdict.evidence().assets()).contains(BALANCER, TARGETS).endsWith(service);
        assertThat(verdict.evidence().statement()).startsWith("it stands behind a load balancer: ");
        assertThat(verdict(estate, BALANCER).answer()).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "in allow - tcp 8080 10.0.0.0/8, YES",
        "in allow - tcp 8080 192.168.0.0/16, NO",
        "in allow - tcp 8080 pl-123, UNKNOWN"
    })
    void theGroupOfATargetMustAdmitTheLoadBalancer(String rule, Answer answer) {
        AssetKey service = key("ecs", "service/main/web");
        Estate estate = balanced(rule)
                .asset(AssetKind.CONTAINER_SERVICE, service, Map.of("publicNetwork", false))
                .relation(service, RelationType.GUARDED_BY, GROUP)
                .relation(TARGETS, RelationType.ROUTES_TO, service);

        assertThat(verdict(estate, service).answer()).isEqualTo(answer);
    }

    @Test
    void whetherTheGroupsOfATargetAdmitASubnetThatWasNotReadIsUnknown() {
        Estate estate = balanced("in allow - tcp 8080 10.0.0.0/8");
        AssetKey unread = ec2("subnet/subnet-2");
        AssetKey other = key("elasticloadbalancing", "loadbalancer/app/other/1");
        AssetKey service = key("ecs", "service/main/web");
        estate.asset(AssetKind.LOAD_BALANCER, other, Map.of("internetFacing", true))
                .relation(unread, RelationType.CONTAINS, other)
                .relation(unread, RelationType.ROUTES_TO, TABLE)
                .relation(other, RelationType.GUARDED_BY, BALANCER_GROUP)
                .relation(other, RelationType.ROUTES_TO, key("elasticloadbalancing", "targetgroup/other/1"))
                .relation(key("elasticloadbalancing", "targetgroup/other/1"), RelationType.ROUTES_TO, service)
                .asset(AssetKind.CONTAINER_SERVICE, service, Map.of("publicNetwork", false))
                .relation(service, RelationType.GUARDED_BY, GROUP);

        assertThat(verdict(estate, other).answer()).isEqualTo(Answer.YES);
        assertThat(verdict(estate, service).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aTargetIsExposedThroughAnInternalLoadBalancerThatStandsBehindAPublicOne() {
        AssetKey front = key("elasticloadbalancing", "loadbalancer/net/front/1");
        AssetKey balancers = key("elasticloadbalancing", "targetgroup/alb/1");
        Estate estate = balanced("in allow - tcp 8080 " + BALANCER_GROUP.text())
                .asset(AssetKind.LOAD_BALANCER, BALANCER, Map.of("internetFacing", false))
                .asset(AssetKind.LOAD_BALANCER, front, Map.of("internetFacing", true))
                .relation(SUBNET, RelationType.CONTAINS, front)
                .relation(front, RelationType.ROUTES_TO, balancers, Map.of("ports", "443"))
                .relation(balancers, RelationType.ROUTES_TO, BALANCER);

        assertThat(verdict(estate, BALANCER).answer()).isEqualTo(Answer.YES);
        assertThat(verdict(estate, INSTANCE).answer()).isEqualTo(Answer.YES);
        assertThat(verdict(estate, INSTANCE).evidence().assets())
                .containsSubsequence(AssetKey.INTERNET, front, balancers, BALANCER, TARGETS, INSTANCE);
    }

    @Test
    void loadBalancersThatLeadToEachOtherExposeNothingForCertain() {
        AssetKey service = key("ecs", "service/main/web");
        AssetKey other = key("elasticloadbalancing", "loadbalancer/net/other/1");
        Estate estate = balanced(WEB)
                .asset(AssetKind.LOAD_BALANCER, BALANCER, Map.of("internetFacing", false))
                .asset(AssetKind.LOAD_BALANCER, other, Map.of("internetFacing", false))
                .relation(other, RelationType.ROUTES_TO, BALANCER)
                .relation(BALANCER, RelationType.ROUTES_TO, other)
                .asset(AssetKind.CONTAINER_SERVICE, service, Map.of("publicNetwork", false))
                .relation(service, RelationType.GUARDED_BY, GROUP)
                .relation(TARGETS, RelationType.ROUTES_TO, service);

        assertThat(verdict(estate, service).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aFirewallBetweenASubnetAndItsGatewayMakesItUnknown() {
        AssetKey endpoint = ec2("vpc-endpoint/vpce-1");
        Estate estate = new Estate()
                .asset(AssetKind.SUBNET, SUBNET, Map.of())
                .relation(SUBNET, RelationType.ROUTES_TO, TABLE)
                .relation(TABLE, RelationType.ROUTES_TO, endpoint, Map.of("hosts", "0.0.0.0/0"));
        Verdict verdict = verdict(instance(estate, "203.0.113.7", WEB), INSTANCE);

        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.evidence().assets()).containsExactly(endpoint, TABLE, SUBNET, INSTANCE);
    }

    @Test
    void aListenerThatTheGroupOfTheLoadBalancerShutsExposesNothing() {
        Estate estate = balanced(WEB);
        AssetKey other = key("elasticloadbalancing", "loadbalancer/app/shut/1");

        assertThat(verdict(
                                estate.asset(AssetKind.LOAD_BALANCER, other, Map.of("internetFacing", true))
                                        .relation(SUBNET, RelationType.CONTAINS, other)
                                        .relation(other, RelationType.GUARDED_BY, BALANCER_GROUP)
                                        .relation(other, RelationType.ROUTES_TO, TARGETS, Map.of("ports", "8443")),
                                other)
                        .answer())
                .isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @CsvSource({"true, YES", "false, NO", ", UNKNOWN"})
    void aFunctionIsExposedByItsUrl(Boolean url, Answer answer) {
        AssetKey function = key("lambda", "function:f");
        Map<String, Object> values =
                url == null ? Map.of("name", "f") : Map.of("publicNetwork", url, "authentication", "none");

        assertThat(verdict(new Estate().asset(AssetKind.SERVERLESS_FUNCTION, function, values), function)
                        .answer())
                .isEqualTo(answer);
    }

    @Test
    void aFunctionIsExposedByAnApi() {
        AssetKey function = key("lambda", "function:f");
        AssetKey api = key("execute-api", "a1b2");
        Estate estate = new Estate()
                .asset(AssetKind.SERVERLESS_FUNCTION, function, Map.of("publicNetwork", false))
                .asset(AssetKind.LOAD_BALANCER, api, Map.of("internetFacing", true))
                .relation(api, RelationType.ROUTES_TO, function);

        assertThat(verdict(estate, function).answer()).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource({"5432, YES", "3306, NO"})
    void aDatabaseIsExposedOnItsPort(String port, Answer answer) {
        AssetKey database = key("rds", "db:pay");
        Estate estate = network("0.0.0.0/0", OPEN_ACL)
                .asset(AssetKind.DATA_STORE, database, Map.of("publicNetwork", true))
                .relation(SUBNET, RelationType.CONTAINS, database)
                .asset(AssetKind.NETWORK_RULE_SET, GROUP, Map.of("rules", List.of("in allow - tcp 5432 0.0.0.0/0")))
                .relation(database, RelationType.GUARDED_BY, GROUP)
                .relation(
                        AssetKey.of(AssetKind.PUBLIC_ADDRESS, "pay.example.com"),
                        RelationType.ROUTES_TO,
                        database,
                        Map.of("ports", port));

        assertThat(verdict(estate, database).answer()).isEqualTo(answer);
    }
}
