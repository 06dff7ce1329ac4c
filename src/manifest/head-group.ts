import { firstReleaseThat } from "../kuberay/releases.ts";
import type { BuildContext } from "./build-context.ts";
import { podTemplate } from "./pod-template.ts";
import type { HeadGroupSpec } from "./ray-cluster.ts";
import { rayStartParams, startParamsOrigin } from "./ray-start-params.ts";
import { byRule } from "./trace.ts";

export function headGroup(context: BuildContext): HeadGroupSpec {
  const { cluster, release, trace } = context;
  const params = rayStartParams(context, cluster.head);
  const template = podTemplate(context, cluster.head);
  const group: HeadGroupSpec = release.requiresServiceType
    ? { serviceType: "ClusterIP", rayStartParams: params, template }
    : { rayStartParams: params, template };
  trace?.mark(group, {
    serviceType: byRule(
      `KubeRay before ${firstReleaseThat(({ requiresServiceType }) => !requiresServiceType)} requires the field; this is what later releases default to.`,
    ),
    rayStartParams: startParamsOrigin(),
  });
  return group;
}
