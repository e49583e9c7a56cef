package dev.throughline.samples.benchmark;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/**
 * Writes facts of a cloud.
 *
 * @param sink takes them
 */
record CloudWriter(FactSink sink) {
    private static final AssetKey CVE = AssetKey.vulnerability("CVE-2024-0001");

    AssetKey asset(AssetKind kind, String id, Map<String, ?> values) {
        AssetKey key = AssetKey.of(kind, id);
        sink.accept(kind.create(key, values));
        return key;
    }

    /** A policy that hangs at something. */
    AssetKey policy(String id, String type, String... statements) {
        return asset(
                AssetKind.CLOUD_POLICY,
                id,
                Map.of("name", id.substring(id.lastIndexOf('/') + 1), "type", type, "statements", List.of(statements)));
    }

    void relation(AssetKey from, RelationType type, AssetKey to) {
        sink.accept(new Relation(from, type, to));
    }

    void relation(AssetKey from, RelationType type, AssetKey to, String property, String value) {
        sink.accept(new Relation(from, type, to, Map.of(property, value)));
    }

    void personalData(AssetKey store) {
        relation(store, RelationType.CLASSIFIED_AS, AssetKey.of(AssetKind.DATA_CLASSIFICATION, "personal-data"));
    }

    /** What runs there can be taken over from outside, if it is reached. */
    void vulnerable(AssetKey asset) {
        AssetKey weakness = AssetKey.of(AssetKind.WEAKNESS, Service.hex("weakness " + asset));
        sink.accept(AssetKind.VULNERABILITY.create(
                CVE, Map.of("cvssScore", 9.8, "cvssVector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")));
        sink.accept(AssetKind.WEAKNESS.create(weakness, Map.of("title", CVE.value())));
        relation(weakness, RelationType.AFFECTS, asset);
        relation(weakness, RelationType.INSTANCE_OF, CVE);
    }
}
