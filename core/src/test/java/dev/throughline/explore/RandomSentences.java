package dev.throughline.explore;

import static dev.throughline.explore.Condition.allOf;
import static dev.throughline.explore.Condition.anyOf;
import static dev.throughline.explore.Condition.finding;
import static dev.throughline.explore.Condition.has;
import static dev.throughline.explore.Condition.not;
import static dev.throughline.explore.Condition.property;
import static dev.throughline.explore.Condition.unknown;
import static dev.throughline.explore.Condition.via;

import com.google.common.collect.ImmutableListMultimap;
import dev.throughline.Estate;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.Visibility;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Sentences of every form about a {@link RandomEstate}. The same for the same seed. */
public final class RandomSentences {
    private static final List<AssetKind> KINDS = List.of(
            AssetKind.REPOSITORY,
            AssetKind.EXPOSED_SECRET,
            AssetKind.CONTAINER_IMAGE,
            AssetKind.WORKLOAD,
            AssetKind.CONTAINER,
            AssetKind.SERVICE_ACCOUNT,
            AssetKind.DATA_STORE,
            AssetKind.CLOUD_RESOURCE,
            AssetKind.VULNERABILITY,
            AssetKind.WEAKNESS);

    private static final ImmutableListMultimap<AssetKind, Condition> PROPERTIES =
            ImmutableListMultimap.<AssetKind, Condition>builder()
                    .put(AssetKind.REPOSITORY, property("archived").is(true))
                    .put(AssetKind.REPOSITORY, property("visibility").is(Visibility.PUBLIC))
                    .put(AssetKind.REPOSITORY, property("pushedAt").atLeast(Instant.EPOCH.plusSeconds(1)))
                    .put(AssetKind.REPOSITORY, property("name").startsWith("repo"))
                    .put(AssetKind.EXPOSED_SECRET, property("publiclyLeaked").is(true))
                    .put(AssetKind.CONTAINER_IMAGE, property("labels").contains("repo1"))
                    .put(AssetKind.CONTAINER_IMAGE, property("labels").startsWith("stage=0"))
                    .put(AssetKind.WORKLOAD, property("hostNetwork").is(false))
                    .put(AssetKind.WORKLOAD, property("replicas").atMost(1))
                    .put(AssetKind.DATA_STORE, property("publicAccess").is(true))
                    .put(AssetKind.DATA_STORE, property("tags").is("env=prod"))
                    .put(AssetKind.VULNERABILITY, property("epss").atLeast(0.25))
                    .put(AssetKind.VULNERABILITY, property("knownExploited").is(true))
                    .put(AssetKind.WEAKNESS, property("severity").is(Severity.HIGH))
                    .put(AssetKind.WEAKNESS, property("packageName").contains("langchain"))
                    .build();

    /** A relation that is there mostly. */
    private record Way(AssetKind from, Connection connection, AssetKind to) {}

    private static final List<Way> WAYS = List.of(
            new Way(AssetKind.REPOSITORY, via(RelationType.CONTAINS), AssetKind.EXPOSED_SECRET),
            new Way(AssetKind.WORKLOAD, via(RelationType.CONTAINS), AssetKind.CONTAINER),
            new Way(AssetKind.WORKLOAD, via(RelationType.RUNS_AS), AssetKind.SERVICE_ACCOUNT),
            new Way(AssetKind.WORKLOAD, via(RelationType.STORES), AssetKind.DATA_STORE),
            new Way(AssetKind.WORKLOAD, via(DerivedRelation.CAN_ATTACK), AssetKind.SERVICE_ACCOUNT),
            new Way(AssetKind.WORKLOAD, via(DerivedRelation.DEPLOYED_FROM), AssetKind.REPOSITORY),
            new Way(AssetKind.CONTAINER, via(RelationType.CREATED_FROM), AssetKind.CONTAINER_IMAGE),
            new Way(
                    AssetKind.WORKLOAD,
                    via(RelationType.CONTAINS, RelationType.CREATED_FROM).within(2),
                    AssetKind.CONTAINER_IMAGE),
            new Way(AssetKind.CONTAINER_IMAGE, via(DerivedRelation.BUILT_FROM), AssetKind.REPOSITORY),
            new Way(AssetKind.EXPOSED_SECRET, via(RelationType.CAN_AUTHENTICATE_TO), AssetKind.DATA_STORE),
            new Way(AssetKind.DATA_STORE, via(RelationType.REPLICATES_TO).within(3), AssetKind.DATA_STORE),
            new Way(AssetKind.WEAKNESS, via(RelationType.INSTANCE_OF), AssetKind.VULNERABILITY),
            new Way(AssetKind.WEAKNESS, via(RelationType.AFFECTS), AssetKind.WORKLOAD));

    private static final List<Factor> FACTORS =
            List.of(Factor.INTERNET_EXPOSED, Factor.SENSITIVE_DATA, Factor.CRITICAL_RESOURCE, Factor.LATERAL_MOVEMENT);

    private final Random random;
    private int names;

    private RandomSentences(Random random) {
        this.random = random;
    }

    /** A sentence. */
    public static Sentence of(long seed) {
        return new RandomSentences(new Random(seed)).sentence(3, true);
    }

    private Sentence sentence(int depth, boolean mayBeNamed) {
        return about(found(), depth, mayBeNamed);
    }

    private Sentence about(Sentence found, int depth, boolean mayBeNamed) {
        Sentence sentence = found;
        boolean isFirst = depth == 3;
        boolean isNamed = mayBeNamed && (isFirst || random.nextInt(3) > 0);
        if (isNamed && !isFirst) {
            sentence = sentence.as("column" + names++);
        }
        int conditions = random.nextInt(isFirst ? 2 : 3) + (isFirst ? 1 : 0);
        for (int i = 0; i < conditions; i++) {
            sentence = sentence.that(condition(sentence, depth, isNamed));
        }
        return sentence;
    }

    private Sentence found() {
        return switch (random.nextInt(8)) {
            case 0 -> Sentence.findAny();
            case 1 -> Sentence.find(pick(List.of(AssetKind.Area.values())));
            case 2 -> Sentence.find(pick(KINDS), pick(KINDS));
            default -> Sentence.find(pick(KINDS));
        };
    }

    private Condition condition(Sentence of, int depth, boolean mayBeNamed) {
        return switch (random.nextInt(depth == 0 ? 3 : 9)) {
            case 0 -> has(pick(FACTORS));
            case 1 -> has(findings(depth));
            case 2 -> attribute(of);
            case 3 -> not(condition(of, depth - 1, false));
            case 4 -> unknown(condition(of, depth - 1, false));
            case 5 ->
                random.nextBoolean()
                        ? anyOf(condition(of, depth - 1, false), condition(of, depth - 1, false))
                        : allOf(condition(of, depth - 1, false), condition(of, depth - 1, false));
            default -> connected(of, depth, mayBeNamed);
        };
    }

    private Condition attribute(Sentence of) {
        List<Condition> known =
                of.kinds().size() == 1 ? PROPERTIES.get(of.kinds().iterator().next()) : List.of();
        return known.isEmpty() || random.nextInt(4) == 0
                ? pick(List.of(
                        property("key").contains("w1"),
                        property("key").contains("1"),
                        property("key").is(Estate.workload("w0").text())))
                : pick(known);
    }

    private FindingFilter findings(int depth) {
        FindingFilter filter = finding();
        if (random.nextInt(4) == 0) {
            filter = filter.fixed();
        }
        if (random.nextInt(4) == 0) {
            filter = filter.ofType(pick(List.of(WeaknessType.values())));
        }
        if (random.nextInt(4) == 0) {
            filter = filter.atLeast(pick(List.of(Level.HIGH, Level.MEDIUM, Level.LOW)));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.atLeast(pick(List.of(Severity.HIGH, Severity.MEDIUM)));
        }
        return switch (random.nextInt(4)) {
            case 0 -> filter.knownExploited();
            case 1 -> filter.caseOf("cve-2026-0001");
            case 2 -> {
                Sentence vulnerabilities = Sentence.find(AssetKind.VULNERABILITY);
                yield filter.caseOf(vulnerabilities.that(condition(vulnerabilities, Math.max(0, depth - 2), false)));
            }
            default -> filter;
        };
    }

    private Condition connected(Sentence of, int depth, boolean mayBeNamed) {
        Way way = pick(WAYS);
        if (of.kinds().contains(way.from())) {
            return way.connection().to(about(Sentence.find(way.to()), depth - 1, mayBeNamed));
        }
        if (of.kinds().contains(way.to())) {
            return way.connection().from(about(Sentence.find(way.from()), depth - 1, mayBeNamed));
        }
        Sentence other = sentence(depth - 1, mayBeNamed);
        Connection connection = connection();
        if (random.nextInt(3) == 0) {
            connection = connection.within(1 + random.nextInt(3));
        }
        return random.nextBoolean() ? connection.to(other) : connection.from(other);
    }

    private Connection connection() {
        return switch (random.nextInt(9)) {
            case 0 -> via(DerivedRelation.BUILT_FROM);
            case 1 -> via(DerivedRelation.DEPLOYED_FROM, DerivedRelation.BUILT_FROM);
            case 2 -> via(DerivedRelation.CAN_ATTACK);
            case 3 -> via(RelationType.CREATED_FROM, RelationType.CONTAINS);
            case 4 -> via(RelationType.CONTAINS);
            case 5 -> via(RelationType.AFFECTS);
            case 6 -> via(RelationType.CAN_AUTHENTICATE_TO, RelationType.STORES, RelationType.RUNS_AS);
            default -> via(pick(List.of(RelationType.values())));
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
