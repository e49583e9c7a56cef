package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FewMembersTest {
    @Test
    void itIsTheMapThatAnyOtherIs() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            Map<String, JsonNode> members = new FewMembers();
            Map<String, JsonNode> expected = new LinkedHashMap<>();
            for (int i = 0; i < random.nextInt(60); i++) {
                String name = new String("name" + random.nextInt(30));
                JsonNode value = IntNode.valueOf(i);
                switch (random.nextInt(4)) {
                    case 0 -> assertThat(members.remove(name)).isEqualTo(expected.remove(name));
                    default -> assertThat(members.put(name, value)).isEqualTo(expected.put(name, value));
                }
                assertThat(members.containsKey(name)).isEqualTo(expected.containsKey(name));
                assertThat(members.get(name)).isEqualTo(expected.get(name));
            }
            assertThat(members).hasSameSizeAs(expected).isEqualTo(expected);
            assertThat(List.copyOf(members.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        }
    }
}
