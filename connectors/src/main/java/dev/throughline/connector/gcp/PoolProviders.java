package dev.throughline.connector.gcp;

import dev.throughline.fact.FactSink;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Providers of workload identity pools: whose tokens a pool takes, and on what condition. */
final class PoolProviders {
    private static final String IAM = "//iam.googleapis.com/";

    private PoolProviders() {}

    static void read(CloudAsset asset, FactSink sink) {
        sink.accept(new CloudResource(asset.key(), asset.shortName(), asset.type(), asset.labels()));
        Map<String, String> terms = new TreeMap<>();
        put(terms, "issuer", asset.data().object("oidc").text("issuerUri"));
        put(terms, "condition", asset.data().text("attributeCondition"));
        if (asset.data().has("attributeMapping")) {
            terms.put("mapping", mapping(asset));
        }
        relate(asset, asset.name(), terms, sink);
        String numbered = asset.data().text("name"); // by the number of the project, as members of policies name it
        if (numbered != null
                && numbered.startsWith("projects/")
                && !asset.name().equals(IAM + numbered)) {
            relate(asset, IAM + numbered, terms, sink);
        }
    }

    private static void relate(CloudAsset asset, String name, Map<String, String> terms, FactSink sink) {
        int provider = name.indexOf("/providers/");
        if (provider > 0) {
            sink.accept(new Relation(Names.key(name.substring(0, provider)), RelationType.TRUSTS, asset.key(), terms));
        }
    }

    /** An expression may hold line breaks, which mean no more than a space outside of text. */
    private static String mapping(CloudAsset asset) {
        return new TreeMap<>(asset.data().stringMap("attributeMapping"))
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().replace('\n', ' '))
                        .collect(Collectors.joining("\n"));
    }

    private static void put(Map<String, String> terms, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            terms.put(name, value.strip());
        }
    }
}
