import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { autoscaling } from "./subjects.ts";

const LEAST_GIB = 1;

/**
 * Autoscaler memory low
 *
 * The autoscaler has at least 1 GiB of memory; KubeRay's own default of 512 MiB is tight for many workers.
 *
 * See the autoscaler container in ray-operator/controllers/ray/common/pod.go
 */
export const autoscalerMemoryLow: Rule = defineRule({
  code: "autoscaler-memory-low",
  about: autoscaling,
  check({ cluster }) {
    if (cluster?.autoscaler === undefined || !(cluster.autoscaler.memoryGib < LEAST_GIB)) return [];
    return [
      {
        document: "request",
        path: [...cluster.autoscaler.path, "memory_gb"],
        message: `The autoscaler has ${cluster.autoscaler.memoryGib} GiB of memory; it may run out of memory below ${LEAST_GIB} GiB.`,
        hint: `Raise memory_gb to ${LEAST_GIB} or more.`,
      },
    ];
  },
});
