/**
 * Who owns code, by the rules of each platform: {@link dev.throughline.connector.support.codeowners.GitHubCodeOwners},
 * {@link dev.throughline.connector.support.codeowners.GitLabCodeOwners} and, where there is no such file,
 * {@link dev.throughline.connector.support.codeowners.RequiredReviewers} of Azure DevOps. All end in
 * {@link dev.throughline.connector.support.codeowners.CodeRule}s of one form, of which
 * {@link dev.throughline.connector.support.codeowners.OwnershipFacts} makes facts.
 */
@NullMarked
package dev.throughline.connector.support.codeowners;

import org.jspecify.annotations.NullMarked;
