package dev.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.Estate;
import dev.throughline.mapping.Owner.Ground;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey PLATFORM = AssetKey.parse("team:github.com/acme/platform");
    private static final AssetKey DOCS = AssetKey.parse("team:github.com/acme/docs");
    private static final AssetKey MIRA = AssetKey.parse("developer:github.com/mira");

    private int position;

    /** Adds a rule behind those that are there. */
    private Estate rule(Estate estate, String section, String glob, AssetKey... owners) {
        AssetKey rule = AssetKey.inRepository(AssetKind.OWNERSHIP_RULE, SHOP, "CODEOWNERS:" + ++position);
        estate.asset(
                        rule,
                        Map.of(
                                "section", section,
                                "position", (long) position,
                                "pattern", glob,
                                "glob", glob,
                                "place", "CODEOWNERS:" + position))
                .relation(SHOP, RelationType.CONTAINS, rule);
        for (AssetKey owner : owners) {
            estate.relation(owner, RelationType.OWNS, rule);
        }
        return estate;
    }

    private static List<AssetKey> keys(Estate estate, String path) {
        return estate.assess().owners(SHOP, path).stream().map(Owner::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/**, src/App.java, true",
        "/**/*.js/**, web/app.js, true",
        "/**/*.js/**, app.js, true",
        "/**/*.js/**, app.jsx, false",
        "/docs/*, docs/a.md, true",
        "/docs/*, docs/sub/a.md, false",
        "/docs/**, docs/sub/a.md, true",
        "/docs/**, docs, true",
        "/docs/**, docsy/a.md, false",
        "/src/**/Test.java, src/Test.java, true",
        "/src/**/Test.java, src/a/b/Test.java, true",
        "/src/**/Test.java, src/a/bTest.java, false",
        "/src/**Test.java, src/a/bTest.java, true",
        "/a?c, abc, true",
        "/a?c, a/c, false",
        "/a*b*c, aXbYbZc, true",
        "/a*b*c, aXbYbZ, false",
        "/a*b*c, aX/bYc, false",
        "/**/**/x, a/b/x, true"
    })
    void aGlobFitsAPath(String glob, String path, boolean fits) {
        assertThat(!keys(rule(new Estate().asset(SHOP, Map.of()), "", glob, DOCS), path)
                        .isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void aHostileGlobTakesNoTime() {
        Estate estate = rule(new Estate().asset(SHOP, Map.of()), "", "/**/a*a*a*a*a*b".repeat(100), DOCS);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(keys(estate, "aaaaaaaaaaaaaa/".repeat(150))).isEmpty());
    }

    @Test
    void theLastRuleThatFitsCountsAndTellsWhy() {
        Estate estate = new Estate().asset(SHOP, Map.of());
        rule(estate, "", "/**", PLATFORM);
        rule(estate, "", "/docs/**", DOCS, MIRA);

        Owner owner = estate.assess().owners(SHOP, "docs/a.md").get(1);

        assertThat(keys(estate, "docs/a.md")).containsExactlyInAnyOrder(DOCS, MIRA);
        assertThat(keys(estate, "src/a.java")).containsExactly(PLATFORM);
        assertThat(owner.ground()).isEqualTo(Ground.CODE_OWNERS);
        assertThat(owner.evidence().statement())
                .isEqualTo("the rule /docs/** in CODEOWNERS:2 is the last that fits docs/a.md");
        assertThat(owner.evidence().fields()).isEqualTo(Map.of("pattern", "/docs/**", "place", "CODEOWNERS:2"));
    }

    @Test
    void aRuleWithoutOwnersTakesOwnershipAwayEvenFromWhoOwnsTheRest() {
        Estate estate = new Estate().asset(SHOP, Map.of());
        estate.relation(PLATFORM, RelationType.OWNS, SHOP, Map.of("pattern", "*"));
        rule(estate, "", "/**", PLATFORM);
        rule(estate, "", "/vendor/**");

        assertThat(keys(estate, "vendor/x.c")).isEmpty();
        assertThat(keys(estate, "src/x.c")).containsExactly(PLATFORM);
    }

    @Test
    void everySectionCounts() {
        Estate estate = new Estate().asset(SHOP, Map.of());
        rule(estate, "", "/**", PLATFORM);
        rule(estate, "documentation", "/docs/**", DOCS);

        assertThat(keys(estate, "docs/a.md")).containsExactly(PLATFORM, DOCS);
    }

    @Test
    void aFindingHasTheOwnersOfItsPath() {
        Estate estate = new Estate()
                .asset(SHOP, Map.of())
                .asset(Estate.weakness('a'), Map.of("title", "SQL injection", "path", "docs/build.py", "line", 3L))
                .relation(Estate.weakness('a'), RelationType.AFFECTS, SHOP);
        rule(estate, "", "/**", PLATFORM);
        rule(estate, "", "/docs/**", DOCS);

        assertThat(estate.assess().owners(Estate.weakness('a')))
                .extracting(Owner::key)
                .containsExactly(DOCS);
        assertThat(estate.assess().chain(Estate.weakness('a')).owners())
                .extracting(Owner::key)
                .containsExactly(DOCS);
    }

    @Test
    void aFindingAtSeveralPlacesHasTheOwnersOfEach() {
        AssetKey other = AssetKey.repository("github.com/acme/other");
        Estate estate = new Estate()
                .asset(SHOP, Map.of())
                .asset(Estate.weakness('a'), Map.of("title", "SQL injection"))
                .relation(MIRA, RelationType.OWNS, other)
                .relation(Estate.weakness('a'), RelationType.AFFECTS, SHOP, Map.of("location", "docs/build.py:3"))
                .relation(Estate.weakness('a'), RelationType.AFFECTS, other);
        rule(estate, "", "/docs/**", DOCS);
        var assessment = estate.assess();

        AssetKey inShop = assessment.findings().at(SHOP).list().get(0).key();

        assertThat(assessment.owners(inShop)).extracting(Owner::key).containsExactly(DOCS);
    }

    @Test
    void aWorkloadHasTheOwnersOfItsTagsItsNamespaceAndItsCode() {
        Estate estate = new Estate()
                .asset(SHOP, Map.of())
                .asset(
                        Estate.image('a'),
                        Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))
                .deployment("api", Map.of("labels", List.of("app=api", "acme.example/team=payments")))
                .asset(Estate.NAMESPACE, Map.of("labels", List.of("owner=Ops@acme.example")))
                .runs("api", Estate.image('a'))
                .relation(MIRA, RelationType.OWNS, Estate.workload("api"))
                .relation(PLATFORM, RelationType.OWNS, SHOP, Map.of("pattern", "*"));

        List<Owner> owners = estate.assess().owners(Estate.container("api"));

        assertThat(owners)
                .extracting(Owner::name, Owner::ground)
                .containsExactly(
                        tuple("github.com/acme/platform", Ground.CODE_OWNERS),
                        tuple("github.com/mira", Ground.CATALOGUE),
                        tuple("payments", Ground.TAG),
                        tuple("Ops@acme.example", Ground.TAG));
        assertThat(owners.get(2).key()).isNull();
        assertThat(owners.get(3).key()).isEqualTo(AssetKey.parse("developer:ops@acme.example"));
        assertThat(owners.get(2))
                .hasToString("payments (the tag acme.example/team of " + "workload:prod/shop/Deployment/api says so)");
    }

    @Test
    void whoWroteMostAnswersIfNobodyElseDoes() {
        Estate estate = new Estate().asset(SHOP, Map.of());
        String[] authors = {"mira", "Mira", "zoe", "ann", "lee", "renovate[bot]", "renovate[bot]", "renovate[bot]"};
        for (int i = 0; i < authors.length; i++) {
            AssetKey commit = AssetKey.commit(SHOP, String.valueOf(i).repeat(40));
            Instant at = Instant.parse("2026-11-0" + (i + 1) + "T00:00:00Z");
            estate.asset(commit, Map.of("author", authors[i], "committedAt", at))
                    .relation(SHOP, RelationType.CONTAINS, commit);
        }

        List<Owner> owners = estate.assess().owners(SHOP);

        assertThat(owners)
                .extracting(Owner::name)
                .containsExactly("github.com/mira", "github.com/lee", "github.com/ann");
        assertThat(owners.get(0).evidence().statement())
                .isEqualTo("wrote 2 of the 8 commits of github.com/acme/shop that are known");
        assertThat(estate.relation(DOCS, RelationType.OWNS, SHOP).assess().owners(SHOP))
                .extracting(Owner::ground)
                .containsExactly(Ground.CATALOGUE);
    }

    @Test
    void refusesWhatTheGraphDoesNotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estate().assess().owners(SHOP));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estate().assess().owners(SHOP, "a"));
    }
}
