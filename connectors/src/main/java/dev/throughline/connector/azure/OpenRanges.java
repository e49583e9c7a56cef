package dev.throughline.connector.azure;

import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ranges that the firewall of a store lets in. */
final class OpenRanges {
    static final List<String> ANYWHERE = List.of("0.0.0.0/0", "::/0");

    private OpenRanges() {}

    /**
     * Reads {@code networkAcls} of storage accounts and key vaults, {@code networkRuleSet} of registries.
     *
     * @param rules the rules; absent where they were not read
     * @param address name of the field that holds a range
     */
    static @Nullable List<String> of(Fields rules, String address) {
        String otherwise = rules.text("defaultAction");
        if (otherwise == null) {
            return null;
        }
        if (otherwise.equalsIgnoreCase("Allow")) {
            return ANYWHERE;
        }
        List<String> ranges = new ArrayList<>();
        for (Fields rule : rules.list("ipRules")) {
            String range = rule.text(address);
            if (range != null) {
                ranges.add(range);
            }
        }
        return ranges.stream().sorted().toList();
    }
}
