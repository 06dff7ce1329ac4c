import { ownField, ownFieldAt } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

const ORIGIN_LABEL = "ray.io/originated-from-crd";

/**
 * Upgrade strategy
 *
 * upgradeStrategy.type of a cluster is Recreate or None, and is left out where a RayJob or a RayService makes the cluster:
 * there the RayCluster is refused and its owner waits for it.
 *
 * See ValidateRayClusterUpgradeOptions in ray-operator/controllers/ray/utils/validation.go, v1.6.0.
 */
export const upgradeStrategy: Law = defineLaw({
  code: "upgrade-strategy",
  since: "1.6",
  *check({ cluster, kind, labels }) {
    if (cluster === undefined) return;
    const type = ownFieldAt(cluster.spec, "upgradeStrategy", "type");
    if (type === undefined) return;
    const path = [...cluster.path, "upgradeStrategy", "type"];
    if (kind !== "RayCluster") {
      yield {
        path,
        message: `The cluster of a ${kind} cannot have its own upgrade strategy.`,
        consequence: `KubeRay 1.6 and later refuse the cluster, and the ${kind} waits for it forever.`,
        hint: kind === "RayService" ? "Use spec.upgradeStrategy of the RayService." : "Remove it.",
      };
      return;
    }
    if (type !== "Recreate" && type !== "None") {
      const message = `The upgrade strategy is Recreate or None, not ${showText(wordText(type))}.`;
      yield { path, message, hint: "Write Recreate or None." };
      return;
    }
    const owner = ownField(labels, ORIGIN_LABEL);
    if (owner !== "RayJob" && owner !== "RayService") return;
    yield {
      path,
      message: `The label ${ORIGIN_LABEL} says that a ${owner} created this cluster, which then cannot have its own upgrade strategy.`,
      hint: "Remove the label: KubeRay sets it.",
      related: [{ path: ["metadata", "labels", ORIGIN_LABEL], message: "the label is here" }],
    };
  },
});
