package dev.throughline.samples.benchmark;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/**
 * A team in an account of AWS, with its people, roles, stores and workloads.
 *
 * @param writer takes the facts
 * @param account key of the account
 * @param number number of the account
 * @param partner number of an account that is let in here and there
 * @param team number of the team
 */
record AwsTeam(CloudWriter writer, AssetKey account, String number, String partner, int team) {
    private static final String MANAGED = "arn:aws:iam::aws:policy/";
    private static final String[] SERVICES = {"ec2.amazonaws.com", "lambda.amazonaws.com", "ecs-tasks.amazonaws.com"};
    private static final int USERS = 4;
    private static final int COMPUTE = 16;
    private static final int STORES = 10;
    private static final int WORKLOADS = 20;

    private String iam(String resource) {
        return "arn:aws:iam::" + number + ":" + resource;
    }

    private String name(String what) {
        return "t" + team + "-" + what;
    }

    private AssetKey role(int index) {
        return AssetKey.of(AssetKind.IDENTITY, iam("role/" + name("r" + index)));
    }

    private static AssetKey policy(String arn) {
        return AssetKey.of(AssetKind.CLOUD_POLICY, arn);
    }

    void tell() {
        String buckets = "arn:aws:s3:::" + number + "-t" + team + "-*";
        writer.policy(
                iam("policy/" + name("read")),
                "identity",
                "allow action=s3:GetObject,s3:ListBucket resource=" + buckets);
        writer.policy(
                iam("policy/" + name("write")),
                "identity",
                "allow action=s3:*,sqs:* resource=" + buckets,
                "allow action=dynamodb:* resource=arn:aws:dynamodb:*:" + number + ":table/t" + team + "-*");
        writer.policy(
                iam("policy/" + name("deploy")),
                "identity",
                "allow action=lambda:*,ecs:*,ecr:* resource=*",
                "allow action=iam:PassRole resource=arn:aws:iam::" + number + ":role/t" + team + "-*");
        users();
        for (int i = 0; i < 36; i++) {
            tellOfRole(i);
        }
        for (int i = 0; i < STORES; i++) {
            store(i);
        }
        for (int i = 0; i < WORKLOADS; i++) {
            workload(i);
        }
    }

    private void users() {
        AssetKey group = writer.asset(AssetKind.IDENTITY_GROUP, iam("group/" + name("g")), Map.of("name", name("g")));
        holds(group, iam("policy/" + name("write")));
        holds(group, MANAGED + "ReadOnlyAccess");
        for (int i = 0; i < USERS; i++) {
            AssetKey user = writer.asset(
                    AssetKind.IDENTITY, iam("user/" + name("u" + i)), Map.of("name", name("u" + i), "type", "user"));
            writer.relation(user, RelationType.MEMBER_OF, group);
            AssetKey own = writer.policy(
                    user.value() + "/policy/own",
                    "identity",
                    "allow action=iam:CreateAccessKey,iam:UpdateLoginProfile"
                            + " resource=arn:aws:iam::*:user/${aws:username}");
            writer.relation(user, RelationType.HAS_ROLE, own);
        }
    }

    private void tellOfRole(int index) {
        AssetKey role = writer.asset(
                AssetKind.IDENTITY, role(index).value(), Map.of("name", name("r" + index), "type", "role"));
        AssetKey trust = writer.policy(
                role.value() + "#trust", "resource", "allow action=sts:AssumeRole principal=" + trusted(index));
        writer.relation(role, RelationType.GUARDED_BY, trust);
        if (index < COMPUTE) {
            ofCompute(index, role);
        } else if (index < 26) {
            ofPeople(index, role);
        } else if (index < 32) {
            holds(role, MANAGED + "ReadOnlyAccess");
        } else if (index < 35) {
            holds(role, iam("policy/" + name("deploy")));
            if (team % 10 == 0) {
                holds(role, iam("policy/pass-role"));
            }
        } else {
            holds(role, team % 10 == 0 ? MANAGED + "AdministratorAccess" : iam("policy/" + name("read")));
        }
    }

    private String trusted(int index) {
        if (index < COMPUTE) {
            return "service:" + SERVICES[index % SERVICES.length];
        }
        if (index < 26) {
            return "federated:" + iam("saml-provider/sso");
        }
        return index < 32 ? "aws:" + AwsFacts.number(0) : "aws:" + number;
    }

    private void ofCompute(int index, AssetKey role) {
        holds(role, iam("policy/" + name("read")));
        String secret =
                "arn:aws:secretsmanager:eu-west-1:" + number + ":secret:t" + team + "-" + (8 + index % 2) + "-AbCdEf";
        writer.relation(
                role,
                RelationType.HAS_ROLE,
                writer.policy(
                        role.value() + "/policy/own",
                        "identity",
                        "allow action=secretsmanager:GetSecretValue resource=" + secret));
        if (index % 4 == 0) {
            holds(role, MANAGED + "AmazonS3ReadOnlyAccess");
        }
        if (index % 3 == 0) {
            holds(role, MANAGED + "AmazonSSMManagedInstanceCore");
        }
        if (index % 4 == 3) {
            writer.relation(
                    role,
                    RelationType.HAS_ROLE,
                    writer.policy(
                            role.value() + "/policy/copied",
                            "identity",
                            "allow action=s3:GetObject,sqs:ReceiveMessage resource=*"));
        }
    }

    private void ofPeople(int index, AssetKey role) {
        holds(role, MANAGED + (index < 20 ? "ReadOnlyAccess" : "PowerUserAccess"));
        if (index % 2 == 1) {
            holds(role, iam("policy/" + name("write")));
        }
        if (index >= 20) {
            writer.relation(role, RelationType.GUARDED_BY, policy(iam("policy/boundary")));
        }
        if (index % 5 == 0) {
            holds(role, iam("policy/" + name("deploy")));
        }
        if (index == 25) {
            AssetKey deny = writer.policy(
                    role.value() + "/policy/deny",
                    "identity",
                    "deny action=s3:GetObject resource=arn:aws:s3:::" + number + "-t0-0/*");
            writer.relation(role, RelationType.HAS_ROLE, deny);
        }
    }

    private void holds(AssetKey principal, String policy) {
        writer.relation(principal, RelationType.HAS_ROLE, policy(policy));
    }

    private void store(int index) {
        AssetKey store;
        if (index < 6) {
            store = writer.asset(
                    AssetKind.DATA_STORE,
                    "arn:aws:s3:::" + number + "-t" + team + "-" + index,
                    Map.of("name", name("b" + index), "type", "s3"));
        } else if (index < 8) {
            store = writer.asset(
                    AssetKind.DATA_STORE,
                    "arn:aws:dynamodb:eu-west-1:" + number + ":table/t" + team + "-" + index,
                    Map.of("name", name("d" + index)));
        } else {
            store = writer.asset(
                    AssetKind.SECRET_STORE,
                    "arn:aws:secretsmanager:eu-west-1:" + number + ":secret:t" + team + "-" + index + "-AbCdEf",
                    Map.of("name", name("s" + index)));
        }
        writer.relation(account, RelationType.CONTAINS, store);
        AssetKey guard = index == 0
                ? writer.policy(
                        store.value() + "#policy",
                        "resource",
                        "deny action=s3:* resource=* principal=* when=Bool,aws:SecureTransport,false",
                        "allow action=s3:GetObject resource=" + store.value() + "/* principal=aws:" + partner + ",aws:"
                                + AwsFacts.number(0))
                : index == 1
                        ? writer.policy(
                                store.value() + "#policy",
                                "resource",
                                "allow action=s3:GetObject resource=" + store.value() + "/* principal=aws:"
                                        + role(0).value())
                        : writer.policy(
                                store.value() + "#policy",
                                "resource",
                                "deny action=s3:* resource=* principal=* when=Bool,aws:SecureTransport,false");
        writer.relation(store, RelationType.GUARDED_BY, guard);
        if (index == 2) {
            writer.personalData(store);
        }
    }

    private void workload(int index) {
        AwsNetwork network = new AwsNetwork(writer, number);
        if (index < 8) {
            String ec2 = "arn:aws:ec2:eu-west-1:" + number + ":instance/i-" + team + "-" + index;
            boolean open = index == 0;
            AssetKey machine = writer.asset(
                    AssetKind.VIRTUAL_MACHINE,
                    ec2,
                    Map.of(
                            "name",
                            name("i" + index),
                            "publicAddresses",
                            open ? List.of("203.0.113." + team % 250) : List.of(),
                            "metadataTokenRequired",
                            true));
            writer.relation(account, RelationType.CONTAINS, machine);
            writer.relation(network.subnet(), RelationType.CONTAINS, machine);
            writer.relation(machine, RelationType.GUARDED_BY, open ? network.openGroup() : network.closedGroup());
            AssetKey profile = AssetKey.of(AssetKind.CLOUD_RESOURCE, iam("instance-profile/" + name("p" + index)));
            writer.relation(machine, RelationType.RUNS_AS, profile);
            writer.relation(profile, RelationType.RUNS_AS, role(index * 3 % 15));
            if (open) {
                writer.vulnerable(machine);
            }
        } else if (index < 16) {
            AssetKey function = writer.asset(
                    AssetKind.SERVERLESS_FUNCTION,
                    "arn:aws:lambda:eu-west-1:" + number + ":function:" + name("f" + index),
                    Map.of("name", name("f" + index)));
            writer.relation(account, RelationType.CONTAINS, function);
            writer.relation(function, RelationType.RUNS_AS, role(1 + index % 5 * 3));
        } else {
            AssetKey service = writer.asset(
                    AssetKind.CONTAINER_SERVICE,
                    "arn:aws:ecs:eu-west-1:" + number + ":service/main/" + name("s" + index),
                    Map.of("name", name("s" + index)));
            AssetKey definition = writer.asset(
                    AssetKind.CLOUD_RESOURCE,
                    "arn:aws:ecs:eu-west-1:" + number + ":task-definition/" + name("s" + index) + ":1",
                    Map.of("name", name("s" + index)));
            writer.relation(account, RelationType.CONTAINS, service);
            writer.relation(service, RelationType.CONTAINS, definition);
            writer.relation(definition, RelationType.RUNS_AS, role(2 + index % 4 * 3));
        }
    }
}
