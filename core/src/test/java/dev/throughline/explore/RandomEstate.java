package dev.throughline.explore;

import dev.throughline.Estate;
import dev.throughline.fact.Connector;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.Visibility;
import dev.throughline.model.WeaknessType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A few assets of many kinds with attributes that are known or not, findings, secrets, evidence of origins, and relations
 * thrown at them: all that an explorer may be asked about. The same for the same seed.
 */
public final class RandomEstate {
    private static final RelationType[] TYPES = RelationType.values();

    private final Random random;
    private final Estate whole = new Estate("test:whole");
    private final Estate part = new Estate("test:part").readInPart("a page is missing");
    private final List<AssetKey> keys = new ArrayList<>();

    private RandomEstate(Random random) {
        this.random = random;
    }

    /** Two sources, of which one was not read completely. */
    public static Connector[] sources(long seed) {
        RandomEstate estate = new RandomEstate(new Random(seed));
        estate.addCode();
        estate.addRuntime();
        estate.addWeaknesses();
        estate.addRelations();
        return new Connector[] {estate.whole, estate.part};
    }

    private void addCode() {
        for (int i = 0; i < 3; i++) {
            asset(
                    repository(i),
                    some(
                            "name", "repo" + i,
                            "visibility", pick(Visibility.values()),
                            "archived", random.nextBoolean(),
                            "pushedAt", Instant.EPOCH.plusSeconds(random.nextInt(3))));
            AssetKey secret = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, repository(i), "alerts/" + i);
            asset(secret, some("title", "key " + i, "state", pick(SourceState.values()), "publiclyLeaked", true));
            source().relation(repository(random.nextInt(3)), RelationType.CONTAINS, secret);
        }
    }

    private static AssetKey repository(int number) {
        return AssetKey.repository(
                (number == 0 ? "dev.azure.com/acme/store/_git/repo" : "github.com/acme/repo") + number);
    }

    private void addRuntime() {
        for (char image = 'a'; image < 'e'; image++) {
            asset(
                    Estate.image(image),
                    some(
                            "os",
                            "linux",
                            "labels",
                            List.of(
                                    "org.opencontainers.image.source=https://github.com/acme/repo" + random.nextInt(4),
                                    "stage=" + random.nextInt(2))));
        }
        for (int i = 0; i < 4; i++) {
            String name = "w" + i;
            keys.add(Estate.workload(name));
            keys.add(Estate.container(name));
            source().deployment(name, some("hostNetwork", random.nextBoolean(), "replicas", (long) random.nextInt(3)))
                    .runs(name, Estate.image((char) ('a' + random.nextInt(5))))
                    .runsAs(name, "account" + random.nextInt(2));
            if (random.nextBoolean()) {
                source().exposed(name);
            }
            if (random.nextInt(3) == 0) {
                source().relation(
                                Estate.workload(name),
                                RelationType.PROVISIONED_BY,
                                repository(random.nextInt(3)),
                                Map.of("application", "shop"));
            }
            asset(AssetKind.DATA_STORE, Estate.store(name), some("publicAccess", random.nextBoolean(), "tags", tags()));
        }
        whole.classified('a', "sensitive", "cloud:*w1", Map.of("classes", List.of("personal-data")));
        whole.classified('b', "critical", "workload:*w2", Map.of("level", "high"));
    }

    private List<String> tags() {
        return random.nextBoolean() ? List.of() : List.of("env=prod", "team=" + random.nextInt(2));
    }

    private void addWeaknesses() {
        for (int i = 0; i < 3; i++) {
            asset(
                    AssetKey.vulnerability("CVE-2026-000" + i),
                    some(
                            "severity", pick(Severity.values()),
                            "knownExploited", random.nextBoolean(),
                            "epss", random.nextInt(3) / 4.0));
        }
        for (char finding = '0'; finding < '8'; finding++) {
            AssetKey weakness = Estate.weakness(finding);
            asset(
                    weakness,
                    some(
                            "severity", pick(Severity.values()),
                            "type", pick(WeaknessType.values()),
                            "state", pick(SourceState.values()),
                            "packageName", "pkg:pypi/langchain@0." + finding));
            if (random.nextInt(3) > 0) {
                source().relation(
                                weakness,
                                RelationType.INSTANCE_OF,
                                AssetKey.vulnerability("CVE-2026-000" + random.nextInt(3)));
            }
        }
    }

    /** What the model allows, many times over, and some of it twice. */
    private void addRelations() {
        for (int i = 0; i < 600; i++) {
            RelationType type = TYPES[random.nextInt(TYPES.length)];
            AssetKey from = pick(keys);
            AssetKey to = pick(keys);
            if (type.allows(from, to) && !from.equals(to)) {
                source().relation(from, type, to);
            }
            if (type.allows(from, to) && type.properties().contains("path")) {
                source().relation(from, type, to, Map.of("path", "/" + i));
            }
        }
        for (char finding = '0'; finding < '8'; finding++) {
            AssetKey place = pick(keys);
            if (RelationType.AFFECTS.allows(Estate.weakness(finding), place)) {
                source().relation(Estate.weakness(finding), RelationType.AFFECTS, place);
            }
        }
    }

    private void asset(AssetKey key, Map<String, ?> values) {
        asset(AssetKind.mentioned(key), key, values);
    }

    /** One in five is only mentioned, if at all. */
    private void asset(AssetKind kind, AssetKey key, Map<String, ?> values) {
        keys.add(key);
        if (random.nextInt(5) > 0) {
            source().asset(kind, key, values);
        }
    }

    private Estate source() {
        return random.nextInt(4) == 0 ? part : whole;
    }

    /** Some of these attributes. */
    private Map<String, ?> some(Object... namesAndValues) {
        Map<String, Object> known = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (random.nextInt(3) > 0) {
                known.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return known;
    }

    private <T> T pick(T[] constants) {
        return constants[random.nextInt(constants.length)];
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
