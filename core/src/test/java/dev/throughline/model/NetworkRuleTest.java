package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "in allow 100 tcp 443,8000-8080 0.0.0.0/0,::/0",
                "out deny - * * 10.0.0.0/8",
                "in deny 65500 udp 53 VirtualNetwork"
            })
    void isWrittenAsItWasRead(String text) {
        assertThat(NetworkRule.parse(text)).hasToString(text);
    }

    @Test
    void concernsThePortsItNames() {
        NetworkRule rule = NetworkRule.parse("in allow - tcp 443,8000-8080 0.0.0.0/0");
        assertThat(List.of(443, 8000, 8044, 8080)).allMatch(port -> rule.concerns("tcp", port));
        assertThat(List.of(80, 7999, 8081)).noneMatch(port -> rule.concerns("tcp", port));
        assertThat(rule.concerns("udp", 443)).isFalse();
    }

    @Test
    void concernsEveryPortOfEveryProtocolIfItNamesNone() {
        assertThat(NetworkRule.parse("in allow - * * 0.0.0.0/0").concerns("udp", 0))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "in allow",
                "over allow - tcp 80 0.0.0.0/0",
                "in maybe - tcp 80 0.0.0.0/0",
                "in allow first tcp 80 0.0.0.0/0",
                "in allow -  80 0.0.0.0/0",
                "in allow - tcp http 0.0.0.0/0",
                "in allow - tcp 90-80 0.0.0.0/0"
            })
    void isRefusedInAnyOtherForm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkRule.parse(text));
    }
}
