// TEMPORARY: until compile merges pod templates itself.
import { apiFor } from "../api/api-for.ts";
import { strategicMerge } from "../api/strategic-merge.ts";
import { isObject, ownField, ownList, ownObject } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { Deployment } from "./read-deployment.ts";

export function applyTemplates(
  compiled: PlainObject,
  request: PlainObject,
  settings: PlainObject,
  { kuberay }: Deployment,
): PlainObject {
  const answer = apiFor({
    kind: "RayCluster",
    apiVersion: String(compiled.apiVersion),
    kuberayVersion: kuberay,
  });
  const type = answer.ok ? answer.api.typeNamed("PodTemplateSpec") : undefined;
  if (type === undefined) throw new Error("no type");
  const ray = ownObject(settings, "ray");
  const config = ownObject(request, "config");
  const merge = (template: PlainObject, patches: readonly (PlainData | undefined)[]) => {
    let value: PlainData = template;
    for (const patch of patches) {
      if (!isObject(patch)) continue;
      const merged = strategicMerge(value, patch, type);
      if (!merged.ok) throw new Error(JSON.stringify(merged.mistakes));
      value = merged.value;
    }
    return value;
  };
  const simple = ownField(config, "node_config");
  const spec = ownObject(compiled, "spec");
  const head = ownObject(spec, "headGroupSpec");
  const groups = ownList(config, "scaling_groups");
  return {
    ...compiled,
    spec: {
      ...spec,
      headGroupSpec: {
        ...head,
        template: merge(ownObject(head, "template"), [
          ray.pod_template,
          ray.head_pod_template,
          ownField(simple ?? ownField(config, "head_node"), "pod_template"),
        ]),
      },
      ...(spec.workerGroupSpecs === undefined
        ? {}
        : {
            workerGroupSpecs: ownList(spec, "workerGroupSpecs").map((group, index) => ({
              ...(isObject(group) ? group : {}),
              template: merge(ownObject(group, "template"), [
                ray.pod_template,
                ray.worker_pod_template,
                ownField(simple ?? ownField(groups[index], "worker_nodes"), "pod_template"),
              ]),
            })),
          }),
    },
  };
}
