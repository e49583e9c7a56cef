/** Reads answers of the AWS command line, AWS Config and IAM as people keep them in files. */
@NullMarked
package dev.throughline.connector.aws;

import org.jspecify.annotations.NullMarked;
