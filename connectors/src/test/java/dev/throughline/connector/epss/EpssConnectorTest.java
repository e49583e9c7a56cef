package dev.throughline.connector.epss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Vulnerability;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EpssConnectorTest extends ConnectorContract {
    private static final String HEAD =
            "#model_version:v2025.03.14,score_date:2026-11-21T12:55:00Z\ncve,epss,percentile\n";

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected EpssConnector connector() {
        return scores(HEAD + "CVE-2021-44228,0.94358,0.99957\nCVE-1999-0001,0.0142,0.79835\n");
    }

    private EpssConnector scores(String csv) {
        return scores(csv.getBytes(StandardCharsets.UTF_8));
    }

    private EpssConnector scores(byte[] content) {
        try {
            return EpssConnector.file(Files.write(folder.resolve("epss.csv"), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(EpssConnector connector) {
        connector.list().partitions().get(0).read(sink);
    }

    private Double score(String cve) {
        return sink.get(Vulnerability.class, AssetKey.vulnerability(cve)).epss();
    }

    @Test
    void readsTheProbabilityOfEveryVulnerability() {
        read(connector());

        assertThat(sink.assets()).hasSize(2);
        assertThat(score("CVE-2021-44228")).isEqualTo(0.94358);
        assertThat(score("CVE-1999-0001")).isEqualTo(0.0142);
    }

    @Test
    void readsAPackedFile() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEAD + "CVE-2021-44228,0.9,0.9\n").getBytes(StandardCharsets.UTF_8));
        }

        read(scores(packed.toByteArray()));

        assertThat(score("CVE-2021-44228")).isEqualTo(0.9);
    }

    @Test
    void knowsTheColumnsByTheirNames() {
        read(scores("percentile,model,cve,epss\n0.5,x,CVE-2021-1234,0.25\n"));

        assertThat(score("CVE-2021-1234")).isEqualTo(0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "-0.1", "NaN", "", "0x1p-1", "many", "1e999"})
    void rejectsARowWithoutAProbability(String score) {
        read(scores(HEAD + "CVE-2021-1,0.5,0\nCVE-2021-1111," + score + ",0\nCVE-2021-2222,1,1\n"));

        assertThat(sink.assets()).hasSize(1);
        assertThat(sink.rejections().stream().map(Object::toString))
                .containsExactly(
                        "epss.csv line 3: the first column is not the id of a CVE",
                        "epss.csv line 4: the score is not a probability from 0 to 1");
    }

    @Test
    void refusesWhatIsNotSuchAFile() {
        assertThatThrownBy(() -> read(scores("id,score\nCVE-2021-1234,0.1\n")))
                .isInstanceOf(SourceException.class)
                .hasMessage("epss.csv: its first row names no column 'cve'");
        assertThatThrownBy(() -> read(scores(HEAD)))
                .isInstanceOf(SourceException.class)
                .hasMessage("epss.csv: there is no score in it");
        assertThatThrownBy(() -> read(scores(new byte[] {(byte) 0xff, (byte) 0xfe, 0})))
                .isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> read(scores(HEAD + "CVE-2021-1234,\"" + "1".repeat(2 << 20))))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("a row of more than");
        assertThatThrownBy(() -> read(connector().maxFileSize(10)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("larger than 10 bytes");
    }
}
