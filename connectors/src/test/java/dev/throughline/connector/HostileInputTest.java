package dev.throughline.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.connector.support.Collected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every connector refuses what nobody should send, or rejects a record of it, and says why. Nothing else is thrown, whatever
 * the bytes, nothing takes long, and nothing is opened but the file.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
final class HostileInputTest {
    private static final int DAMAGES = 40;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.throughline.connector.Readers#allKinds")
    void whatIsMadeToDoHarmIsRefused(String kind) throws IOException {
        for (Map.Entry<String, byte[]> document : HostileDocuments.BY_NAME.entrySet()) {
            Collected sink = new Collected();

            assertThat(Untrusted.isSound(kind, folder, document.getValue(), sink))
                    .as(document.getKey())
                    .isFalse();
            assertThat(sink.relations()).as(document.getKey()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.throughline.connector.Readers#kinds")
    void aDamagedFileIsReadAsFarAsItGoesOrRefused(String kind) throws IOException {
        Random random = new Random(kind.hashCode());
        for (byte[] sound : CorpusFiles.found().small(kind)) {
            for (int i = 0; i < DAMAGES; i++) {
                Untrusted.isSound(kind, folder, Damage.done(sound, random), new Collected());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.throughline.connector.Readers#kinds")
    void aFileInUtf16SaysTheSameOrIsRefused(String kind) throws IOException {
        for (byte[] sound : CorpusFiles.found().small(kind)) {
            Collected expected = new Collected();
            Untrusted.isSound(kind, folder, sound, expected);
            String text = new String(sound, UTF_8);
            for (byte[] other : List.of(("\uFEFF" + text).getBytes(UTF_16LE), text.getBytes(UTF_16BE))) {
                Collected sink = new Collected();
                if (Untrusted.isSound(kind, folder, other, sink)) {
                    assertThat(sink.facts()).hasSameSizeAs(expected.facts());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.throughline.connector.Readers#kinds")
    void noAddressInAFileIsOpened(String kind) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://localhost:" + server.getLocalPort() + "/";
            for (byte[] sound : CorpusFiles.found().small(kind)) {
                String text = new String(sound, ISO_8859_1).replaceAll("(https?|file)://[^/\"\\s]*/", address);
                Untrusted.isSound(kind, folder, text.getBytes(ISO_8859_1), new Collected());
            }
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.throughline.connector.Readers#kindsInFolders")
    void aLinkThatLeadsOutOfTheFolderIsNotFollowed(String kind) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Path outside = Files.write(
                folder.resolve("outside"), CorpusFiles.found().small(kind).get(0));
        Path link = inside.resolve(Readers.name(kind));
        try {
            Files.createSymbolicLink(link, outside);
        } catch (IOException | UnsupportedOperationException e) {
            assumeThat(e).as("symbolic links").isNull();
        }
        Collected sink = new Collected();

        assertThat(Untrusted.isSound(kind, inside, link.getFileName(), sink)).isFalse();
        assertThat(sink.relations()).isEmpty();
    }
}
