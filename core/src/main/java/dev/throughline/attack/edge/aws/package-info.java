/**
 * Steps within Amazon Web Services: what principals may do by their policies, and which role a machine acts as.
 * {@link dev.throughline.attack.edge.aws.AwsEdges} lists them.
 *
 * <p>{@code Statement} compiles one statement of a policy, {@code Evaluator} decides one request as IAM does, {@code Abuses}
 * asks it for every row of {@code abuses.tsv}, and each edge takes the rows of its category.
 */
@NullMarked
package dev.throughline.attack.edge.aws;

import org.jspecify.annotations.NullMarked;
