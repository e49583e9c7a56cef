package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.throughline.mapping.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages and schemas say of the commands. */
class CommandPagesTest {
    private static final String MARKETING = "workload:prod-eu/growth/Deployment/marketing-site";

    @ParameterizedTest
    @ValueSource(strings = {"chain", "coverage"})
    void aSchemaNamesEveryCause(String schema) throws Exception {
        JsonNode causes = Ran.read(Files.readString(Path.of("..", "docs", "schema", schema + ".json")))
                .at("/$defs/cause/enum");

        assertThat(causes)
                .extracting(JsonNode::asText)
                .containsExactly(Arrays.stream(Cause.values()).map(Names::of).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coverage", "chain workload:prod-eu/growth/Deployment/marketing-site"})
    void thePageOnCodeToCloudShowsWhatIsPrinted(String command) throws Exception {
        shows("code-to-cloud.md", command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"choke-points --limit 5", "what-if --isolate " + MARKETING})
    void thePageOnChokePointsShowsWhatIsPrinted(String command) throws Exception {
        shows("choke-points-and-what-if.md", command);
    }

    /** What a page shows is what the commands print. Run with {@code -Dthroughline.write=true} to write it. */
    private static void shows(String name, String command) throws IOException {
        Path file = Path.of("..", "docs", name);
        String page = Files.readString(file);
        String before = "throughline " + command + "\n```\n\n```text\n";
        int start = page.indexOf(before) + before.length();
        String wanted = page.substring(0, start)
                + Harborline.run(command.split(" ")).out()
                + page.substring(page.indexOf("```", start));
        if (Boolean.getBoolean("throughline.write")) {
            Files.writeString(file, wanted);
        }

        assertThat(Files.readString(file)).contains(before).isEqualTo(wanted);
    }
}
