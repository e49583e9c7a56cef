/**
 * What VEX documents of every format come to: statements on a vulnerability in products.
 *
 * <p>Public only so that the packages of the connectors can use it; not exported, and no API.
 */
@NullMarked
package dev.throughline.connector.support.vex;

import org.jspecify.annotations.NullMarked;
