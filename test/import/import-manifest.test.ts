import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { importManifest } from "../../src/import/import-manifest.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";
import { mutated } from "../schemas/mutated.ts";

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 3, node_config: { cpu: 4, memory_gb: 16, requests: { cpu: 2 } } },
  env: { HF_HOME: "/models", TOKEN: { secret: "hub", key: "token" } },
  volumes: [{ mount_path: "/models", claim: "models", read_only: true }],
};

function compiled(settings: unknown = {}, changes: object = {}) {
  const result = compile({ ...request, ...changes } as unknown, settings);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.manifest;
}

test("what was compiled comes back as it was, for the settings that it was compiled for", () => {
  const settings = { ray: { gpu_resource_request_key: "nvidia.com/gpu", supports_gpus: true } };
  const result = importManifest(compiled(settings), { settings });
  expect(result).toMatchObject({ ok: true, same: true, changes: [] });
  expect(result.ok && result.request).toEqual(request);
  expect(result.ok && result.settings).toEqual({});
});

test.each([["0.4.0"], ["1.0.0"], ["1.2.2"], ["1.4.2"], ["1.7.0"]])(
  "what was compiled for KubeRay %s means the same after an import without settings",
  (version) => {
    const scaling = {
      config: {
        head_node: { cpu: 4, memory_gb: 16, ray_cpus: 0 },
        scaling_groups: [
          { name: "a", worker_nodes: { cpu: 1, memory_gb: 2 }, min_workers: 0, max_workers: 3 },
        ],
        autoscaler_config: { cpu: 1, memory_gb: 1 },
      },
    };
    const manifest = compiled({ kuberay_version: version }, scaling);
    const result = importManifest(manifest, { kuberayVersion: version });
    expect(result.ok && result.changes).toEqual([]);
    expect(result).toMatchObject({ ok: true, same: true });
  },
);

/** A small RayCluster with one thing changed. */
function cluster(podSpec: object = {}, container: object = {}, head: object = {}) {
  const resources = { limits: { cpu: "2", memory: "4Gi" }, requests: { cpu: "2", memory: "4Gi" } };
  const ray = { name: "ray-head", image: "rayproject/ray:2.52.0", resources, ...container };
  const template = { spec: { containers: [ray], ...podSpec } };
  return {
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: "small" },
    spec: { rayVersion: "2.52.0", headGroupSpec: { rayStartParams: {}, template, ...head } },
  };
}

test.each<[string, object, object]>([
  [
    "limits above requests",
    cluster(
      {},
      {
        resources: { limits: { cpu: 2, memory: "4Gi" }, requests: { cpu: "500m", memory: "1Gi" } },
      },
    ),
    { cpu: 2, memory_gb: 4, requests: { cpu: 0.5, memory_gb: 1 } },
  ],
  [
    "no CPU limit",
    cluster({}, { resources: { limits: { memory: "4Gi" }, requests: { cpu: 2, memory: "4Gi" } } }),
    { cpu: 2, memory_gb: 4, limits: { cpu: null } },
  ],
  [
    "num-cpus 0",
    cluster({}, {}, { rayStartParams: { "num-cpus": "0" } }),
    { cpu: 2, memory_gb: 4, ray_cpus: 0 },
  ],
  [
    "what KubeRay takes by itself",
    cluster(
      {},
      {},
      { rayStartParams: { block: "true", "dashboard-host": "0.0.0.0", port: "6379" } },
    ),
    { cpu: 2, memory_gb: 4 },
  ],
  [
    "resources in quotes that not everybody reads",
    cluster({}, {}, { rayStartParams: { resources: '"{\\"a\\": 2}"' } }),
    { cpu: 2, memory_gb: 4, ray_resources: { a: 2 } },
  ],
  [
    "shared memory",
    cluster(
      { volumes: [{ name: "dshm", emptyDir: { medium: "Memory", sizeLimit: "2Gi" } }] },
      { volumeMounts: [{ name: "dshm", mountPath: "/dev/shm" }] },
    ),
    { cpu: 2, memory_gb: 4, shm_gb: 2 },
  ],
  [
    "a pull policy that is no default",
    cluster({}, { imagePullPolicy: "Always" }),
    { cpu: 2, memory_gb: 4, image_pull_policy: "Always" },
  ],
  [
    "a pull policy that is the default",
    cluster({}, { imagePullPolicy: "IfNotPresent" }),
    { cpu: 2, memory_gb: 4 },
  ],
  [
    "amounts that are no whole MiB",
    cluster(
      {},
      { resources: { limits: { cpu: 2, memory: "4G" }, requests: { cpu: 2, memory: "4G" } } },
    ),
    {
      cpu: 2,
      memory_gb: 3.73,
      pod_template: {
        spec: {
          containers: [
            {
              name: "ray-head",
              resources: { limits: { memory: "4G" }, requests: { memory: "4G" } },
            },
          ],
        },
      },
    },
  ],
])("%s", (_name, manifest, node) => {
  const result = importManifest(manifest);
  expect(result.ok && result.changes).toEqual([]);
  expect(result.ok && result.request.config).toEqual({
    ...("pod_template" in node ? { head_node: node } : { n_nodes: 1, node_config: node }),
  });
});

test("what a deployment says goes to the settings", () => {
  const result = importManifest(
    cluster({ hostNetwork: true, serviceAccountName: "ray", nodeSelector: { pool: "a" } }),
  );
  expect(result).toMatchObject({
    same: true,
    settings: {
      ray: {
        non_gpu_node_selector: { pool: "a" },
        head_pod_template: { spec: { hostNetwork: true } },
      },
      worker: { service_account: { name: "ray" } },
    },
  });
});

test("a place that a request cannot say is told", () => {
  const result = importManifest(cluster({}, {}, { enableIngress: true }));
  expect(result).toMatchObject({ ok: true, same: false });
  expect(result.ok && result.changes.map(({ path }) => path)).toEqual([
    "spec.headGroupSpec.enableIngress",
  ]);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a text", "kind: RayCluster"],
  ["another kind", { apiVersion: "v1", kind: "Service", metadata: {}, spec: {} }],
])("%s is no RayCluster", (_name, manifest) => {
  expect(importManifest(manifest)).toMatchObject({ ok: false });
});

test("hostile keys and odd shapes neither crash nor are lost in silence", () => {
  const odd = JSON.parse(
    '{"apiVersion":"ray.io/v1","kind":"RayCluster","metadata":{"name":"a","labels":{"constructor":"x"}},"spec":{"headGroupSpec":{"rayStartParams":{"constructor":"2"},"template":{"spec":{"containers":"none","volumes":[1,null,{"name":7}]}}},"workerGroupSpecs":[null,7,{"groupName":"a"}]}}',
  );
  expect(importManifest(odd)).toMatchObject({ ok: true, same: false });
  const result = importManifest(Object.freeze(cluster({ volumes: [{ name: "constructor" }] })));
  expect(result).toMatchObject({ ok: true });
});

/** A head with claims mounted at places. */
function mounting(claims: readonly (readonly [claim: string, mountPath: string])[]) {
  return cluster(
    {
      volumes: claims.map(([claimName], index) => ({
        name: `v${index}`,
        persistentVolumeClaim: { claimName },
      })),
    },
    { volumeMounts: claims.map(([, mountPath], index) => ({ name: `v${index}`, mountPath })) },
  );
}

test.each([
  [
    "one volume refused twice",
    mounting([
      ["BAD_claim", "rel0"],
      ["good", "/good"],
    ]),
    [{ mount_path: "/good", claim: "good" }],
    1,
  ],
  [
    "two volumes refused",
    mounting([
      ["a", "rel0"],
      ["b", "rel1"],
      ["c", "/c"],
      ["d", "/d"],
    ]),
    [
      { mount_path: "/c", claim: "c" },
      { mount_path: "/d", claim: "d" },
    ],
    2,
  ],
])("what is refused goes, and its neighbours stay: %s", (_name, manifest, volumes, places) => {
  const result = importManifest(manifest);
  if (!result.ok) throw new Error("It was not imported.");
  expect(result.request.config).toMatchObject({ node_config: { volumes } });
  const refused = result.notes.filter(({ kind }) => kind === "refused");
  expect(new Set(refused.map(({ path }) => /volumes\[\d\]/.exec(path)?.[0])).size).toBe(places);
});

test("no manifest makes an import throw", () => {
  const unprintable = { toString: "y", valueOf: null };
  expect(() =>
    importManifest(
      cluster(
        {},
        {
          ports: [{ name: "a", containerPort: unprintable }],
          resources: { limits: { cpu: "2", memory: unprintable } },
        },
      ),
    ),
  ).not.toThrow();
  const base = cluster(
    { volumes: [{ name: "shm", emptyDir: { medium: "Memory", sizeLimit: "1Gi" } }] },
    { ports: [{ name: "client", containerPort: 10001 }], env: [{ name: "A", value: "1" }] },
  );
  fc.assert(fc.property(mutated(base), (manifest) => void importManifest(manifest)));
});

const CORPUS = "../shared/corpus";
const files = existsSync(CORPUS)
  ? readdirSync(CORPUS).filter((file) => /^user-.*raycluster\.yaml$/.test(file))
  : [];

test.skipIf(files.length === 0)(
  `a manifest of ${CORPUS} that comes back is told to be the same (skipped where the folder is missing)`,
  () => {
    const results = files.flatMap((file) => {
      const text = readFileSync(`${CORPUS}/${file}`, "utf8");
      const sources = readYamlDocuments({ file, text }, "request", { dialect: "manifest" });
      return sources.map(({ data }) => importManifest(data));
    });
    const same = results.filter((result) => result.ok && result.same);
    expect(same.length).toBeGreaterThanOrEqual(8);
  },
);
