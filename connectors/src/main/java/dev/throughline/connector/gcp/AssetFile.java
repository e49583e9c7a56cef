package dev.throughline.connector.gcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import java.util.Set;

/**
 * One export, or one page of an answer.
 *
 * @param file the file
 * @param limits how large it may be
 */
record AssetFile(InputFile file, JsonLimits limits) implements Partition {
    private static final Set<String> LISTS = Set.of("assets", "results");

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        if (Json.isLines(file, limits)) {
            Json.lines(file, limits, sink, AssetFile::asset);
            return Completeness.complete();
        }
        Completeness[] completeness = {Completeness.complete()};
        Json.stream(file, limits, document -> completeness[0] = read(document, sink));
        return completeness[0];
    }

    private static Completeness read(JsonStream document, FactSink sink) {
        if (document.isArray()) {
            assets(document, sink);
            return Completeness.complete();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        document.members((name, value) -> {
            if (LISTS.contains(name) && !value.isNull()) {
                assets(value, sink);
                node.putArray(name);
            } else {
                node.set(name, value.read().node());
            }
        });
        Fields around = document.of(node);
        if (LISTS.stream().anyMatch(around::has)) {
            return around.has("nextPageToken")
                    ? Completeness.partial("more pages follow this one, which ends with nextPageToken")
                    : Completeness.complete();
        }
        if (!around.has("name") || !(around.has("asset_type") || around.has("assetType"))) {
            throw new WrongShape(around.pointer(), "neither an export nor an answer of Cloud Asset Inventory");
        }
        Records.one(around, sink, AssetFile::asset);
        return Completeness.complete();
    }

    private static void assets(JsonStream list, FactSink sink) {
        list.elements(asset -> Records.one(asset.read(), sink, AssetFile::asset));
    }

    static void asset(Fields record, FactSink sink) {
        // Answers about the history of assets have each within a window of time.
        CloudAsset asset = CloudAsset.of(record.has("asset") ? record.object("asset") : record);
        Places.read(asset, sink);
        AssetReaders.of(asset.type()).read(asset, sink);
        Bindings.read(asset, sink);
    }
}
