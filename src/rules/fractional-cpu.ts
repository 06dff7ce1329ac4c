import { count } from "../diagnostics/show.ts";
import { cpuMillis, wholeCpus } from "../quantity/cpu-millis.ts";
import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Fractional CPU
 *
 * Nodes have whole CPUs. KubeRay tells Ray the count rounded up, so that Ray schedules more work than there is CPU for.
 *
 * See num-cpus in ray-operator/controllers/ray/common/pod.go
 */
export const fractionalCpu: Rule = defineRule({
  code: "fractional-cpu",
  check({ cluster }) {
    if (cluster === undefined) return [];
    return distinctNodes(cluster)
      .filter(({ cpu, rayCpus }) => rayCpus === undefined && cpuMillis(cpu) % 1000 > 0)
      .map((node) => {
        const seen = wholeCpus(node.cpu);
        return {
          document: "request",
          path: [...node.path, "cpu"],
          message: `${nodeName(cluster, node)} has ${cpuMillis(node.cpu) / 1000} CPUs, but Ray sees ${count(seen, "CPU")}: it rounds up to whole CPUs.`,
          hint: `Set cpu to a whole number, such as ${seen}.`,
        };
      });
  },
});
