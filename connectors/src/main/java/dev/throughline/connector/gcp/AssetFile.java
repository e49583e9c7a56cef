package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import java.util.List;

/**
 * One export, or one page of an answer.
 *
 * @param file the file
 * @param limits how large it may be
 */
record AssetFile(InputFile file, JsonLimits limits) implements Partition {
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
        Fields document = Json.read(file, limits);
        try {
            Records.each(assets(document), sink, AssetFile::asset);
            boolean more = document.node().isObject() && document.has("nextPageToken");
            return more
                    ? Completeness.partial("more pages follow this one, which ends with nextPageToken")
                    : Completeness.complete();
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    private static List<Fields> assets(Fields document) {
        if (document.node().isArray()) {
            return document.elements();
        }
        for (String list : List.of("assets", "results")) {
            if (document.has(list)) {
                return document.list(list);
            }
        }
        if (document.has("name") && (document.has("asset_type") || document.has("assetType"))) {
            return List.of(document);
        }
        throw new WrongShape(document.pointer(), "neither an export nor an answer of Cloud Asset Inventory");
    }

    static void asset(Fields record, FactSink sink) {
        // Answers about the history of assets have each within a window of time.
        CloudAsset asset = CloudAsset.of(record.has("asset") ? record.object("asset") : record);
        Places.read(asset, sink);
        AssetReaders.of(asset.type()).read(asset, sink);
        Bindings.read(asset, sink);
    }
}
