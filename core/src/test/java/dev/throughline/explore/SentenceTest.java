package dev.throughline.explore;

import static dev.throughline.explore.Condition.anyOf;
import static dev.throughline.explore.Condition.finding;
import static dev.throughline.explore.Condition.has;
import static dev.throughline.explore.Condition.not;
import static dev.throughline.explore.Condition.property;
import static dev.throughline.explore.Condition.unknown;
import static dev.throughline.explore.Condition.via;
import static dev.throughline.explore.Sentence.find;
import static dev.throughline.explore.Sentence.findAny;
import static dev.throughline.model.AssetKind.CONTAINER_IMAGE;
import static dev.throughline.model.AssetKind.IDENTITY;
import static dev.throughline.model.AssetKind.INGRESS;
import static dev.throughline.model.AssetKind.REPOSITORY;
import static dev.throughline.model.AssetKind.WORKLOAD;
import static dev.throughline.model.RelationType.CONTAINS;
import static dev.throughline.model.RelationType.CREATED_FROM;
import static dev.throughline.model.RelationType.ROUTES_TO;
import static dev.throughline.model.RelationType.RUNS_AS;
import static dev.throughline.risk.Factor.INTERNET_EXPOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.model.AssetKind;
import dev.throughline.model.Visibility;
import dev.throughline.risk.Level;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentenceTest {
    @Test
    void readsAsEnglish() {
        Sentence sentence = find(WORKLOAD)
                .that(has(INTERNET_EXPOSED))
                .that(via(CREATED_FROM)
                        .to(find(CONTAINER_IMAGE)
                                .as("image")
                                .that(has(finding().atLeast(Level.HIGH).knownExploited()))))
                .that(not(via(ROUTES_TO).within(3).from(find(INGRESS))))
                .that(anyOf(
                        unknown(property("hostNetwork").is(false)),
                        property("labels").contains("it's")));

        assertThat(sentence)
                .hasToString("Find workloads that have the factor internet-exposed and have CREATED_FROM to (container"
                        + " images as 'image' that have a finding, open, of level high or more, a case of"
                        + " (vulnerabilities that have knownExploited true)) and are known not to have"
                        + " ROUTES_TO within 3 hops from ingresses and (may or may not have hostNetwork false"
                        + " or have labels containing 'it's')");
        assertThat(find(REPOSITORY, IDENTITY)).hasToString("Find repositories or identities");
        assertThat(find(AssetKind.Area.CLOUD)).hasToString("Find assets of the part 'cloud'");
        assertThat(findAny().that(not(not(has(INTERNET_EXPOSED)))))
                .hasToString("Find assets that are known not to be such that they are known not to have the factor"
                        + " internet-exposed");
    }

    @Test
    void isAValue() {
        Sentence one = find(WORKLOAD).that(has(finding().caseOf("cve-2026-1")));
        Sentence other = find(WORKLOAD).that(has(finding().caseOf("CVE-2026-1")));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.that(has(INTERNET_EXPOSED))).isNotEqualTo(one);
    }

    @Test
    void namesItsColumnsInTheOrderOfTheWords() {
        assertThat(find(WORKLOAD)
                        .that(via(CREATED_FROM)
                                .to(find(CONTAINER_IMAGE)
                                        .as("image")
                                        .that(via(DerivedRelation.BUILT_FROM)
                                                .to(find(REPOSITORY).as("code")))))
                        .that(via(RUNS_AS).to(find(IDENTITY).as("identity")))
                        .columns())
                .containsExactly("asset", "image", "code", "identity");
        assertThat(find(WORKLOAD).as("workload").columns()).containsExactly("workload");
    }

    @Test
    void refusesAnAttributeThatAKindHasNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(WORKLOAD).that(property("hostNetwrk").is(true)))
                .withMessage("a Workload has no attribute 'hostNetwrk'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(WORKLOAD, REPOSITORY)
                        .that(not(anyOf(property("archived").is(true)))))
                .withMessage("a Workload has no attribute 'archived'");
    }

    @Test
    void refusesAValueThatNoAttributeCouldHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(REPOSITORY).that(property("visibility").is("public")))
                .withMessage(
                        "the attribute 'visibility' of a Repository is a Visibility, which IS cannot compare with a"
                                + " String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(REPOSITORY).that(property("visibility").atLeast(Visibility.PUBLIC)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(REPOSITORY).that(property("archived").contains("x")));
        assertThat(find(WORKLOAD).that(property("replicas").is(3)).conditions()).hasSize(1);
    }

    @Test
    void refusesAColumnThatIsNotInEveryRow() {
        Sentence named = find(IDENTITY).as("identity");

        for (Condition condition : new Condition[] {
            not(via(RUNS_AS).to(named)),
            anyOf(via(RUNS_AS).to(named)),
            via(RUNS_AS).to(find(IDENTITY).that(via(RUNS_AS).to(named)))
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> find(WORKLOAD).that(condition))
                    .withMessageContaining("'identity' is not in every row");
        }
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        Condition connected = via(RUNS_AS).to(find(IDENTITY).as("identity"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(WORKLOAD).that(connected).that(connected))
                .withMessage("two columns are named 'identity'");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> find(WORKLOAD).that(via(RUNS_AS).to(find(IDENTITY).as("asset"))));
    }

    @Test
    void refusesConnectionsThatLeadEverywhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> via(CONTAINS).within(9))
                .withMessage("a connection has 1 to 8 relations, not 9");
        assertThatIllegalArgumentException().isThrownBy(() -> via(CONTAINS).within(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Connection(Set.of("DROP"), 1))
                .withMessageContaining("'DROP'");
    }

    @Test
    void refusesFindingsThatAreCasesOfAnythingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> finding().caseOf(find(WORKLOAD)));
        assertThatIllegalArgumentException().isThrownBy(() -> finding().atLeast(Level.NOT_EVALUATED));
    }
}
