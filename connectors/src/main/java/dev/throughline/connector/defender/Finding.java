package dev.throughline.connector.defender;

import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import org.jspecify.annotations.Nullable;

/**
 * What Defender for Cloud says against one asset, the same from every export.
 *
 * @param asset what it is about
 * @param type what kind of weakness it is
 * @param title one line
 * @param severity its severity
 * @param state open, or exempted by somebody
 * @param url address in the portal
 */
record Finding(
        AssetKey asset,
        WeaknessType type,
        @Nullable String title,
        @Nullable Severity severity,
        SourceState state,
        @Nullable String url) {
    static final String TOOL = "Microsoft Defender for Cloud";

    /** Breaks a rule: the key of an assessment, or what an assessment calls its finding. */
    void breaks(String rule, String identity, FactSink sink) {
        Rule broken = new Rule(
                Fingerprint.rule(TOOL, rule),
                rule,
                TOOL,
                title == null ? null : OneLine.of(title),
                severity,
                null,
                null);
        sink.accept(broken);
        AssetKey key =
                Fingerprint.of(broken.key().value(), asset.value(), identity).key();
        report(weakness(key, title == null ? rule : OneLine.of(title), null, null), broken.key(), sink);
    }

    /** Has a vulnerability; the key is that of other scanners that know the package by its name only. */
    void has(AssetKey vulnerability, VulnerableSoftware software, FactSink sink) {
        AssetKey key = Fingerprint.of(vulnerability.value(), software.identity(), asset.value())
                .key();
        String where = software.name() == null ? "" : " in " + software.label();
        report(
                weakness(key, vulnerability.value() + where, software.fixedVersion(), software.name()),
                vulnerability,
                sink);
    }

    private Weakness weakness(AssetKey key, String title, @Nullable String fixedVersion, @Nullable String packageName) {
        return new Weakness(key, title, type, severity, TOOL, null, null, fixedVersion, packageName, state, url);
    }

    private void report(Weakness weakness, AssetKey instanceOf, FactSink sink) {
        sink.accept(weakness);
        sink.accept(new Relation(weakness.key(), RelationType.AFFECTS, asset));
        sink.accept(new Relation(weakness.key(), RelationType.INSTANCE_OF, instanceOf));
    }
}
