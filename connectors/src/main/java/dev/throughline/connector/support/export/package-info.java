/**
 * Folders with recorded answers of an API, which the connectors of several platforms read. Start at {@link
 * dev.throughline.connector.support.export.ExportFolder}.
 */
@NullMarked
package dev.throughline.connector.support.export;

import org.jspecify.annotations.NullMarked;
