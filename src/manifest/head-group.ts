import { firstReleaseThat } from "../kuberay/releases.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { addPods } from "./group-pods.ts";
import { podTemplate } from "./pod-template.ts";
import type { HeadGroupSpec } from "./ray-cluster.ts";
import { rayStartParams, startParamsOrigin } from "./ray-start-params.ts";
import { sortedMap } from "./sorted-map.ts";
import { byRule, filledBy, fromRequest } from "./trace.ts";

export function headGroup(context: BuildContext): HeadGroupSpec {
  const { cluster, options, release, trace } = context;
  const service = options.head_service;
  const group: Draft<HeadGroupSpec> = {};
  if (service?.type != null) group.serviceType = service.type;
  else if (release.requiresServiceType) group.serviceType = "ClusterIP";
  const name = service?.name;
  const labels = sortedMap(service?.labels);
  if (name != null || labels !== undefined) {
    const metadata = {
      ...(name == null ? {} : { name }),
      ...(labels === undefined ? {} : { labels }),
    };
    group.headService = { metadata };
    trace?.mark(metadata, {
      name: fromRequest(["head_service", "name"]),
      labels: filledBy("request", ["head_service", "labels"]),
    });
  }
  trace?.mark(group, {
    serviceType:
      service?.type == null
        ? byRule(
            `KubeRay before ${firstReleaseThat(({ requiresServiceType }) => !requiresServiceType)} requires the field; this is what later releases default to.`,
          )
        : fromRequest(["head_service", "type"]),
    headService: fromRequest(["head_service"]),
    rayStartParams: startParamsOrigin(),
  });
  addPods(group, rayStartParams(context, cluster.head), podTemplate(context, cluster.head));
  return group;
}
