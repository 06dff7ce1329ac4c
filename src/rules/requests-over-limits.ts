import type { Path } from "../diagnostics/path.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { containerDetails } from "./subjects.ts";

/**
 * Requests over limits
 *
 * A node's requests are at most its limits: Kubernetes refuses the pod otherwise.
 *
 * See ValidateResourceRequirements in kubernetes pkg/apis/core/validation/validation.go
 */
export const requestsOverLimits: Rule = defineRule({
  code: "requests-over-limits",
  about: containerDetails,
  check({ cluster }) {
    if (cluster === undefined) return [];
    const findings: RuleFinding[] = [];
    for (const node of distinctNodes(cluster)) {
      const { requestedCpu, requestedMemoryGib, hasCpuLimit, path } = node;
      if (requestedCpu !== undefined && hasCpuLimit && requestedCpu > node.cpu) {
        findings.push(over("cpu", requestedCpu, node.cpu, path));
      }
      if (requestedMemoryGib !== undefined && requestedMemoryGib > node.memoryGib) {
        findings.push(over("memory_gb", requestedMemoryGib, node.memoryGib, path));
      }
    }
    return findings;
  },
});

function over(
  field: "cpu" | "memory_gb",
  requested: number,
  limit: number,
  path: Path,
): RuleFinding {
  return {
    document: "request",
    path: [...path, "requests", field],
    message: `requests.${field} (${requested}) is more than ${field} (${limit}).`,
    hint: `Lower requests.${field} to ${limit} or less, or raise ${field}.`,
    related: [
      { document: "request", path: [...path, field], message: `${field} is ${limit} here` },
    ],
  };
}
