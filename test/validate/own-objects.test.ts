import { expect, test } from "vitest";
import { apiFor } from "../../src/api/api-for.ts";
import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { compile } from "../../src/compile.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { noFeatureGates } from "../../src/kuberay/feature-gates.ts";
import { findBreaches } from "../../src/kuberay/laws/find-breaches.ts";
import { operatorLaws } from "../../src/kuberay/laws/registry.ts";
import { parseVersion } from "../../src/kuberay/version.ts";
import { viewManifest } from "../../src/kuberay/views/manifest-view.ts";
import { checkClusterPods } from "../../src/validate/pod/check-cluster-pods.ts";
import { releaseOf } from "../api/api-of.ts";
import { testedReleases } from "../kuberay/tested-releases.ts";

const cluster = {
  image: "registry.example.com/train:2.52.0",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 4, memory_gb: 16 },
    scaling_groups: [{ worker_nodes: { cpu: 8, memory_gb: 32 }, min_workers: 1, max_workers: 3 }],
    autoscaler_config: { cpu: 1, memory_gb: 1 },
  },
};
const job = { entrypoint: "python train.py", shutdown_after_finish: true };
const serve_config = { applications: [{ import_path: "chat:app", autoscaling: { target: 0.5 } }] };
const settings = { worker: { image_pull_secrets: [{ name: "registry" }] } };

/** Requests, by the first release that compiles them. */
const requests: readonly (readonly [title: string, since: string, request: object])[] = [
  ["a job", "0.4.0", { job }],
  [
    "a job on a selected cluster",
    "0.4.0",
    { job: { entrypoint: "python a.py", cluster_selector: { "ray.io/cluster": "shared" } } },
  ],
  ["a job to be suspended", "0.5.2", { job: { ...job, suspend: true } }],
  [
    "a submitter",
    "0.6.0",
    { job: { ...job, submitter: { cpu: 1, memory_gb: 2, image: "ray:1" } } },
  ],
  [
    "a runtime environment",
    "1.0.0",
    {
      job: {
        ...job,
        runtime_env: { pip: ["a"] },
        entrypoint_cpus: 0.5,
        entrypoint_gpus: 1,
        entrypoint_resources: { a: 1 },
      },
    },
  ],
  [
    "a job by HTTP",
    "1.1.0",
    { job: { ...job, submission_mode: "HTTPMode", active_deadline_seconds: 60 } },
  ],
  [
    "retries",
    "1.2.0",
    { job: { ...job, retries: 2, submitter: { retries: 3 }, ttl_seconds_after_finished: 60 } },
  ],
  [
    "an interactive job",
    "1.3.0",
    {
      job: { ...job, submission_mode: "InteractiveMode" },
      managed_by: "kueue.x-k8s.io/multikueue",
    },
  ],
  ["a sidecar", "1.5.0", { job: { ...job, submission_mode: "SidecarMode" } }],
  ["a deadline before it runs", "1.6.0", { job: { ...job, pre_running_deadline_seconds: 60 } }],
  [
    "a schedule",
    "1.6.0",
    { job: { ...job, schedule: "@daily", ttl_seconds_after_finished: 60, suspend: false } },
  ],
  [
    "a schedule in a time zone",
    "1.7.0",
    { job: { ...job, schedule: "@daily", time_zone: "Asia/Tokyo" } },
  ],
  ["a service", "0.6.0", { service: { serve_config } }],
  [
    "a service with options",
    "1.3.0",
    { service: { serve_config, upgrade: { type: "None" }, exclude_head_from_serving: true } },
  ],
  [
    "a service in steps",
    "1.5.0",
    {
      service: {
        serve_config,
        deletion_delay_seconds: 9,
        upgrade: {
          type: "NewClusterWithIncrementalUpgrade",
          step_size_percent: 5,
          interval_seconds: 5,
          gateway_class: "a",
        },
      },
    },
  ],
  [
    "a managed service",
    "1.6.0",
    { service: { serve_config }, managed_by: "ray.io/kuberay-operator" },
  ],
  ["a suspended service", "1.7.0", { service: { serve_config, suspend: true } }],
];

test.each(requests)(
  "%s compiles from KubeRay %s on, and nothing is wrong with it",
  (_, since, request) => {
    const from = testedReleases.indexOf(since);
    expect(from).toBeGreaterThan(-1);
    for (const [index, release] of testedReleases.entries()) {
      const result = compile({ name: "train", ...cluster, ...request }, settings, {
        kuberayVersion: release,
      });
      expect([release, result.ok], JSON.stringify(result, null, 1)).toEqual([
        release,
        index >= from,
      ]);
      if (result.ok) expect([release, ...problems(result.manifest, release)]).toEqual([release]);
    }
  },
);

function problems(manifest: object, release: string): readonly string[] {
  const data: PlainObject = JSON.parse(JSON.stringify(manifest));
  const kuberayVersion = releaseOf(release);
  const kuberay = parseVersion(release);
  const answer = apiFor({
    kind: String(data.kind),
    apiVersion: String(data.apiVersion),
    kuberayVersion,
  });
  const view = viewManifest(data);
  if (!answer.ok || view === undefined || kuberay === undefined) return ["unknown kind or release"];
  const { cluster: spec } = view;
  return [
    ...checkAgainstApi(data, answer.api),
    ...findBreaches(view, { kuberay, gates: noFeatureGates }, operatorLaws).filter(
      ({ severity }) => severity === "error",
    ),
    ...(spec === undefined
      ? []
      : checkClusterPods(spec.spec, spec.path, { kuberay, clusterName: undefined })),
  ].map(({ code, path, message }) => `${code} at ${formatPath(path)}: ${message}`);
}
