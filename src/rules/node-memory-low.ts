import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

const LEAST_GIB = 2;

/**
 * Node memory low
 *
 * Head and workers have at least 2 GiB: with less, Ray's own processes can be killed for lack of memory.
 *
 * See kuberay#528 and kuberay#4288, where heads with 2 GiB and less ran out of memory.
 */
export const nodeMemoryLow: Rule = defineRule({
  code: "node-memory-low",
  check({ cluster }) {
    if (cluster === undefined) return [];
    return distinctNodes(cluster)
      .filter(({ memoryGib }) => memoryMebibytes(memoryGib) < LEAST_GIB * 1024)
      .map((node) => ({
        document: "request",
        path: [...node.path, "memory_gb"],
        message: `${nodeName(cluster, node)} has ${shownGib(node.memoryGib)} GiB of memory; Ray may run out of memory below ${LEAST_GIB} GiB.`,
        hint: `Raise memory_gb to ${LEAST_GIB} or more.`,
      }));
  },
});

/** To three decimals, without the noise of doubles. */
function shownGib(memoryGib: number): number {
  return Math.round(memoryGib * 1000) / 1000;
}
