package dev.throughline.connector.attestation;

import com.google.common.hash.Hashing;
import dev.throughline.model.AssetKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Statements about an image, to be signed or wrapped. */
final class Statements {
    static final String DIGEST = "a".repeat(64);
    static final String COMMIT = "3c7d8f1be2a95c64d8b7a3c2e1f09d8c7b6a5e4f";
    static final String OTHER_COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private Statements() {}

    /** Provenance of acme/shop, as GitHub's attest-build-provenance writes it. */
    static String shop() {
        return of("acme/shop", COMMIT, "refs/heads/main", ".github/workflows/release.yml", Signing.RELEASE);
    }

    static String withRepositoryId(String id) {
        return shop().replace(
                        "\"resolvedDependencies\"",
                        "\"internalParameters\": {\"github\": {\"repository_id\": \"" + id
                                + "\"}}, \"resolvedDependencies\"");
    }

    static String of(String repository, String commit, String ref, String workflow, String builder) {
        return """
                {
                  "_type": "https://in-toto.io/Statement/v1",
                  "subject": [{"name": "ghcr.io/acme/shop", "digest": {"sha256": "%s"}}],
                  "predicateType": "https://slsa.dev/provenance/v1",
                  "predicate": {
                    "buildDefinition": {
                      "buildType": "https://actions.github.io/buildtypes/workflow/v1",
                      "externalParameters": {
                        "workflow": {"ref": "%s", "repository": "https://github.com/%s", "path": "%s"}
                      },
                      "resolvedDependencies": [
                        {"uri": "git+https://github.com/%s@%s", "digest": {"gitCommit": "%s"}}
                      ]
                    },
                    "runDetails": {
                      "builder": {"id": "%s"},
                      "metadata": {"invocationId": "https://github.com/%s/actions/runs/77/attempts/1"}
                    }
                  }
                }
                """.formatted(DIGEST, ref, repository, workflow, repository, ref, commit, builder, repository);
    }

    /** Provenance v0.2 of acme/shop, as slsa-github-generator writes it. */
    static String v02(String builder) {
        return """
                {
                  "_type": "https://in-toto.io/Statement/v0.1",
                  "subject": [
                    {"name": "ghcr.io/acme/shop-base", "digest": {"sha256": "%s"}},
                    {"name": "ghcr.io/acme/shop", "digest": {"sha256": "%s"}}
                  ],
                  "predicateType": "https://slsa.dev/provenance/v0.2",
                  "predicate": {
                    "builder": {"id": "%s"},
                    "buildType": "https://github.com/slsa-framework/slsa-github-generator/container@v1",
                    "invocation": {
                      "configSource": {
                        "uri": "git+https://github.com/acme/shop@refs/heads/main",
                        "digest": {"sha1": "%s"},
                        "entryPoint": ".github/workflows/release.yml"
                      },
                      "environment": {"github_run_id": "77", "github_run_attempt": "1"}
                    }
                  }
                }
                """.formatted("b".repeat(64), DIGEST, builder, COMMIT);
    }

    /** The key of an attestation of these bytes. */
    static AssetKey key(String statement) {
        return new AssetKey("attestation:sha256:" + Hashing.sha256().hashString(statement, StandardCharsets.UTF_8));
    }

    /** A statement about an image, of any predicate. */
    static String statement(String predicateType, String subject, String predicate) {
        return """
                {
                  "_type": "https://in-toto.io/Statement/v0.1",
                  "predicateType": "%s",
                  "subject": [{"name": "%s", "digest": {"sha256": "%s"}}],
                  "predicate": %s}
                """.formatted(predicateType, subject, DIGEST, predicate);
    }

    /** A DSSE envelope whose signature nobody can check. */
    static String envelope(String statement) {
        String payload = Base64.getEncoder().encodeToString(statement.getBytes(StandardCharsets.UTF_8));
        return "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"" + payload
                + "\", \"signatures\": [{\"keyid\": \"\", \"sig\": \"MEUCIQ==\"}]}";
    }

    /** A Sigstore bundle without material to verify it by. */
    static String bundle(String statement) {
        return "{\"mediaType\": \"application/vnd.dev.sigstore.bundle.v0.3+json\", \"verificationMaterial\": {},"
                + " \"dsseEnvelope\": " + envelope(statement) + "}";
    }
}
