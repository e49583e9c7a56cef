package dev.throughline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Throughline;
import dev.throughline.store.InMemoryRiskStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThroughlineExtensionTest {
    private static final SmallEstate SHOP =
            SmallEstate.named("shop").repository("github.com/acme/shop").asFork();

    private static final String OF_NOTHING = Throughline.inMemory().assess().id();

    /** Each of these tests would fail after another one, if it saw what that one left. */
    @Nested
    class InMemory {
        @RegisterExtension
        static final ThroughlineExtension THROUGHLINE = ThroughlineExtension.inMemory();

        @BeforeEach
        void beginWithSomething(Throughline throughline) {
            assertThat(throughline.assess().snapshots()).isEmpty();
            throughline.ingest(SHOP);
        }

        @RepeatedTest(2)
        void beginsEmptyAndKeepsWhatTheTestPutIn(Throughline throughline) {
            assertThat(throughline.assess().snapshots()).hasSize(1);
            throughline.ingest(SmallEstate.named("other").repository("github.com/acme/other"));
        }
    }

    @Nested
    @TestMethodOrder(MethodOrderer.MethodName.class)
    class InOneStore {
        private static final List<InMemoryRiskStore> OPENED = new ArrayList<>();

        @RegisterExtension
        static final ThroughlineExtension THROUGHLINE = ThroughlineExtension.storedIn(() -> {
            OPENED.add(new InMemoryRiskStore());
            return OPENED.get(OPENED.size() - 1);
        });

        @RepeatedTest(3)
        void beginsEmpty(Throughline throughline) {
            assertThat(throughline.assess().snapshots()).isEmpty();
            assertThat(OPENED).hasSize(1);
            assertThat(OPENED.get(0).published().stream())
                    .allMatch(shown -> shown.version().equals(OF_NOTHING));

            throughline.ingest(SHOP);
            throughline.publish(throughline.assess());
        }

        @Nested
        class AndWithin {
            @Test
            void sharesTheStore(Throughline throughline) {
                assertThat(throughline.assess().snapshots()).isEmpty();
                assertThat(OPENED).hasSize(1);
            }
        }
    }

    @Nested
    class InAFieldOfTheInstance {
        private static int opened;

        @RegisterExtension
        final ThroughlineExtension throughline = ThroughlineExtension.storedIn(() -> {
            opened++;
            return new InMemoryRiskStore();
        });

        @RepeatedTest(2)
        void opensAStoreForEachTest(org.junit.jupiter.api.RepetitionInfo repetition) {
            assertThat(opened).isEqualTo(repetition.getCurrentRepetition());
        }
    }
}
