package dev.throughline.connector.support;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML 1.0 as a stream. A document type declaration is refused, and with it all entities but the five of XML itself, so
 * nothing multiplies and nothing outside the document is ever looked up.
 */
public final class Xml {
    private Xml() {}

    /**
     * Reads a document from its first event on.
     *
     * @param <T> what is made of it
     */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * Reads the document.
         *
         * @param reader stands before the first event
         * @return what is made of it
         * @throws XMLStreamException if it is not sound XML, or not what is wanted; the message of {@link #refused} is
         *     handed on
         */
        T read(XMLStreamReader reader) throws XMLStreamException;
    }

    /**
     * Reads a document.
     *
     * @param <T> what is made of it
     * @param file the file, packed with gzip or not
     * @param limits how large it may be; tokens are events, strings are runs of text
     * @param reading makes something of it
     * @return what was made
     * @throws SourceException if it is not XML, is beyond a limit or is refused. Its position is {@code line:column}, counted
     *     from 1; its cause quotes nothing of the document
     */
    public static <T> T read(InputFile file, JsonLimits limits, Reading<T> reading) {
        try (InputStream raw = file.open();
                InputStream in = BoundedInputStream.over(raw, limits)) {
            return reading.read(new BoundedXmlReader(factory().createXMLStreamReader(in), limits));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw new SourceException(new Rejection(file.name(), "", JsonDocument.cause(io)), null);
            }
            String cause = e instanceof RefusedException ? String.valueOf(e.getMessage()) : "not XML";
            throw new SourceException(new Rejection(file.name(), position(e.getLocation()), cause), null);
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", JsonDocument.cause(e)), null);
        }
    }

    /**
     * What to throw for XML that is sound but not what is wanted.
     *
     * @param cause one sentence, which quotes nothing of the document
     * @param reader stands where it is seen
     * @return an exception
     */
    public static XMLStreamException refused(String cause, XMLStreamReader reader) {
        return new RefusedException(cause, reader.getLocation());
    }

    /** That of the JDK, whatever else is on the class path: what is set here is known to hold for it. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private static String position(Location location) {
        return location == null || location.getLineNumber() < 1
                ? ""
                : location.getLineNumber() + ":" + location.getColumnNumber();
    }

    /** XML, but not what is wanted. */
    private static final class RefusedException extends XMLStreamException {
        private static final long serialVersionUID = 1;

        private final String cause;

        RefusedException(String cause, Location location) {
            super(cause, location);
            this.cause = cause;
        }

        @Override
        public String getMessage() {
            return cause;
        }
    }
}
