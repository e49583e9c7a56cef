package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import dev.throughline.model.SignatureState;
import dev.throughline.model.ThroughlineException;
import dev.throughline.model.Visibility;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import dev.throughline.store.Collected;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.IngestReport;
import dev.throughline.store.Projection;
import dev.throughline.store.Publication;
import dev.throughline.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ThroughlineTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey RELEASE =
            AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    private static final AssetKey TOKEN = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, SHOP, "secret-scanning/1");
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey STORE = Estate.store("payments");
    private static final AssetKey SECRET = Estate.inShop(AssetKind.SECRET_OBJECT, "db");

    private static Estate code() {
        return new Estate("github:acme")
                .asset(SHOP, Map.of("visibility", Visibility.PUBLIC))
                .asset(TOKEN, Map.of("title", "GitHub token", "validity", "active"))
                .relation(SHOP, RelationType.CONTAINS, TOKEN)
                .relation(TOKEN, RelationType.CAN_AUTHENTICATE_TO, SHOP)
                .relation(SHOP, RelationType.DEFINES, RELEASE);
    }

    private static Estate builds() {
        Estate builds = new Estate("attestations:ghcr");
        for (String hex : List.of("d", "e")) {
            AssetKey attestation = AssetKey.of(AssetKind.ATTESTATION, "sha256:" + hex.repeat(64));
            builds.asset(
                            attestation,
                            Map.of(
                                    "sourceRepository", "https://github.com/acme/shop",
                                    "pipelinePath", ".github/workflows/release.yml",
                                    "signature", SignatureState.UNCHECKED))
                    .relation(IMAGE, RelationType.DESCRIBED_BY, attestation);
        }
        return builds;
    }

    private static Estate cluster() {
        String reads = "verbs=get groups= resources=secrets names=";
        AssetKey role = Estate.inShop(AssetKind.ROLE, "reads-twice");
        return new Estate("kubernetes:prod")
                .deployment("api")
                .exposed("api")
                .runs("api", IMAGE)
                .runsAs("api", "api")
                .secret("db")
                .relation(API, RelationType.MOUNTS, SECRET)
                .asset(role, Map.of("rules", List.of(reads, reads)))
                .relation(
                        Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api"),
                        RelationType.HAS_ROLE,
                        role,
                        Map.of("scope", "shop"));
    }

    private static Estate people() {
        return new Estate("classification:people")
                .asset(AssetKind.DATA_STORE, STORE, Map.of("name", "payments"))
                .relation(SECRET, RelationType.CAN_AUTHENTICATE_TO, STORE)
                .classified('a', "sensitive", STORE.text(), Map.of());
    }

    private static Estate scan() {
        return new Estate("trivy:scans")
                .vulnerable(
                        IMAGE,
                        'a',
                        "CVE-2024-0001",
                        Map.of("cvssScore", 9.8, "cvssVector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"));
    }

    private static Connector[] all() {
        return new Connector[] {code(), builds(), cluster(), people(), scan()};
    }

    @Test
    void followsCodeToTheCloudAndBack() {
        Assessment now = Estate.assess(all());

        assertThat(now.attackPaths().to(Factor.SENSITIVE_DATA).to(STORE).list())
                .extracting(AttackPath::entry)
                .containsExactlyInAnyOrder(AssetKey.INTERNET, AssetKey.ANONYMOUS);
        assertThat(now.findings().inProduction().with(Factor.INTERNET_EXPOSED).list())
                .hasSize(1);
        assertThat(now.chain(API).origin()).map(Candidate::repository).contains(SHOP);
        assertThat(now.gaps()).isEmpty();
        assertThat(now.at()).isEqualTo(Estate.CLOCK.instant());
        assertThat(now.durations())
                .containsOnlyKeys(
                        "graph", "mapping", "factors", "attack graph", "attack paths", "movement", "findings");
    }

    @Test
    void answersTheSameInWhateverOrderSourcesCome() {
        Assessment forward = Estate.assess(code(), builds(), cluster(), people(), scan());
        Assessment backward = Estate.assess(scan(), people(), cluster(), builds(), code());

        assertThat(backward.id()).isEqualTo(forward.id()).hasSize(16);
        assertThat(backward.factors().all()).isEqualTo(forward.factors().all());
        assertThat(backward.attackGraph().steps())
                .isEqualTo(forward.attackGraph().steps());
        assertThat(backward.attackPaths().list())
                .isEqualTo(forward.attackPaths().list());
        assertThat(backward.allFindings().list())
                .isEqualTo(forward.allFindings().list());
        assertThat(backward.chain(API)).isEqualTo(forward.chain(API));
    }

    @Test
    void changesNothingWhenItReadsTheSameAgain() {
        try (Throughline throughline = Throughline.inMemory().at(Estate.CLOCK)) {
            List<IngestReport> first = throughline.ingest(all());
            String id = throughline.assess().id();
            List<IngestReport> second = throughline.ingest(all());

            assertThat(first).extracting(IngestReport::changed).containsOnly(true);
            assertThat(second).extracting(IngestReport::changed).containsOnly(false);
            assertThat(second).extracting(IngestReport::chunksWritten).containsOnly(0);
            assertThat(throughline.assess().id()).isEqualTo(id);
        }
    }

    @Test
    void givesOtherFactsAndOtherRulesAnotherId() {
        String id = Estate.assess(all()).id();

        assertThat(Estate.assess(code()).id()).isNotEqualTo(id);
        try (Throughline throughline = Throughline.inMemory().with(new Jumps())) {
            throughline.ingest(all());
            assertThat(throughline.assess().id()).isNotEqualTo(id);
        }
    }

    @Test
    void assessesWhatWasKnownAtAnEarlierTimeUntilThatIsDiscarded() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        try (Throughline throughline =
                Throughline.storedIn(new InMemoryRiskStore(clock)).at(clock)) {
            throughline.ingest(code(), cluster());
            String first = throughline.assess().id();
            Instant noon = now.get();
            now.set(noon.plus(Duration.ofDays(2)));
            throughline.ingest(new Estate("github:acme").asset(SHOP, Map.of("visibility", Visibility.PRIVATE)));

            assertThat(throughline.assess(noon).id())
                    .isEqualTo(first)
                    .isNotEqualTo(throughline.assess().id());
            assertThat(throughline.assess(noon.minusSeconds(1)).snapshots()).isEmpty();

            assertThat(throughline.discardHistory(Duration.ofDays(3))).isEqualTo(new Collected(0, 0));
            now.set(noon.plus(Duration.ofDays(9)));
            throughline.ingest(new Estate("github:acme").asset(SHOP, Map.of("visibility", Visibility.INTERNAL)));
            assertThat(throughline.discardHistory(Duration.ofMinutes(1))).isEqualTo(new Collected(1, 1));
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> throughline.assess(noon));
        }
    }

    @Test
    void countsAtAnEarlierTimeWhatHadNotExpiredThen() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        try (Throughline throughline =
                Throughline.storedIn(new InMemoryRiskStore(clock)).at(clock)) {
            Instant noon = now.get();
            throughline.ingest(new Estate("classification:acme")
                    .asset(SHOP, Map.of("visibility", Visibility.PRIVATE))
                    .asset(
                            AssetKind.CLASSIFICATION_RULE,
                            AssetKey.of(AssetKind.CLASSIFICATION_RULE, "a".repeat(64)),
                            Map.of(
                                    "effect",
                                    "critical",
                                    "pattern",
                                    SHOP.text(),
                                    "level",
                                    "high",
                                    "until",
                                    noon.plusSeconds(60))));
            now.set(noon.plus(Duration.ofDays(1)));

            assertThat(throughline.assess(noon).factors().with(Factor.CRITICAL_RESOURCE))
                    .containsExactly(SHOP);
            assertThat(throughline.assess(noon).at()).isEqualTo(noon);
            assertThat(throughline.assess().factors().with(Factor.CRITICAL_RESOURCE))
                    .isEmpty();
        }
    }

    @Test
    void takesBackAllThatAScopeSaid() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(code(), cluster());
            throughline.retract(Scope.parse("kubernetes:prod"));

            assertThat(throughline.assess().graph().find(API)).isEmpty();
            assertThat(throughline.assess().graph().find(SHOP)).isPresent();
        }
    }

    @Test
    void believesSourcesThatLoseMuchIfItIsTold() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(cluster());
            assertThat(throughline.ingest(new Estate("kubernetes:prod")).get(0).isClean())
                    .isFalse();
            assertThat(throughline.assess().graph().find(API)).isPresent();

            throughline.acceptingLosses().ingest(new Estate("kubernetes:prod"));
            assertThat(throughline.assess().graph().find(API)).isEmpty();
        }
    }

    @Test
    void rebuildsWhatIsPublished() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(all());
            Assessment assessment = throughline.assess();

            assertThat(throughline.rebuild(assessment).version()).isEqualTo(assessment.id());
        }
    }

    @Test
    void tellsWhatIsMissing() {
        Assessment now = Estate.assess(cluster().readInPart("no right to list secrets"));

        assertThat(now.gaps()).containsExactly("kubernetes:prod all: no right to list secrets");
    }

    @Test
    void readsTheOtherSourcesWhenOneCannotBeRead() {
        Connector broken = new Connector() {
            @Override
            public Scope scope() {
                return Scope.parse("github:broken");
            }

            @Override
            public Listing list() {
                throw new SourceException(new Rejection("api.github.com", "", "HTTP 502"), null);
            }
        };
        try (Throughline throughline = Throughline.inMemory()) {
            assertThatExceptionOfType(ThroughlineException.class)
                    .isThrownBy(() -> throughline.ingest(broken, cluster(), broken))
                    .withMessage("api.github.com: HTTP 502")
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
            assertThat(throughline.assess().graph().find(API)).isPresent();
        }
    }

    @Test
    void tellsHowReadingGoesOn() {
        List<String> told = new ArrayList<>();
        try (Throughline throughline = Throughline.inMemory()
                .reportingTo((scope, read, partitions, facts) -> told.add(scope + " " + read + "/" + partitions))) {
            throughline.ingest(code(), cluster());
        }

        assertThat(told).containsExactlyInAnyOrder("github:acme 1/1", "kubernetes:prod 1/1");
    }

    @Test
    void appliesLinkersOfTheApplication() {
        Linker linker = (graph, links) -> links.accept(
                new Link(Estate.image('b'), SHOP, null, null, null, LinkMethod.NAME, Evidence.of("we know", SHOP)));
        try (Throughline throughline = Throughline.inMemory().with(linker)) {
            throughline.ingest(new Estate("github:acme").asset(Estate.image('b'), Map.of()));

            assertThat(throughline.assess().mapping().origin(Estate.image('b')))
                    .map(Candidate::repository)
                    .contains(SHOP);
        }
    }

    @Test
    void appliesRiskFactorsOfTheApplication() {
        try (Throughline throughline = Throughline.inMemory().with(new OnCall())) {
            throughline.ingest(all());

            assertThat(throughline
                            .assess()
                            .findings()
                            .with(new Factor("on-call"))
                            .inProduction()
                            .list())
                    .hasSize(1);
        }
    }

    @Test
    void appliesAttackEdgesOfTheApplication() {
        try (Throughline throughline = Throughline.inMemory().with(new Jumps())) {
            throughline.ingest(people());

            assertThat(throughline
                            .assess()
                            .attackPaths()
                            .from(AssetKey.ANY_GITHUB_USER)
                            .to(STORE)
                            .list())
                    .flatExtracting(AttackPath::steps)
                    .extracting(AttackStep::edge)
                    .containsExactly("Jumps");
        }
    }

    @Test
    void leavesTheEngineItExtendsAsItWas() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(people());
            String before = throughline.assess().id();

            assertThat(throughline.with(new Jumps()).assess().id()).isNotEqualTo(before);
            assertThat(throughline.assess().id()).isEqualTo(before);
        }
    }

    @Test
    void writesNothingWhenItPublishesTheSameTwice() {
        try (Throughline throughline =
                Throughline.storedIn(new InMemoryRiskStore(Estate.CLOCK)).at(Estate.CLOCK)) {
            throughline.ingest(all());

            Publication first = throughline.publish(throughline.assess());
            Publication second = throughline.publish(throughline.assess());

            assertThat(first.written()).isEqualTo(first.nodes() + first.relationships());
            assertThat(second.written()).isZero();
            assertThat(second.version()).isEqualTo(first.version());
        }
    }

    @Test
    void writesOnlyWhatChangedWhenItPublishesAgain() {
        Clock later = Clock.offset(Estate.CLOCK, Duration.ofHours(1));
        try (Throughline throughline = Throughline.inMemory().at(Estate.CLOCK)) {
            throughline.ingest(all());
            throughline.publish(throughline.assess());

            assertThat(throughline.publish(throughline.at(later).assess()).written())
                    .as("the node of the assessment")
                    .isEqualTo(1);
        }
    }

    @Test
    void publishesNodesAndRelationshipsThatHangTogether() {
        Projection projection = AssessmentProjection.of(Estate.assess(all()));
        Set<String> nodes = new HashSet<>();
        projection.nodes().forEach(node -> {
            assertThat(nodes.add(node.id())).as(node.id()).isTrue();
            assertThat(node.labels()).isNotEmpty();
            assertThat(node.properties()).doesNotContainValue(null);
        });
        Set<List<String>> relationships = new HashSet<>();
        projection.relationships().forEach(relationship -> {
            assertThat(nodes).contains(relationship.from(), relationship.to());
            List<String> id =
                    List.of(relationship.from(), relationship.type(), relationship.to(), relationship.discriminator());
            assertThat(relationships.add(id)).as(id.toString()).isTrue();
        });
    }

    @Test
    void publishesWhatTheOntologyPromises() {
        Projection projection = AssessmentProjection.of(Estate.assess(all()));
        Set<String> labels = new HashSet<>();
        projection.nodes().forEach(node -> labels.addAll(node.labels()));
        Set<String> types = new HashSet<>();
        projection.relationships().forEach(relationship -> types.add(relationship.type()));

        assertThat(labels)
                .contains("Asset", "Workload", "Finding", "RiskFactor", "AttackPath", "ChokePoint", "Assessment");
        assertThat(types)
                .contains(
                        "CONTAINS",
                        "AFFECTS",
                        "HAS_RISK_FACTOR",
                        "BUILT_FROM",
                        "CAN_ATTACK",
                        "STARTS_AT",
                        "STEP",
                        "ENDS_AT",
                        "LIES_AT");
    }

    /** Everything is on call. */
    private static final class OnCall implements RiskFactor {
        @Override
        public Factor factor() {
            return new Factor("on-call");
        }

        @Override
        public void judge(Situation situation, Consumer<Verdict> verdicts) {
            verdicts.accept(Verdict.yes(API, factor(), Evidence.of("somebody wears a pager", API)));
        }
    }

    /** Anybody jumps to the store. */
    private static final class Jumps implements AttackEdge {
        @Override
        public List<String> techniques() {
            return List.of("T1190");
        }

        @Override
        public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
            steps.accept(new AttackStep(
                    AssetKey.ANY_GITHUB_USER,
                    name(),
                    STORE,
                    techniques(),
                    0.5,
                    Evidence.of("a test says so", STORE),
                    List.of(),
                    List.of()));
        }
    }
}
