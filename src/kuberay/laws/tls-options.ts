import { isObject, ownField, ownList } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { ClusterSpecView } from "../views/cluster-spec-view.ts";
import { groupsOf } from "../views/cluster-spec-view.ts";
import type { PlacedItem } from "../views/container-view.ts";
import { findVariable, placedItems } from "../views/container-view.ts";
import type { Breach, Law } from "./law.ts";
import { defineLaw, gateOf, gateWords } from "./law.ts";

const GATE = "RayClusterMTLS";
const VARIABLES = ["RAY_USE_TLS", "RAY_TLS_SERVER_CERT", "RAY_TLS_SERVER_KEY", "RAY_TLS_CA_CERT"];
const VOLUME = "ray-tls";
const MOUNT_PATH = "/etc/ray/tls";

/**
 * TLS options
 *
 * tlsOptions needs its feature gate, and where TLS is enabled its variables and its mount are left to the operator.
 *
 * See validateTLSOptions in ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const tlsOptions: Law = defineLaw({
  code: "tls-options",
  since: "1.7",
  gate: GATE,
  *check({ cluster }, target) {
    if (cluster === undefined) return;
    const options = ownField(cluster.spec, "tlsOptions");
    if (!isObject(options)) return;
    const path = [...cluster.path, "tlsOptions"];
    const gate = gateOf(target, GATE);
    if (!gate.isOn) {
      yield {
        path,
        target: "key",
        message: `tlsOptions needs ${gateWords(GATE, gate)}.`,
        consequence: "The operator refuses that.",
        hint: `Start the operator with --feature-gates=${GATE}=true where cert-manager is installed.`,
      };
      if (gate.isKnown) return;
    }
    if (ownField(options, "enabled") === true) yield* operatorsOwn(cluster, path);
  },
});

function* operatorsOwn(cluster: ClusterSpecView, path: Path): Iterable<Breach> {
  const related = [{ path, message: "TLS is enabled here" }];
  const hint = "Leave that to the operator.";
  for (const owner of rayContainers(cluster)) {
    for (const name of VARIABLES) {
      const variable = findVariable(owner, name);
      if (variable === undefined) continue;
      yield { path: variable.path, message: `The operator sets ${name} itself.`, hint, related };
    }
    const mounts = placedItems(ownList(owner.data, "volumeMounts"), [
      ...owner.path,
      "volumeMounts",
    ]);
    for (const mount of mounts) {
      const isTaken =
        ownField(mount.data, "name") === VOLUME || ownField(mount.data, "mountPath") === MOUNT_PATH;
      if (!isTaken) continue;
      const message = `The operator mounts the volume ${VOLUME} at ${MOUNT_PATH} itself.`;
      yield { path: mount.path, message, hint, related };
    }
  }
}

/** What the operator gives the certificates to: the first container of every pod, and the autoscaler. */
function rayContainers(cluster: ClusterSpecView): readonly PlacedItem[] {
  const autoscaler = {
    path: [...cluster.path, "autoscalerOptions"],
    data: cluster.autoscalerOptions,
  };
  return [...groupsOf(cluster).flatMap(({ containers }) => containers.slice(0, 1)), autoscaler];
}
