/** The linkers that come with Throughline, one file each; {@link dev.throughline.mapping.link.Linkers} lists them. */
@NullMarked
package dev.throughline.mapping.link;

import org.jspecify.annotations.NullMarked;
