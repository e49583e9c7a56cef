package dev.throughline.samples.benchmark;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;

/**
 * An organization of AWS. A team has 40 principals, ten stores, each with a policy, and twenty workloads with roles of their
 * own. What they may do is what accounts look like: policies of AWS that hold in all accounts, policies of the team, policies
 * written for one role or copied from role to role, developers within a boundary, deployers that pass roles, roles that
 * another account may assume, and service control policies above all.
 */
final class AwsFacts implements CloudFacts {
    private static final String MANAGED = "arn:aws:iam::aws:policy/";

    @Override
    public String name() {
        return "aws";
    }

    static String number(int account) {
        return String.valueOf(100_000_000_000L + account);
    }

    @Override
    public void tellOfOrganization(CloudSize size, CloudWriter writer) {
        writer.policy(
                MANAGED + "ReadOnlyAccess",
                "identity",
                "allow"
                        + " action=s3:Get*,s3:List*,ec2:Describe*,iam:Get*,iam:List*,sqs:Get*,dynamodb:GetItem,dynamodb:Query,dynamodb:Scan"
                        + " resource=*");
        writer.policy(
                MANAGED + "PowerUserAccess", "identity", "allow action!=iam:*,organizations:*,account:* resource=*");
        writer.policy(MANAGED + "AdministratorAccess", "identity", "allow action=* resource=*");
        writer.policy(MANAGED + "AmazonS3ReadOnlyAccess", "identity", "allow action=s3:Get*,s3:List* resource=*");
        writer.policy(
                MANAGED + "AmazonSSMManagedInstanceCore",
                "identity",
                "allow action=ssm:GetParameter,ssm:UpdateInstanceInformation,ssmmessages:* resource=*");
        AssetKey root = writer.asset(
                AssetKind.CLOUD_RESOURCE, "arn:aws:organizations::100000000000:ou/o-1/r-1", Map.of("name", "Root"));
        writer.relation(
                root,
                RelationType.GUARDED_BY,
                writer.policy(
                        "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
                        "service-control",
                        "allow action=* resource=*"));
        writer.relation(
                root,
                RelationType.GUARDED_BY,
                writer.policy(
                        "arn:aws:organizations::100000000000:policy/o-1/service_control_policy/p-1",
                        "service-control",
                        "deny action=organizations:LeaveOrganization,kms:ScheduleKeyDeletion resource=*"));
        for (int account = 0; account < size.accounts(); account++) {
            writer.relation(
                    root, RelationType.CONTAINS, AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/" + number(account)));
        }
    }

    @Override
    public void tellOfAccount(CloudSize size, int account, CloudWriter writer) {
        String number = number(account);
        AssetKey key = writer.asset(AssetKind.CLOUD_ACCOUNT, "aws/" + number, Map.of("name", "account-" + account));
        String iam = "arn:aws:iam::" + number + ":";
        writer.policy(
                iam + "policy/boundary",
                "permission-boundary",
                "allow action=s3:*,lambda:*,sqs:*,dynamodb:*,logs:*,ec2:Describe* resource=*",
                "deny action=iam:* resource=*");
        writer.policy(iam + "policy/pass-role", "identity", "allow action=iam:PassRole,iam:GetRole resource=*");
        new AwsNetwork(writer, number).tell();
        for (int team = 0; team < size.teams(); team++) {
            new AwsTeam(writer, key, number, number((account + 1) % size.accounts()), team).tell();
        }
    }
}
