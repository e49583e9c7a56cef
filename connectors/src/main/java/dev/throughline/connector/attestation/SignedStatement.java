package dev.throughline.connector.attestation;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.SignatureState;

/**
 * A statement freed from its wrapping.
 *
 * @param statement the statement
 * @param sha256 SHA-256 of its bytes, 64 hex digits
 * @param signature whether the wrapping carries a signature
 */
record SignedStatement(Fields statement, String sha256, SignatureState signature) {}
