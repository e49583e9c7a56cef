package dev.throughline.graph;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationSeverity;

/** How the driver is set up. It connects to nobody before it has something to do. */
final class Drivers {
    private Drivers() {}

    static Driver make(URI address, AuthToken auth, Neo4jSettings settings) {
        Path certificate = settings.trustedCertificate();
        if (certificate == null) {
            return GraphDatabase.driver(address, auth, config(settings).build());
        }
        URI unencrypted = ServerAddress.withoutEncryption(address);
        Config encrypted = config(settings)
                .withEncryption()
                .withTrustStrategy(trustOnly(certificate))
                .build();
        return GraphDatabase.driver(unencrypted, auth, encrypted);
    }

    private static Config.TrustStrategy trustOnly(Path certificate) {
        try (InputStream pem = Files.newInputStream(certificate)) {
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .isEmpty()) {
                throw new CertificateException("empty");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the certificate " + certificate + " cannot be read", e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(certificate + " is not a certificate in PEM", e);
        }
        return Config.TrustStrategy.trustCustomCertificateSignedBy(certificate.toFile());
    }

    // There is no other way yet to keep the driver from writing to standard error.
    @SuppressWarnings("deprecation")
    private static Config.ConfigBuilder config(Neo4jSettings settings) {
        long connectMillis = settings.connectTimeout().toMillis();
        return Config.builder()
                .withLogging(Logging.none())
                .withUserAgent("throughline")
                .withTelemetryDisabled(true)
                .withMinimumNotificationSeverity(NotificationSeverity.OFF)
                .withMaxConnectionPoolSize(settings.maxConnections())
                .withConnectionTimeout(connectMillis, TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(connectMillis, TimeUnit.MILLISECONDS)
                // It would begin anew where Database has been trying for long, and not heed an interrupt.
                .withMaxTransactionRetryTime(0, TimeUnit.MILLISECONDS);
    }
}
