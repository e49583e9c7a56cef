package dev.throughline.graph;

import com.google.common.collect.ImmutableSet;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * The names a published graph is made of: those of the model, and those of what is derived from it. Whatever becomes part
 * of the text of a statement, or a name in the database, has passed here.
 */
final class ProjectionNames {
    /** The label of every published node. */
    static final String NODE = "ThroughlineNode";

    static final ImmutableSet<String> LABELS = ImmutableSet.<String>builder()
            .add("Asset")
            .addAll(Arrays.stream(AssetKind.values()).map(AssetKind::label).iterator())
            .add("RiskFactor", "AttackPath", "AttackStep", "ChokePoint", "Recommendation", "Assessment", "CodeLink")
            .build();

    static final ImmutableSet<String> TYPES = ImmutableSet.<String>builder()
            .addAll(Arrays.stream(RelationType.values()).map(RelationType::name).iterator())
            .add(
                    "BUILT_FROM",
                    "DEPLOYED_FROM",
                    "HAS_RISK_FACTOR",
                    "CAN_ATTACK",
                    "STEP",
                    "STARTS_AT",
                    "ENDS_AT",
                    "LIES_AT")
            .add("BREAKS", "FAILS", "PASSES", "UNKNOWN_FOR", "PROVES", "ASSESSED")
            .build();

    /** A property of one of these names is published or withdrawn; any other is an analyst's. */
    static final ImmutableSet<String> PROPERTIES = ImmutableSet.<String>builder()
            .add("key", "scopes")
            .addAll(Arrays.stream(AssetKind.values())
                    .flatMap(kind -> kind.attributes().stream())
                    .iterator())
            .addAll(Arrays.stream(RelationType.values())
                    .flatMap(type -> type.properties().stream())
                    .iterator())
            .add("level", "score", "open", "factors", "terms", "title", "type", "category", "rating")
            .add("factor", "verdict", "statement", "proof", "fields")
            .add("method", "trust", "confidence", "evidence")
            .add("edge", "techniques", "probability", "breaks", "hardens", "index")
            .add("pairs", "share", "targets", "inMinimumCut", "remedies")
            .add("id", "at", "incomplete")
            .build();

    private static final ImmutableSet<String> OF_THE_STORE = ImmutableSet.of("fingerprint", "discriminator");

    /** Relationships of these types between published nodes are published ones. As they stand in a pattern. */
    private static final String ANY_TYPE = String.join("|", TYPES);

    private ProjectionNames() {}

    /** A statement about relationships of any type of the model. */
    static String ofAnyType(String statement) {
        return statement.replace("/*types*/", ANY_TYPE);
    }

    /** Whether a property of this name was published, or set by the store itself. */
    static boolean isOurs(String property) {
        return PROPERTIES.contains(property) || OF_THE_STORE.contains(property);
    }

    /**
     * Checks labels.
     *
     * @throws IllegalArgumentException if there is none, or one is not of the model
     */
    static void checkLabels(Collection<String> labels) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a node without a label");
        }
        labels.forEach(label -> check(LABELS.contains(label), label, "label"));
    }

    /**
     * Checks the type of a relationship.
     *
     * @throws IllegalArgumentException if it is not of the model
     */
    static void checkType(String type) {
        check(TYPES.contains(type), type, "relationship type");
    }

    /**
     * Checks names of properties.
     *
     * @throws IllegalArgumentException if one is not of the model
     */
    static void checkProperties(Set<String> names) {
        names.forEach(name -> check(PROPERTIES.contains(name), name, "name of a property"));
    }

    private static void check(boolean ok, String name, String what) {
        if (!ok) {
            throw new IllegalArgumentException("'" + Text.quote(name) + "' is not a " + what + " of the model");
        }
    }
}
