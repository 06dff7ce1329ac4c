import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import { importManifest } from "../../src/import/import-manifest.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { mainReleasesFrom } from "../kuberay/tested-releases.ts";

const RELEASES = mainReleasesFrom("0.6.0");

function some(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  return fc.record(fields, { requiredKeys: [] });
}

const word = fc.constantFrom("a", "team-b", "x1");
const env = fc.dictionary(
  fc.constantFrom("TEAM", "MODE", "HF_HOME"),
  fc.oneof(
    word,
    fc.constant({ secret: "keys", key: "token" }),
    fc.constant({ config_map: "common", key: "mode" }),
    fc.constant({ field: "status.podIP" }),
  ),
  { maxKeys: 3 },
);
const volume = fc.constantFrom(
  { mount_path: "/data", claim: "data", read_only: true },
  { mount_path: "/etc/app", config_map: "app" },
  { mount_path: "/keys", secret: "keys" },
  { mount_path: "/scratch", empty_dir: { size_gb: 2 } },
  { mount_path: "/fast", empty_dir: { in_memory: true, size_gb: 1 } },
);
const volumes = fc.uniqueArray(volume, { selector: (each) => each.mount_path, maxLength: 3 });

const node = fc
  .tuple(
    fc.record({ cpu: fc.constantFrom(1, 0.5, 4), memory_gb: fc.constantFrom(4, 16, 7.5) }),
    some({
      requests: fc.constantFrom({ cpu: 0.25 }, { memory_gb: 2 }, { cpu: 0.5, memory_gb: 1 }),
      ephemeral_storage_gb: fc.constantFrom(1, 20),
      shm_gb: fc.constantFrom(1, 2),
      image: fc.constant("other:2"),
      image_pull_policy: fc.constantFrom("Always", "IfNotPresent", "Never"),
      env,
      volumes,
      ray_cpus: fc.constantFrom(0, 2),
      ray_resources: fc.constantFrom({ slot: 2 }, { a: 1, b: 3 }),
      ray_start_params: fc.constantFrom({ "metrics-export-port": "8080" }),
      labels: fc.constantFrom({ team: "a" }),
      annotations: fc.constantFrom({ "example.com/note": "a b" }),
      container_name: fc.constant("main"),
      pod_template: fc.constantFrom({ spec: { priorityClassName: "high" } }),
    }),
  )
  .map((parts) => Object.assign({}, ...parts));

const group = fc
  .tuple(
    fc.record({
      worker_nodes: node,
      min_workers: fc.constantFrom(0, 1),
      max_workers: fc.constantFrom(1, 3),
    }),
    some({
      hosts: fc.constantFrom(1, 2),
      idle_timeout_seconds: fc.constantFrom(30, 600),
      priority: fc.constantFrom(1, 5),
      ray_labels: fc.constant({ "ray.io/market-type": "spot" }),
      workers: fc.constant(1),
    }),
  )
  .map((parts) => Object.assign({}, ...parts));

const autoscaler_config = fc.constantFrom(
  { cpu: 0.5, memory_gb: 1 },
  { cpu: 1, memory_gb: 1, upscaling_mode: "Conservative", idle_timeout_seconds: 90 },
);
const config = fc.oneof(
  fc.record(
    {
      n_nodes: fc.constantFrom(1, 2),
      max_nodes: fc.constantFrom(2, 4),
      node_config: node,
      autoscaler_config,
    },
    { requiredKeys: ["n_nodes", "node_config", "autoscaler_config"] },
  ),
  fc.record(
    {
      head_node: node,
      scaling_groups: fc.array(group, { maxLength: 2 }),
      autoscaler_config,
      autoscaling: fc.boolean(),
    },
    { requiredKeys: ["head_node", "autoscaler_config"] },
  ),
);

const job = fc
  .tuple(
    fc.record({ entrypoint: fc.constantFrom("python a.py", "bash -c 'a && b'") }),
    some({
      runtime_env: fc.constantFrom({ pip: ["torch"] }, "pip: [torch] # pinned\n"),
      submission_mode: fc.constantFrom("K8sJobMode", "HTTPMode", "SidecarMode"),
      submitter: some({ image: fc.constant("s:1"), cpu: fc.constant(0.5), retries: fc.nat(3) }),
      shutdown_after_finish: fc.boolean(),
      ttl_seconds_after_finished: fc.constantFrom(0, 60),
      active_deadline_seconds: fc.constant(600),
      pre_running_deadline_seconds: fc.constant(60),
      retries: fc.nat(2),
      suspend: fc.boolean(),
      metadata: fc.constant({ team: "a" }),
      entrypoint_cpus: fc.constantFrom(1, 0.5),
      entrypoint_resources: fc.constant({ slot: 1 }),
      job_id: fc.constant("one"),
      schedule: fc.constant("@daily"),
    }),
  )
  .map((parts) => Object.assign({}, ...parts));
const service = fc
  .tuple(
    fc.record({ serve_config: fc.constantFrom({ applications: [] }, "applications: [] # none\n") }),
    some({
      upgrade: fc.constantFrom({ type: "None" }, { type: "NewCluster" }),
      deletion_delay_seconds: fc.constant(30),
      exclude_head_from_serving: fc.boolean(),
    }),
  )
  .map((parts) => Object.assign({}, ...parts));
const owner = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      job,
      job_template: fc.constantFrom(
        {
          submitterPodTemplate: {
            spec: { containers: [{ name: "ray-job-submitter", env: [{ name: "A", value: "1" }] }] },
          },
        },
        { submitterPodTemplate: { spec: { nodeSelector: { pool: "jobs" } } } },
      ),
    },
    { requiredKeys: ["job"] },
  ),
  fc.record(
    { service, service_template: fc.constant({ serveService: { spec: { type: "NodePort" } } }) },
    { requiredKeys: ["service"] },
  ),
);

const request = fc
  .tuple(
    fc.record({ name: fc.constant("train"), image: fc.constant("ray:1"), config }),
    owner,
    some({
      namespace: fc.constant("ml"),
      ray_version: fc.constantFrom("2.52.0", "2.9.3"),
      labels: fc.constant({ team: "a" }),
      annotations: fc.constant({ "example.com/a": "b" }),
      env,
      volumes,
      head_service: fc.constantFrom({ type: "NodePort" }, { annotations: { a: "b" } }),
      gcs_fault_tolerance: fc.constant({ redis_address: "redis:6379" }),
      cluster_template: fc.constant({ spec: { headGroupSpec: { enableIngress: true } } }),
    }),
  )
  .map((parts): object => Object.assign({}, ...parts));

const settings = { ray: { request_pod_templates: true } };
const sound = {
  name: "train",
  image: "ray:1",
  ray_version: "2.52.0",
  config: {
    n_nodes: 1,
    node_config: { cpu: 2, memory_gb: 4 },
    autoscaler_config: { cpu: 1, memory_gb: 1 },
  },
};

test("what compiles is valid, the same as itself, and comes back from an import", () => {
  let compiled = 0;
  fc.assert(
    fc.property(request, fc.constantFrom(...RELEASES), (wanted, kuberayVersion) => {
      const first = compile(wanted, settings, { kuberayVersion });
      if (!first.ok) return;
      compiled++;
      const manifest: PlainData = JSON.parse(JSON.stringify(first.manifest));
      const text = { file: "out.yaml", text: printYaml(first.manifest) };
      const judged = validateManifests(text, {
        kuberayVersion,
        featureGates: "AllAlpha=true,AllBeta=true",
      });
      const told = first.diagnostics.map(({ code }) => code);
      expect(judged.diagnostics.filter(({ code }) => !told.includes(code))).toEqual([]);
      const self = diffManifests(first.manifest, manifest, { kuberayVersion });
      expect(self).toMatchObject({ ok: true, same: true, changes: [] });
      const back = importManifest(manifest, { kuberayVersion });
      expect(back).toMatchObject({ ok: true, same: true, changes: [] });
    }),
    { examples: [[sound, "1.7.0"]] },
  );
  expect(compiled).toBeGreaterThan(0);
});
