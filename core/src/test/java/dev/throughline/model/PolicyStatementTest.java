package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.model.PolicyStatement.Condition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyStatementTest {
    @Test
    void readsItsTextForm() {
        PolicyStatement statement =
                PolicyStatement.parse("deny action!=s3:Get*,s3:List* resource=arn:aws:s3:::a%20b/* principal=*"
                        + " when=StringLike,aws:SourceVpc,vpc-1");

        assertThat(statement)
                .isEqualTo(new PolicyStatement(
                        false,
                        List.of("s3:Get*", "s3:List*"),
                        true,
                        List.of("arn:aws:s3:::a b/*"),
                        false,
                        List.of("*"),
                        false,
                        List.of(new Condition("StringLike", "aws:SourceVpc", List.of("vpc-1")))));
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            PolicyStatement statement = new PolicyStatement(
                    random.nextBoolean(),
                    values(random),
                    random.nextBoolean(),
                    values(random),
                    random.nextBoolean(),
                    values(random),
                    random.nextBoolean(),
                    List.of(new Condition("StringLike", "k", values(random))));
            assertThat(PolicyStatement.parse(statement.toString())).isEqualTo(statement);
            assertThat(statement.toString()).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    private static List<String> values(Random random) {
        return random.ints(1 + random.nextInt(3), 0, 6)
                .mapToObj(n -> List.of("a", "%", " b,", "\n", "ü=*", "").get(n))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "permit action=a", "allow a", "allow action=%2", "allow when=StringLike", "allow  "})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyStatement.parse(text));
    }
}
