package dev.throughline.store;

import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is told what a chunk holds. Keys are places in its dictionary, so that a key that occurs often is looked at once. */
interface ChunkVisitor {
    /**
     * The dictionary, before anything else.
     *
     * @param texts its texts
     */
    void dictionary(String[] texts);

    /**
     * A text that is a value, in the form to keep.
     *
     * @param text a text of the dictionary
     * @return the same text
     */
    default String value(String text) {
        return text;
    }

    /**
     * An asset.
     *
     * @param kind its kind
     * @param key its key
     * @param values its attributes, in the order of the kind; not used by anybody else
     */
    void asset(AssetKind kind, int key, @Nullable Object[] values);

    /**
     * A relation.
     *
     * @param from key of its start
     * @param type its type
     * @param to key of its end
     * @param properties its properties, sorted and immutable; the same object for relations that agree in them
     */
    void relation(int from, RelationType type, int to, Map<String, String> properties);
}
