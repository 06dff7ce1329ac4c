import { dns1035LabelProblem } from "../../api/identifiers/dns-label.ts";
import { ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { kuberayRelease } from "../releases.ts";
import { HEAD_SERVICE_SUFFIX, headServiceName } from "../service-name.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Service object
 *
 * Kubernetes takes the Services that KubeRay makes: their names are DNS-1035 labels, and their types are ones that it has. The
 * CRDs do not say either.
 *
 * See BuildServiceForHeadPod and BuildServeService in ray-operator/controllers/ray/common/service.go, v0.4.0 to v1.7.0;
 * ValidateService in kubernetes/pkg/apis/core/validation/validation.go.
 */
export const serviceObject: Law = defineLaw({
  code: "service-object",
  severity: "warning",
  *check(view, target) {
    yield* headService(view, target);
    if (view.kind !== "RayService") return;
    const path = ["spec", "serveService"];
    yield* serviceBreaches(ownObject(view.spec, "serveService"), path, SERVES_NOTHING);
  },
});

const NO_PODS = "The API server refuses the head Service, so KubeRay makes no pods.";
const SERVES_NOTHING = "The API server refuses the Service, so the RayService is never ready.";

function* headService(view: ManifestView, target: OperatorTarget): Iterable<Breach> {
  const { cluster } = view;
  if (cluster === undefined) return;
  const given = ownObject(cluster.head.data, "headService");
  yield* serviceBreaches(given, [...cluster.head.path, "headService"], NO_PODS);
  if (ownText(ownObject(given, "spec"), "type") === undefined) {
    const type = ownText(cluster.head.data, "serviceType");
    yield* typeBreach(type, [...cluster.head.path, "serviceType"], NO_PODS);
  }
  if (ownText(ownObject(given, "metadata"), "name") === undefined) yield* ownName(view, target);
}

/** From 1.4 on the operator refuses the names of which no Service can be made. */
function* ownName({ kind, name }: ManifestView, target: OperatorTarget): Iterable<Breach> {
  const release = kuberayRelease(target.kuberay);
  if (isFrom(target, "1.4") || release === undefined || name === "") return;
  const cluster = kind === "RayCluster" ? name : `${name}-raycluster-xxxxx`;
  const service = headServiceName(cluster, release);
  // What is too long is cut, or has no room in a label, which is told of the pods.
  if (dns1035LabelProblem(service, Number.POSITIVE_INFINITY) === undefined) return;
  yield {
    path: ["metadata", "name"],
    message: `The name leads to a head Service ${showText(service)}, which is no valid name. ${dns1035LabelProblem(service, Number.POSITIVE_INFINITY)}`,
    consequence: NO_PODS,
    hint: `Use lower-case letters, digits and dashes, for ${HEAD_SERVICE_SUFFIX} is put behind it.`,
  };
}

function* serviceBreaches(service: PlainObject, path: Path, consequence: string): Iterable<Breach> {
  const name = ownText(ownObject(service, "metadata"), "name") ?? "";
  const problem = name === "" ? undefined : dns1035LabelProblem(name);
  if (problem !== undefined) {
    yield {
      path: [...path, "metadata", "name"],
      message: `${showText(name)} is not a valid name for a Service. ${problem}`,
      consequence,
      hint: "Use at most 63 lower-case letters, digits and dashes, starting with a letter.",
    };
  }
  const type = ownText(ownObject(service, "spec"), "type");
  yield* typeBreach(type, [...path, "spec", "type"], consequence);
}

function* typeBreach(type: string | undefined, path: Path, consequence: string): Iterable<Breach> {
  if (type === undefined || type === "" || TYPES.includes(type)) return;
  yield {
    path,
    message: `Kubernetes has no Service of the type ${showText(type)}.`,
    consequence,
    hint: `Write ${closestName(type, TYPES) ?? "ClusterIP, NodePort or LoadBalancer"}.`,
  };
}

const TYPES: readonly string[] = Object.freeze([
  "ClusterIP",
  "NodePort",
  "LoadBalancer",
  "ExternalName",
]);
