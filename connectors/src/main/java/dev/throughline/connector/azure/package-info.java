/**
 * Reads exports of Azure and Entra: answers of Azure Resource Graph and Azure Resource Manager, what {@code az … list} prints,
 * and answers of Microsoft Graph. {@link dev.throughline.connector.azure.AzureConnector} is the way in; each kind of resource
 * has a reader of its own.
 */
@NullMarked
package dev.throughline.connector.azure;

import org.jspecify.annotations.NullMarked;
