/** Reads what people say about their assets: which are critical, which hold sensitive data, what a credential opens. */
@NullMarked
package dev.throughline.connector.classification;

import org.jspecify.annotations.NullMarked;
