import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type * as Client from "@kubernetes/client-node";
import { afterEach, expect, test } from "vitest";
import type { Plan } from "../../src/plan/plan.ts";
import { bundledKubernetesClient } from "./bundled-kubernetes-client.ts";
import { buildDocumentedCode, typeErrors } from "./documented-code.ts";
import type { ApiOptions, KubernetesApi } from "./kubernetes-api.ts";
import { startKubernetesApi } from "./kubernetes-api.ts";
import { full, healthy, refusing, withoutImage } from "./operators.ts";

const CLUSTERS = "/apis/ray.io/v1/namespaces/ml/rayclusters";

const request = {
  name: "train",
  namespace: "ml",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 2, memory_gb: 4 } },
};

const code = await buildDocumentedCode();
const { withRayCluster } = await import(pathToFileURL(code.moduleOf("cluster.ts")).href);
const client = await bundledKubernetesClient(readFileSync("docs/embedding.md", "utf8"));
const { KubeConfig }: typeof Client = await import(pathToFileURL(client).href);

const running: KubernetesApi[] = [];
afterEach(async () => {
  for (const api of running.splice(0)) await api.close();
});

async function startApi(options: ApiOptions): Promise<KubernetesApi> {
  const api = await startKubernetesApi(options);
  running.push(api);
  return api;
}

interface Cycle {
  readonly body?: (plan: Plan) => unknown;
  readonly signal?: AbortSignal;
  readonly log?: (message: string) => void;
  readonly request?: unknown;
}

/** The whole cycle of docs/embedding.md, with nothing but the server's own parts filled in. */
async function cycle(api: KubernetesApi, parts: Cycle = {}): Promise<unknown> {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(api.kubeConfig);
  const options = {
    settings: { kuberay_version: "1.4.2" },
    pollMilliseconds: 1,
    signal: parts.signal ?? new AbortController().signal,
    log: parts.log ?? (() => {}),
  };
  return withRayCluster(kubeConfig, parts.request ?? request, options, async (plan: Plan) =>
    parts.body?.(plan),
  );
}

function expectDeleted(api: KubernetesApi): void {
  expect(api.store.raycluster).toBeUndefined();
  expect(api.store.pods).toEqual([]);
  expect(api.requests.filter((line) => line.startsWith("DELETE"))).toHaveLength(1);
}

test("the documented code has no type errors", async () => {
  expect(await typeErrors(code)).toBe("");
});

test("the body runs once all pods are ready, and the cluster goes after it", async () => {
  const api = await startApi({ operator: healthy });
  const messages: string[] = [];
  const result = await cycle(api, {
    log: (message) => messages.push(message),
    body: (plan) => {
      messages.push(`The body runs at ${plan.ray_init.address}.`);
      expect(api.store.pods).toHaveLength(2);
      return "result";
    },
  });
  expect(result).toBe("result");
  expect(api.posted).toMatchObject([{ kind: "RayCluster", metadata: { name: "train" } }]);
  expect(messages).toEqual([
    "0 of 2 pods ready, waiting for head and worker-group-0.",
    "0 of 2 pods ready, waiting for head and worker-group-0.",
    "1 of 2 pods ready, waiting for worker-group-0.",
    "2 of 2 pods ready.",
    "The body runs at ray://train-head-svc.ml.svc.cluster.local:10001.",
    'The RayCluster "train" must be deleted.',
    'The RayCluster "train" is being deleted. Kubernetes deletes its pods first; 1 is left.',
    'The RayCluster "train" is being deleted. Kubernetes deletes its pods first; 0 are left.',
    'The RayCluster "train" is gone.',
  ]);
  expectDeleted(api);
});

test("the cluster is deleted when the body throws", async () => {
  const api = await startApi({ operator: healthy });
  const body = () => {
    throw new Error("The user's code failed.");
  };
  await expect(cycle(api, { body })).rejects.toThrow("The user's code failed.");
  expectDeleted(api);
});

test("the cluster is deleted when activation times out, and the reason is told", async () => {
  const api = await startApi({ operator: full, ageSeconds: 901 });
  await expect(cycle(api, { body: unexpected })).rejects.toThrow(
    'Not ready after 900 seconds: 1 of 2 pods ready, waiting for worker-group-0. Pod "train-worker-group-0-abc" cannot be scheduled: 0/3 nodes are available: 3 Insufficient nvidia.com/gpu.',
  );
  expectDeleted(api);
});

test("the cluster is deleted at once when its image cannot be pulled", async () => {
  const api = await startApi({ operator: withoutImage });
  await expect(cycle(api, { body: unexpected })).rejects.toThrow(
    'The image "registry.example.com/train:1.2" of pod "train-worker-group-0-abc" cannot be pulled: ImagePullBackOff: not found. 1 of 2 pods ready, waiting for worker-group-0.',
  );
  expectDeleted(api);
});

test("the cluster is deleted when KubeRay refuses it", async () => {
  const api = await startApi({ operator: refusing });
  await expect(cycle(api, { body: unexpected })).rejects.toThrow(
    "KubeRay refuses the RayCluster: The RayCluster spec is invalid ml/train: no.",
  );
  expectDeleted(api);
});

test("the cluster is deleted when the signal aborts, though the body does not listen", async () => {
  const api = await startApi({ operator: healthy });
  const stop = new AbortController();
  const body = () => {
    stop.abort(new Error("Stopped."));
    return new Promise(() => {});
  };
  await expect(cycle(api, { body, signal: stop.signal })).rejects.toThrow("Stopped.");
  expectDeleted(api);
});

test("the cluster is deleted when the signal aborts the waiting", async () => {
  const api = await startApi({ operator: full });
  const stop = new AbortController();
  const log = () => stop.abort(new Error("Stopped."));
  await expect(cycle(api, { log, body: unexpected, signal: stop.signal })).rejects.toThrow();
  expectDeleted(api);
});

test("a wrong request is explained and nothing is posted", async () => {
  const api = await startApi({ operator: healthy });
  const wrong = { ...request, image: "train latest" };
  await expect(cycle(api, { request: wrong, body: unexpected })).rejects.toThrow("invalid-image");
  expect(api.requests).toEqual([]);
});

test.each([409, 400, 401, 403, 422])(
  "a cluster that was there before is not touched when the API answers %d",
  async (code) => {
    const fail = (line: string) => (line.startsWith("POST") ? code : undefined);
    const api = await startApi({ operator: healthy, fail });
    const older = { metadata: { name: "train", uid: "older" } };
    api.store.raycluster = older;
    await expect(cycle(api, { body: unexpected })).rejects.toThrow(`${code}`);
    expect(api.requests).toEqual([`POST ${CLUSTERS}`]);
    expect(api.store.raycluster).toBe(older);
  },
);

test("a cluster that was there before is not touched when it stays open what became of ours", async () => {
  const fail = (line: string) => (line.startsWith("POST") ? 504 : undefined);
  const api = await startApi({ operator: healthy, fail });
  api.store.raycluster = { metadata: { name: "train", uid: "older" } };
  api.store.pods = [{ metadata: { name: "x", labels: { "ray.io/cluster": "train" } } }];
  await expect(cycle(api, { body: unexpected })).rejects.toThrow("504");
  expect(api.requests.filter((line) => line.startsWith("DELETE"))).toEqual([]);
  expect(api.store.raycluster).toMatchObject({ metadata: { uid: "older" } });
});

test("a cluster that may have been created in spite of an error is deleted", async () => {
  const fail = (line: string) => (line.startsWith("POST") ? 504 : undefined);
  const api = await startApi({ operator: healthy, fail });
  await expect(cycle(api, { body: unexpected })).rejects.toThrow("504");
  expectDeleted(api);
});

test("an API that fails for a moment ends neither the waiting nor the deletion", async () => {
  const failing = [2, 3, 7, 8];
  const fail = (line: string, count: number) =>
    line === `GET ${CLUSTERS}/train` && failing.includes(count) ? 500 : undefined;
  const api = await startApi({ operator: healthy, fail });
  await expect(cycle(api, { body: () => "result" })).resolves.toBe("result");
  expectDeleted(api);
});

test("without the right to read pods and events, KubeRay's status does", async () => {
  const fail = (line: string) => (line.startsWith("GET /api/v1/") ? 403 : undefined);
  const api = await startApi({ operator: healthy, fail });
  await expect(cycle(api, { body: () => "result" })).resolves.toBe("result");
  expectDeleted(api);
});

function unexpected(): never {
  throw new Error("The body must not run.");
}
