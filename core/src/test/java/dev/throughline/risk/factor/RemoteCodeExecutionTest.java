package dev.throughline.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteCodeExecutionTest {
    private static final AssetKey CVE = AssetKey.vulnerability("CVE-2024-0001");

    private static Verdict verdict(String vector, String cwe) {
        Map<String, Object> known = new HashMap<>(Map.of("title", "remote code execution"));
        if (vector != null) {
            known.put("cvssVector", vector);
        }
        if (cwe != null) {
            known.put("cwes", List.of(cwe));
        }
        return new Estate()
                .vulnerable(Estate.image('a'), 'a', CVE.value(), known)
                .verdict(CVE, Factor.REMOTE_CODE_EXECUTION);
    }

    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, CWE-502, YES",
        "CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:U/C:N/I:H/A:N, CWE-78, YES",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, CWE-94, YES",
        "AV:N/AC:L/Au:N/C:C/I:C/A:C, CWE-119, YES",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, CWE-787, YES",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, , YES",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, CWE-noinfo, YES",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, CWE-89, UNKNOWN",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:H, CWE-787, UNKNOWN",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H, CWE-787, NO",
        "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, CWE-502, NO"
    })
    void isReadFromVectorAndWeaknessType(String vector, String cwe, Answer answer) {
        assertThat(verdict(vector, cwe).answer()).isEqualTo(answer);
    }

    @Test
    void isNeverReadFromWords() {
        assertThat(verdict(null, "CWE-502").answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(null, null).answer()).isEqualTo(Answer.UNKNOWN);
    }
}
