import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import * as z from "../schema-language.ts";

/** A partial PodTemplateSpec: any object here; what comes of the merge is judged as a manifest is. */
export const podTemplate: z.Schema<PlainObject> = openObject().meta({
  description: "A partial PodTemplateSpec of Kubernetes.",
});

/** A partial RayCluster, likewise. */
export const clusterTemplate: z.Schema<PlainObject> = openObject().meta({
  description: "A partial RayCluster: metadata and spec, without pod templates.",
});

/** A partial spec of a RayJob, likewise; that of a RayCronJob's jobs, too. */
export const jobTemplate: z.Schema<PlainObject> = openObject().meta({
  description: "A partial RayJobSpec: without rayClusterSpec, and without what job says.",
});

/** A partial spec of a RayService, likewise. */
export const serviceTemplate: z.Schema<PlainObject> = openObject().meta({
  description: "A partial RayServiceSpec: without rayClusterConfig, and without what service says.",
});

/** An object whose members are not looked at. */
export function openObject(): z.Schema<PlainObject> {
  return z
    .custom<PlainObject>()
    .check(({ value, issues }) => {
      const object: unknown = value;
      if (!isPlainObject(object)) {
        issues.push({ code: "invalid_type", expected: "object", input: object });
      }
    })
    .meta({ type: "object" });
}
