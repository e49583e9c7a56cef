package dev.throughline.connector.sarif;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Undoes percent escapes (RFC 3986 §2.1) and leaves broken ones as they are. */
final class PercentEscapes {
    private PercentEscapes() {}

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int escaped = i + 2 < encoded.length && encoded[i] == '%'
                    ? Character.digit(encoded[i + 1], 16) * 16 + Character.digit(encoded[i + 2], 16)
                    : -1;
            boolean sound = escaped >= 0 && Character.digit(encoded[i + 2], 16) >= 0;
            decoded.write(sound ? escaped : encoded[i]);
            i += sound ? 2 : 0;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
