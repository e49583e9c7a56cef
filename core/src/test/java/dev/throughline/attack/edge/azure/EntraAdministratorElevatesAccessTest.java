package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.SUBSCRIPTION;
import static dev.throughline.attack.edge.azure.AzureEstate.directoryRole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import org.junit.jupiter.api.Test;

class EntraAdministratorElevatesAccessTest {
    @Test
    void aGlobalAdministratorReachesAllSubscriptionsAndWhatIsInThem() {
        AssetKey administrator = directoryRole("62e90394-69f5-4237-9190-012177145e10");
        AzureEstate estate = new AzureEstate().directory(administrator);

        assertThat(estate.steps("EntraAdministratorElevatesAccess"))
                .containsExactly(administrator + " " + SUBSCRIPTION);
        assertThat(estate.steps("AzureScopeContainsResource")).containsExactly(SUBSCRIPTION + " " + AzureEstate.GROUP);
    }
}
