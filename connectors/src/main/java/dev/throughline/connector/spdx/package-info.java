/** Bills of materials in SPDX, JSON, tag-value and JSON-LD. Start at {@link dev.throughline.connector.spdx.SpdxConnector}. */
@NullMarked
package dev.throughline.connector.spdx;

import org.jspecify.annotations.NullMarked;
