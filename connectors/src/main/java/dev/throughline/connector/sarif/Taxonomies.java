package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Cwe;
import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the weakness types that rules and results are classified as (SARIF 2.1.0 §3.14.8, §3.19.25, §3.49.15). */
final class Taxonomies {
    private final List<Fields> components;

    Taxonomies(List<Fields> components) {
        this.components = components;
    }

    /** The CWE ids among some taxa; other taxonomies tell nothing here. */
    List<String> cwes(Collection<DescriptorReference> taxa) {
        List<String> names = new ArrayList<>();
        for (DescriptorReference taxon : taxa) {
            Fields component = component(taxon);
            String name = component.isAbsent() ? taxon.component() : component.text("name");
            String id = taxon.id() == null ? idAt(component, taxon.index()) : taxon.id();
            if (id != null) {
                names.add(name + "-" + id);
                names.add(id);
            }
        }
        return Cwe.in(names);
    }

    private Fields component(DescriptorReference taxon) {
        Long index = taxon.componentIndex();
        if (index != null && index >= 0 && index < components.size()) {
            return components.get(index.intValue());
        }
        for (Fields component : components) {
            if (taxon.component() != null && taxon.component().equals(component.text("name"))) {
                return component;
            }
        }
        return Fields.NONE;
    }

    private static @Nullable String idAt(Fields component, @Nullable Long index) {
        List<Fields> taxa = component.list("taxa");
        return index == null || index < 0 || index >= taxa.size()
                ? null
                : taxa.get(index.intValue()).scalar("id");
    }
}
