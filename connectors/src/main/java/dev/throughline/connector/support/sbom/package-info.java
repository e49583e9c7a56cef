/**
 * What bills of materials of every format come to: a subject, the packages in it, and which of them needs which.
 *
 * <p>Public only so that the packages of the connectors can use it; not exported, and no API.
 */
@NullMarked
package dev.throughline.connector.support.sbom;

import org.jspecify.annotations.NullMarked;
