package dev.throughline.fact;

import dev.throughline.model.Text;

/**
 * A record of a source that could not be used.
 *
 * @param source file or address it stands in
 * @param position where in it: a JSON pointer (RFC 6901), or line and column; empty for the whole
 * @param cause one sentence for people, without content of the record that could be secret
 */
public record Rejection(String source, String position, String cause) {
    /** Makes every part safe to show. */
    public Rejection {
        source = Text.quote(source);
        position = Text.quote(position);
        cause = Text.quote(cause);
    }

    /** {@return file, position and cause on one line} */
    @Override
    public String toString() {
        return source + (position.isEmpty() ? "" : " " + position) + ": " + cause;
    }
}
