package io.kash.commands.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brokers[?state=='up'].id | [1]",
                "length(brokers)          | 2",
                "brokers[0].state         | \"up\"",
                "nothing                  | null"
            })
    void a_query_finds_what_jmespath_says(String query, String found) {
        assertThat(Query.of(query).search(tree()).toString()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length(brokers) == `2`   | true",
                "brokers[?state=='gone']  | false",
                "nothing                  | false",
                "brokers[0].state         | true"
            })
    void an_expectation_holds_unless_it_is_false_null_or_empty(String query, boolean holds) {
        assertThat(Query.of(query).holds(tree())).isEqualTo(holds);
    }

    @Test
    void what_is_not_jmespath_is_refused_with_the_place() {
        assertThatThrownBy(() -> Query.of("brokers["))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'brokers[' is not JMESPath: ");
    }

    @Test
    void a_query_that_does_not_fit_what_was_found_is_a_usage_problem() {
        assertThatThrownBy(() -> Query.of("length(brokers[0].id)").search(tree()))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("the query cannot be answered");
    }

    private static com.fasterxml.jackson.databind.JsonNode tree() {
        return JsonText.tree(
                Map.of("brokers", List.of(Map.of("id", 1, "state", "up"), Map.of("id", 2, "state", "down"))));
    }
}
