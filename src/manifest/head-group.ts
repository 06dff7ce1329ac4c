import type { BuildContext } from "./build-context.ts";
import { podTemplate } from "./pod-template.ts";
import type { HeadGroupSpec } from "./ray-cluster.ts";
import { rayStartParams } from "./ray-start-params.ts";

export function headGroup(context: BuildContext): HeadGroupSpec {
  const { cluster, release } = context;
  const params = rayStartParams(context, cluster.head);
  const template = podTemplate(context, cluster.head);
  return release.requiresServiceType
    ? { serviceType: "ClusterIP", rayStartParams: params, template }
    : { rayStartParams: params, template };
}
