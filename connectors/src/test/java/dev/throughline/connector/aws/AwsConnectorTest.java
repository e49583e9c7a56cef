package dev.throughline.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.DataStore;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.TrustPolicy;
import dev.throughline.model.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AwsConnectorTest extends ConnectorContract {
    static final Path ACCOUNT = Path.of("src/test/resources/aws-account");
    private static final String OPEN =
            "{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"s3:GetObject\\\",\\\"Resource\\\":\\\"arn:aws:s3:::b/*\\\"}}";

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected Connector connector() {
        return AwsConnector.files(ACCOUNT);
    }

    private Completeness read(String name, String answer) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Completeness completeness = Completeness.complete();
        for (Partition partition : AwsConnector.files(folder).list().partitions()) {
            completeness = partition.read(sink);
        }
        return completeness;
    }

    private static Collected account() {
        Collected all = new Collected();
        AwsConnector.files(ACCOUNT).list().partitions().forEach(partition -> partition.read(all));
        return all;
    }

    private static AssetKey cloud(String arn) {
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, arn);
    }

    @Test
    void describesAnInstanceAndItsInterface() {
        Collected read = account();
        VirtualMachine machine =
                read.get(VirtualMachine.class, cloud("arn:aws:ec2:eu-west-1:111122223333:instance/i-1"));

        assertThat(machine.name()).isEqualTo("bastion");
        assertThat(machine.publicAddresses()).containsExactly("203.0.113.20");
        assertThat(machine.metadataTokenRequired()).isFalse();
        assertThat(read.relations(RelationType.ROUTES_TO))
                .contains("address:203.0.113.20 ROUTES_TO"
                        + " cloud:arn:aws:ec2:eu-west-1:111122223333:network-interface/eni-1");
        assertThat(read.relations(RelationType.RUNS_AS))
                .contains(
                        "cloud:arn:aws:ec2:eu-west-1:111122223333:instance/i-1 RUNS_AS"
                                + " cloud:arn:aws:iam::111122223333:instance-profile/bastion",
                        "cloud:arn:aws:iam::111122223333:instance-profile/bastion RUNS_AS"
                                + " cloud:arn:aws:iam::111122223333:role/bastion");
    }

    @Test
    void writesRulesInTheirTextForm() {
        Collected read = account();

        assertThat(read.get(NetworkRuleSet.class, cloud("arn:aws:ec2:eu-west-1:111122223333:security-group/sg-app"))
                        .rules())
                .containsExactly("in allow - tcp 8080 cloud:arn:aws:ec2:eu-west-1:111122223333:security-group/sg-lb");
        assertThat(read.get(NetworkRuleSet.class, cloud("arn:aws:ec2:eu-west-1:111122223333:network-acl/acl-1"))
                        .rules())
                .contains("in allow 100 * * 0.0.0.0/0", "out deny 32767 * * 0.0.0.0/0");
    }

    @Test
    void readsPoliciesAsObjectsAndInPercentEncoding() {
        Collected read = account();

        assertThat(read.get(CloudPolicy.class, cloud("arn:aws:iam::111122223333:role/shop#orders"))
                        .statements())
                .containsExactly("allow action=s3:GetObject,s3:PutObject resource=arn:aws:s3:::harborline-orders/*");
        TrustPolicy trust = read.get(TrustPolicy.class, cloud("arn:aws:iam::111122223333:role/deploy#trust/0"));
        assertThat(trust.issuer()).isEqualTo("https://token.actions.githubusercontent.com");
        assertThat(trust.subject()).isEqualTo("repo:harborline/shop:ref:refs/heads/main");
        assertThat(trust.audience()).isEqualTo("sts.amazonaws.com");
    }

    @ParameterizedTest
    @CsvSource({"StringEquals, 0", "StringLike, 1", "ForAnyValue:StringLike, 1"})
    void takesAStarForAWildcardOnlyWhereItIsOne(String operator, int trusts) {
        read("111122223333/iam.json", """
            {"RoleDetailList": [{"RoleName": "ci", "Arn": "arn:aws:iam::111122223333:role/ci",
              "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
                "Condition": {"%s": {"token.actions.githubusercontent.com:sub": "repo:acme/*"}}}]}}]}
            """.formatted(operator));

        assertThat(sink.all(TrustPolicy.class))
                .hasSize(trusts)
                .allMatch(trust -> "repo:acme/*".equals(trust.subject()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repo:acme/* | 'StringEquals': {'G:sub': 'repo:acme/shop:ref:refs/heads/main'}"
                        + "| repo:acme/shop:ref:refs/heads/main",
                "repo:acme/* | 'StringEquals': {'G:repository': ['acme/shop', 'acme/pay', 'evil/x']}"
                        + "| repo:acme/shop:*,repo:acme/pay:*",
                "repo:acme/*:ref:refs/heads/main | 'StringEquals': {'G:repository_owner': 'acme'}"
                        + "| repo:acme/*:ref:refs/heads/main",
                "repo:*:ref:refs/heads/main | 'StringEquals': {'G:repository_owner': 'acme'} | repo:acme/*",
                "repo:acme/* | 'StringEquals': {'G:repository': 'evil/x'} | ''",
                "repo:acme/* | 'StringNotEquals': {'G:sub': 'repo:acme/pay:pull_request'} | repo:acme/*",
                "repo:acme/* | 'StringEquals': {'G:actor': 'jo'} | repo:acme/*"
            })
    void allConditionsHoldAtOnceAndAnyOfTheValuesOfOne(String like, String other, String subjects) {
        read("111122223333/iam.json", """
            {"RoleDetailList": [{"RoleName": "ci", "Arn": "arn:aws:iam::111122223333:role/ci",
              "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
                "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "%s"}, %s}}]}}]}
            """.formatted(
                        like, other.replace('\'', '"').replace("G:", "token.actions.githubusercontent.com:")));

        assertThat(String.join(
                        ",",
                        sink.all(TrustPolicy.class).stream()
                                .map(TrustPolicy::subject)
                                .toList()))
                .isEqualTo(subjects);
    }

    @Test
    void tellsThatAFunctionHasAUrlAndWhoMayCallIt() {
        ServerlessFunction function =
                account().get(ServerlessFunction.class, cloud("arn:aws:lambda:eu-west-1:111122223333:function:mail"));

        assertThat(function.publicNetwork()).isTrue();
        assertThat(function.authentication()).isEqualTo("aws_iam");
    }

    @Test
    void namesTheImageOfATask() {
        read("111122223333/eu-west-1/tasks.json", """
            {"tasks": [{"clusterArn": "arn:aws:ecs:eu-west-1:111122223333:cluster/main", "group": "service:web",
              "containers": [{"image": "nginx:1.27", "imageDigest": "sha256:%s"}],
              "attachments": [{"details": [{"name": "networkInterfaceId", "value": "eni-7"}]}]}]}
            """.formatted("b".repeat(64)));

        assertThat(sink.relations(RelationType.CREATED_FROM))
                .containsExactly("cloud:arn:aws:ecs:eu-west-1:111122223333:service/main/web CREATED_FROM image:sha256:"
                        + "b".repeat(64) + " {reference=nginx:1.27}");
        assertThat(sink.relations(RelationType.CONTAINS))
                .contains("cloud:arn:aws:ecs:eu-west-1:111122223333:service/main/web CONTAINS"
                        + " cloud:arn:aws:ec2:eu-west-1:111122223333:network-interface/eni-7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Policy\":\"OPEN\",\"PublicAccessBlockConfiguration\":null | true",
                "\"Policy\":\"OPEN\" | ",
                "\"Policy\":null,\"PublicAccessBlockConfiguration\":null,\"Grants\":[] | false",
                "\"Policy\":null,\"PublicAccessBlockConfiguration\":null | ",
                "\"Grants\":[{\"Grantee\":{\"URI\":\"http://acs.amazonaws.com/groups/global/AllUsers\"},\"Permission\":\"READ\"}],\"PublicAccessBlockConfiguration\":null"
                        + " | true",
                "\"Policy\":\"OPEN\",\"PublicAccessBlockConfiguration\":{\"BlockPublicPolicy\":true,\"RestrictPublicBuckets\":true,\"BlockPublicAcls\":true,\"IgnorePublicAcls\":true}"
                        + " | false",
            })
    void tellsWhetherABucketIsPublic(String members, Boolean expected) {
        read("111122223333/b.json", "{\"Bucket\":\"b\"," + members.replace("OPEN", OPEN) + "}");

        assertThat(sink.get(DataStore.class, cloud("arn:aws:s3:::b")).publicAccess())
                .isEqualTo(expected);
    }

    @Test
    void namesAnAnswerAfterItsFileWhereItDoesNotSayWhatItIsAbout() {
        read(
                "111122223333/eu-west-1/arn%3Aaws%3Aelasticloadbalancing%3Aeu-west-1%3A111122223333%3Atargetgroup%2Fweb%2F1.json",
                "{\"TargetHealthDescriptions\": [{\"Target\": {\"Id\": \"i-1\", \"Port\": 80}}]}");

        assertThat(sink.relations(RelationType.ROUTES_TO))
                .containsExactly("cloud:arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1 ROUTES_TO"
                        + " cloud:arn:aws:ec2:eu-west-1:111122223333:instance/i-1 {ports=80}");
    }

    @Test
    void readsTheLevelsOfAnOrganization() {
        read(
                "111122223333.json",
                "{\"Policies\": [{\"Id\": \"p-1\", \"Arn\":"
                        + " \"arn:aws:organizations::999900001111:policy/o-1/service_control_policy/p-1\"}]}");

        assertThat(sink.relations(RelationType.GUARDED_BY))
                .containsExactly("cloudaccount:aws/111122223333 GUARDED_BY"
                        + " cloud:arn:aws:organizations::999900001111:policy/o-1/service_control_policy/p-1");
    }

    @Test
    void readsAResourceControlPolicy() {
        read("p-2.json", """
            {"Policy": {"PolicySummary": {"Id": "p-2", "Name": "perimeter", "Type": "RESOURCE_CONTROL_POLICY",
              "Arn": "arn:aws:organizations::999900001111:policy/o-1/resource_control_policy/p-2"},
              "Content": "{\\"Statement\\": {\\"Effect\\": \\"Deny\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"s3:*\\", \\"Resource\\": \\"*\\"}}"}}
            """);

        CloudPolicy policy = sink.get(
                CloudPolicy.class, cloud("arn:aws:organizations::999900001111:policy/o-1/resource_control_policy/p-2"));
        assertThat(policy.type()).isEqualTo("resource-control");
        assertThat(policy.statements()).singleElement().asString().startsWith("deny ");
    }

    @Test
    void readsAClusterOfRedshiftAndWhereItAnswers() {
        read("111122223333/eu-west-1/redshift.json", """
            {"Clusters": [
              {"ClusterIdentifier": "sales", "NodeType": "ra3.xlplus", "ClusterStatus": "available", "DBName": "dev",
                "Endpoint": {"Address": "sales.abc.eu-west-1.redshift.amazonaws.com", "Port": 5439},
                "VpcSecurityGroups": [{"VpcSecurityGroupId": "sg-1", "Status": "active"}],
                "ClusterSubnetGroupName": "data", "VpcId": "vpc-1", "PubliclyAccessible": true, "Encrypted": false,
                "Tags": [{"Key": "team", "Value": "sales"}]},
              {"ClusterIdentifier": "books", "PubliclyAccessible": false,
                "Endpoint": {"Address": "books.abc.eu-west-1.redshift.amazonaws.com", "Port": 5439}}]}
            """);

        AssetKey sales = cloud("arn:aws:redshift:eu-west-1:111122223333:cluster:sales");
        assertThat(sink.get(DataStore.class, sales))
                .isEqualTo(new DataStore(sales, "sales", "redshift", null, false, true, null, List.of("team=sales")));
        assertThat(sink.relations(RelationType.GUARDED_BY))
                .containsExactly(sales + " GUARDED_BY cloud:arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1");
        assertThat(sink.relations(RelationType.ROUTES_TO))
                .containsExactly(
                        "address:sales.abc.eu-west-1.redshift.amazonaws.com ROUTES_TO " + sales + " {ports=5439}");
    }

    @Test
    void readsRoutesToGatewaysAndThroughFirewalls() {
        read("111122223333/eu-west-1/routes.json", """
            {"RouteTables": [{"RouteTableId": "rtb-1", "VpcId": "vpc-1", "Associations": [], "Routes": [
              {"DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local", "State": "active"},
              {"DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "vpce-1", "State": "active"},
              {"DestinationIpv6CidrBlock": "::/0", "GatewayId": "igw-1", "State": "active"},
              {"DestinationPrefixListId": "pl-1", "GatewayId": "vpce-2", "State": "active"}]}]}
            """);

        String place = "cloud:arn:aws:ec2:eu-west-1:111122223333:";
        assertThat(sink.relations(RelationType.ROUTES_TO))
                .containsExactlyInAnyOrder(
                        place + "route-table/rtb-1 ROUTES_TO " + place + "vpc-endpoint/vpce-1 {hosts=0.0.0.0/0}",
                        place + "route-table/rtb-1 ROUTES_TO " + place + "internet-gateway/igw-1 {hosts=::/0}");
    }

    @Test
    void joinsAClusterWithTheIssuerOfItsTokens() {
        read("eks.json", """
            {"cluster": {"name": "prod", "arn": "arn:aws:eks:eu-west-1:111122223333:cluster/prod", "version": "1.33",
              "identity": {"oidc": {"issuer": "https://oidc.eks.eu-west-1.amazonaws.com/id/A1"}}}}
            """);

        assertThat(sink.relations(RelationType.TRUSTS))
                .containsExactly(
                        "cloud:arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1 TRUSTS"
                                + " cluster:prod {issuer=https://oidc.eks.eu-west-1.amazonaws.com/id/A1}");
    }

    @Test
    void anAnswerThatGoesOnIsReadInPart() {
        assertThat(read("111122223333/eu-west-1/v.json", "{\"Vpcs\": [{\"VpcId\": \"vpc-1\"}], \"NextToken\": \"x\"}"))
                .isInstanceOf(Completeness.Partial.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"examples\": {}}", "[]x", "[{\"a\": 1}]", "\"text\"", "{}"})
    void refusesWhatIsNoAnswer(String document) {
        assertThatThrownBy(() -> read("x.json", document))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("x.json");
    }

    @Test
    void oneBadRecordDoesNotSpoilTheOthers() {
        read("111122223333/eu-west-1/v.json", "{\"Vpcs\": [{\"VpcId\": 7}, {\"VpcId\": \"vpc-1\"}]}");

        assertThat(sink.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.position()).isEqualTo("/Vpcs/0/VpcId"));
        assertThat(sink.assets()).isNotEmpty();
    }

    @Test
    void rejectsWhatHasNoAccount() {
        read("vpcs.json", "{\"Vpcs\": [{\"VpcId\": \"vpc-1\"}]}");

        assertThat(sink.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "vpcs.json /Vpcs/0: the region is not known: name it in the source, or put the file into a"
                                + " folder of its name");
    }
}
