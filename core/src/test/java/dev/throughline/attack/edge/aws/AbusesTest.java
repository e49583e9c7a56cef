package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.edge.aws.Abuse.Category;
import dev.throughline.attack.edge.aws.Abuse.Need;
import dev.throughline.attack.edge.aws.Abuse.Scope;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code abuses.tsv}: its permissions give what it says, and with one of them missing they do not. */
class AbusesTest {
    private static final Map<Category, String> EDGES = Map.of(
            Category.SELF, "IdentityRewritesPermissions",
            Category.TAKEOVER, "IdentityTakesOverIdentity",
            Category.ASSUME, "IdentityAssumesRole",
            Category.PASS, "IdentityPassesRole",
            Category.RUN, "IdentityRunsCode",
            Category.DATA, "IdentityOpensStore");

    private static final Map<ResourceType, AssetKey> RESOURCES = Map.ofEntries(
            Map.entry(ResourceType.USER, Account.user("other")),
            Map.entry(ResourceType.ROLE, Account.role("other")),
            Map.entry(ResourceType.GROUP, Account.group("other")),
            Map.entry(ResourceType.INSTANCE, Account.resource("ec2", "instance/i-1")),
            Map.entry(ResourceType.TEMPLATE, Account.resource("ec2", "launch-template/lt-1")),
            Map.entry(ResourceType.FUNCTION, Account.resource("lambda", "function:f")),
            Map.entry(ResourceType.SERVICE, Account.resource("ecs", "service/main/web")),
            Map.entry(ResourceType.STACK, Account.resource("cloudformation", "stack/s/1")),
            Map.entry(ResourceType.PROJECT, Account.resource("codebuild", "project/p")),
            Map.entry(ResourceType.NOTEBOOK, Account.resource("sagemaker", "notebook-instance/n")),
            Map.entry(ResourceType.ENDPOINT, Account.resource("glue", "devEndpoint/e")),
            Map.entry(ResourceType.APP, Account.resource("apprunner", "service/a/1")),
            Map.entry(ResourceType.INTERPRETER, Account.resource("bedrock-agentcore", "code-interpreter/c")),
            Map.entry(ResourceType.BUCKET, Account.bucket("b")),
            Map.entry(ResourceType.TABLE, Account.resource("dynamodb", "table/t")),
            Map.entry(ResourceType.DATABASE, Account.resource("rds", "db:d")),
            Map.entry(ResourceType.AURORA, Account.resource("rds", "cluster:c")),
            Map.entry(ResourceType.WAREHOUSE, Account.resource("redshift", "cluster:w")),
            Map.entry(ResourceType.SECRET, Account.resource("secretsmanager", "secret:s-AbCdEf")),
            Map.entry(ResourceType.PARAMETER, Account.resource("ssm", "parameter/p")),
            Map.entry(ResourceType.QUEUE, Account.resource("sqs", "q")),
            Map.entry(ResourceType.KEY, Account.resource("kms", "key/k")));

    static Stream<Abuse> rows() {
        return AbuseTable.all().stream();
    }

    private static List<String> found(Abuse row, List<Need> held) {
        List<String> statements = new ArrayList<>();
        held.forEach(need -> statements.add("allow action=" + need.action() + " resource=*"));
        boolean asRole = row.needs().stream().anyMatch(n -> n.scope() == Scope.SELF && n.type() == ResourceType.ROLE);
        AssetKey self = asRole ? Account.role("self") : Account.user("self");
        Account account = new Account();
        if (asRole) {
            account.withRole("self");
        } else {
            account.withUser("self").withGroup("team", "self");
        }
        account.holds(self, "held", statements.toArray(String[]::new));
        account.withUser("other")
                .withRole(
                        "other",
                        "allow action=sts:AssumeRole principal=service:" + row.service(),
                        "allow action=sts:AssumeRole principal=aws:111122223333");
        account.holds(Account.role("other"), "written", "allow action=s3:ListBucket resource=*");
        account.with(AssetKind.IDENTITY_GROUP, Account.group("other"), Map.of("name", "other"));
        for (Need need : row.needs()) {
            if (need.isAtTarget()
                    && need.type() != ResourceType.ROLE
                    && need.type() != ResourceType.USER
                    && need.type() != ResourceType.GROUP) {
                account.with(AssetKind.CLOUD_RESOURCE, RESOURCES.get(need.type()), Map.of());
            }
        }
        return account.gainedBy(row);
    }

    private static AssetKey gained(Abuse row) {
        Need first = row.first();
        return row.account() || first == null ? Account.KEY : RESOURCES.get(first.type());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowGivesWhatItSays(Abuse row) {
        assertThat(found(row, row.needs())).contains(gained(row).text());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyPermissionOfARowIsNeeded(Abuse row) {
        for (Need missing : row.needs()) {
            List<Need> others =
                    row.needs().stream().filter(need -> !need.equals(missing)).toList();
            assertThat(found(row, others))
                    .as("without " + missing.action())
                    .doesNotContain(gained(row).text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowIsListedInThePageOfItsEdge(Category category) throws IOException {
        String page = Files.readString(Path.of("../docs/edges/" + EDGES.get(category) + ".md"));

        assertThat(AbuseTable.of(category)).isNotEmpty().allSatisfy(row -> {
            assertThat(page).contains("`" + row.id() + "`");
            assertThat(row.needs()).allSatisfy(need -> assertThat(page).contains("`" + need.action() + "`"));
        });
    }
}
