package dev.throughline.connector.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.SourceException;
import dev.throughline.model.SoftwarePackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills of materials in XML. */
final class CycloneDxXmlTest {
    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    private CycloneDxConnector file(String name, String content) {
        Written.file(folder, name, content);
        return CycloneDxConnector.files(folder).named("shop");
    }

    private void read(CycloneDxConnector connector) {
        connector.list().partitions().get(0).read(sink);
    }

    @Test
    void xmlTellsTheSameAsJson() {
        read(file("shop.xml", """
            <?xml version="1.0"?>
            <!-- written by hand -->
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="urn:uuid:1-2-3" version="4">
              <metadata>
                <timestamp>2026-11-18T05:11:09Z</timestamp>
                <tools><tool><name>a</name></tool><tool><name>b</name></tool></tools>
                <supplier><name>Acme</name></supplier>
                <component bom-ref="root" type="container"><name>shop</name>
                  <purl>pkg:oci/shop@%s?repository_url=ghcr.io/acme/shop&amp;tag=1.4</purl></component>
              </metadata>
              <dependencies>
                <dependency ref="webmvc"><dependency ref="core"/><dependency ref="nowhere"/></dependency>
                <dependency ref="nowhere"><dependency ref="core"/></dependency>
                <dependency ref="core"/>
              </dependencies>
              <vulnerabilities><vulnerability>
                <id>GHSA-g5vr-rgqm-vf78</id>
                <source><name>GHSA</name></source>
                <references><reference><id>CVE-2024-38819</id><source><name>NVD</name></source></reference></references>
                <ratings>
                  <rating><source><name>nvd</name></source><score>5.9</score><severity>medium</severity>
                    <method>CVSSv31</method><vector>CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N</vector></rating>
                  <rating><source><name>ghsa</name></source><score>7.5</score><severity>high</severity>
                    <method>CVSSv31</method><vector>CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N</vector></rating>
                </ratings>
                <cwes><cwe>22</cwe></cwes>
                <description>Path traversal in functional web frameworks</description>
                <analysis><state>not_affected</state><justification>code_not_reachable</justification>
                  <responses><response>update</response></responses><detail>no such <![CDATA[route]]></detail></analysis>
                <affects><target><ref>webmvc</ref><versions><version><version>6.1.13</version><status>affected</status>
                  </version></versions></target></affects>
              </vulnerability></vulnerabilities>
              <components>
                <component bom-ref="webmvc" type="library"><name>spring-webmvc</name><version>6.1.13</version>
                  <licenses><license><id>MIT</id></license><license><id>Apache-2.0</id></license></licenses>
                  <purl>%s</purl>
                  <components><component bom-ref="core" type="library"><name>spring-core</name><purl>%s</purl></component>
                  </components></component>
                <component bom-ref="file" type="file"><name>/etc/passwd</name></component>
              </components>
            </bom>
            """.formatted(
                        CycloneDxConnectorTest.DIGEST, CycloneDxConnectorTest.SPRING, CycloneDxConnectorTest.CORE)));
        Collected json = new Collected();
        Path other = folder.resolve("json");
        try {
            Files.createDirectory(other);
            Files.writeString(other.resolve("shop.json"), CycloneDxConnectorTest.SHOP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CycloneDxConnector.files(other).list().partitions().get(0).read(json);

        assertThat(withoutDocument(sink)).isEqualTo(withoutDocument(json));
    }

    private static List<String> withoutDocument(Collected facts) {
        return facts.facts().stream().filter(fact -> !fact.contains("sbom:")).toList();
    }

    @Test
    void billionLaughsAreRefusedBeforeTheFirstOne() {
        CycloneDxConnector connector = file("bom.xml", """
            <?xml version="1.0"?>
            <!DOCTYPE bom [
              <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
            ]>
            <bom xmlns="http://cyclonedx.org/schema/bom/1.4"><metadata><timestamp>&c;</timestamp></metadata></bom>
            """).repository("github.com/acme/shop");

        assertThatThrownBy(() -> read(connector))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("bom.xml ")
                .hasMessageContaining("a document type declaration");
    }

    @Test
    void anExternalEntityIsNotFetched() {
        CycloneDxConnector connector =
                file("bom.xml", """
                    <!DOCTYPE bom SYSTEM "%s"><bom xmlns="http://cyclonedx.org/schema/bom/1.4"/>
                    """.formatted(folder.resolve("x.dtd").toUri())).repository("github.com/acme/shop");

        assertThatThrownBy(() -> read(connector)).hasMessageContaining("a document type declaration");
    }

    @Test
    void elementsOfOtherNamespacesArePassedOver() {
        read(file("bom.xml", """
            <bom xmlns="http://cyclonedx.org/schema/bom/1.2" xmlns:v="http://cyclonedx.org/schema/ext/vulnerability/1.0">
              <components><component type="library"><purl>%s</purl><v:purl>x</v:purl></component><v:component/></components>
              <v:vulnerabilities><v:vulnerability><v:id>x</v:id></v:vulnerability></v:vulnerabilities>
            </bom>
            """.formatted(CycloneDxConnectorTest.CORE)).repository("github.com/acme/shop"));

        assertThat(sink.all(SoftwarePackage.class)).hasSize(1);
        assertThat(sink.rejections()).isEmpty();
    }

    @Test
    void elementsInsideEachOtherHaveALimit() {
        String deep = "<component><components>".repeat(40) + "</components></component>".repeat(40);
        CycloneDxConnector connector = file(
                "bom.xml",
                "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><components>" + deep + "</components></bom>");

        assertThatThrownBy(() -> read(connector)).hasMessageContaining("nested deeper than 64");
    }
}
