package dev.throughline.connector.attestation;

import dev.throughline.connector.support.InputFile;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A public key in PEM (RFC 7468, section 13). */
final class PublicKeyFile {
    private static final int LARGEST = 64 << 10;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private PublicKeyFile() {}

    static PublicKey read(Path path) {
        InputFile file = InputFile.of(path);
        try (InputStream in = file.open()) {
            String text = new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
            Matcher pem = PEM.matcher(text);
            PublicKey key = pem.find() ? key(Base64.getMimeDecoder().decode(pem.group(1))) : null;
            if (key == null) {
                throw refused(file, "no public key in PEM of the types EC, RSA and Ed25519", null);
            }
            return key;
        } catch (IOException e) {
            throw refused(file, "cannot be read", e);
        }
    }

    /** The type stands in the key, where only the factory of that type finds it. */
    private static @Nullable PublicKey key(byte[] der) {
        for (String type : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                // Of another type.
            }
        }
        return null;
    }

    private static SourceException refused(InputFile file, String cause, @Nullable Exception e) {
        return new SourceException(new Rejection(file.name(), "", cause), e);
    }
}
