package dev.kompox.operations.engine;

import dev.kompox.driver.call.Time;
import dev.kompox.operations.event.EventSink;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Surround the running of operations.
 *
 * @param types the types of steps
 * @param facts what plans assume things about
 * @param time the clock of every wait
 * @param events who hears what happens
 * @param stop a person's wish to stop
 * @param retry when failed attempts are made again
 * @param random for ids and jitter
 * @param stepLimit the longest time that one attempt of one step may take
 */
public record Environment(
        StepTypes types,
        Facts facts,
        Time time,
        EventSink events,
        StopSignal stop,
        Retry retry,
        RandomGenerator random,
        Duration stepLimit) {}
