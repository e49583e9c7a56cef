/**
 * Reads states and plans of Terraform and OpenTofu. What they say of a resource is written in the words of its cloud and read by
 * the reader of that cloud, so that keys and facts are the same from both.
 */
@NullMarked
package dev.throughline.connector.terraform;

import org.jspecify.annotations.NullMarked;
