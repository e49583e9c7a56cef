package dev.throughline.connector.attestation;

import static dev.throughline.connector.attestation.Forgery.signed;
import static dev.throughline.connector.attestation.Signing.RELEASE;
import static dev.throughline.connector.attestation.Statements.COMMIT;
import static dev.throughline.connector.attestation.Statements.OTHER_COMMIT;
import static dev.throughline.connector.attestation.Statements.shop;

import java.util.stream.Stream;

/** Statements that say what their signer may not say: a trusted workflow can be made to sign anything. */
final class StatementForgeries {
    private static final String MAIN = "refs/heads/main";
    private static final String WORKFLOW = ".github/workflows/release.yml";
    private static final String RUN = "https://github.com/acme/shop/actions/runs/";
    private static final String RUNNER = "https://github.com/actions/runner/self-hosted";

    private StatementForgeries() {}

    static Stream<Forgery> all() {
        return Stream.concat(contradictions(), spokesmen());
    }

    private static Stream<Forgery> contradictions() {
        return Stream.of(
                says(
                        "another repository",
                        by("acme/billing", RELEASE),
                        "repository github.com/acme/billing, its certificate github.com/acme/shop"),
                says(
                        "the repository of another owner",
                        by("mallory/shop", RELEASE),
                        "repository github.com/mallory/shop, its certificate github.com/acme/shop"),
                says(
                        "the repository of another host",
                        shop().replace(
                                        "https://github.com/acme/shop\", \"path",
                                        "https://gitlab.com/acme/shop\", \"path"),
                        "repository gitlab.com/acme/shop, its certificate github.com/acme/shop"),
                says(
                        "no repository but a bucket",
                        shop().replace("https://github.com/acme/shop\", \"path", "gs://acme/shop\", \"path"),
                        "repository gs://acme/shop, its certificate github.com/acme/shop"),
                says(
                        "the id of another repository",
                        Statements.withRepositoryId("4712"),
                        "repository id 4712, its certificate 4711"),
                says(
                        "another commit",
                        Statements.of("acme/shop", OTHER_COMMIT, MAIN, WORKFLOW, RELEASE),
                        "commit " + OTHER_COMMIT + ", its certificate " + COMMIT),
                says(
                        "another ref",
                        Statements.of("acme/shop", COMMIT, "refs/tags/v1", WORKFLOW, RELEASE),
                        "ref refs/tags/v1, its certificate refs/heads/main"),
                says(
                        "another workflow",
                        Statements.of("acme/shop", COMMIT, MAIN, ".github/workflows/ci.yml", RELEASE),
                        "workflow .github/workflows/ci.yml, its certificate " + WORKFLOW),
                says(
                        "a trusted builder that did not sign",
                        by("acme/shop", Trusted.BUILDER + "v1"),
                        "builder " + Trusted.BUILDER + "v1, its certificate " + RELEASE),
                says(
                        "a runner of another kind",
                        by("acme/shop", RUNNER),
                        "builder " + RUNNER + ", its certificate " + RELEASE),
                says(
                        "another run",
                        shop().replace("/runs/77/", "/runs/78/"),
                        "run " + RUN + "78/attempts/1, its certificate " + RUN + "77/attempts/1"),
                says(
                        "another attempt",
                        shop().replace("attempts/1", "attempts/2"),
                        "run " + RUN + "77/attempts/2, its certificate " + RUN + "77/attempts/1"),
                says(
                        "another repository by provenance v0.2",
                        Statements.v02(RELEASE)
                                .replace("git+https://github.com/acme/shop", "git+https://github.com/acme/old"),
                        "repository github.com/acme/old, its certificate github.com/acme/shop"));
    }

    private static Stream<Forgery> spokesmen() {
        return Stream.of(
                signed(
                        "a trusted workflow that a stranger called",
                        "the policy does not let the signer speak for repository github.com/mallory/shop",
                        by("mallory/shop", Trusted.BUILDER + "v1"),
                        s -> s.by(Trusted.BUILDER + "v1").calledFrom("mallory/shop")),
                signed(
                        "a trusted workflow of which the policy says not who may call it",
                        "the signer is not of repository github.com/mallory/shop, and the policy does not say for which"
                                + " repositories it speaks",
                        by("mallory/shop", Trusted.TOOL),
                        s -> s.by(Trusted.TOOL).calledFrom("mallory/shop")),
                signed(
                        "a builder that the policy does not name",
                        "the policy does not let the signer speak for builder " + RELEASE,
                        by("acme/shop", RELEASE),
                        s -> s.by(Trusted.BUILDER + "v1")),
                signed(
                        "no builder where the policy names some",
                        "the policy does not let the signer speak for an unnamed builder",
                        by("acme/shop", ""),
                        s -> s.by(Trusted.BUILDER + "v1")),
                signed(
                        "a person of another repository",
                        "the policy does not let the signer speak for repository github.com/acme/billing",
                        by("acme/billing", RELEASE),
                        s -> s.byPerson(Trusted.PERSON, Trusted.ACCOUNTS)));
    }

    private static Forgery says(String name, String statement, String difference) {
        return signed(name, "the statement names " + difference, statement, signing -> {});
    }

    private static String by(String repository, String builder) {
        return Statements.of(repository, COMMIT, MAIN, WORKFLOW, builder);
    }
}
