package io.kash.surgery.plan;

/**
 * One reason not to go on.
 *
 * @param what the fact observed, with its numbers
 * @param limit the rule it breaks
 * @param lift the command or change that lifts it, or why nothing does
 */
public record Refusal(String what, String limit, String lift) {}
