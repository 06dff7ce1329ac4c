import { takesDeadlines } from "../kuberay/submitter.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { clusterOptions } from "./subjects.ts";

/**
 * Job without deadline
 *
 * A job has a deadline. Without one, a job that hangs, or whose submitter does not reach Ray, keeps its cluster endlessly.
 *
 * See BuildJobSubmitCommand in ray-operator/controllers/ray/common/job.go, v1.5.0
 */
export const jobWithoutDeadline: Rule = defineRule({
  code: "job-without-deadline",
  about: clusterOptions,
  check({ options: { job, service }, kuberayVersion }) {
    if (job == null || service != null || job.active_deadline_seconds != null) return [];
    if (kuberayVersion === undefined || !takesDeadlines(kuberayVersion)) return [];
    return [
      {
        document: "request",
        path: ["job"],
        target: "key",
        message: "The job has no active_deadline_seconds, so if it hangs, it runs forever.",
        hint: "Write active_deadline_seconds, such as 86400 for a day.",
      },
    ];
  },
});
