import fc from "fast-check";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { anyCharacter } from "../any-character.ts";

// Small pools of names, so that two manifests have much in common.
const names = fc.constantFrom("a", "b", "c", "worker-group-2", "worker-group-10");
const cpus = fc.constantFrom("1", "2", "4", "500m", "1500m");
const memories = fc.constantFrom("1Gi", "2Gi", "512Mi", "16Gi");
const texts = fc.dictionary(
  fc.constantFrom("a", "b", "example.com/c"),
  fc.constantFrom("x", "y", ""),
  {
    maxKeys: 2,
  },
);

const amounts = optional({
  cpu: cpus,
  memory: memories,
  "nvidia.com/gpu": fc.constantFrom("1", "2"),
});

const variable = fc.record({ name: names, value: fc.constantFrom("0", "1", "$(OTHER)") });

const port = optional(
  { name: names, protocol: fc.constantFrom("TCP", "UDP") },
  { containerPort: fc.constantFrom(6379, 8265, 10001) },
);

const toleration = optional({
  key: names,
  operator: fc.constantFrom("Exists", "Equal"),
  value: fc.constantFrom("x", ""),
  effect: fc.constantFrom("NoSchedule", "NoExecute"),
});

const container = (name: string) =>
  optional(
    {
      env: uniqueBy(variable, "name"),
      ports: fc.uniqueArray(port, {
        maxLength: 3,
        selector: (item) => `${item.containerPort}/${item.protocol ?? "TCP"}`,
      }),
      resources: optional({ limits: amounts, requests: amounts }),
      args: fc.array(fc.constantFrom("a", "b"), { maxLength: 3 }),
      volumeMounts: uniqueBy(
        fc.record({ name: names, mountPath: fc.constantFrom("/a", "/b", "/c") }),
        "mountPath",
      ),
    },
    { name: fc.constant(name), image: fc.constantFrom("ray:1", "ray:2") },
  );

const volume = fc.oneof(
  optional({ emptyDir: optional({ sizeLimit: memories }) }, { name: names }),
  fc.record({ name: names, configMap: optional({ name: names }) }),
);

const template = fc.record({
  metadata: optional({ labels: texts, annotations: texts }),
  spec: optional(
    {
      nodeSelector: texts,
      tolerations: fc.array(toleration, { maxLength: 3 }),
      volumes: uniqueBy(volume, "name"),
      imagePullSecrets: uniqueBy(fc.record({ name: names }), "name"),
      restartPolicy: fc.constantFrom("Never", "Always"),
      serviceAccountName: names,
    },
    {
      containers: fc
        .tuple(container("ray"), fc.array(container("sidecar"), { maxLength: 1 }))
        .map(([first, others]) => [first, ...others]),
    },
  ),
});

const group = optional(
  {
    replicas: fc.nat(3),
    minReplicas: fc.nat(3),
    maxReplicas: fc.nat(5),
    numOfHosts: fc.integer({ min: 1, max: 2 }),
    idleTimeoutSeconds: fc.nat(60),
    labels: texts,
    resources: amounts,
  },
  { groupName: names, rayStartParams: texts, template },
);

/** RayClusters as people write them, without mistakes in their structure; the rules of KubeRay may be broken. */
export const manifests: fc.Arbitrary<PlainObject> = fc.record({
  apiVersion: fc.constantFrom("ray.io/v1", "ray.io/v1alpha1"),
  kind: fc.constant("RayCluster"),
  metadata: optional({ namespace: names, labels: texts, annotations: texts }, { name: names }),
  spec: optional(
    {
      rayVersion: fc.constantFrom("2.9.3", "2.52.0"),
      enableInTreeAutoscaling: fc.boolean(),
      autoscalerOptions: optional({
        version: fc.constantFrom("v1", "v2"),
        resources: optional({ limits: amounts }),
        env: uniqueBy(variable, "name"),
      }),
      headServiceAnnotations: texts,
      upgradeStrategy: fc.record({ type: fc.constantFrom("Recreate", "None") }),
      suspend: fc.boolean(),
    },
    {
      headGroupSpec: optional(
        { serviceType: fc.constantFrom("ClusterIP", "NodePort") },
        { rayStartParams: texts, template },
      ),
      workerGroupSpecs: uniqueBy(group, "groupName"),
    },
  ),
});

/** What any field of a manifest may hold in spite of its type. */
export const hostileValues: fc.Arbitrary<PlainData> = fc.oneof(
  fc.constantFrom<PlainData>(
    null,
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    1.5,
    2 ** 53,
    true,
    "",
    "1000E",
    "\u2028",
    "\u001b[2J",
    "\ud800",
    "::error::x",
    "##[error]x",
    "`|`",
    [],
    {},
  ),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
);

type Fields = Readonly<Record<string, fc.Arbitrary<PlainData>>>;

/** An object with fields that may be there and fields that are. */
function optional(maybe: Fields, always: Fields = {}): fc.Arbitrary<PlainObject> {
  return fc.record({ ...maybe, ...always }, { requiredKeys: Object.keys(always) });
}

function uniqueBy(items: fc.Arbitrary<PlainObject>, key: string): fc.Arbitrary<PlainObject[]> {
  return fc.uniqueArray(items, { maxLength: 3, selector: (item) => item[key] });
}
