package dev.throughline.connector.vex;

import dev.throughline.connector.cyclonedx.VexBom;
import dev.throughline.connector.support.Content;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.Sections;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.vex.OpenVex;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A document of any of the formats. Its head is read first, its statements in a second pass, one by one.
 *
 * @param file the file
 * @param limits how large it may be
 */
record VexFile(InputFile file, JsonLimits limits) implements Partition {
    private static final Set<String> HEAD =
            Set.of("@context", "@id", "author", "timestamp", "last_updated", "bomFormat", "document", "product_tree");

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        if (Content.opening(file, limits) == '<') {
            VexBom.read(file, limits, sink);
            return Completeness.complete();
        }
        Fields head = Sections.read(file, limits, Map.of(), HEAD);
        try {
            if (head.has("bomFormat")) {
                VexBom.read(file, limits, sink);
            } else if (isOpenVex(head)) {
                each("statements", OpenVex.unsigned(head, sink)::state, sink);
            } else if (head.object("document").has("csaf_version")) {
                each("vulnerabilities", new Csaf(head, sink)::state, sink);
            } else {
                throw new WrongShape("", "neither OpenVEX nor CSAF nor CycloneDX");
            }
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
        return Completeness.complete();
    }

    private static boolean isOpenVex(Fields head) {
        Fields context = head.get("@context");
        return context.node().isTextual() && OpenVex.isMeant(context.text());
    }

    private void each(String array, BiConsumer<Fields, FactSink> reader, FactSink sink) {
        Sections.read(file, limits, Map.of(array, record -> Records.one(record, sink, reader)), Set.of());
    }
}
