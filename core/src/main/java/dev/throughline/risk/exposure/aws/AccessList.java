package dev.throughline.risk.exposure.aws;

import dev.throughline.model.NetworkRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides as a network ACL does: rules in the order of their numbers, the first that fits, and nothing else gets through. */
final class AccessList {
    /** Ports that answers are sent to; clients choose among them (VPC user guide, Ephemeral ports). */
    private static final int FIRST_EPHEMERAL = 1024;

    private static final int LAST_EPHEMERAL = 65_535;

    private final List<NetworkRule> rules;

    AccessList(List<String> rules) {
        this.rules = rules.stream()
                .map(NetworkRule::parse)
                .filter(rule -> rule.priority() != null)
                .sorted(Comparator.comparing(NetworkRule::priority))
                .toList();
    }

    /** What of some traffic gets in, and whose answers get out. */
    List<Traffic> admits(List<Traffic> incoming) {
        List<Traffic> admitted = new ArrayList<>();
        for (Traffic traffic : through(incoming, true)) {
            Traffic answer = new Traffic(traffic.source(), traffic.protocol(), FIRST_EPHEMERAL, LAST_EPHEMERAL);
            for (Traffic answered : through(List.of(answer), false)) {
                admitted.add(new Traffic(answered.source(), traffic.protocol(), traffic.first(), traffic.last()));
            }
        }
        return admitted.stream().distinct().toList();
    }

    private List<Traffic> through(List<Traffic> all, boolean inbound) {
        List<Traffic> passed = new ArrayList<>();
        List<Traffic> undecided = all;
        for (NetworkRule rule : rules) {
            if (rule.inbound() == inbound) {
                for (Traffic decided : Traffic.of(rule)) {
                    if (rule.allow()) {
                        passed.addAll(Traffic.and(undecided, List.of(decided)));
                    }
                    undecided = undecided.stream()
                            .flatMap(traffic -> traffic.without(decided).stream())
                            .toList();
                }
            }
        }
        return passed;
    }
}
