package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the rule of a result in the driver and the extensions of a tool (SARIF 2.1.0 §3.18, §3.52). */
final class ToolRules {
    private final List<Component> components = new ArrayList<>();
    private final Map<DescriptorReference, ToolRule> read = new HashMap<>();
    private final Taxonomies taxonomies;

    ToolRules(Fields driver, List<Fields> extensions, Taxonomies taxonomies) {
        components.add(new Component(driver));
        extensions.forEach(e -> components.add(new Component(e)));
        this.taxonomies = taxonomies;
    }

    ToolRule of(DescriptorReference reference) {
        return read.computeIfAbsent(reference, this::find);
    }

    private ToolRule find(DescriptorReference reference) {
        String id = reference.id();
        Component component = component(reference);
        Fields descriptor = component.at(reference.index(), id);
        if (descriptor == null && id != null) {
            descriptor = named(id);
        }
        Fields found = descriptor == null ? Fields.NONE : descriptor;
        String name = id == null ? found.text("id") : id;
        return new ToolRule(name == null ? "" : name, found, component.messages, taxonomies);
    }

    private Component component(DescriptorReference reference) {
        Long index = reference.componentIndex();
        if (index != null && index >= 0 && index < components.size() - 1) {
            return components.get(1 + index.intValue());
        }
        String name = reference.component();
        return components.stream()
                .filter(c -> name != null && name.equals(c.name))
                .findFirst()
                .orElse(components.get(0));
    }

    /** The rule with an id, or with the beginning of a hierarchical one such as {@code CA1000/1} (§3.27.5). */
    private @Nullable Fields named(String id) {
        for (String prefix = id; !prefix.isEmpty(); prefix = parent(prefix)) {
            for (Component component : components) {
                Fields found = component.byId.get(prefix);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String parent(String id) {
        int slash = id.lastIndexOf('/');
        return slash < 0 ? "" : id.substring(0, slash);
    }

    private static final class Component {
        private final @Nullable String name;
        private final List<Fields> rules;
        private final Map<String, Fields> byId = new HashMap<>();
        private final Fields messages;

        Component(Fields component) {
            this.name = component.text("name");
            this.rules = component.list("rules");
            this.messages = component.object("globalMessageStrings");
            for (Fields rule : rules) {
                String id = rule.text("id");
                if (id != null) {
                    byId.putIfAbsent(id, rule);
                }
            }
        }

        /** The rule at an index, unless it is another than the id says: some tools count wrong. */
        @Nullable
        Fields at(@Nullable Long index, @Nullable String id) {
            if (index == null || index < 0 || index >= rules.size()) {
                return null;
            }
            Fields rule = rules.get(index.intValue());
            String found = rule.text("id");
            boolean fits = id == null || found == null || id.equals(found) || id.startsWith(found + "/");
            return fits ? rule : null;
        }
    }
}
