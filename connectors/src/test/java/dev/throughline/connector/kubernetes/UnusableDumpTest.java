package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Listing;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Pod;
import dev.throughline.model.SecretObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dump holds that cannot be used, and what that costs. */
final class UnusableDumpTest {
    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void startEmpty() {
        dump = new DumpFolder(folder);
    }

    @Test
    void itemsWhoseKindNothingTellsMakeTheFileUnreadable() {
        dump.with("shop.yaml", KubernetesConnectorTest.SHOP)
                .with("export.json", "{\"items\": [{\"metadata\": {\"name\": \"a\"}}]}");

        assertThat(dump.connector().list().completeness())
                .isEqualTo(Completeness.partial("export.json: neither the items nor the list nor the name of the file"
                        + " say what kind they are"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list.yaml | {kind: List, items: 7} | list.yaml /0/items: expected an array, found number",
                "list.json | {\"kind\": \"List\", \"items\": 7} | list.json /items: expected an array, found number",
                "list.json | [] | list.json: expected an object, found array"
            })
    void aListThatIsNoneMakesTheFileUnreadable(String file, String content, String reason) {
        dump.with("shop.yaml", KubernetesConnectorTest.SHOP).with(file, content);

        assertThat(dump.connector().list().completeness()).isEqualTo(Completeness.partial(reason));
    }

    @Test
    void whatIsNoObjectIsRejected() {
        Collected read = dump.with("shop.yaml", KubernetesConnectorTest.SHOP)
                .with("values.yaml", "{replicas: 3}\n---\n[]\n")
                .read();

        assertThat(read.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "values.yaml /0: an object without a kind", "values.yaml /1: expected a Kubernetes object");
    }

    @Test
    void aFileThatCannotBeReadMakesEveryPartitionPartial() {
        dump.with("shop.yaml", KubernetesConnectorTest.SHOP).with("broken.json", "{\"items\": [");

        Listing listing = dump.connector().list();

        assertThat(listing.completeness()).isInstanceOf(Completeness.Partial.class);
        assertThat(listing.partitions()).hasSize(2).allSatisfy(partition -> {
            Completeness completeness = partition.read(new Collected());
            assertThat(completeness).isInstanceOf(Completeness.Partial.class);
            assertThat(((Completeness.Partial) completeness).reason()).startsWith("broken.json 1:12");
        });
        assertThat(dump.read().all(SecretObject.class)).hasSize(1);
    }

    @Test
    void aDumpOfWhichNothingCanBeReadIsRefused() {
        dump.with("broken.json", "");

        assertThatThrownBy(() -> dump.connector().list())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("there is nothing in it");
    }

    @Test
    void aFolderWithoutExportsIsRefused() {
        dump.with("notes.txt", "nothing");

        assertThatThrownBy(() -> dump.connector().list())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("there is no file to read");
    }

    @Test
    void anErrorOfTheApiServerIsNotAnEmptyAnswer() {
        dump.with("shop.yaml", KubernetesConnectorTest.SHOP)
                .with(
                        "secrets.json",
                        "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Failure\", \"code\": 403}");

        assertThat(dump.connector().list().completeness())
                .isEqualTo(Completeness.partial("secrets.json: an error of the API server instead of objects"));
    }

    @Test
    void onePageOfAListIsNotTheList() {
        dump.with("pods.json", "{\"kind\": \"PodList\", \"metadata\": {\"continue\": \"abc\"}, \"items\": []}")
                .with("shop.yaml", KubernetesConnectorTest.SHOP);

        assertThat(dump.connector().list().completeness())
                .isEqualTo(Completeness.partial("pods.json: one page of a list that goes on elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n",
                "kind: Pod\n# ............\n{{- if .Values.enabled }}\nmetadata: {}\n"
            })
    void aTemplateIsRefusedAsWhatItIs(String template) {
        dump.with("shop.yaml", KubernetesConnectorTest.SHOP).with("chart.yaml", template);

        assertThat(dump.connector().list().completeness())
                .isInstanceOfSatisfying(
                        Completeness.Partial.class,
                        partial -> assertThat(partial.reason())
                                .matches("chart.yaml 3:[0-9]+: a template with .*render it first.*"));
    }

    @Test
    void aTemplateThatIsYamlIsRefusedByItsName() {
        Collected read = dump.with("chart.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: '{{ .Release.Name }}'}}")
                .read();

        assertThat(read.all(Pod.class)).isEmpty();
        assertThat(read.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "chart.yaml /0/metadata/name: the name is a template, not a name: render the manifest first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "'%2e'", "''", "\"a\\u202eb\"", "7"})
    void anObjectWithAnImpossibleNameIsRejectedAlone(String name) {
        Collected read = dump.with("pods.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: good}
            """.formatted(name)).read();

        assertThat(read.all(Pod.class)).extracting(Pod::name).containsExactly("good");
        assertThat(read.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.source()).isEqualTo("pods.yaml");
            assertThat(rejection.position()).isEqualTo("/0/metadata/name");
        });
    }

    @Test
    void aValueOfAWrongTypeCostsItsObjectOnly() {
        Collected read = dump.with("pods.json", """
            {"kind": "PodList", "apiVersion": "v1", "items": [
              {"metadata": {"name": "a"}, "spec": {"hostNetwork": "yes"}},
              {"metadata": {"name": "b"}},
              7
            ]}\
            """).read();

        assertThat(read.all(Pod.class)).extracting(Pod::name).containsExactly("b");
        assertThat(read.rejections())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "pods.json /items/0/spec/hostNetwork: expected a boolean, found string",
                        "pods.json /items/2: expected a Kubernetes object");
    }

    @Test
    void aFileBeyondItsLimitIsRefused() {
        dump.with("shop.yaml", KubernetesConnectorTest.SHOP).with("pods.json", "{\"items\": []}");

        assertThat(dump.connector().maxFileSize(100).list().completeness())
                .isInstanceOfSatisfying(
                        Completeness.Partial.class,
                        partial -> assertThat(partial.reason())
                                .startsWith("shop.yaml")
                                .contains("100"));
    }
}
