package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScrubberTest {
    /** Put together here, so that no scanner takes this file for a leak. */
    private static String made(String prefix, int length) {
        return prefix + "A2b3C4d5".repeat(length / 8 + 1).substring(0, length);
    }

    private static String upper(String prefix, int length) {
        return prefix + "ABCDEFG2".repeat(length / 8 + 1).substring(0, length);
    }

    @Test
    void takesOutWhatIssuersMarkAsCredentials() {
        for (String credential : new String[] {
            upper("AK" + "IA", 16),
            made("gh" + "p_", 36),
            made("github" + "_pat_", 40),
            made("gl" + "pat-", 20),
            made("xox" + "b-", 30),
            made("AI" + "za", 35),
            made("np" + "m_", 36),
            made("sk" + "_live_", 24),
            made("sk" + "-ant-", 40),
            made("xa" + "pp-", 30),
            made("GOC" + "SPX-", 28),
            made("ya" + "29.", 60),
            made("dckr" + "_pat_", 27),
            made("hv" + "s.", 40),
            made("h" + "f_", 34),
            made("ey" + "J", 20) + "." + made("ey" + "J", 30) + "." + made("", 20)
        }) {
            assertThat(Scrubber.clean("found " + credential + " in a file"))
                    .as(credential)
                    .isEqualTo("found [secret] in a file");
        }
    }

    @Test
    void takesOutPasswordsInAddressesAndKeepsTheAddress() {
        assertThat(Scrubber.clean("clone https://ci:hunter2@git.example.com/shop"))
                .isEqualTo("clone https://[secret]@git.example.com/shop");
    }

    @Test
    void takesOutATokenThatStandsForTheUserOfAnAddress() {
        assertThat(Scrubber.clean(
                        "clone https://" + made("", 52) + "@dev.azure.com/acme and https://acme@dev.azure.com"))
                .isEqualTo("clone https://[secret]@dev.azure.com/acme and https://acme@dev.azure.com");
    }

    @Test
    void takesOutTheRestOfALineWithAPrivateKey() {
        assertThat(Scrubber.clean("key -----BEGIN RSA PRIVATE KEY-----MIIEow")).isEqualTo("key [secret]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=hunter2-now",
                "Password: 'hunter2-now'",
                "api_key = hunter2-now",
                "token:hunter2-now",
                "DB_PASSWORD=hunter2-now",
                "dbPassword: hunter2-now",
                "client_secret=hunter2-now",
                "AWS_SECRET_ACCESS_KEY=hunter2/now+and/ever",
                "{\"password\": \"hunter2-now\"}",
                ":secret_key_base => 'x', :secret => 'hunter2-now'",
                "Authorization: Bearer hunter2-now",
            })
    void takesOutWhatAWordSaysIsSecret(String text) {
        assertThat(Scrubber.clean(text)).contains("[secret]").doesNotContain("hunter2");
    }

    @Test
    void takesOutTheWholeOfALongValue() {
        assertThat(Scrubber.clean("GITHUB_TOKEN=" + made("", 1_000))).isEqualTo("GITHUB_TOKEN=[secret]");
    }

    @Test
    void keepsTheWordThatSaysWhatIsSecret() {
        assertThat(Scrubber.clean("with Password: 'hunter2-now' and sig=abc123x&b"))
                .isEqualTo("with Password: '[secret]' and sig=[secret]&b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Possible hardcoded password: use a vault",
                "Secret found by rule github-pat",
                "CVE-2024-3094: malicious code in xz",
                "https://github.com/acme/shop/blob/main/src/A.java",
                "token: missing",
                "Tokenizer: version 20240101 of the model",
                "Ensure that authorization: none is refused",
                "task-management-service-without-any-limit-2024",
                "AKIA is how keys begin"
            })
    void leavesOtherSentencesAsTheyAre(String text) {
        assertThat(Scrubber.clean(text)).isSameAs(text);
    }

    @Test
    void isNotSlowedDownByTextThatIsMadeForIt() {
        String text = "password" + " ".repeat(50_000) + "=" + "a".repeat(50_000) + "eyJ".repeat(50_000)
                + "://".repeat(20_000);

        assertThat(Scrubber.clean(text)).isNotEmpty();
    }
}
