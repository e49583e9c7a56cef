package dev.throughline.connector.support;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Fails at what a document must not have: a document type declaration, and more of anything than its limits allow. */
final class BoundedXmlReader extends StreamReaderDelegate {
    private final JsonLimits limits;
    private int depth;
    private long events;
    private long text;

    BoundedXmlReader(XMLStreamReader reader, JsonLimits limits) {
        super(reader);
        this.limits = limits;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (++events > limits.tokens()) {
            throw Xml.refused("more than " + limits.tokens() + " events", this);
        }
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw Xml.refused("a document type declaration, which could name entities, is not read", this);
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                text = 0;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
            default -> {}
        }
        return event;
    }

    private void start() throws XMLStreamException {
        text = 0;
        if (++depth > limits.depth()) {
            throw Xml.refused("nested deeper than " + limits.depth(), this);
        }
    }

    private void text() throws XMLStreamException {
        text += getTextLength();
        if (text > limits.stringLength()) {
            throw Xml.refused("a text of more than " + limits.stringLength() + " characters", this);
        }
    }
}
