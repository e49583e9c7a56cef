package dev.throughline.attack.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {
    @ParameterizedTest
    @CsvSource({
        "*, Microsoft.Web/sites/write, true",
        "*, data:Microsoft.Web/x/read, false",
        "data:*, data:Microsoft.Web/x/read, true",
        "*/read, Microsoft.Web/sites/read, true",
        "*/read, Microsoft.Web/sites/write, false",
        "microsoft.web/SITES/*, Microsoft.Web/sites/a/b/write, true",
        "Microsoft.Web/*/write, Microsoft.Web/sites/slots/write, true",
        "Microsoft.Web/*/write, Microsoft.Web/sites/writes, false",
        "* !Microsoft.Web/*, Microsoft.Web/sites/write, false",
        "* !Microsoft.Web/*, Microsoft.Sql/servers/write, true",
        "!* , Microsoft.Sql/servers/write, false"
    })
    void anActionIsAllowedByOnePatternAndByNoExclusion(String patterns, String action, boolean allowed) {
        assertThat(new Permissions(List.of(patterns.split(" "))).allow(action)).isEqualTo(allowed);
    }
}
