import { isObject, ownField } from "../../../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../../diagnostics/plain-data.ts";
import { container } from "./container-shape.ts";
import type { ListShape, ObjectShape, SetShape } from "./shape.ts";
import {
  anyMap,
  anyValue,
  field,
  implied,
  listOf,
  named,
  nameText,
  noise,
  object,
  presence,
  quantities,
  resources,
  setOf,
  unwritten,
} from "./shape-makers.ts";
import { volumes } from "./volume-shape.ts";

const topologySpreadConstraints = listOf(
  (item) => {
    const key = nameText(ownField(item, "topologyKey"));
    return key && `${key}:${nameText(ownField(item, "whenUnsatisfiable")) ?? ""}`;
  },
  object({ labelSelector: presence(anyValue) }),
);

const tolerations: SetShape = setOf(normalizeToleration, tolerationName);

/** The first container runs Ray: RayContainerIndex in KubeRay's utils/constant.go. */
export const podContainers: ListShape = named("name", container, "first");

/** The defaults are those of Kubernetes' pkg/apis/core/v1/defaults.go, as far as KubeRay leaves the fields alone. */
const podSpec = object({
  containers: field(podContainers),
  initContainers: field(named("name", container, "everything")),
  ephemeralContainers: field(named("name", container)),
  volumes: field(volumes),
  imagePullSecrets: field(named("name")),
  nodeSelector: field(anyMap),
  tolerations: field(tolerations),
  topologySpreadConstraints: field(topologySpreadConstraints),
  hostAliases: field(named("ip")),
  resourceClaims: field(named("name")),
  schedulingGates: field(named("name")),
  readinessGates: field(named("conditionType")),
  overhead: field(quantities),
  resources: field(resources),
  dnsPolicy: implied("ClusterFirst"),
  schedulerName: implied("default-scheduler"),
  terminationGracePeriodSeconds: implied(30),
  enableServiceLinks: implied(true),
  shareProcessNamespace: implied(false),
  setHostnameAsFQDN: implied(false),
  hostNetwork: unwritten(false),
  hostPID: unwritten(false),
  hostIPC: unwritten(false),
});

export const podTemplate: ObjectShape = object({
  metadata: field(
    object({ labels: field(anyMap), annotations: field(anyMap), creationTimestamp: noise }),
  ),
  spec: field(podSpec),
});

/** All five fields, as Kubernetes reads them: nothing is Equal, and nothing is every effect. */
function normalizeToleration(item: PlainData): PlainData {
  if (!isObject(item)) return item;
  const known: PlainObject = {
    key: ownField(item, "key") ?? "",
    operator: ownField(item, "operator") || "Equal",
    value: ownField(item, "value") ?? "",
    effect: ownField(item, "effect") ?? "",
  };
  return { ...item, ...known };
}

/** As kubectl writes a taint: `nvidia.com/gpu=true:NoSchedule`. */
function tolerationName(item: PlainData): string {
  const [key, value, effect] = ["key", "value", "effect"].map((name) =>
    nameText(ownField(item, name)),
  );
  return `${key || "*"}${value ? `=${value}` : ""}${effect ? `:${effect}` : ""}`;
}
