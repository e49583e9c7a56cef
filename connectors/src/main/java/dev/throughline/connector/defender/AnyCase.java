package dev.throughline.connector.defender;

import dev.throughline.connector.support.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields by their names in any case: documentation writes {@code resourceDetails.id}, answers {@code resourceDetails.Id}.
 *
 * @param fields the fields as they are written
 */
record AnyCase(Fields fields) {
    @Nullable
    String text(String name) {
        return filled(fields.text(written(name)));
    }

    String requiredText(String name) {
        return fields.requiredText(written(name));
    }

    /** A string, number or boolean as text. */
    @Nullable
    String scalar(String name) {
        return filled(fields.scalar(written(name)));
    }

    AnyCase object(String name) {
        return new AnyCase(fields.object(written(name)));
    }

    List<AnyCase> list(String name) {
        return fields.list(written(name)).stream().map(AnyCase::new).toList();
    }

    /** The name as it is written here; the name itself if it is not. */
    String written(String name) {
        if (fields.has(name)) {
            return name;
        }
        for (String written : fields.names()) {
            if (written.equalsIgnoreCase(name) && fields.has(written)) {
                return written;
            }
        }
        return name;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
