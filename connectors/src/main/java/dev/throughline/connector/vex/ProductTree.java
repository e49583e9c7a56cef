package dev.throughline.connector.vex;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.vex.Products;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The products of a CSAF document by the ids it gives them, as far as a package URL names them. */
final class ProductTree {
    private final Map<String, AssetKey> keys = new HashMap<>();
    private final Map<String, Within> components = new HashMap<>();

    /** Operating systems: where a package is installed, which its package URL tells already. */
    private final Set<String> systems = new HashSet<>();

    ProductTree(Fields tree) {
        branches(tree);
        tree.list("full_product_names").forEach(this::product);
        for (Fields relationship : tree.list("relationships")) {
            components.put(
                    relationship.object("full_product_name").requiredText("product_id"),
                    new Within(
                            relationship.requiredText("product_reference"),
                            relationship.requiredText("relates_to_product_reference")));
        }
    }

    private void branches(Fields holder) {
        for (Fields branch : holder.list("branches")) {
            if (branch.has("product")) {
                product(branch.object("product"));
            }
            branches(branch);
        }
    }

    private void product(Fields product) {
        Fields helper = product.object("product_identification_helper");
        String id = product.requiredText("product_id");
        String purl = helper.text("purl");
        String cpe = helper.text("cpe");
        if (cpe != null && (cpe.startsWith("cpe:/o:") || cpe.startsWith("cpe:2.3:o:"))) {
            systems.add(id);
        }
        try {
            if (purl != null) {
                keys.put(id, Products.key(purl));
            }
        } catch (IllegalArgumentException e) {
            return; // whoever names the product learns that it has no package URL
        }
    }

    /** Adds the product of an id. Returns false if no package URL names it. */
    boolean add(String id, Products products) {
        Within within = components.get(id);
        AssetKey key = keys.get(within == null ? id : within.component());
        if (key == null) {
            return false;
        }
        if (within == null || systems.contains(within.product())) {
            products.add(key, Set.of());
            return true;
        }
        @Nullable AssetKey product = keys.get(within.product());
        if (product == null || !key.mayBe(AssetKind.SOFTWARE_PACKAGE)) {
            return false; // what is said of a component in one product is not said of it everywhere
        }
        products.add(product, Set.of(key));
        return true;
    }

    private record Within(String component, String product) {}
}
