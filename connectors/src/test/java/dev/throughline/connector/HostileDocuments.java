package dev.throughline.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What nobody should send, whatever the format. */
final class HostileDocuments {
    /** Documents that must be refused, by what they are. */
    static final Map<String, byte[]> BY_NAME = documents();

    private HostileDocuments() {}

    private static Map<String, byte[]> documents() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("a document cut off", text("{\"a\": [1, 2, {\"b\": "));
        all.put("two documents", text("{} []"));
        all.put("arrays in each other without end", text("[".repeat(100_000)));
        all.put("objects in each other without end", text("{\"a\":".repeat(100_000)));
        all.put("a number without end", text("{\"a\": " + "1".repeat(100_000) + "}"));
        all.put("a name without end", text("{\"" + "a".repeat(100_000) + "\": 1}"));
        all.put("a name twice", text("{\"version\": \"2.1.0\", \"version\": \"2.1.0\"}"));
        all.put("an encoding that is none", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        all.put("half a surrogate", new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'});
        all.put("zeros", new byte[4096]);
        all.put("a program", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0});
        all.put("an alias of itself", text("a: &a [*a]"));
        all.put("a billion laughs", text(laughs()));
        all.put(
                "a tag that names a class",
                text("!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x/\"]]"));
        all.put(
                "an entity that names a file",
                text("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
        all.put("entities in each other", text("<!DOCTYPE a [<!ENTITY b \"b\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"));
        all.put("a gzip bomb of blanks", gzip(filled(' ')));
        all.put("a gzip bomb of arrays", gzip(filled('[')));
        all.put("a gzip bomb of one string", gzip(text("{\"a\": \"" + "a".repeat(32 << 20))));
        all.put("gzip in gzip", gzip(gzip(text("{}"))));
        all.put("gzip cut off", Arrays.copyOf(gzip(filled('[')), 50));
        all.put("a zip bomb", zip(filled('[')));
        return Collections.unmodifiableMap(all);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] filled(char character) {
        byte[] bytes = new byte[32 << 20];
        Arrays.fill(bytes, (byte) character);
        return bytes;
    }

    private static String laughs() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 20; i++) {
            String before = String.join(", ", Collections.nCopies(9, "*a" + (i - 1)));
            yaml.append("a%d: &a%d [%s]%n".formatted(i, i, before));
        }
        return yaml.toString();
    }

    private static byte[] gzip(byte[] content) {
        return packed(bytes -> new GZIPOutputStream(bytes), content);
    }

    private static byte[] zip(byte[] content) {
        return packed(
                bytes -> {
                    ZipOutputStream zip = new ZipOutputStream(bytes);
                    zip.putNextEntry(new ZipEntry("../../file.json"));
                    return zip;
                },
                content);
    }

    private static byte[] packed(Packing packing, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Packing {
        OutputStream around(OutputStream bytes) throws IOException;
    }
}
