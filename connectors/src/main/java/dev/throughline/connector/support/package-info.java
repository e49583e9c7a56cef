/**
 * What the connectors read with. Files are hostile: every reader here has limits, refuses duplicate keys, never leaves
 * the folder it was given, and says where a document is wrong without quoting it.
 *
 * <p>In reading order: {@link dev.throughline.connector.support.SourceFiles} finds files,
 * {@link dev.throughline.connector.support.Json} and {@link dev.throughline.connector.support.Yaml} read them into
 * {@link dev.throughline.connector.support.Fields}, {@link dev.throughline.connector.support.Records} keeps one bad record
 * from spoiling the others.
 *
 * <p>Public only so that the packages of the connectors can use it; not exported, and no API.
 */
@NullMarked
package dev.throughline.connector.support;

import org.jspecify.annotations.NullMarked;
