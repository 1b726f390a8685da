package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The comparison that the oracle tests rest on sees what it must see. */
class JsonTest {

    @Test
    void passesOverOrderOfKeysSpacesAndSpellingOfNumbers() {
        assertThat(Json.differences("{\"a\": 0.50, \"b\": [null]}", "{ \"b\":[null],\"a\":5e-1}"))
                .isEmpty();
    }

    @Test
    void seesEveryKindOfDifference() {
        assertThat(
                        Json.differences(
                                "{\"a\": 1, \"b\": [1, 2], \"c\": \"1\", \"d\": null, \"e\": {}}",
                                "{\"b\": [2, 1], \"c\": 1, \"d\": {}, \"e\": {}, \"f\": []}"))
                .containsExactly(
                        "$.a: only in ours",
                        "$.b[0]: 1 here, 2 there",
                        "$.b[1]: 2 here, 1 there",
                        "$.c: 1 here, 1 there",
                        "$.d: null here, {} there",
                        "$.f: only in theirs");
    }

    @Test
    void seesListsOfOtherLength() {
        assertThat(Json.differences("[1]", "[1, 1]")).containsExactly("$: [1] here, [1, 1] there");
    }
}
