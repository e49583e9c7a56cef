package dev.throughline.connector.support.codeowners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.Throughline;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.mapping.Owner;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of each platform, asked through the front door: who owns this path? */
class CodeOwnersTest {
    private static final AssetKey REPOSITORY = AssetKey.repository("github.com/acme/shop");

    /** A source that knows nothing but rules. */
    private record Rules(List<CodeRule> rules) implements Connector {
        @Override
        public Scope scope() {
            return Scope.parse("test:rules");
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
                    sink.accept(AssetKind.REPOSITORY.unknown(REPOSITORY));
                    new OwnershipFacts(REPOSITORY, Rules::key, sink).accept(rules, "CODEOWNERS", "CODEOWNERS");
                    return Completeness.complete();
                }
            }));
        }

        private static AssetKey key(String name) {
            return AssetKey.of(AssetKind.DEVELOPER, name);
        }
    }

    private static List<String> owners(List<CodeRule> rules, String path) {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(new Rules(rules));
            return throughline.assess().owners(REPOSITORY, path).stream()
                    .map(Owner::name)
                    .toList();
        }
    }

    private static List<CodeRule> gitHub(String text) {
        return GitHubCodeOwners.parse(text, line -> {});
    }

    private static List<CodeRule> gitLab(String text) {
        return GitLabCodeOwners.parse(text, line -> {});
    }

    private static List<CodeRule> policy(String json) throws JsonProcessingException {
        return RequiredReviewers.parse(Fields.of("policies.json", new ObjectMapper().readTree(json)));
    }

    @ParameterizedTest
    @CsvSource({
        "*,                 src/main/App.java, true",
        "*.js,              web/app.js,        true",
        "*.js,              web/app.jsx,       false",
        "/build/logs/,      build/logs/a.txt,  true",
        "/build/logs/,      x/build/logs/a,    false",
        "docs/*,            docs/a.md,         true",
        "docs/*,            docs/sub/a.md,     false",
        "apps/,             x/apps/deep/a.md,  true",
        "/docs/,            docs/deep/a.md,    true",
        "**/logs,           deep/er/logs/x,    true",
        "/apps/github,      apps/github,       true",
        "/apps/github,      apps/github/a,     true",
        "/apps/github,      apps/githubber,    false",
        "src/**/Test.java,  src/a/b/Test.java, true",
        "src/**/Test.java,  src/Test.java,     true",
        "src/**,            src/a/b,           true",
        "a**c,              abc,               true",
        "a**c,              a/c,               false",
        "a?c,               abc,               true",
        "a*b*c,             aXbYbZc,           true",
        "a*b*c,             aXbYbZ,            false",
        "/read\\ me.md,     read me.md,        true"
    })
    void aPatternOfGitHubFitsAPath(String pattern, String path, boolean fits) {
        assertThat(owners(gitHub(pattern + " @mira"), path)).hasSize(fits ? 1 : 0);
    }

    @Test
    void onGitHubTheLastRuleThatFitsCountsAlsoWithoutOwners() {
        List<CodeRule> rules = gitHub("""
                # who answers for what
                *        @octocat @acme/payments mira@acme.example  # all of it
                /docs/   @acme/docs
                /docs/generated/
                *.sql    @acme/data
                """);

        assertThat(owners(rules, "src/a.java"))
                .containsExactlyInAnyOrder("@octocat", "@acme/payments", "mira@acme.example");
        assertThat(owners(rules, "docs/a.md")).containsExactly("@acme/docs");
        assertThat(owners(rules, "docs/generated/api.md")).isEmpty();
        assertThat(owners(rules, "docs/generated/api.sql")).containsExactly("@acme/data");
    }

    @Test
    void onGitHubALineOfUnknownSyntaxIsSkipped() {
        List<Integer> invalid = new ArrayList<>();

        List<CodeRule> rules = GitHubCodeOwners.parse("""
                * @acme/all
                !secret @acme/x
                [ab].c @acme/x
                \\#file @acme/x
                a//b @acme/x
                /c not-an-owner
                """, invalid::add);

        assertThat(invalid).containsExactly(2, 3, 4, 5, 6);
        assertThat(owners(rules, "c")).containsExactly("@acme/all");
    }

    @ParameterizedTest
    @CsvSource({
        "*,                src/a.rb,           true",
        "*.rb,             config/database.rb, true",
        "README.md,        docs/README.md,     true",
        "/README.md,       docs/README.md,     false",
        "internal/README,  docs/internal/README, true",
        "docs,             docs/a.md,          false",
        "docs/,            x/docs/deep/a.md,   true",
        "/docs/,           x/docs/a.md,        false",
        "/docs/*,          docs/a.md,          true",
        "/docs/*,          docs/sub/a.md,      false",
        "/docs/**,         docs/sub/a.md,      false",
        "/docs/**/*.md,    docs/a.md,          true",
        "/docs/**/*.md,    docs/s/ub/a.md,     true",
        "*,                .hidden/.file,      true",
        "/path\\ with\\ spaces/*, path with spaces/a, true",
        "\\#file.rb,       #file.rb,           true"
    })
    void aPatternOfGitLabFitsAPath(String pattern, String path, boolean fits) {
        assertThat(owners(gitLab(pattern + " @mira"), path)).hasSize(fits ? 1 : 0);
    }

    @Test
    void onGitLabAllSectionsApplyAndInEachTheLastRule() {
        List<CodeRule> rules = gitLab("""
                * @general

                [Documentation][2] @docs-team
                docs/
                README.md
                *.txt

                ^[Database] @database-team @@maintainer
                model/db/
                config/db/setup.md @docs-team
                model/db/free

                [DOCUMENTATION]
                README.md @writers
                """);

        assertThat(owners(rules, "src/a.rb")).containsExactly("@general");
        assertThat(owners(rules, "model/db/CHANGELOG.txt"))
                .containsExactly("@general", "@@maintainer", "@database-team", "@docs-team");
        assertThat(owners(rules, "config/db/setup.md")).containsExactly("@general", "@docs-team");
        assertThat(owners(rules, "README.md")).containsExactly("@general", "@writers");
    }

    @Test
    void onGitLabWhatIsExcludedStaysExcludedInItsSection() {
        List<CodeRule> rules = gitLab("""
                * @general
                !pom.xml
                pom.xml @again

                [Ruby]
                *.rb @ruby
                !/config/**/*.rb
                """);

        assertThat(owners(rules, "pom.xml")).isEmpty();
        assertThat(owners(rules, "a.rb")).containsExactly("@general", "@ruby");
        assertThat(owners(rules, "config/x/a.rb")).containsExactly("@general");
    }

    @Test
    void onGitLabWordsThatNameNobodyArePassedOverAndDefaultsStandInForNoWordsOnly() {
        List<Integer> invalid = new ArrayList<>();
        List<CodeRule> rules = GitLabCodeOwners.parse("""
                [Legal] @legal
                LICENSE @group/sub this does not count mira@acme.example
                COPYING nobody
                [] @lost
                [broken
                /a[bc] @x
                !
                """, invalid::add);

        assertThat(owners(rules, "LICENSE")).containsExactly("@group/sub", "mira@acme.example");
        assertThat(owners(rules, "COPYING")).isEmpty();
        assertThat(invalid).containsExactly(4, 5, 6, 7);
    }

    private static final String POLICY = """
            {"id": 12, "isEnabled": true, "isBlocking": true, "isDeleted": false,
             "type": {"id": "fd2167ab-b0be-447a-8ec8-39368250530e"},
             "settings": {"requiredReviewerIds": ["id-1", "id-2"], "filenamePatterns": %s}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/WebApp/Models/Data.cs      | WebApp/Models/Data.cs  | true",
                "/WebApp/*                   | WebApp/deep/Data.cs    | true",
                "/WebApp/*                   | Other/WebApp/Data.cs   | false",
                "*.cs                        | WebApp/Models/Data.cs  | true",
                "*.cs                        | WebApp/Models/Data.csx | false",
                "/WebApp/*;!/WebApp/Tests/*  | WebApp/Tests/a.cs      | false",
                "/WebApp/*;!/WebApp/Tests/*  | WebApp/Main/a.cs       | true",
                "!/WebApp/Tests/*;/WebApp/*  | WebApp/Tests/a.cs      | true",
                "/docs/* ; *.md              | README.md              | true"
            })
    void filtersOfAzureDevOpsApplyFromLeftToRight(String filters, String path, boolean fits)
            throws JsonProcessingException {
        List<CodeRule> rules = policy(POLICY.formatted("[\"" + filters + "\"]"));

        assertThat(owners(rules, path)).isEqualTo(fits ? List.of("id-1", "id-2") : List.of());
    }

    @Test
    void aPolicyWithoutFiltersIsAboutAllFiles() throws JsonProcessingException {
        assertThat(owners(policy(POLICY.formatted("null")), "any/file")).containsExactly("id-1", "id-2");
    }

    @Test
    void aPolicyThatIsOffOrOfAnotherTypeNamesNobody() throws JsonProcessingException {
        String on = POLICY.formatted("[]");

        assertThat(policy(on)).isNotEmpty();
        assertThat(policy(on.replace("\"isEnabled\": true", "\"isEnabled\": false")))
                .isEmpty();
        assertThat(policy(on.replace("\"isDeleted\": false", "\"isDeleted\": true")))
                .isEmpty();
        assertThat(policy(on.replace("fd2167ab", "fa4e907d"))).isEmpty();
        assertThatThrownBy(() -> policy(on.replace("[\"id-1\", \"id-2\"]", "7")))
                .isInstanceOf(WrongShape.class);
    }

    @Test
    void whoOwnsEveryFileOwnsTheRepository() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(new Rules(gitHub("* @early\n* @mira\n/docs/ @docs")));

            assertThat(throughline.assess().owners(REPOSITORY))
                    .extracting(Owner::name)
                    .containsExactly("@mira");
        }
    }

    @Test
    void tooManyRulesAreNotRead() {
        assertThat(owners(gitHub("/a @mira\n".repeat(5_001)), "a")).isEmpty();
    }
}
