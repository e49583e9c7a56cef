package dev.throughline.connector.vex;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.sbom.SbomDocument;
import dev.throughline.connector.support.vex.Products;
import dev.throughline.connector.support.vex.Statement;
import dev.throughline.connector.support.vex.VexDocument;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.VexStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vulnerabilities of a CSAF 2.0 document: of each, what is said of which product. */
final class Csaf {
    private static final Map<String, VexStatus> STATES = Map.of(
            "known_not_affected", VexStatus.NOT_AFFECTED,
            "known_affected", VexStatus.AFFECTED,
            "first_affected", VexStatus.AFFECTED,
            "last_affected", VexStatus.AFFECTED,
            "fixed", VexStatus.FIXED,
            "first_fixed", VexStatus.FIXED,
            "under_investigation", VexStatus.UNDER_INVESTIGATION);

    private final VexDocument document;
    private final ProductTree tree;

    Csaf(Fields head, FactSink sink) {
        Fields about = head.object("document");
        Fields tracking = about.object("tracking");
        this.document = VexDocument.unsigned(
                tracking.text("id"),
                about.object("publisher").text("name"),
                SbomDocument.time(tracking, "current_release_date", sink));
        this.tree = new ProductTree(head.object("product_tree"));
    }

    void state(Fields vulnerability, FactSink sink) {
        AssetKey key = AssetKey.vulnerability(id(vulnerability));
        Map<String, String> flags = byProduct(vulnerability.list("flags"), "label");
        Map<String, String> impacts = byProduct(
                vulnerability.list("threats").stream()
                        .filter(threat -> "impact".equals(threat.text("category")))
                        .toList(),
                "details");
        Fields said = vulnerability.object("product_status");
        for (String name : said.names()) {
            VexStatus status = STATES.get(name);
            if (status != null) {
                Map<Reason, Products> products = products(said, name, flags, impacts, sink);
                products.forEach((reason, some) ->
                        new Statement(document, key, status, reason.flag(), reason.impact(), null, some).state(sink));
            }
        }
    }

    private static String id(Fields vulnerability) {
        String cve = vulnerability.text("cve");
        List<Fields> others = vulnerability.list("ids");
        if (cve == null && others.isEmpty()) {
            throw new WrongShape(vulnerability.pointer() + "/cve", "a vulnerability without an id");
        }
        return cve == null ? others.get(0).requiredText("text") : cve;
    }

    private Map<Reason, Products> products(
            Fields said, String status, Map<String, String> flags, Map<String, String> impacts, FactSink sink) {
        Map<Reason, Products> products = new LinkedHashMap<>();
        List<String> ids = said.strings(status);
        int unknown = 0;
        for (String id : ids) {
            Products own = new Products();
            if (tree.add(id, own)) {
                Reason reason = new Reason(flags.get(id), impacts.getOrDefault(id, impacts.get("")));
                tree.add(id, products.computeIfAbsent(reason, any -> new Products()));
            } else {
                unknown++;
            }
        }
        if (unknown > 0) {
            String cause = unknown + " of " + ids.size() + " products have no package URL that names them";
            sink.reject(new Rejection(said.file(), said.get(status).pointer(), cause));
        }
        return products;
    }

    /** A text by the id of each product it is about; by the empty id if it names none and so is about all. */
    private static Map<String, String> byProduct(List<Fields> texts, String name) {
        Map<String, String> byProduct = new HashMap<>();
        for (Fields text : texts) {
            List<String> ids = text.has("product_ids") ? text.strings("product_ids") : List.of("");
            String value = text.text(name);
            if (value != null) {
                ids.forEach(id -> byProduct.putIfAbsent(id, value));
            }
        }
        return byProduct;
    }

    private record Reason(@Nullable String flag, @Nullable String impact) {}
}
