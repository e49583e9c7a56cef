package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.Scope;
import dev.throughline.store.RiskStore;
import dev.throughline.store.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.configuration.ssl.SslPolicyConfig;
import org.neo4j.configuration.ssl.SslPolicyScope;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A server that speaks TLS only, by a certificate that no authority knows. */
final class EncryptedServerTest {
    private static final SslPolicyConfig TLS = SslPolicyConfig.forScope(SslPolicyScope.BOLT);

    @TempDir
    private static Path folder;

    private static SelfSignedCertificate certificate;
    private static DatabaseManagementService server;
    private static String authority;

    @BeforeAll
    static void start() throws Exception {
        certificate = SelfSignedCertificate.make(folder.resolve("server"), "localhost");
        server = new DatabaseManagementServiceBuilder(folder.resolve("graph"))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("localhost", 0))
                .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.REQUIRED)
                .setConfig(TLS.enabled, true)
                .setConfig(TLS.base_directory, folder)
                .setConfig(TLS.private_key, certificate.key())
                .setConfig(TLS.public_certificate, certificate.certificate())
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(16))
                .build();
        authority = "localhost:"
                + ((GraphDatabaseAPI) server.database("neo4j"))
                        .getDependencyResolver()
                        .resolveDependency(ConnectorPortRegister.class)
                        .getLocalAddress(ConnectorType.BOLT)
                        .getPort();
    }

    @AfterAll
    static void stop() {
        server.shutdown();
    }

    private static RiskStore connect(String uri, Neo4jSettings settings) {
        return Neo4jRiskStore.connect(uri, AuthTokens.none(), settings);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        assertThatThrownBy(() -> connect("bolt+s://" + authority, Neo4jSettings.defaults()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Neo4j at bolt+s://" + authority + " cannot be trusted: ")
                .hasMessageContaining("unable to find valid certification path")
                .hasMessageEndingWith("If its certificate is right, name it in the settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt+s://", "neo4j+s://"})
    void theCertificateInTheSettingsIsTrusted(String scheme) {
        Neo4jSettings settings = Neo4jSettings.defaults().withTrustedCertificate(certificate.certificate());
        Scope scope = new Scope("github", scheme);

        try (RiskStore store = connect(scheme + authority, settings)) {
            TestServer.see(store, scope);

            assertThat(store.lastSeen(scope)).isPresent();
            assertThat(store.location()).isEqualTo(scheme + authority);
        }
    }

    @Test
    void noOtherCertificateIsTrustedThen() throws Exception {
        SelfSignedCertificate another = SelfSignedCertificate.make(folder.resolve("another"), "localhost");

        assertThatThrownBy(() -> connect(
                        "bolt+s://" + authority,
                        Neo4jSettings.defaults().withTrustedCertificate(another.certificate())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be trusted");
    }

    @Test
    void theCertificateMustNameTheHost() {
        assertThatThrownBy(() -> connect(
                        "bolt+s://" + authority.replace("localhost", "127.0.0.1"),
                        Neo4jSettings.defaults().withTrustedCertificate(certificate.certificate())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be trusted")
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void withoutEncryptionItCannotBeReached() {
        assertThatThrownBy(() -> connect("bolt://" + authority, Neo4jSettings.defaults()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("Neo4j at bolt://" + authority + " cannot be reached");
    }

    @Test
    void saysWhatIsWrongWithTheCertificateInTheSettings() {
        Neo4jSettings missing = Neo4jSettings.defaults().withTrustedCertificate(folder.resolve("none.pem"));
        Neo4jSettings none = Neo4jSettings.defaults().withTrustedCertificate(certificate.key());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect("bolt+s://" + authority, missing))
                .withMessage("the certificate " + folder.resolve("none.pem") + " cannot be read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect("bolt+s://" + authority, none))
                .withMessage(certificate.key() + " is not a certificate in PEM");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connect(
                        "bolt://" + authority,
                        Neo4jSettings.defaults().withTrustedCertificate(certificate.certificate())))
                .withMessageContaining("does not use certificates");
    }
}
