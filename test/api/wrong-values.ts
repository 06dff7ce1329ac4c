import type { PlainData } from "../../src/diagnostics/plain-data.ts";

const HEAD = "spec.headGroupSpec";
const GROUP = "spec.workerGroupSpecs[0]";
const POD = `${HEAD}.template.spec`;
const CONTAINER = `${POD}.containers[0]`;
const MEMORY = `${CONTAINER}.resources.limits.memory`;

/** Places in a small cluster and what is wrong there, one value for each way to say so. */
export const wrongValues: readonly (readonly [place: string, value: PlainData])[] = [
  ...[-2_147_483_649, "2", "-2.5", "two", "$N", "{{ n }}", "<n>", "1 2", 2.5, true, [], {}].map(
    (value) => [`${GROUP}.replicas`, value] as const,
  ),
  ...["true", "false", "1", "$ON", 1, {}].map((value) => [`${POD}.hostNetwork`, value] as const),
  ...[1, false, []].map((value) => [`${POD}.nodeName`, value] as const),
  [`${POD}.containers`, {}],
  [`${POD}.containers`, "a"],
  [`${POD}.securityContext`, []],
  [`${POD}.securityContext`, "a"],
  [`${POD}.nodeSelector`, ["a"]],
  [`${POD}.nodeSelector`, "a"],
  [`${CONTAINER}.args`, [null]],
  [`${CONTAINER}.args`, [1]],
  [`${CONTAINER}.livenessProbe`, { httpGet: { port: 8.5 } }],
  [`${CONTAINER}.livenessProbe`, { httpGet: { port: {} } }],
  [`${CONTAINER}.env`, [{ name: "A" }, { name: "B" }, { name: "A" }]],
  [`${CONTAINER}.ports`, [{ containerPort: 1 }, { containerPort: 1, protocol: "TCP" }]],
  ["metadata.finalizers", ["a", "b", "a"]],
  ["metadata.creationTimestamp", 1],
  [`${CONTAINER}.resources.limits`, { "nvidia.com/gpu": 0.5, cpu: 0.5 }],
  ...["", "16 GB", "1.5gib", "2 CPUs", "16 parsecs", "16constructor", "much", "{{ m }}"].map(
    (amount) => [MEMORY, amount] as const,
  ),
  ...["1e1.5", `1e1.${"0".repeat(98)}`, "1e3", "+.5Gi", "1.", true, null, []].map(
    (amount) => [MEMORY, amount] as const,
  ),
  ...["kb", "mb", "gb", "tb", "b", "kib", "mib", "tib", "ki", "mi", "gi", "ti", "g", "t"].map(
    (unit) => [MEMORY, `16 ${unit}`] as const,
  ),
  [MEMORY, "2cpu"],
  ["spec.managedBy", "me"],
  ["spec.autoscalerOptions", { upscalingMode: "aggressive" }],
  ["spec.autoscalerOptions", { upscalingMode: "x" }],
  ["spec.gcsFaultToleranceOptions", { storage: { accessModes: [] } }],
  ["spec", []],
  ["spec", "a"],
  ["metadata", null],
];

/** Fields that are not there, one for each way to guess where they belong. */
export const unknownFields: typeof wrongValues = [
  [`${HEAD}.template`, {}],
  [`${POD}.labels`, {}],
  [`${POD}["a b"]`, {}],
  [`${POD}.schedulingGate`, []],
  [`${POD}.image`, "a"],
  [`${GROUP}.template.spec.name`, "a"],
  [`${GROUP}.rayVersion`, null],
  ["spec.status", {}],
  ["spec.image", "a"],
  ["spec.containers", []],
  ...[
    ...["apiVersion", "key", "kind", "name", "namespace", "operator", "path", "port", "type"],
    ...["value", "status", "ephemeralContainers", "resources", "env", "annotations", "metadata"],
    ...["template", "volumeMounts", "limits", "serviceAccountName", "matchLabels", "exec"],
  ].flatMap((key) => [`spec.${key}`, `${HEAD}.${key}`].map((place) => [place, "a"] as const)),
  ...["resources", "template", "matchLabels", "containers", "limits"].map(
    (key) => [`${CONTAINER}.${key}Of`, {}] as const,
  ),
  [`${HEAD}.matchLabels`, {}],
  // Too deep, too many places, many of which one is required, and many of which none is.
  ["fieldPath", "a"],
  ["spec.podSelector", {}],
  ["spec.autoscalerOptions", { env: [{ name: "A", optional: true }] }],
  ["spec.resources", {}],
  [`${POD}.mode`, "a"],
  [`${CONTAINER}.matchExpressions`, []],
  [`${CONTAINER}.secretKeyRef`, {}],
];
