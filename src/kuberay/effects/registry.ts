import type { ManifestKind } from "../views/manifest-view.ts";
import { clusterRules } from "./cluster-consequence.ts";
import { cronJobRules } from "./cron-job-rules.ts";
import type { FieldRule } from "./field-rule.ts";
import { fieldRule } from "./field-rule.ts";
import { jobRules } from "./job-rules.ts";
import { objectRules } from "./object-rules.ts";
import { ownerObjectRules } from "./owner-object-rules.ts";
import { serviceRules } from "./service-rules.ts";

/**
 * What a change of each field does, by the kind of the object; the first rule that fits and says something counts: the
 * object itself, its spec, and at last what nothing else is known of.
 */
export const fieldRules: Readonly<Record<ManifestKind, readonly FieldRule[]>> = Object.freeze({
  RayCluster: Object.freeze([
    ...objectRules,
    ...clusterRules,
    fieldRule("RayCluster.spec", () => ({
      effect: "new-pods-only",
      reason: "Running pods stay as they are.",
    })),
  ]),
  RayJob: Object.freeze([...ownerObjectRules, ...jobRules]),
  RayService: Object.freeze([...ownerObjectRules, ...serviceRules]),
  RayCronJob: Object.freeze([...ownerObjectRules, ...cronJobRules]),
});
