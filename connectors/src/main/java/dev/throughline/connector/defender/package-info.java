/**
 * Exports of Microsoft Defender for Cloud. Start at {@link dev.throughline.connector.defender.DefenderConnector}.
 */
@NullMarked
package dev.throughline.connector.defender;

import org.jspecify.annotations.NullMarked;
