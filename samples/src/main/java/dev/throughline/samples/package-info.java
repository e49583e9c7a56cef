/**
 * The command line over the library. {@link dev.throughline.samples.QuickStart} is the shortest program that uses it;
 * {@link dev.throughline.samples.Main} is the command line, with one class for each command.
 */
@NullMarked
package dev.throughline.samples;

import org.jspecify.annotations.NullMarked;
