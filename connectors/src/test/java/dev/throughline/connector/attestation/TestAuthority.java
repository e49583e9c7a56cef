package dev.throughline.connector.attestation;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.Longs;
import com.google.common.primitives.Shorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority like Fulcio: a root, an intermediate, and certificates with a timestamp of a certificate log. */
final class TestAuthority {
    private static final ASN1ObjectIdentifier TIMESTAMPS = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration YEARS = Duration.ofDays(3650);

    private final String name;
    private final KeyPair rootKey = newKey();
    private final KeyPair key = newKey();
    private final X509CertificateHolder root;
    private final X509CertificateHolder intermediate;

    TestAuthority(String name) {
        this.name = name;
        root = sign(authority("CN=" + name, "CN=" + name, rootKey), rootKey.getPrivate());
        intermediate = sign(authority("CN=" + name, subject(), key), rootKey.getPrivate());
    }

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(byte[] content, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificates of the authority behind some it issued, as a trusted root lists them. */
    String chain(X509Certificate... issued) {
        return Stream.concat(Stream.of(issued), Stream.of(intermediate, root).map(TestAuthority::converted))
                .map(certificate -> "{\"rawBytes\": \"" + base64(encoded(certificate)) + "\"}")
                .collect(Collectors.joining(",", "{\"certificates\": [", "]}"));
    }

    X509v3CertificateBuilder certificate(KeyPair holder, Instant begin, Instant end) {
        return new X509v3CertificateBuilder(
                new X500Name(subject()),
                BigInteger.TWO,
                Date.from(begin),
                Date.from(end),
                new X500Name(""),
                SubjectPublicKeyInfo.getInstance(holder.getPublic().getEncoded()));
    }

    X509Certificate issue(X509v3CertificateBuilder certificate) {
        return converted(sign(certificate, key.getPrivate()));
    }

    /** Issues a certificate with a signed timestamp of a log in it (RFC 6962, sections 3.2 and 3.3). */
    X509Certificate issue(X509v3CertificateBuilder certificate, KeyPair log, Instant time) throws IOException {
        byte[] content = sign(certificate, key.getPrivate())
                .toASN1Structure()
                .getTBSCertificate()
                .getEncoded();
        byte[] signed = Bytes.concat(
                new byte[] {0, 0},
                Longs.toByteArray(time.toEpochMilli()),
                new byte[] {0, 1},
                Hashing.sha256().hashBytes(key.getPublic().getEncoded()).asBytes(),
                Arrays.copyOfRange(Longs.toByteArray(content.length), 5, 8),
                content,
                new byte[] {0, 0});
        byte[] signature = sign(signed, log.getPrivate());
        byte[] timestamp = Bytes.concat(
                new byte[] {0},
                keyId(log),
                Longs.toByteArray(time.toEpochMilli()),
                new byte[] {0, 0, 4, 3},
                Shorts.toByteArray((short) signature.length),
                signature);
        byte[] list = Bytes.concat(
                Shorts.toByteArray((short) (timestamp.length + 2)),
                Shorts.toByteArray((short) timestamp.length),
                timestamp);
        certificate.addExtension(TIMESTAMPS, false, new DEROctetString(list));
        return issue(certificate);
    }

    /** The name of a log: the SHA-256 of its key. */
    static byte[] keyId(KeyPair log) {
        return Hashing.sha256().hashBytes(log.getPublic().getEncoded()).asBytes();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String subject() {
        return "CN=" + name + "-intermediate";
    }

    private static X509v3CertificateBuilder authority(String issuer, String subject, KeyPair key) {
        var certificate = new X509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.ONE,
                Date.from(BEGIN),
                Date.from(BEGIN.plus(YEARS)),
                new X500Name(subject),
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
        try {
            return certificate
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509CertificateHolder sign(X509v3CertificateBuilder certificate, PrivateKey key) {
        try {
            return certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate converted(X509CertificateHolder certificate) {
        try {
            return new JcaX509CertificateConverter().getCertificate(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
