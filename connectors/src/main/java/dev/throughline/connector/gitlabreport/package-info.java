/**
 * Security reports of GitLab CI. Start at {@link dev.throughline.connector.gitlabreport.GitLabReportConnector}.
 */
@NullMarked
package dev.throughline.connector.gitlabreport;

import org.jspecify.annotations.NullMarked;
