package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import org.jspecify.annotations.Nullable;

/**
 * How a log refers to a rule or taxon (reportingDescriptorReference, SARIF 2.1.0 §3.52).
 *
 * @param id id of it
 * @param index index of it in its component
 * @param component name of the component
 * @param componentIndex index of the component among those of its kind
 */
record DescriptorReference(
        @Nullable String id,
        @Nullable Long index,
        @Nullable String component,
        @Nullable Long componentIndex) {
    static DescriptorReference of(Fields reference) {
        Fields component = reference.object("toolComponent");
        return new DescriptorReference(
                reference.scalar("id"), reference.number("index"), component.text("name"), component.number("index"));
    }

    /** The rule of a result, which may also say id and index itself (§3.27.5, §3.27.6). */
    static DescriptorReference ofRule(Fields result) {
        DescriptorReference reference = of(result.object("rule"));
        String id = result.text("ruleId");
        Long index = result.number("ruleIndex");
        return new DescriptorReference(
                id == null ? reference.id : id,
                index == null ? reference.index : index,
                reference.component,
                reference.componentIndex);
    }
}
