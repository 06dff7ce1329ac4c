import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { briefly, compared } from "./compared.ts";
import { cluster, container, group, merge, withContainers, withHead } from "./manifests.ts";

const RAY = "spec.headGroupSpec.template.spec.containers[ray-head]";
const HEAD = "spec.headGroupSpec";
const GROUP = "spec.workerGroupSpecs[workers]";
const recreate = { spec: { upgradeStrategy: { type: "Recreate" } } };
const scaling = { spec: { enableInTreeAutoscaling: true } };
const version2 = { spec: { enableInTreeAutoscaling: true, autoscalerOptions: { version: "v2" } } };
const dump = { metadata: { uid: "1" } };

function workers(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { workerGroupSpecs: [group("workers", changes)] } }), others);
}

function cpu(amount: string | number): PlainObject {
  return withContainers(container("ray-head", { resources: { limits: { cpu: amount } } }));
}

function probed(port: string): PlainObject {
  const readinessProbe = { httpGet: { port } };
  return container("ray-head", { ports: [{ containerPort: 80, name: port }], readinessProbe });
}

const groups = [group("a"), group("b")];

function ports(...given: readonly PlainObject[]): PlainObject {
  return withContainers(container("ray-head", { ports: given }));
}

const PREFERRED = `${HEAD}.template.spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution`;

function preferring(term: PlainObject): PlainObject {
  const podAffinityTerm = { topologyKey: "zone", labelSelector: {}, ...term };
  const preferred = [{ weight: 1, podAffinityTerm }];
  return withHead({
    affinity: { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred } },
  });
}

function divided(field: PlainObject): PlainObject {
  const valueFrom = { resourceFieldRef: { resource: "limits.cpu", ...field } };
  return withContainers(container("ray-head", { env: [{ name: "A", valueFrom }] }));
}

/** Parameters for the head: of the whole cluster, or as changes of one. */
function headStarts(rayStartParams: PlainObject, whole = true): PlainObject {
  const changes = { spec: { headGroupSpec: { rayStartParams } } };
  return whole ? cluster(changes) : changes;
}

const parameters = [
  ["metrics-export-port", "8080", "0.4.0", undefined],
  ["block", "true", "0.5.0", "0.4.0"],
  ["block", "false", "1.1.0", "1.0.0"],
  ["dashboard-host", "0.0.0.0", "0.5.2", "0.5.0"],
  ["dashboard-agent-listen-port", "52365", "1.1.0", "1.0.0"],
] as const;

test.each(parameters)("%s %s is what KubeRay %s fills in", (name, value, since, before) => {
  const [old, current] = [cluster(), headStarts({ [name]: value })];
  const causes = (kuberayVersion: string) =>
    compared(old, current, { kuberayVersion }).spelling.map(({ cause }) => cause);
  expect(causes(since)).toEqual(["operator-default"]);
  if (before !== undefined) expect(causes(before)).toEqual([]);
  expect(compared(old, headStarts({ [name]: "other" }), { kuberayVersion: "1.0.0" }).same).toBe(
    false,
  );
});

test.each<readonly [string, PlainObject, PlainObject, readonly string[]]>([
  ["an amount", cpu("1"), cpu("1000m"), [`${RAY}.resources.limits.cpu quantity none`]],
  ["an amount as a number", cpu("1"), cpu(1), [`${RAY}.resources.limits.cpu quantity none`]],
  [
    "a default of the server",
    workers({ maxReplicas: null }),
    workers({ maxReplicas: 2_147_483_647 }),
    [`${GROUP}.maxReplicas server-default none`],
  ],
  [
    "what a name would be made of, beside a name",
    cluster({ metadata: { generateName: "a-" } }),
    cluster(),
    ["metadata.generateName unread none"],
  ],
  [
    "a default of KubeRay",
    cluster(),
    cluster({ spec: { headGroupSpec: { serviceType: "ClusterIP" } } }),
    ["spec.headGroupSpec.serviceType default none"],
  ],
  [
    "a default of pods",
    withHead({}),
    withHead({ dnsPolicy: "ClusterFirst" }),
    ["spec.headGroupSpec.template.spec.dnsPolicy default none"],
  ],
  [
    "a zero",
    withHead({}),
    withHead({ hostNetwork: false }),
    ["spec.headGroupSpec.template.spec.hostNetwork zero none"],
  ],
  [
    "something empty",
    withHead({}),
    withHead({ nodeSelector: {} }),
    ["spec.headGroupSpec.template.spec.nodeSelector empty none"],
  ],
  [
    "an empty list",
    withHead({ volumes: [] }),
    withHead({}),
    ["spec.headGroupSpec.template.spec.volumes empty none"],
  ],
  [
    "something empty in a list that is compared in its order",
    preferring({ namespaces: [] }),
    preferring({}),
    [`${PREFERRED}[0].podAffinityTerm.namespaces empty none`],
  ],
  [
    "a zero in another spelling",
    divided({}),
    divided({ divisor: "0m" }),
    [`${RAY}.env[A].valueFrom.resourceFieldRef.divisor zero none`],
  ],
  [
    "the order of groups",
    cluster({ spec: { workerGroupSpecs: groups } }),
    cluster({ spec: { workerGroupSpecs: groups.toReversed() } }),
    ["spec.workerGroupSpecs order none"],
  ],
  [
    "the order of groups under Recreate",
    cluster(merge({ spec: { workerGroupSpecs: groups } }, recreate)),
    cluster(merge({ spec: { workerGroupSpecs: groups.toReversed() } }, recreate)),
    ["spec.workerGroupSpecs order recreate"],
  ],
  [
    "a default of KubeRay under Recreate",
    cluster(recreate),
    cluster(merge({ spec: { headGroupSpec: { serviceType: "ClusterIP" } } }, recreate)),
    ["spec.headGroupSpec.serviceType default recreate"],
  ],
  [
    "an amount and a default of the server under Recreate",
    merge(cpu("1"), recreate),
    merge(cpu("1000m"), recreate),
    [`${RAY}.resources.limits.cpu quantity none`],
  ],
  [
    "replicas under autoscaling",
    workers({}, scaling),
    workers({ replicas: 1 }, scaling),
    [`${GROUP}.replicas autoscaler none`],
  ],
  [
    "pods to delete, left to the autoscaler",
    workers({ scaleStrategy: { workersToDelete: ["p"] } }, scaling),
    workers({}, scaling),
    [`${GROUP}.scaleStrategy.workersToDelete[p] autoscaler none`],
  ],
  [
    "replicas, left to the autoscaler",
    workers({ replicas: 5, maxReplicas: 9 }, scaling),
    workers({ replicas: null, maxReplicas: 9 }, scaling),
    [`${GROUP}.replicas autoscaler none`],
  ],
  [
    "the name of a port",
    ports({ containerPort: 6379, name: "gcs" }),
    ports({ containerPort: 6379, name: "gcs-server" }),
    [`${RAY}.ports[6379/TCP].name port-name none`],
  ],
  [
    "the port for metrics",
    ports({ containerPort: 6379, name: "gcs" }),
    ports({ containerPort: 6379, name: "gcs" }, { containerPort: 8080, name: "metrics" }),
    [`${RAY}.ports[8080/TCP] operator-default none`],
  ],
  [
    "the account by its deprecated name",
    withHead({ serviceAccountName: "train" }),
    withHead({ serviceAccountName: "train", serviceAccount: "train" }),
    [`${HEAD}.template.spec.serviceAccount service-account none`],
  ],
  [
    "the account by the other name",
    withHead({ serviceAccountName: "train" }),
    withHead({ serviceAccount: "train" }),
    [
      `${HEAD}.template.spec.serviceAccount service-account none`,
      `${HEAD}.template.spec.serviceAccountName service-account none`,
    ],
  ],
  [
    "the account default",
    withHead({}),
    withHead({ serviceAccountName: "default" }),
    [`${HEAD}.template.spec.serviceAccountName service-account none`],
  ],
  [
    "when images are pulled",
    withHead({}),
    withContainers(container("ray-head", { imagePullPolicy: "IfNotPresent" })),
    [`${RAY}.imagePullPolicy default none`],
  ],
  [
    "when the newest image is pulled",
    withContainers(container("ray-head", { image: "ray:latest" })),
    withContainers(container("ray-head", { image: "ray:latest", imagePullPolicy: "Always" })),
    [`${RAY}.imagePullPolicy default none`],
  ],
  [
    "whether containers start again",
    withHead({}),
    withHead({ restartPolicy: "Always" }),
    [`${HEAD}.template.spec.restartPolicy default none`],
  ],
  [
    "whether containers start again where something scales",
    cluster(scaling),
    withHead({ restartPolicy: "Always" }, scaling),
    [`${HEAD}.template.spec.restartPolicy default none`],
  ],
  [
    "that containers never start again, under version 2 of the autoscaler",
    cluster(version2),
    withHead({ restartPolicy: "Never" }, version2),
    [`${HEAD}.template.spec.restartPolicy default none`],
  ],
  [
    "block under Recreate",
    cluster(recreate),
    merge(headStarts({ block: "true" }), recreate),
    [`${HEAD}.rayStartParams.block operator-default recreate`],
  ],
  [
    "CPUs that are the limit, rounded up",
    cpu("1500m"),
    merge(cpu("1500m"), headStarts({ "num-cpus": "2" }, false)),
    [`${HEAD}.rayStartParams["num-cpus"] operator-default none`],
  ],
  [
    "memory that is the limit",
    cluster(),
    headStarts({ memory: String(8 * 2 ** 30) }),
    [`${HEAD}.rayStartParams.memory operator-default none`],
  ],
  [
    "the API version",
    cluster(),
    cluster({ apiVersion: "ray.io/v1alpha1" }),
    ["apiVersion api-version none"],
  ],
  [
    "the namespace of a dump",
    cluster(dump),
    merge(cluster(), { metadata: { namespace: null } }),
    ["metadata.namespace namespace none"],
  ],
])("%s is spelling", (_name, old, current, spelling) => {
  const diff = compared(old, current);
  expect(briefly(diff)).toEqual([]);
  expect(diff.spelling.map(({ path, cause, effect }) => `${path} ${cause} ${effect}`)).toEqual(
    spelling,
  );
  expect(diff.same).toBe(true);
});

test.each<readonly [string, PlainObject, PlainObject, readonly string[]]>([
  [
    "what a name is made of",
    cluster({ metadata: { generateName: "a-", name: "" } }),
    cluster({ metadata: { generateName: "b-" } }),
    ["~ metadata.generateName none", "~ metadata.name address"],
  ],
  [
    "replicas where autoscaling begins",
    workers({}),
    workers({ replicas: 1, minReplicas: 1 }, scaling),
    [
      "+ spec.enableInTreeAutoscaling new-pods-only",
      `~ ${GROUP}.minReplicas none`,
      `~ ${GROUP}.replicas none`,
    ],
  ],
  [
    "more replicas than the autoscaler wrote",
    workers({ maxReplicas: 9 }, scaling),
    workers({ maxReplicas: 9, replicas: 5 }, scaling),
    [`~ ${GROUP}.replicas scale`],
  ],
  [
    "pods to delete under autoscaling",
    workers({}, scaling),
    workers({ scaleStrategy: { workersToDelete: ["p"] } }, scaling),
    [`+ ${GROUP}.scaleStrategy.workersToDelete[p] scale`],
  ],
  [
    "a namespace that nobody knows",
    cluster(),
    merge(cluster(), { metadata: { namespace: null } }),
    ["- metadata.namespace address"],
  ],
  [
    "the namespace of two dumps",
    cluster(dump),
    merge(cluster(dump), { metadata: { namespace: "b" } }),
    ["~ metadata.namespace address"],
  ],
  [
    "the name of a port that KubeRay goes by",
    ports({ containerPort: 8265, name: "dash" }),
    ports({ containerPort: 8265, name: "dashboard" }),
    [`~ ${RAY}.ports[8265/TCP].name none`],
  ],
  [
    "the name of a port that a probe goes by",
    withContainers(probed("web")),
    withContainers(probed("http")),
    [`~ ${RAY}.ports[80/TCP].name none`, `~ ${RAY}.readinessProbe.httpGet.port new-pods-only`],
  ],
  [
    "the port for metrics instead of KubeRay's own ports",
    cluster(),
    ports({ containerPort: 8080, name: "metrics" }),
    [`+ ${RAY}.ports[8080/TCP] address`],
  ],
  [
    "another account",
    withHead({ serviceAccountName: "train" }),
    withHead({ serviceAccount: "other" }),
    [
      `+ ${HEAD}.template.spec.serviceAccount new-pods-only`,
      `- ${HEAD}.template.spec.serviceAccountName new-pods-only`,
    ],
  ],
  [
    "the account of a head that scales, which KubeRay names",
    cluster(scaling),
    withHead({ serviceAccountName: "default" }, scaling),
    [`+ ${HEAD}.template.spec.serviceAccountName new-pods-only`],
  ],
  [
    "when the newest image is pulled, against the default",
    withContainers(container("ray-head", { image: "h:5000/ray" })),
    withContainers(container("ray-head", { image: "h:5000/ray", imagePullPolicy: "IfNotPresent" })),
    [`+ ${RAY}.imagePullPolicy new-pods-only`],
  ],
  [
    "that containers start again, under version 2 of the autoscaler",
    cluster(version2),
    withHead({ restartPolicy: "Always" }, version2),
    [`+ ${HEAD}.template.spec.restartPolicy rejected`],
  ],
  [
    "CPUs that are not the limit",
    cpu("1500m"),
    merge(cpu("1500m"), headStarts({ "num-cpus": "1" }, false)),
    [`+ ${HEAD}.rayStartParams["num-cpus"] new-pods-only`],
  ],
  [
    "the dashboard of a worker",
    workers({}),
    workers({ rayStartParams: { "dashboard-host": "0.0.0.0" } }),
    [`+ ${GROUP}.rayStartParams["dashboard-host"] new-pods-only`],
  ],
  ["an amount that is none", cpu("x"), cpu("y"), [`~ ${RAY}.resources.limits.cpu rejected`]],
  [
    "a number instead of a text",
    cluster({ spec: { rayVersion: "2" } }),
    cluster({ spec: { rayVersion: 2 } }),
    ["~ spec.rayVersion rejected"],
  ],
  [
    "an amount where none is meant",
    cluster({ spec: { rayVersion: "1000m" } }),
    cluster({ spec: { rayVersion: "1" } }),
    ["~ spec.rayVersion none"],
  ],
])("%s is no spelling", (_name, old, current, changes) => {
  expect(briefly(compared(old, current))).toEqual(changes);
});
