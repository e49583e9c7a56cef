/**
 * Which code may act as which cloud identity: OpenID Connect federation between build platforms and clouds, and the ways in
 * which its conditions admit more than was meant.
 */
@NullMarked
package dev.throughline.mapping.trust;

import org.jspecify.annotations.NullMarked;
