package dev.throughline.connector.support;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;

/** A value has another type than its specification says. The message tells what was expected, never what was found. */
public final class WrongShape extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String pointer;

    /**
     * Describes the value.
     *
     * @param pointer JSON pointer (RFC 6901) to it
     * @param message one sentence
     */
    public WrongShape(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /**
     * Where the value stands.
     *
     * @return a JSON pointer (RFC 6901)
     */
    public String pointer() {
        return pointer;
    }

    /**
     * The same as what makes a whole document useless.
     *
     * @param file name of the document
     * @return an exception that names document, place and cause
     */
    public SourceException in(String file) {
        return new SourceException(new Rejection(file, pointer, String.valueOf(getMessage())), this);
    }
}
