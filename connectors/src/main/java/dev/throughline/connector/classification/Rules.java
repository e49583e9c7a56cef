package dev.throughline.connector.classification;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.DataClassification;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sections {@code critical} and {@code sensitive}. */
final class Rules {
    private static final Set<String> CRITICAL = Set.of("key", "match", "where", "level", "kind", "name", "reason");
    private static final Set<String> SENSITIVE =
            Set.of("key", "match", "where", "level", "kind", "name", "reason", "classes");
    private static final Set<String> LEVELS = Set.of("very-high", "high", "medium", "low");

    private Rules() {}

    static void critical(Fields entry, FactSink sink) {
        Entries.allow(entry, CRITICAL);
        entry.requiredText("level");
        rule("critical", entry, null, sink);
        describe(entry, sink);
    }

    static void sensitive(Fields entry, FactSink sink) {
        Entries.allow(entry, SENSITIVE);
        List<String> classes = entry.strings("classes");
        rule("sensitive", entry, classes, sink);
        describe(entry, sink);
        classes.forEach(c -> classify(entry, c, sink));
    }

    private static void rule(String effect, Fields entry, @Nullable List<String> classes, FactSink sink) {
        Selection selection = Selection.of(entry);
        sink.accept(new ClassificationRule(
                selection.ruleKey(effect),
                effect,
                selection.pattern(),
                level(entry),
                classes,
                entry.text("reason"),
                null,
                selection.kind(),
                selection.name(),
                selection.tag(),
                selection.namespace(),
                selection.account(),
                null,
                null,
                null,
                null));
    }

    private static @Nullable String level(Fields entry) {
        String level = entry.text("level");
        if (level != null && !LEVELS.contains(level)) {
            throw new WrongShape(
                    entry.get("level").pointer(), "not a level; there are very-high, high, medium and low");
        }
        return level;
    }

    private static void describe(Fields entry, FactSink sink) {
        String name = entry.text("name");
        if (!entry.has("kind")) {
            if (name != null) {
                throw new WrongShape(entry.get("name").pointer(), "a name without a kind");
            }
            return;
        }
        AssetKind kind = AssetKind.labelled(entry.requiredText("kind"));
        AssetKey key = Entries.key(entry, "key");
        sink.accept(kind.create(key, name == null ? Map.of() : Map.of("name", name)));
    }

    private static void classify(Fields entry, String name, FactSink sink) {
        AssetKey classification = AssetKey.of(AssetKind.DATA_CLASSIFICATION, name);
        sink.accept(new DataClassification(classification, name));
        if (entry.has("key")) {
            AssetKey key = Entries.key(entry, "key");
            if (RelationType.CLASSIFIED_AS.allows(key, classification)) {
                String reason = entry.text("reason");
                sink.accept(new Relation(
                        key,
                        RelationType.CLASSIFIED_AS,
                        classification,
                        reason == null ? Map.of() : Map.of("reason", reason)));
            }
        }
    }
}
