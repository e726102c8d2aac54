package io.sollecito.digest;

import java.time.Instant;

/** One sentence of a story and when it happened. */
public record StoryLine(Instant at, String text) {}
