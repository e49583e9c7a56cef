/**
 * Statements about artifacts: in-toto attestations, above all SLSA provenance, in the wrappings they are found in.
 * Start at {@link dev.throughline.connector.attestation.AttestationConnector}.
 */
@NullMarked
package dev.throughline.connector.attestation;

import org.jspecify.annotations.NullMarked;
