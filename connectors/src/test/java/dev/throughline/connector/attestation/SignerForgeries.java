package dev.throughline.connector.attestation;

import static dev.throughline.connector.attestation.Forgery.signed;
import static dev.throughline.connector.attestation.Signing.GITHUB;
import static dev.throughline.connector.attestation.Signing.RELEASE;
import static dev.throughline.connector.attestation.Signing.SHOP;
import static dev.throughline.connector.attestation.Statements.shop;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;

/** Certificates of the real authority, issued to somebody whom acme does not trust. */
final class SignerForgeries {
    private static final Map<String, String> OTHER_WORKFLOWS = Map.ofEntries(
            Map.entry("another workflow of the repository", SHOP + "/.github/workflows/ci.yml@refs/heads/main"),
            Map.entry("another branch", SHOP + "/.github/workflows/release.yml@refs/heads/feature"),
            Map.entry("a tag called main", SHOP + "/.github/workflows/release.yml@refs/tags/main"),
            Map.entry("a pull request", SHOP + "/.github/workflows/release.yml@refs/pull/7/merge"),
            Map.entry("a fork", RELEASE.replace("acme", "mallory")),
            Map.entry("a repository whose name begins alike", RELEASE.replace("shop", "shop-tools")),
            Map.entry("an owner whose name ends alike", RELEASE.replace("acme", "not-acme")),
            Map.entry("more behind the identity", RELEASE + "-old"),
            Map.entry("more before the identity", "https://evil.example/?" + RELEASE),
            Map.entry("a fragment behind the identity", RELEASE + "#"),
            Map.entry("another case", RELEASE.replace("acme", "Acme")),
            Map.entry("any character for a dot", RELEASE.replace("github.com", "githubxcom")),
            Map.entry("a host that begins alike", RELEASE.replace("github.com", "github.com.evil.example")),
            Map.entry("a slash where a star stands", Trusted.BUILDER + "v1/../../heads/main"),
            Map.entry("an @ where a star stands", Trusted.BUILDER + "v1@refs/heads/main"),
            Map.entry("a star for an identity", RELEASE.replace("release.yml", "*")),
            Map.entry("an identity too long to look at", Trusted.BUILDER + "v".repeat(4000)));

    private static final Map<String, String> OTHER_ISSUERS = Map.of(
            "another issuer", "https://gitlab.com",
            "an issuer below the trusted one", GITHUB + "/mallory",
            "an issuer that begins alike", GITHUB + ".evil.example",
            "an issuer with a slash more", GITHUB + "/");

    private SignerForgeries() {}

    static Stream<Forgery> all() {
        return Stream.of(workflows(), people(), issuers()).flatMap(forgeries -> forgeries);
    }

    private static Stream<Forgery> workflows() {
        return OTHER_WORKFLOWS.entrySet().stream()
                .map(other -> untrusted(other.getKey(), signing -> signing.by(other.getValue())));
    }

    private static Stream<Forgery> people() {
        String unreadable = "its certificate cannot be read";
        return Stream.of(
                untrusted("another person", s -> s.byPerson("mallory@acme.example", Trusted.ACCOUNTS)),
                untrusted(
                        "a person whose address begins alike",
                        s -> s.byPerson(Trusted.PERSON + ".evil", Trusted.ACCOUNTS)),
                signed(
                        "a host for an identity",
                        unreadable,
                        shop(),
                        s -> s.identities = new GeneralName[] {new GeneralName(GeneralName.dNSName, "github.com")}),
                signed(
                        "two identities",
                        unreadable,
                        shop(),
                        s -> s.identities = new GeneralName[] {
                            s.identities[0], new GeneralName(GeneralName.rfc822Name, Trusted.PERSON)
                        }));
    }

    private static Stream<Forgery> issuers() {
        String verdict = "the policy trusts the signer, but not this issuer";
        return Stream.concat(
                OTHER_ISSUERS.entrySet().stream()
                        .map(other -> signed(other.getKey(), verdict, shop(), s -> s.certifying(8, other.getValue()))),
                Stream.of(
                        signed("no issuer", verdict, shop(), s -> s.certifying(8, null)),
                        signed(
                                "a person of another issuer",
                                verdict,
                                shop(),
                                s -> s.byPerson(Trusted.PERSON, GITHUB))));
    }

    private static Forgery untrusted(String name, Consumer<Signing> change) {
        return signed(name, "the policy does not trust the signer", shop(), change);
    }
}
