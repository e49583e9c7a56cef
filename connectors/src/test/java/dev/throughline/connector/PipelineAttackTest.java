package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.connector.azuredevops.AzureDevOpsConnector;
import dev.throughline.connector.classification.ClassificationConnector;
import dev.throughline.connector.github.GitHubConnector;
import dev.throughline.connector.gitlab.GitLabConnector;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Identity;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import dev.throughline.model.TrustPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files of each platform to an attack. */
class PipelineAttackTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final AssetKey ROLE = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:role/deploy");
    private static final AssetKey BUCKET = AssetKey.of(AssetKind.DATA_STORE, "arn:aws:s3:::acme-customers");

    @TempDir
    private Path folder;

    @Test
    void theForkOfAPullRequestReachesABucketThroughAnOidcRole() throws IOException {
        write("repositories.json", """
            [{"name": "shop", "full_name": "acme/shop", "visibility": "public", "default_branch": "main"}]
            """);
        write("repositories/shop/contents/.github/workflows/preview.yml", """
            on: pull_request_target
            permissions: {id-token: write, contents: read}
            jobs:
              preview:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                    with: {ref: "${{ github.event.pull_request.head.sha }}"}
                  - run: make preview
            """);
        write("classification.yaml", """
            critical:
              - {key: "cloud:arn:aws:s3:::acme-customers", level: very-high, reason: all customers}
            """);

        AttackPath path = assess(
                        GitHubConnector.export(folder).organization("acme"),
                        new Aws("repo:acme/shop:ref:refs/heads/main"),
                        ClassificationConnector.file(folder.resolve("classification.yaml")))
                .attackPaths()
                .from(AssetKey.ANY_GITHUB_USER)
                .to(BUCKET)
                .list()
                .get(0);

        assertThat(path.steps())
                .extracting(AttackStep::edge)
                .containsExactly("ForkRunsPrivilegedPipeline", "PipelineAssumesIdentity", "RoleReadsBucket");
    }

    @Test
    void aContributorOfAzureDevOpsReachesASubscriptionThroughAnOpenServiceConnection() throws IOException {
        write("projects.json", "{\"value\": [{\"name\": \"store\"}]}");
        write("groups.json", "{\"value\": [{\"principalName\": \"[store]\\\\Contributors\", \"descriptor\": \"g\"}]}");
        write("users.json", "{\"value\": [{\"principalName\": \"dev@acme.example\", \"descriptor\": \"u\"}]}");
        write("memberships.json", "{\"value\": [{\"containerDescriptor\": \"g\", \"memberDescriptor\": \"u\"}]}");
        write("projects/store/repositories.json", """
            {"value": [{"id": "r", "name": "shop", "defaultBranch": "refs/heads/main"}]}
            """);
        write("projects/store/definitions/1.json", """
            {"id": 1, "name": "ci", "process": {"yamlFilename": "ci.yml"},
             "repository": {"id": "r", "type": "TfsGit", "name": "shop"}}
            """);
        write("projects/store/contents/shop/ci.yml", "steps: [{script: make}]");
        write("projects/store/endpoints.json", """
            {"value": [{"id": "e", "name": "azure-prod", "type": "azurerm",
              "data": {"subscriptionId": "1", "scopeLevel": "Subscription"}}]}
            """);
        write("projects/store/permissions/endpoint/e.json", "{\"allPipelines\": {\"authorized\": true}}");

        Assessment assessment = assess(AzureDevOpsConnector.export(folder).organization("acme"));

        assertThat(way(
                        assessment,
                        AssetKey.of(AssetKind.DEVELOPER, "dev.azure.com/acme/dev@acme.example"),
                        AssetKey.of(AssetKind.CLOUD_ACCOUNT, "azure/1")))
                .startsWith("MemberActsForTeam")
                .endsWith("PipelineJoinsProject", "ProjectSharesResource", "CredentialOpensTarget");
    }

    @Test
    void aDeveloperOfGitLabReachesAClusterThroughAnUnprotectedVariable() throws IOException {
        write("projects.json", "[{\"id\": 7, \"path_with_namespace\": \"acme/shop\", \"default_branch\": \"main\"}]");
        write("projects/7/members.json", "[{\"id\": 2, \"username\": \"dev\", \"access_level\": 30}]");
        write("projects/7/protected_branches.json", """
            [{"name": "main", "push_access_levels": [{"access_level": 40}],
              "merge_access_levels": [{"access_level": 40}]}]
            """);
        write("projects/7/variables.json", "[{\"key\": \"KUBECONFIG\", \"protected\": false}]");
        write("classification.yaml", """
            opens:
              - {credential: "pipelinesecret:gitlab.com/acme/shop/KUBECONFIG", opens: "cluster:prod"}
            """);
        AssetKey developer = AssetKey.of(AssetKind.DEVELOPER, "gitlab.com/dev");
        AssetKey cluster = AssetKey.of(AssetKind.CLUSTER, "prod");
        Connector classified = ClassificationConnector.file(folder.resolve("classification.yaml"));

        assertThat(way(assess(GitLabConnector.export(folder).group("acme"), classified), developer, cluster))
                .containsExactly("MemberCreatesBranch", "WriteAccessReadsSecret", "CredentialOpensTarget");

        write("projects/7/variables.json", "[{\"key\": \"KUBECONFIG\", \"protected\": true}]");
        assertThat(way(assess(GitLabConnector.export(folder).group("acme"), classified), developer, cluster))
                .as("a protected variable is handed to protected branches only, and a developer may not write there")
                .isEmpty();
    }

    private static Assessment assess(Connector... sources) {
        try (Throughline throughline = Throughline.inMemory().at(CLOCK).with(new RoleReadsBucket())) {
            throughline.ingest(sources);
            return throughline.assess();
        }
    }

    /** The edges of a shortest chain of steps; empty if there is none. */
    private static List<String> way(Assessment assessment, AssetKey from, AssetKey to) {
        Map<AssetKey, List<String>> ways = new HashMap<>(Map.of(from, List.of()));
        Deque<AssetKey> held = new ArrayDeque<>(List.of(from));
        while (!held.isEmpty()) {
            AssetKey here = held.remove();
            for (AttackStep step : assessment.attackGraph().steps()) {
                if (step.from().equals(here) && !ways.containsKey(step.to())) {
                    List<String> way = new ArrayList<>(ways.get(here));
                    way.add(step.edge());
                    ways.put(step.to(), way);
                    held.add(step.to());
                }
            }
        }
        return ways.getOrDefault(to, List.of());
    }

    private void write(String name, String content) {
        Written.file(folder, name, content);
    }

    /** A role that trusts a subject of GitHub, and a bucket. */
    private record Aws(String subject) implements Connector {
        @Override
        public Scope scope() {
            return new Scope("test", "aws");
        }

        @Override
        public Listing list() {
            return Listing.complete(List.of(new Partition() {
                @Override
                public String name() {
                    return "all";
                }

                @Override
                public Completeness read(FactSink sink) {
                    AssetKey policy = AssetKey.of(AssetKind.TRUST_POLICY, ROLE.value() + "/trust");
                    sink.accept(new Identity(ROLE, "deploy", "role", true, null));
                    sink.accept(AssetKind.DATA_STORE.create(BUCKET, Map.of("name", "acme-customers")));
                    sink.accept(new TrustPolicy(
                            policy, null, "token.actions.githubusercontent.com", subject, "sts.amazonaws.com", null));
                    sink.accept(new Relation(ROLE, RelationType.CONTAINS, policy));
                    return Completeness.complete();
                }
            }));
        }
    }

    /** Stands for what a connector of AWS finds the role may do. */
    private static final class RoleReadsBucket implements AttackEdge {
        @Override
        public List<String> techniques() {
            return List.of("T1530");
        }

        @Override
        public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
            situation
                    .graph()
                    .find(ROLE)
                    .ifPresent(role -> steps.accept(new AttackStep(
                            ROLE,
                            name(),
                            BUCKET,
                            techniques(),
                            Likelihood.TRIVIAL.probability(),
                            Evidence.of("the role reads the bucket", ROLE, BUCKET),
                            List.of(),
                            List.of())));
        }
    }
}
