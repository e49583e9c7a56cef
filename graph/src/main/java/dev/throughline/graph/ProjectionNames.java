package dev.throughline.graph;

import com.google.common.collect.ImmutableSet;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

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
            .add("BUILT_FROM", "HAS_RISK_FACTOR", "CAN_ATTACK", "STEP", "STARTS_AT", "ENDS_AT")
            .add("BREAKS", "FAILS", "PASSES", "UNKNOWN_FOR", "PROVES", "ASSESSED")
            .build();

    /** Set by the store itself. */
    static final ImmutableSet<String> RESERVED = ImmutableSet.of("tenant", "nodeId", "fingerprint", "discriminator");

    private static final Pattern PROPERTY = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

    private ProjectionNames() {}

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
     * Checks names of properties. The model does not list those of derived nodes, so only their form is known.
     *
     * @throws IllegalArgumentException if one cannot be a name of the model, or is set by the store
     */
    static void checkProperties(Set<String> names) {
        names.forEach(name ->
                check(PROPERTY.matcher(name).matches() && !RESERVED.contains(name), name, "name of a property"));
    }

    private static void check(boolean ok, String name, String what) {
        if (!ok) {
            throw new IllegalArgumentException("'" + Text.quote(name) + "' is not a " + what + " of the model");
        }
    }
}
