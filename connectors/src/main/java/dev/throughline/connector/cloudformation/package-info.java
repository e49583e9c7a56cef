/** Reads what AWS CloudFormation says of the resources of its stacks. */
@NullMarked
package dev.throughline.connector.cloudformation;

import org.jspecify.annotations.NullMarked;
