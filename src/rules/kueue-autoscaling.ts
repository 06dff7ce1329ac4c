import { showText } from "../diagnostics/show.ts";
import { ELASTIC_ANNOTATION, QUEUE_LABEL } from "../kuberay/kueue.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { autoscaling } from "./subjects.ts";

/**
 * Kueue autoscaling
 *
 * A cluster that a Kueue queue admits does not autoscale: Kueue's webhook refuses it, unless it is an elastic job.
 *
 * See validateCreate in kueue pkg/controller/jobs/raycluster/raycluster_webhook.go
 */
export const kueueAutoscaling: Rule = defineRule({
  code: "kueue-autoscaling",
  about: autoscaling,
  check({ cluster, labels, annotations }) {
    if (cluster?.scales !== true) return [];
    const queue = labels?.[QUEUE_LABEL];
    if (queue === undefined || annotations?.[ELASTIC_ANNOTATION] === "true") return [];
    return [
      {
        document: "request",
        path: ["labels", QUEUE_LABEL],
        message: `Kueue refuses clusters that autoscale, and this one is in its queue ${showText(queue)}.`,
        hint: `Make every group's bounds equal, or, if Kueue has elastic jobs, add the annotation ${ELASTIC_ANNOTATION}: "true".`,
      },
    ];
  },
});
