import { ownObject } from "../../src/diagnostics/own-field.ts";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { podAdditions } from "../../src/kuberay/pod-additions/pod-additions.ts";
import type { PodAdditionsInput } from "../../src/kuberay/pod-additions/pod-additions-input.ts";
import { kuberayReleases } from "../../src/kuberay/releases.ts";
import { formatVersion } from "../../src/kuberay/version.ts";
import { cluster, container, group, merge } from "../diff/manifests.ts";
import type { Golden } from "./goldens.ts";

/** What each release adds to pods: all of the oldest one, and then what another one adds otherwise. */
export function podAdditionGoldens(): readonly Golden[] {
  return (["head", "worker", "submitter"] as const).map((role) => ({
    file: `pod-additions/${role}.txt`,
    print: () =>
      inputs
        .filter(([, input]) => input.role === role)
        .map(additions)
        .join("\n"),
  }));
}

type Input = readonly [name: string, input: Omit<PodAdditionsInput, "kuberay">];

const everything = {
  enableInTreeAutoscaling: true,
  rayVersion: "2.53.0",
  autoscalerOptions: {
    version: "v2",
    image: "autoscaler:1",
    imagePullPolicy: "Always",
    securityContext: {},
    env: [],
    envFrom: [],
    resources: { limits: { cpu: "1" } },
    volumeMounts: [{ name: "a", mountPath: "/a" }],
    idleTimeoutSeconds: 5,
  },
  authOptions: { enableK8sTokenAuth: true },
  tlsOptions: { enabled: true },
  historyServerOptions: {
    collectorOptions: { image: "a", imagePullPolicy: "Always", resources: {}, env: [] },
  },
};
const plain = specOf();
const template = pod({});
const annotated = { "ray.io/ft-enabled": "True" };
const own = {
  serviceAccountName: "x".repeat(51),
  initContainers: [{ name: "wait-for-tls-ip-san" }],
  containers: [
    container("ray", {
      volumeMounts: [
        { name: "shm", mountPath: "/dev/shm" },
        { name: "logs", mountPath: "/tmp/ray" },
        { name: "ray-token", mountPath: "/token" },
      ],
    }),
  ],
};

const inputs: readonly Input[] = [
  ["a plain head", of({ role: "head" })],
  ["a plain worker", of({ role: "worker" })],
  ["a worker without the waiting container", of({ role: "worker", injectsWaitContainer: false })],
  ["a worker of a cluster without a name", of({ role: "worker", clusterName: undefined })],
  [
    "a worker with a long name",
    of({ role: "worker", clusterName: "T".repeat(30), group: group("g".repeat(30)) }),
  ],
  [
    "a head under autoscaling",
    of({ role: "head", cluster: specOf({ enableInTreeAutoscaling: true }) }),
  ],
  ["a head with everything", of({ role: "head", cluster: specOf(everything) })],
  ["a worker with everything", of({ role: "worker", cluster: specOf(everything) })],
  [
    "a head with everything and mounts of its own",
    of({
      role: "head",
      cluster: specOf(
        merge(everything, {
          autoscalerOptions: { volumeMounts: [{ name: "logs", mountPath: "/tmp/ray" }] },
        }),
      ),
      template: pod(own),
    }),
  ],
  [
    "a fault-tolerant worker with memory of its own",
    of({
      role: "worker",
      clusterAnnotations: annotated,
      group: group("workers", { rayStartParams: { "plasma-directory": "/a" } }),
    }),
  ],
  ["a submitter", of({ role: "submitter" })],
];

function of(input: Partial<PodAdditionsInput>): Omit<PodAdditionsInput, "kuberay"> {
  return {
    role: "head",
    cluster: plain,
    clusterName: "train",
    clusterAnnotations: {},
    group: group("workers"),
    template,
    ...input,
  };
}

function specOf(changes: PlainObject = {}): PlainObject {
  return ownObject(cluster({ spec: changes }), "spec");
}

function pod(spec: PlainObject): PlainObject {
  return { spec: { containers: [container("ray")], ...spec } };
}

function additions([name, input]: Input): string {
  const known = new Map<string, string>();
  const lines = kuberayReleases.toReversed().flatMap(({ since }) => {
    const added = Object.entries(podAdditions({ ...input, kuberay: since }))
      .map(([key, value]) => [key, JSON.stringify(value) ?? "nothing"] as const)
      .filter(([key, text]) => known.get(key) !== text);
    for (const [key, text] of added) known.set(key, text);
    const told = added.map(([key, text]) => `    ${key}: ${text}`);
    return told.length === 0 ? [] : [`  KubeRay ${formatVersion(since)}`, ...told];
  });
  return [name, ...lines, ""].join("\n");
}
