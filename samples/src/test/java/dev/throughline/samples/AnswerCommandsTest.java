package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.throughline.mapping.LinkMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands answer about the sample estate, and that JSON keeps to its schemas. */
class AnswerCommandsTest {
    private static final String PAYMENTS = "workload:prod-eu/payments/Deployment/payments-api";
    private static final String MARKETING = "workload:prod-eu/growth/Deployment/marketing-site";

    @Test
    void assessCountsAndPublishes() throws Exception {
        Ran ran = Harborline.run("assess", "--format", "json");
        assertThat(ran.exitCode()).isZero();
        JsonNode assessment = ran.valid("assess");
        assertThat(assessment.at("/kinds/Workload").asInt()).isEqualTo(11);
        assertThat(assessment.at("/factors/internet-exposed/yes").asInt()).isPositive();
        assertThat(assessment.at("/findings/critical").asInt()).isPositive();
        assertThat(assessment.at("/published/nodes").asInt()).isPositive();
        assertThat(Harborline.run("assess").out()).contains("Risk factors", "internet-exposed");
    }

    @Test
    void templatesAreAnswered() throws Exception {
        Ran ran = Harborline.run("explore", "exposed-workloads-with-severe-images", "--format", "json");
        assertThat(ran.exitCode()).isZero();
        JsonNode answer = ran.valid("explore");
        assertThat(answer.get("columns")).hasSize(4);
        assertThat(answer.at("/rows/0/0").asText()).startsWith("workload:");

        Ran table = Harborline.run("explore", "repositories-with-secrets", "--limit", "1");
        assertThat(table.out()).contains("Code repositories that contain secrets", "repository:", "1 rows");
    }

    @Test
    void theNamesOfTheTemplatesAreToldToWhoDoesNotKnowThem() {
        assertThat(Harborline.run("explore", "--help").out()).contains("repositories-with-secrets");
        Ran wrong = Harborline.run("explore", "everything");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("repositories-with-secrets");
    }

    @Test
    void findingsAreAContract() throws Exception {
        Ran ran = Harborline.run("findings", "--format", "json");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.valid("findings")).isNotEmpty();
    }

    @Test
    void findingsCanBeNarrowed() throws Exception {
        String narrow = "findings --at " + PAYMENTS + " --factor internet-exposed --factor sensitive-data"
                + " --level critical --type container-image --in-production --limit 1 --format json";
        JsonNode narrowed = Harborline.run(narrow.split(" ")).valid("findings");
        assertThat(narrowed).hasSize(1);
        assertThat(narrowed.at("/0/vulnerability").asText()).isEqualTo("vulnerability:CVE-2024-38819");
        assertThat(narrowed.at("/0/level").asText()).isEqualTo("critical");
    }

    @Test
    void findingsForPeopleShowTheirTerms() {
        assertThat(Harborline.run("findings", "--limit", "3").out())
                .contains("  1. critical", "likelihood", "reach", "impact");
    }

    @Test
    void pathsAreAContract() throws Exception {
        assertThat(Harborline.run("paths", "--format", "json").valid("paths")).isNotEmpty();
        assertThat(Harborline.run("paths", "--all", "--format", "json").valid("paths"))
                .isNotEmpty()
                .allMatch(path -> path.get("alike").asInt() == 0);
    }

    @Test
    void pathsCanBeNarrowed() throws Exception {
        String narrow = "paths --from outside:internet --to critical-resource --through " + MARKETING
                + " --max-hops 8 --level low --limit 1 --format json";
        JsonNode narrowed = Harborline.run(narrow.split(" ")).valid("paths");
        assertThat(narrowed).hasSize(1);
        assertThat(narrowed.at("/0/target").asText()).isEqualTo("workload:prod-eu/backoffice/StatefulSet/vault");
        assertThat(Harborline.run("paths", "--to", "workload:prod-eu/backoffice/StatefulSet/vault")
                        .out())
                .contains("break it:", MARKETING);
    }

    @Test
    void pathsThatAreNotThereSayWhatIsMissing() {
        Ran none = Harborline.run("paths", "--max-hops", "0");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).isEqualToIgnoringNewLines("0 attack paths");
        assertThat(Harborline.run("paths", "--to", "service:prod-eu/payments/payments-api")
                        .err())
                .contains("missing: no target");
    }

    @Test
    void pathsHaveNextBestOnes() throws Exception {
        JsonNode best = Harborline.run("paths", "--all", "--format", "json").valid("paths");
        JsonNode more = Harborline.run("paths", "--all", "--next-best", "2", "--format", "json")
                .valid("paths");
        assertThat(more.size()).isGreaterThan(best.size());
    }

    @Test
    void chainIsAContract() throws Exception {
        for (String key : List.of(PAYMENTS, MARKETING, "repository:https://GitHub.com/Harborline/storefront.git")) {
            Ran ran = Harborline.run("chain", key, "--format", "json");
            assertThat(ran.exitCode()).isZero();
            assertThat(ran.valid("chain").get("stages")).hasSize(4);
        }
        assertThat(Harborline.run("chain", MARKETING, "--format", "json")
                        .valid("chain")
                        .get("status")
                        .asText())
                .isEqualTo("conflict");
        assertThat(Harborline.run("chain", MARKETING).out())
                .contains("platform-build (platform)", "image-label (claimed)", "remedy:");
    }

    @Test
    void coverageIsAContract() throws Exception {
        JsonNode coverage = Harborline.run("coverage", "--format", "json").valid("coverage");

        assertThat(coverage.get("workloads").asInt()).isPositive();
        assertThat(coverage.get("methods").fieldNames()).toIterable().hasSameSizeAs(LinkMethod.values());
        assertThat(Harborline.run("coverage").out()).contains("workloads are mapped", "platform-build");
    }

    @Test
    void chokePointsAreAContract() throws Exception {
        JsonNode found = Harborline.run("choke-points", "--format", "json").valid("choke-points");

        assertThat(found.get("pairs").asInt())
                .isEqualTo(Harborline.run("paths", "--all", "--format", "json")
                        .valid("paths")
                        .size());
        assertThat(found.get("remedies")).isNotEmpty();
        assertThat(Harborline.run("choke-points", "--limit", "1", "--format", "json")
                        .valid("choke-points")
                        .get("remedies"))
                .hasSize(1);
    }

    @Test
    void whatIfIsAContract() throws Exception {
        JsonNode path =
                Harborline.run("paths", "--format", "json").valid("paths").get(0);
        JsonNode edge = path.at("/steps/0");
        for (String[] fix : new String[][] {
            {"--isolate", edge.get("to").asText()},
            {"--apply", path.at("/breaks/0").asText()},
            {"--stop", edge.get("edge").asText() + "=" + edge.get("to").asText()}
        }) {
            Ran ran = Harborline.run("what-if", fix[0], fix[1], "--format", "json");
            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.valid("what-if").get("steps")).isNotEmpty();
            assertThat(Harborline.run("what-if", fix[0], fix[1]).out()).contains("attack steps go");
        }
    }

    @Test
    void aFindingThatIsMendedIsToldSo() throws Exception {
        String finding = Harborline.run("findings", "--limit", "1", "--format", "json")
                .valid("findings")
                .at("/0/key")
                .asText();

        JsonNode different =
                Harborline.run("what-if", "--mend", finding, "--format", "json").valid("what-if");
        assertThat(different.at("/findings/0/key").asText()).isEqualTo(finding);
        assertThat(different.at("/findings/0/levelThen").isNull()).isTrue();
        assertThat(Harborline.run("what-if", "--mend", finding).out()).contains("mended");
        assertThat(Harborline.run("blast-radius", finding, "--format", "json")
                        .valid("blast-radius")
                        .get("findings"))
                .extracting(JsonNode::asText)
                .contains(finding);
        assertThat(Harborline.run("blast-radius", finding).out()).contains("open findings");
    }

    @Test
    void reachIsAContract() throws Exception {
        JsonNode reached = Harborline.run("reach", PAYMENTS, "--format", "json").valid("reach");

        assertThat(reached.get("assets").asInt()).isPositive();
        assertThat(Harborline.run("reach", PAYMENTS).out()).contains("can be reached from " + PAYMENTS);
    }
}
