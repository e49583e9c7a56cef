/**
 * Ways from the internet to what runs in Amazon Web Services. {@link dev.throughline.risk.exposure.aws.AwsExposure} finds them.
 */
@NullMarked
package dev.throughline.risk.exposure.aws;

import org.jspecify.annotations.NullMarked;
