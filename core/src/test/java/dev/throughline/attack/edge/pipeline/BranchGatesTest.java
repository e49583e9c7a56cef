package dev.throughline.attack.edge.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.edge.pipeline.BranchGates.Passage;
import dev.throughline.model.Branch;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of the two gates. */
class BranchGatesTest {
    private static final String ALICE = Shop.ALICE.text();

    private static Branch branch(
            @Nullable Long reviews,
            @Nullable Boolean locked,
            @Nullable Boolean restricted,
            @Nullable Boolean enforced,
            @Nullable List<String> bypassers,
            @Nullable List<String> pushers) {
        return new Branch(
                Shop.MAIN, "main", true, reviews, false, enforced, restricted, false, locked, bypassers, pushers, null);
    }

    private static Passage passage(Branch branch, String role) {
        return new BranchGates(branch).write(new Member(Shop.ALICE, Role.valueOf(role.toUpperCase(Locale.ROOT))));
    }

    /** allowance: bypass is an allowance of the merge gate, push one of the push gate. */
    @ParameterizedTest
    @CsvSource({
        // reviews, locked, restricted, enforced, allowance, write, maintain, admin
        "0, false, false, false, none,   OPEN, OPEN, OPEN",
        "0, false, false, true,  none,   OPEN, OPEN, OPEN",
        "1, false, false, false, none,   CLOSED, CLOSED, OPEN",
        "1, false, false, true,  none,   CLOSED, CLOSED, CLOSED",
        "0, true,  false, false, none,   CLOSED, CLOSED, OPEN",
        "0, true,  false, true,  none,   CLOSED, CLOSED, CLOSED",
        "0, false, true,  false, none,   CLOSED, CLOSED, OPEN",
        "0, false, true,  true,  none,   CLOSED, CLOSED, OPEN",
        "1, false, true,  false, none,   CLOSED, CLOSED, OPEN",
        "1, false, true,  true,  none,   CLOSED, CLOSED, CLOSED",
        "1, false, false, false, bypass, OPEN, OPEN, OPEN",
        "1, false, false, true,  bypass, CLOSED, CLOSED, CLOSED",
        "0, true,  false, false, bypass, CLOSED, CLOSED, OPEN",
        "1, false, true,  false, bypass, CLOSED, CLOSED, OPEN",
        "0, false, true,  false, push,   OPEN, OPEN, OPEN",
        "0, false, true,  true,  push,   OPEN, OPEN, OPEN",
        "1, false, true,  false, push,   CLOSED, CLOSED, OPEN",
        "1, false, true,  true,  push,   CLOSED, CLOSED, CLOSED",
        "1, false, true,  false, both,   OPEN, OPEN, OPEN",
        "1, false, true,  true,  both,   CLOSED, CLOSED, CLOSED",
        "0, true,  true,  false, both,   CLOSED, CLOSED, OPEN"
    })
    void bothGatesMustLetTheMemberThrough(
            long reviews,
            boolean locked,
            boolean restricted,
            boolean enforced,
            String allowance,
            Passage write,
            Passage maintain,
            Passage admin) {
        boolean bypasses = allowance.equals("bypass") || allowance.equals("both");
        boolean pushes = allowance.equals("push") || allowance.equals("both");
        Branch branch = branch(
                reviews,
                locked,
                restricted,
                enforced,
                bypasses ? List.of(ALICE) : List.of(),
                pushes ? List.of(ALICE) : List.of());

        assertThat(passage(branch, "write")).isEqualTo(write);
        assertThat(passage(branch, "maintain")).isEqualTo(maintain);
        assertThat(passage(branch, "admin")).isEqualTo(admin);
        assertThat(passage(branch, "triage")).isEqualTo(Passage.CLOSED);
    }

    @Test
    void whatWasNotReadIsUnknownAndNeverSafe() {
        assertThat(passage(branch(null, null, null, null, null, null), "write")).isEqualTo(Passage.UNKNOWN);
        assertThat(passage(branch(1L, null, null, null, null, null), "admin")).isEqualTo(Passage.UNKNOWN);
        assertThat(passage(branch(0L, null, true, null, null, null), "write")).isEqualTo(Passage.UNKNOWN);
    }

    @Test
    void aRoleMayPushWithAllAboveIt() {
        Branch branch = branch(0L, false, true, null, null, List.of("role:maintain"));

        assertThat(passage(branch, "write")).isEqualTo(Passage.CLOSED);
        assertThat(passage(branch, "maintain")).isEqualTo(Passage.OPEN);
    }
}
