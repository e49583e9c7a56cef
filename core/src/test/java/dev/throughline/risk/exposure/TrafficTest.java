package dev.throughline.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.NetworkRule;
import dev.throughline.risk.exposure.Way.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {
    private static Traffic through(String... rules) {
        return Traffic.fromInternet()
                .through(List.of(rules).stream().map(NetworkRule::parse).toList());
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        Traffic traffic = through(
                "in deny 100 tcp 22 0.0.0.0/0,::/0",
                "in allow 200 tcp 20-25 0.0.0.0/0",
                "in deny 300 * * 0.0.0.0/0,::/0",
                "in allow 400 * * 0.0.0.0/0");

        assertThat(traffic.ports()).containsExactly("20-21/tcp", "23-25/tcp");
        assertThat(traffic.width()).isEqualTo(Width.WIDE);
        assertThat(traffic.deciding()).containsExactly("in allow 200 tcp 20-25 0.0.0.0/0");
    }

    @Test
    void denialsOfSomeSendersLeaveTheOthers() {
        assertThat(through("in deny 1 * * 203.0.113.0/24", "in allow 2 tcp 443 203.0.113.0/24,198.51.100.7")
                        .ports())
                .containsExactly("443/tcp");
        assertThat(through("in deny 1 * * 203.0.113.0/25,203.0.113.128/25", "in allow 2 tcp 443 203.0.113.0/24")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void privateSendersAreNotOnTheInternet() {
        assertThat(through("in allow 1 * * 10.0.0.0/8,VirtualNetwork").isEmpty())
                .isTrue();
        assertThat(through("out allow 1 * * 0.0.0.0/0").isEmpty()).isTrue();
    }

    @Test
    void fewSendersAreNarrow() {
        assertThat(through("in allow 1 tcp 443 203.0.113.0/24").width()).isEqualTo(Width.NARROW);
        assertThat(through("in allow 1 tcp 443 0.0.0.0/1,128.0.0.0/1").width()).isEqualTo(Width.WIDE);
        assertThat(through("in allow 1 tcp 443 ::/0").width()).isEqualTo(Width.WIDE);
    }

    @Test
    void aSecondFirewallTakesAwayFromWhatTheFirstLeft() {
        Traffic both = through("in allow 1 tcp 80-90 0.0.0.0/0")
                .through(List.of(NetworkRule.parse("in allow 1 tcp 85-443 203.0.113.0/24")));

        assertThat(both.ports()).containsExactly("85-90/tcp");
        assertThat(both.width()).isEqualTo(Width.NARROW);
    }

    @Test
    void onlySomePortsMayBeAskedFor() {
        assertThat(Traffic.fromInternet().to(List.of("443/tcp", "*/udp")).ports())
                .containsExactly("443/tcp", "*/udp");
    }

    /** Asks each pair of sender and port by going through the rules one by one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysWhatAWalkThroughTheRulesSays(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            List<NetworkRule> subnet = rules(random);
            List<NetworkRule> card = rules(random);
            Set<Integer> open = new TreeSet<>();
            for (int port = 0; port < 16; port++) {
                for (int sender = 0; sender < 32; sender++) {
                    if (admits(subnet, port, sender) && admits(card, port, sender)) {
                        open.add(port);
                    }
                }
            }
            Traffic traffic = Traffic.fromInternet()
                    .to(List.of("0-15/tcp"))
                    .from(List.of("8.8.8.0/27"))
                    .through(subnet)
                    .through(card);

            assertThat(ports(traffic)).as("%s then %s", subnet, card).isEqualTo(open);
        }
    }

    private static List<NetworkRule> rules(Random random) {
        List<NetworkRule> rules = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int first = random.nextInt(16);
            int last = first + random.nextInt(16 - first);
            int bits = 27 + random.nextInt(6);
            int start = random.nextInt(32) >> (32 - bits) << (32 - bits);
            String peer = random.nextInt(5) == 0 ? "0.0.0.0/0" : "8.8.8." + start + "/" + bits;
            rules.add(new NetworkRule(
                    true,
                    random.nextInt(3) > 0,
                    100 + i,
                    random.nextInt(4) == 0 ? "*" : random.nextInt(4) == 0 ? "udp" : "tcp",
                    random.nextInt(4) == 0 ? List.of() : List.of(first == last ? "" + first : first + "-" + last),
                    List.of(peer)));
        }
        return rules;
    }

    private static boolean admits(List<NetworkRule> rules, int port, int sender) {
        for (NetworkRule rule : rules) {
            if (rule.concerns("tcp", port) && holds(rule.peers().get(0), sender)) {
                return rule.allow();
            }
        }
        return false;
    }

    private static boolean holds(String peer, int sender) {
        if (peer.equals("0.0.0.0/0")) {
            return true;
        }
        int bits = Integer.parseInt(peer.substring(peer.indexOf('/') + 1));
        int start = Integer.parseInt(peer.substring("8.8.8.".length(), peer.indexOf('/')));
        return start >> (32 - bits) == sender >> (32 - bits);
    }

    private static Set<Integer> ports(Traffic traffic) {
        Set<Integer> ports = new TreeSet<>();
        for (String text : traffic.ports()) {
            String range = text.substring(0, text.indexOf('/'));
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = Integer.parseInt(range.substring(dash + 1));
            for (int port = first; port <= last; port++) {
                ports.add(port);
            }
        }
        return ports;
    }
}
