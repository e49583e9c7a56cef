package dev.throughline.connector.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactsConnectorTest extends ConnectorContract {
    private static final String HEADER = "{\"format\": \"throughline-facts\", \"version\": 1}\n";
    private static final String SHOP = """
        {"kind": "Repository", "key": "repository:github.com/acme/shop", "properties": {"defaultBranch": "main"}}
        """;

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected Connector connector() {
        return file("facts.jsonl", HEADER + SHOP);
    }

    private FactsConnector file(String name, String text) {
        Written.file(folder, name, text);
        return FactsConnector.files(folder).named("mine");
    }

    private void read(String text) {
        file("facts.jsonl", text).list().partitions().get(0).read(sink);
    }

    @Test
    void readsAssetsAndRelations() {
        read(HEADER + SHOP + """

            {"type":"DEFINES","from":"repository:github.com/acme/shop","to":"pipeline:github.com/acme/shop/x.yml"}\r
            {"kind":"CustomAsset","key":"custom:vault/1","properties":{"type":"vault","name":null,"properties":[]}}\
            """);

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.get(Repository.class, AssetKey.repository("github.com/acme/shop"))
                        .defaultBranch())
                .isEqualTo("main");
        assertThat(sink.relations(RelationType.DEFINES)).hasSize(1);
        assertThat(sink.assets()).hasSize(2);
    }

    @Test
    void readsGzip() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("facts.jsonl.gz")))) {
            out.write((HEADER + SHOP).getBytes(StandardCharsets.UTF_8));
        }

        FactsConnector.files(folder).list().partitions().get(0).read(sink);

        assertThat(sink.assets()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                         | line 2: it ends too early",
                "[]                                        | line 2: expected an object, found array",
                "{} {}                                     | line 2: it goes on after the end of the document",
                "{\"key\": \"repository:x\"}                 | line 2: a fact has the kind of an asset or the type of"
                        + " a relation",
                "{\"kind\":\"Spaceship\",\"key\":\"custom:a\"}  | line 2/kind: there is no kind of asset named"
                        + " 'Spaceship'",
                "{\"kind\":\"Node\",\"key\":\"spaceship:1\"}     | line 2/key: 'spaceship:1' does not start with a"
                        + " kind of asset and a colon",
                "{\"kind\":\"Node\",\"key\":\"pod:a/b/c\"}       | line 2: 'pod:a/b/c' is not the key of a Node: it"
                        + " must start with node:",
                "{\"kind\":\"Node\",\"key\":\"node:a/b\",\"x\":1} | line 2/x: such a fact has only the fields [kind,"
                        + " key, properties]",
                "{\"kind\":\"Node\",\"key\":\"node:a/b\",\"properties\":{\"colour\":1}} | line 2/properties/colour:"
                        + " Node has no attribute 'colour'",
                "{\"kind\":\"Node\",\"key\":\"node:a/b\",\"properties\":{\"name\":1}} | line 2/properties/name:"
                        + " expected a string, found number",
                "{\"kind\":\"Repository\",\"key\":\"repository:h/a/b\",\"properties\":{\"visibility\":\"open\"}} |"
                        + " line 2/properties/visibility: 'open' is not a Visibility",
                "{\"type\":\"LIKES\",\"from\":\"node:a/b\",\"to\":\"node:a/c\"} | line 2/type: 'LIKES' is not a"
                        + " RelationType",
                "{\"type\":\"RAN\",\"from\":\"node:a/b\",\"to\":\"node:a/c\"} | line 2: RAN does not lead from"
                        + " node:a/b to node:a/c"
            })
    void rejectsABadLineAloneWithItsPlace(String line, String message) {
        read(HEADER + line + "\n" + SHOP);

        assertThat(sink.rejections()).singleElement().hasToString("facts.jsonl " + message);
        assertThat(sink.assets()).hasSize(1);
    }

    @Test
    void refusesANewerVersion() {
        assertThatThrownBy(() -> read(HEADER.replace("1", "2") + SHOP))
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "facts.jsonl line 1/version: version 2 of the format is newer than 1, the newest this program"
                                + " can read");
    }

    @Test
    void refusesWhatIsNoFileOfFacts() {
        assertThatThrownBy(() -> read(SHOP)).hasMessageContaining("facts.jsonl line 1: a file of facts begins with");
        assertThatThrownBy(() -> read("\n\n")).hasMessage("facts.jsonl: there is nothing in it");
        assertThatThrownBy(() -> read(HEADER.replace("1", "\"1\""))).hasMessageContaining("line 1/version: expected");
        assertThatThrownBy(() -> read("{\"format\":\"throughline-facts\",\"version\":1,\"scope\":\"Nobody\"}"))
                .hasMessageContaining("line 1/scope: 'Nobody' is not a scope");
    }

    @Test
    void keepsScopesApart() throws IOException {
        file("a.jsonl", header("github:acme", "shop") + SHOP);
        file("b.jsonl", header("github:acme", "store") + SHOP);
        FactsConnector all = file("c.jsonl", HEADER + SHOP);

        assertThat(all.scopes())
                .extracting(Connector::scope)
                .containsExactly(Scope.parse("facts:mine"), Scope.parse("github:acme"));
        assertThat(all.scopes().get(0).list().partitions())
                .extracting(Partition::name)
                .containsExactly("c.jsonl");
        assertThat(all.scopes().get(1).list().partitions())
                .extracting(Partition::name)
                .containsExactly("shop", "store");
        assertThatThrownBy(() -> all.list().partitions().get(0).read(sink))
                .hasMessageContaining("a.jsonl line 1/scope: these are facts of github:acme, not of facts:mine");
    }

    @Test
    void aFileThatCannotBeReadMayHoldFactsOfAnyScope() {
        file("a.jsonl", header("github:acme", "shop") + SHOP);
        FactsConnector all = file("b.jsonl", "{");

        assertThat(all.scopes().get(1).list().completeness())
                .isEqualTo(Completeness.partial("it cannot be read whose facts are in b.jsonl"));
        assertThatThrownBy(() -> all.scopes().get(0).list().partitions().get(0).read(sink))
                .hasMessage("b.jsonl line 1: it ends too early");
    }

    @Test
    void refusesASecondFileOfOnePartition() {
        file("a.jsonl", header("github:acme", "shop"));
        FactsConnector all = file("b.jsonl", header("github:acme", "shop"));

        assertThatThrownBy(() -> all.scopes().get(0).list())
                .hasMessage("b.jsonl line 1/partition: 'shop' is in a.jsonl too");
    }

    @Test
    void readsALineThatDoesNotFitItsBuffer() {
        String name = "x".repeat(1 << 20);
        read(HEADER + SHOP.replace("main", name) + SHOP);

        assertThat(sink.all(Repository.class))
                .extracting(Repository::defaultBranch)
                .containsExactly(name, "main");
    }

    private static String header(String scope, String partition) {
        return "{\"format\":\"throughline-facts\",\"version\":1,\"scope\":\"" + scope + "\",\"partition\":\""
                + partition + "\"}\n";
    }
}
