/** Reads what the container-mapping step of Microsoft Security DevOps sends at the end of a job of any platform. */
@NullMarked
package dev.throughline.connector.containermapping;

import org.jspecify.annotations.NullMarked;
