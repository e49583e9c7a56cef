/**
 * Reads an organization of Azure DevOps. Start at {@link dev.throughline.connector.azuredevops.AzureDevOpsConnector}.
 */
@NullMarked
package dev.throughline.connector.azuredevops;

import org.jspecify.annotations.NullMarked;
