import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

const OPERATOR = "ray.io/kuberay-operator";

/**
 * Managed elsewhere
 *
 * managedBy is left out or names KubeRay's operator; for any other value the operator here does nothing with the object.
 * Inside a RayJob or a RayService that is an error: their owner waits for a cluster that nobody makes.
 *
 * See ManagedByExternalController in ray-operator/controllers/ray/utils/util.go, v1.3.0; RayService: v1.6.0.
 */
export const managedElsewhere: Law = defineLaw({
  code: "managed-elsewhere",
  severity: "warning",
  since: "1.3",
  *check({ cluster, kind, spec, job }, target) {
    const own = ownText(job?.spec ?? spec, "managedBy") ?? OPERATOR;
    if (own !== OPERATOR && (kind !== "RayService" || isFrom(target, "1.6"))) {
      yield {
        path: [...(job?.path ?? ["spec"]), "managedBy"],
        message: `${showText(own)} manages this object, so the operator in this Kubernetes cluster ignores it.`,
        hint: `Remove managedBy unless Kueue sends the ${kind} to another cluster.`,
      };
    }
    if (cluster === undefined || kind === "RayCluster") return;
    const embedded = ownText(cluster.spec, "managedBy") ?? OPERATOR;
    if (embedded === OPERATOR) return;
    yield {
      path: [...cluster.path, "managedBy"],
      message: `${showText(embedded)} manages the cluster, so the ${kind} waits for it forever.`,
      hint: `Remove it; managedBy of the ${kind} itself decides.`,
      consequence: "",
      severity: "error",
    };
  },
});
