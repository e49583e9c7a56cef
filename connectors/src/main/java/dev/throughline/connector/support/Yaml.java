package dev.throughline.connector.support;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 with its core schema into the same values as JSON, so that both share the code behind. {@code on} and
 * {@code yes} are strings. Keys must be scalars; tags of no meaning to the core schema are ignored.
 *
 * <p>Every method throws {@link SourceException} for what is not YAML, names a key twice or is beyond a limit. Its position
 * is {@code line:column}, counted from 1; its cause quotes nothing of the document.
 */
public final class Yaml {
    private Yaml() {}

    /**
     * Reads the documents of a stream one by one. Positions start with the index of the document, as if the stream were
     * an array. Empty documents are left out.
     *
     * @param file the file
     * @param limits how large it may be; tokens count for each document
     * @param consumer takes the documents in order, before the rest of the file is known to be sound
     */
    public static void documents(InputFile file, JsonLimits limits, Consumer<Fields> consumer) {
        read(file.open(), file.name(), limits, true, consumer);
    }

    /**
     * Reads a file of one document.
     *
     * @param file the file
     * @param limits how large it may be
     * @return its root
     * @throws SourceException also if there is no document or a second one
     */
    public static Fields read(InputFile file, JsonLimits limits) {
        return single(file.open(), file.name(), limits);
    }

    /**
     * Reads a document that was inside another.
     *
     * @param content the document
     * @param name how it is called in messages
     * @param limits how large it may be
     * @return its root
     * @throws SourceException also if there is no document or a second one
     */
    public static Fields parse(byte[] content, String name, JsonLimits limits) {
        return single(new ByteArrayInputStream(content), name, limits);
    }

    private static Fields single(InputStream content, String name, JsonLimits limits) {
        Fields[] only = new Fields[1];
        read(content, name, limits, false, document -> only[0] = document);
        if (only[0] == null) {
            throw new SourceException(new Rejection(name, "", "there is nothing in it"), null);
        }
        return only[0];
    }

    private static void read(
            InputStream content, String name, JsonLimits limits, boolean many, Consumer<Fields> consumer) {
        try (content;
                InputStream bounded = BoundedInputStream.over(content, limits)) {
            YamlTree tree = new YamlTree(
                    new Parse(settings(limits)).parseInputStream(bounded).iterator(), limits);
            int index = 0;
            while (tree.hasDocument()) {
                if (index > 0 && !many) {
                    throw tree.refused("a second document where one is expected");
                }
                String pointer = many ? "/" + index : "";
                Fields document = Fields.at(name, pointer, tree.document());
                if (!document.isAbsent()) {
                    consumer.accept(document);
                }
                index++;
            }
        } catch (MarkedYamlEngineException e) {
            String position = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(YamlTree::position)
                    .orElse("");
            throw new SourceException(new Rejection(name, position, "not YAML"), null);
        } catch (YamlTree.RefusedException e) {
            throw new SourceException(new Rejection(name, e.position(), String.valueOf(e.getMessage())), null);
        } catch (YamlEngineException e) {
            throw new SourceException(new Rejection(name, "", cause(e)), null);
        } catch (IOException e) {
            throw new SourceException(new Rejection(name, "", JsonDocument.cause(e)), null);
        }
    }

    private static String cause(YamlEngineException e) {
        return e.getCause() instanceof IOException io ? JsonDocument.cause(io) : "not YAML";
    }

    private static LoadSettings settings(JsonLimits limits) {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit((int) Math.min(limits.bytes(), Integer.MAX_VALUE))
                .setUseMarks(true)
                .build();
    }
}
