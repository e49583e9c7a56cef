package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.Attestation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector where sigstore-java is not on the class path. */
final class WithoutSigstoreTest {
    @TempDir
    private Path folder;

    @Test
    void checksNothing() throws Exception {
        assertThat(run(Plain.class)).isEqualTo("no policy says whose signatures count");
    }

    @Test
    void verifiesByKey() throws Exception {
        assertThat(run(ByKey.class)).isEqualTo("it is not signed by a key that the policy trusts");
    }

    @Test
    void saysWhatATrustedRootNeeds() throws Exception {
        assertThat(run(ByRoot.class))
                .isEqualTo("a trusted root of Sigstore needs dev.sigstore:sigstore-java on the class path");
    }

    private String run(Class<? extends Function<Path, String>> reading) throws Exception {
        Files.writeString(folder.resolve("a.json"), KeyForgeries.envelope(Statements.shop(), "bm9uZQ==", ""));
        Trusted.pem(folder, Trusted.KEY);
        Object isolated = new Hiding()
                .loadClass(reading.getName())
                .getDeclaredConstructor()
                .newInstance();
        @SuppressWarnings("unchecked") // the same interface, by way of the parent class loader
        Function<Path, String> run = (Function<Path, String>) isolated;
        return run.apply(folder);
    }

    private static String verdict(AttestationConnector connector) {
        Collected sink = new Collected();
        connector.list().partitions().get(0).read(sink);
        return sink.all(Attestation.class).get(0).verdict();
    }

    /** Without a policy. */
    public static final class Plain implements Function<Path, String> {
        @Override
        public String apply(Path folder) {
            return verdict(AttestationConnector.files(folder.resolve("a.json")));
        }
    }

    /** With a key. */
    public static final class ByKey implements Function<Path, String> {
        @Override
        public String apply(Path folder) {
            Signer key = Signer.key(folder.resolve("cosign.pub")).repository("github.com/acme/shop");
            return verdict(AttestationConnector.files(folder.resolve("a.json")).trusting(SignaturePolicy.of(key)));
        }
    }

    /** With a trusted root. */
    public static final class ByRoot implements Function<Path, String> {
        @Override
        public String apply(Path folder) {
            try {
                Signer release = Signer.identity(Signing.RELEASE, Signing.GITHUB);
                AttestationConnector.files(folder)
                        .trusting(SignaturePolicy.of(release).sigstore(folder.resolve("root.json")));
                return "trusted";
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        }
    }

    /** Loads the connectors anew and finds no class of sigstore-java. */
    private static final class Hiding extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.sigstore.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.throughline.connector.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
