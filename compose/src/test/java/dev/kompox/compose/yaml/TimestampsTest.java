package dev.kompox.compose.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times are told from texts as go-yaml 3 tells them. */
class TimestampsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-1-1",
                "2024-12-31",
                "0000-01-01",
                "2024-02-29",
                "2024-1-2 0:00:00",
                "2024-1-2   23:59:59",
                "2024-1-2 3:4:5.123456789",
                "2024-1-2T00:00:00Z",
                "2024-1-2t23:59:59+01:00",
                "2024-1-2T23:59:59-00:30",
                "2024-1-2T3:04:05.6Z"
            })
    void takesDatesAndTimes(String text) {
        assertThat(Timestamps.matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-1-31, 2024-01-31T00:00:00Z",
        "2024-12-1 3:04:5, 2024-12-01T03:04:05Z",
        "2024-1-2T3:4:5.60Z, 2024-01-02T03:04:05.6Z",
        "2024-1-2 3:4:5.1234567891, 2024-01-02T03:04:05.123456789Z",
        "2024-1-2T3:4:5.000+02:00, 2024-01-02T03:04:05+02:00",
        "2024-1-2t3:4:5-00:00, 2024-01-02T03:04:05Z",
    })
    void writesThemInFull(String text, String full) {
        assertThat(Timestamps.inFull(text)).isEqualTo(full);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-1-",
                "2024-13-1",
                "2024-0-1",
                "2024-1-32",
                "2023-02-29",
                "2024/1/11",
                "202a-1-11",
                "2024--1-1",
                "2024-1-1x",
                "2024-1-2 24:00:00",
                "2024-1-2 0:60:00",
                "2024-1-2 0:00:60",
                "2024-1-2 0:00",
                "2024-1-2 0:00:00.",
                "2024-1-2 0:00:00Z",
                "2024-1-2 0-00:00",
                "2024-1-2T00:00:00",
                "2024-1-2T00:00:00+1:00",
                "2024-1-2T00:00:00+01:0",
                "2024-1-2T00:00:00+0100",
                "2024-1-2T00:00:00Zx",
                "2024-1-2x00:00:00Z"
            })
    void takesOtherTextsForTexts(String text) {
        assertThat(Timestamps.matches(text)).isFalse();
    }
}
