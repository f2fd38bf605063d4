package io.perfwatch.gateway.process;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The processes of a host at one time.
 *
 * @param time when they were looked at
 * @param processes the top ones, as in the event, each with its {@code pid}
 * @param totals the event's other members: how many processes there are
 */
record ProcessSnapshot(String host, Instant time, List<JsonNode> processes, JsonNode totals) {}
