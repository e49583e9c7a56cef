package dev.throughline.connector.opengraph;

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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file with a graph, or a part of one.
 *
 * @param file the file
 * @param limits how large it may be
 * @param nodes the nodes of all files
 * @param missing why nodes of other files may be missing there; null if they are all there
 */
record OpenGraphFile(
        InputFile file,
        JsonLimits limits,
        NodeIndex nodes,
        @Nullable String missing) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    /** Tells an index of the nodes of a file. */
    static void index(InputFile file, JsonLimits limits, NodeIndex nodes) {
        each(file, limits, "nodes", node -> {
            try {
                nodes.add(node);
            } catch (IllegalArgumentException e) {
                // It is rejected when the facts are read.
            }
        });
    }

    @Override
    public Completeness read(FactSink sink) {
        each(
                file,
                limits,
                "nodes",
                node -> Records.one(
                        node,
                        sink,
                        (record, facts) -> facts.accept(ForeignNode.of(record).asset())));
        each(
                file,
                limits,
                "edges",
                edge -> Records.one(edge, sink, (record, facts) -> facts.accept(ForeignEdge.of(record, nodes))));
        return missing == null ? Completeness.complete() : Completeness.partial(missing);
    }

    private static void each(InputFile file, JsonLimits limits, String array, Consumer<Fields> consumer) {
        Fields root = Json.elements(file, List.of("graph", array), limits, consumer);
        try {
            if (root.object("graph").isAbsent()) {
                throw new WrongShape("/graph", "there is no graph, so this is not OpenGraph");
            }
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }
}
