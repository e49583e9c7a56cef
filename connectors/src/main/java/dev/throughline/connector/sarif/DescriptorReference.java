package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.JsonCursor;
import dev.throughline.connector.support.JsonNames;
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
    static final DescriptorReference NONE = new DescriptorReference(null, null, null, null);

    private static final JsonNames NAMES = JsonNames.of("id", "index", "toolComponent");
    private static final JsonNames COMPONENT = JsonNames.of("name", "index");

    static DescriptorReference of(Fields reference) {
        Fields component = reference.object("toolComponent");
        return new DescriptorReference(
                reference.scalar("id"), reference.number("index"), component.text("name"), component.number("index"));
    }

    static DescriptorReference of(JsonCursor reference) {
        String id = null;
        Long index = null;
        DescriptorReference component = NONE;
        for (String name = reference.first(NAMES); name != null; name = reference.next()) {
            switch (name) {
                case "id" -> id = reference.scalar();
                case "index" -> index = reference.number();
                default -> component = component(reference);
            }
        }
        return new DescriptorReference(id, index, component.component, component.componentIndex);
    }

    private static DescriptorReference component(JsonCursor component) {
        String called = null;
        Long index = null;
        for (String name = component.first(COMPONENT); name != null; name = component.next()) {
            if (name.equals("name")) {
                called = component.text();
            } else {
                index = component.number();
            }
        }
        return new DescriptorReference(null, null, called, index);
    }

    /** The rule of a result, which may also say id and index itself (§3.27.5, §3.27.6). */
    DescriptorReference ofRule(@Nullable String ruleId, @Nullable Long ruleIndex) {
        return new DescriptorReference(
                ruleId == null ? id : ruleId, ruleIndex == null ? index : ruleIndex, component, componentIndex);
    }
}
