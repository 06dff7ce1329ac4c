import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { clusterOptions } from "./subjects.ts";

/**
 * Job and service
 *
 * A request has a job or a service, not both: one object of KubeRay makes the cluster.
 *
 * See the kinds RayJob and RayService in ray-operator/apis/ray/v1, every release
 */
export const jobAndService: Rule = defineRule({
  code: "job-and-service",
  about: clusterOptions,
  check({ options: { job, service } }) {
    if (job == null || service == null) return [];
    return [
      {
        document: "request",
        path: ["service"],
        target: "key",
        message: "The request has both a job and a service, but it makes only one object.",
        hint: "Remove one of them, or write two requests.",
        related: [{ document: "request", path: ["job"], message: "the job is here" }],
      },
    ];
  },
});
