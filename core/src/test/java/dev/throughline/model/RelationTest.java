package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Estate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelationTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey NODE = AssetKey.parse("node:prod/n1");

    @ParameterizedTest
    @EnumSource
    void leadsBetweenTheKindsThatItsTypeNames(RelationType type) {
        assertThat(type.ends().isEmpty()).isFalse();
        type.ends().forEach((from, to) -> {
            Relation relation = new Relation(Estate.key(from), type, Estate.key(to));
            assertThat(relation.properties()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void takesThePropertiesThatItsTypeNames(RelationType type) {
        Map.Entry<AssetKind, AssetKind> ends = type.ends().entries().iterator().next();
        AssetKey from = Estate.key(ends.getKey());
        AssetKey to = Estate.key(ends.getValue());
        Map<String, String> properties = new TreeMap<>();
        type.properties().forEach(name -> properties.put(name, "x"));

        assertThat(new Relation(from, type, to, properties).properties()).isEqualTo(properties);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Relation(from, type, to, Map.of("colour", "red")))
                .withMessageContaining("colour");
    }

    @Test
    void refusesEndsThatItsTypeDoesNotName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Relation(NODE, RelationType.DEFINES, SHOP))
                .withMessage("DEFINES does not lead from node:prod/n1 to repository:github.com/acme/shop");
    }

    @Test
    void mayAlwaysStartOrEndAtACustomAsset() {
        AssetKey custom = AssetKey.parse("custom:mainframe/1");

        assertThat(new Relation(custom, RelationType.STORES, NODE).from()).isEqualTo(custom);
        assertThat(new Relation(NODE, RelationType.STORES, custom).to()).isEqualTo(custom);
    }

    @Test
    void leadsBetweenAnyKindsOfCloudResources() {
        AssetKey machine = AssetKey.of(AssetKind.VIRTUAL_MACHINE, "arn:aws:ec2:vm");
        AssetKey store = AssetKey.of(AssetKind.DATA_STORE, "arn:aws:s3:::b");

        assertThat(new Relation(machine, RelationType.STORES, store))
                .hasToString("cloud:arn:aws:ec2:vm STORES cloud:arn:aws:s3:::b");
    }
}
