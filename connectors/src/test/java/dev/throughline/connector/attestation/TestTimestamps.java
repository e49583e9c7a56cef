package dev.throughline.connector.attestation;

import static dev.throughline.connector.attestation.TestAuthority.base64;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp authority (RFC 3161). */
final class TestTimestamps {
    private final TestAuthority authority = new TestAuthority("times");
    private final KeyPair key = TestAuthority.newKey();
    private final X509Certificate certificate = certificate();

    private X509Certificate certificate() {
        try {
            return authority.issue(authority
                    .certificate(key, TestSigstore.BEGIN, TestSigstore.END)
                    .addExtension(
                            Extension.subjectAlternativeName,
                            true,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, "times.example")))
                    .addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authority as a trusted root lists it. */
    String trusted() {
        return """
                {
                  "subject": {"organization": "example", "commonName": "times"},
                  "uri": "https://times.example",
                  "certChain": %s,
                  "validFor": {"start": "%s", "end": "%s"}
                }
                """.formatted(authority.chain(certificate), TestSigstore.BEGIN, TestSigstore.END);
    }

    /** The answer for a signature, in Base64. */
    String timestamp(byte[] signature, Instant time) {
        try {
            var token = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.2"));
            token.addCertificates(new JcaCertStore(List.of(certificate)));
            var request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            byte[] hash = Hashing.sha256().hashBytes(signature).asBytes();
            return base64(new TimeStampResponseGenerator(token, TSPAlgorithms.ALLOWED)
                    .generate(request.generate(TSPAlgorithms.SHA256, hash), BigInteger.ONE, Date.from(time))
                    .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }
}
