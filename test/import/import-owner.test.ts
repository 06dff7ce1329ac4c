import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ImportOptions } from "../../src/import/import-manifest.ts";
import { importManifest } from "../../src/import/import-manifest.ts";
import type { Imported } from "../../src/import/import-result.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";
import { byTurns } from "../by-turns.ts";
import { job, schedule, service } from "../diff/owners.ts";
import { cases } from "../golden/cases.ts";
import { needs } from "../needs.ts";
import { mutated } from "../schemas/mutated.ts";

function imported(manifest: unknown, options?: ImportOptions): Imported {
  const result = importManifest(manifest, options);
  if (!result.ok) expect.fail(JSON.stringify(result.diagnostics));
  return result;
}

const RULES = [
  { policy: "DeleteCluster", condition: { jobStatus: "FAILED", ttlSeconds: 0 } },
  { policy: "DeleteCluster", condition: { jobStatus: "SUCCEEDED", ttlSeconds: 60 } },
];
const PLACE = { nodeSelector: { pool: "jobs" } };
const MINE = {
  name: "mine",
  image: "submit:1",
  command: ["bash", "-c", "ray job submit -- python train.py"],
  env: [{ name: "TEAM", value: "vision" }],
};

test("a job with a name that the API server ends gets one, and that is said", () => {
  const result = imported(
    job({}, { metadata: { name: null, generateName: "train-", labels: { a: "b" } } }),
  );
  expect(result.request).toMatchObject({ name: "train", labels: { a: "b" } });
  expect([result.same, result.changes]).toEqual([true, []]);
  expect(result.notes).toContainEqual(
    expect.objectContaining({ kind: "assumed", path: "metadata.generateName" }),
  );
});

test.each(["1.0.0", "1.1.0", "1.7.0"])(
  "runtimeEnv in base64 is decoded for KubeRay %s",
  (kuberayVersion) => {
    const [encoded, text] = [btoa('{"pip": ["torch"]}'), btoa("pip: [torch]")];
    const of = (spec: PlainObject) => imported(job(spec), { kuberayVersion });
    const result = of({ runtimeEnv: encoded });
    expect(result.request).toMatchObject({ job: { runtime_env: { pip: ["torch"] } } });
    expect([result.same, result.changes]).toEqual([true, []]);
    expect(result.notes).toContainEqual(
      expect.objectContaining({ kind: "rewritten", path: "spec.runtimeEnv" }),
    );
    // What KubeRay could never read stays out, and beside the new field the old one is not looked at.
    for (const runtimeEnv of ["?", text]) {
      expect(of({ runtimeEnv }).request).not.toHaveProperty("job.runtime_env");
    }
    const both = of({ runtimeEnv: encoded, runtimeEnvYAML: "pip: [jax]" });
    expect(both.request).toMatchObject({ job: { runtime_env: { pip: ["jax"] } } });
  },
);

test("runtimeEnv in base64 stays out for releases without runtimeEnvYAML", () => {
  const result = imported(job({ runtimeEnv: btoa("{}") }), { kuberayVersion: "0.6.0" });
  expect(result.request).not.toHaveProperty("job.runtime_env");
  expect(result.same).toBe(false);
});

test.each<readonly [name: string, manifest: PlainObject, request: PlainObject]>([
  ["an entrypoint", job(), { job: { entrypoint: "python train.py" } }],
  [
    "all that a job says",
    job({
      runtimeEnvYAML: "pip: [torch]",
      jobId: "one",
      metadata: { team: "ml" },
      entrypointNumCpus: 2,
      entrypointNumGpus: 0.5,
      entrypointResources: '{"slot": 1}',
      submissionMode: "HTTPMode",
      shutdownAfterJobFinishes: true,
      ttlSecondsAfterFinished: 60,
      activeDeadlineSeconds: 600,
      preRunningDeadlineSeconds: 300,
      backoffLimit: 2,
      suspend: false,
      managedBy: "ray.io/kuberay-operator",
    }),
    {
      managed_by: "ray.io/kuberay-operator",
      job: {
        entrypoint: "python train.py",
        runtime_env: { pip: ["torch"] },
        job_id: "one",
        metadata: { team: "ml" },
        entrypoint_cpus: 2,
        entrypoint_gpus: 0.5,
        entrypoint_resources: { slot: 1 },
        submission_mode: "HTTPMode",
        shutdown_after_finish: true,
        ttl_seconds_after_finished: 60,
        active_deadline_seconds: 600,
        pre_running_deadline_seconds: 300,
        retries: 2,
        suspend: false,
      },
    },
  ],
  [
    "a text with a comment, which stays a text",
    job({ runtimeEnvYAML: "pip: [torch] # pinned\n" }),
    { job: { entrypoint: "python train.py", runtime_env: "pip: [torch] # pinned\n" } },
  ],
  [
    "what the CRD stores anyway",
    job({ submissionMode: "K8sJobMode", backoffLimit: 0, ttlSecondsAfterFinished: 0 }),
    { job: { entrypoint: "python train.py" } },
  ],
  [
    "how often the submitter tries",
    job({ submitterConfig: { backoffLimit: 5 } }),
    { job: { entrypoint: "python train.py", submitter: { retries: 5 } } },
  ],
  [
    "a serving configuration",
    service(),
    { service: { serve_config: { applications: [{ name: "chat", import_path: "app" }] } } },
  ],
  [
    "all that a service says",
    service({
      upgradeStrategy: { type: "None" },
      rayClusterDeletionDelaySeconds: 5,
      excludeHeadPodFromServeSvc: true,
      suspend: true,
      serviceUnhealthySecondThreshold: 900,
    }),
    {
      service: {
        serve_config: { applications: [{ name: "chat", import_path: "app" }] },
        upgrade: { type: "None" },
        deletion_delay_seconds: 5,
        exclude_head_from_serving: true,
        suspend: true,
      },
    },
  ],
  [
    "a schedule",
    schedule({ timeZone: "Europe/Berlin", suspend: true }),
    {
      job: {
        entrypoint: "python train.py",
        schedule: "0 3 * * *",
        time_zone: "Europe/Berlin",
        suspend: true,
      },
    },
  ],
  [
    "deletion rules",
    job({ deletionStrategy: { deletionRules: RULES } }),
    { job_template: { deletionStrategy: { deletionRules: RULES } } },
  ],
  [
    "deletion rules of a schedule",
    schedule({ jobTemplate: { deletionStrategy: { deletionRules: RULES } } }),
    { job_template: { deletionStrategy: { deletionRules: RULES } } },
  ],
  [
    "a submitter with a name, a command and a place of its own",
    job({
      submitterPodTemplate: { spec: { ...PLACE, restartPolicy: "Never", containers: [MINE] } },
    }),
    { job_template: { submitterPodTemplate: { spec: PLACE } } },
  ],
  [
    "the env of a submitter, whose image fields say",
    job({
      submitterPodTemplate: {
        spec: { restartPolicy: "Never", containers: [{ ...MINE, name: "ray-job-submitter" }] },
      },
    }),
    { job: { entrypoint: "python train.py", submitter: { image: "submit:1" } } },
  ],
  [
    "the Service for requests",
    service({ serveService: { spec: { type: "LoadBalancer" } } }),
    { service_template: { serveService: { spec: { type: "LoadBalancer" } } } },
  ],
])("%s comes back", (_name, manifest, request) => {
  const result = imported(manifest);
  expect(result.request).toMatchObject(request);
  expect([result.same, result.changes]).toEqual([true, []]);
});

test("a text that is no good YAML stays a text", () => {
  const text = "pip: [a]\npip: [b]\n";
  const { request, notes } = imported(job({ runtimeEnvYAML: text }));
  expect(request).toMatchObject({ job: { runtime_env: text } });
  expect(notes).toEqual([]);
});

test("what only the cluster of a job says of its manager stays in the request", () => {
  const managedBy = "ray.io/kuberay-operator";
  const { request } = imported(job({ rayClusterSpec: { managedBy } }));
  expect(request.managed_by).toBe(managedBy);
});

test("a submitter of which fields say all needs no template, nor settings that allow one", () => {
  const submitter = { image: "submit:1", cpu: 0.25, memory_gb: 2 };
  const head_node = { cpu: 2, memory_gb: 4 };
  const given = {
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    config: { head_node },
    job: { entrypoint: "python train.py", submitter },
  };
  const result = compile(given);
  const { request, settings, same } = imported(result.ok ? result.manifest : undefined);
  expect([same, request.job]).toEqual([true, given.job]);
  expect(request).not.toHaveProperty("job_template");
  expect(settings).not.toHaveProperty(["ray", "request_pod_templates"]);
});

test("what a request cannot say is told at its place in the object", () => {
  const result = imported(
    job({
      ttlSecondsAfterFinished: 60,
      rayClusterSpec: { nonsense: 1 },
    }),
  );
  expect(result.same).toBe(false);
  expect(result.changes.map(({ path }) => path)).toEqual(["spec.ttlSecondsAfterFinished"]);
  expect(result.notes).toContainEqual(
    expect.objectContaining({ kind: "left-out", path: "spec.rayClusterSpec.nonsense" }),
  );
});

test.each<readonly [string, PlainObject, string, readonly string[]]>([
  ["what the API server drops", job({ runtimeEnv: "?" }), "1.1.0", ["spec.runtimeEnv"]],
  ["what it keeps", job({ runtimeEnv: "?" }), "1.0.0", []],
  ["what nobody knows", job({ nodeSelector: { a: "b" } }), "1.7.0", ["spec.nodeSelector"]],
  [
    "what nothing reads any more",
    service({ serviceUnhealthySecondThreshold: 9 }),
    "1.1.0",
    ["spec.serviceUnhealthySecondThreshold"],
  ],
  ["what is read still", service({ serviceUnhealthySecondThreshold: 9 }), "1.0.0", []],
])("%s of a job or a service is told", (_name, manifest, kuberayVersion, paths) => {
  const { notes } = imported(manifest, { kuberayVersion });
  const own = notes.filter(({ path }) => /^spec\.[a-zA-Z]+$/.test(path));
  expect(own.map(({ kind, path }) => [kind, path])).toEqual(
    paths.map((path) => ["left-out", path]),
  );
});

test("a service without anything to serve has no request, and that is said", () => {
  const nothing = imported(service({ serveConfigV2: null }));
  expect(nothing).toMatchObject({ same: false, diagnostics: [{ code: "missing-field" }] });
  const notes = ({ notes }: Imported) =>
    notes.filter(({ path }) => path === "request.service.serve_config");
  expect(notes(nothing)).toMatchObject([
    { kind: "refused", message: expect.stringContaining("the service would never be ready") },
  ]);
  expect(notes(imported(service({ serveConfigV2: 3 })))).toMatchObject([
    { kind: "refused", message: expect.stringContaining("it is the number 3") },
  ]);
  expect(notes(imported(service()))).toEqual([]);
  expect(notes(imported(job()))).toEqual([]);
});

test("of a job on a selected cluster the cluster is assumed, and that is said", () => {
  const selector = { "ray.io/cluster": "shared" };
  const result = imported(job({ clusterSelector: selector, rayClusterSpec: null }));
  expect(result.same).toBe(true);
  expect(result.request).toMatchObject({ job: { cluster_selector: selector } });
  expect(result.notes).toContainEqual(
    expect.objectContaining({ kind: "assumed", path: "spec.clusterSelector" }),
  );
});

test("a cluster beside a selected one is left out, and that is said", () => {
  const result = imported(job({ clusterSelector: { "ray.io/cluster": "shared" } }));
  expect(result.notes).toContainEqual({
    kind: "left-out",
    path: "spec.rayClusterSpec",
    message: "The job runs on the cluster of its clusterSelector, and makes none of this.",
  });
});

test("what is refused of a schedule leaves no empty template", () => {
  const jobTemplate = { deletionStrategy: null, shutdownAfterJobFinishes: true };
  const result = imported(schedule({ jobTemplate }));
  expect(result.notes.filter(({ kind }) => kind === "refused")).toHaveLength(1);
  expect(result.request).not.toHaveProperty("job_template");
  expect(result.settings.ray).not.toHaveProperty("request_pod_templates");
});

test("every request of the fixtures with a job or a service comes back", async () => {
  const owners = (await cases("valid")).flatMap(({ name, request, settings, options }) => {
    const result = compile(request, settings, { ...options });
    return result.ok && result.manifest.kind !== "RayCluster" ? [{ name, result }] : [];
  });
  expect(owners.length).toBeGreaterThan(5);
  const wrong = owners.flatMap(({ name, result }) => {
    const { same, changes, diagnostics } = imported(result.manifest, {
      kuberayVersion: result.plan.kuberay_version,
    });
    return same ? [] : [{ name, changes, diagnostics }];
  });
  expect(wrong).toEqual([]);
});

const CORPUS = "../shared/corpus";
const corpus = needs(CORPUS);

corpus.test(`most real jobs and services come back${corpus.skipped}`, () => {
  for (const [kind, share] of [
    ["rayjob", 0.8],
    ["rayservice", 0.75],
  ] as const) {
    const files = readdirSync(CORPUS).filter((file) => file.endsWith(`-${kind}.yaml`));
    expect(files.length).toBeGreaterThan(50);
    const results = byTurns(files, 6).flatMap((file) => {
      const text = readFileSync(`${CORPUS}/${file}`, "utf8");
      const sources = readYamlDocuments({ file, text }, "manifest", { dialect: "manifest" });
      return sources.map(({ data }) => imported(data).same);
    });
    expect(results.filter(Boolean).length / results.length).toBeGreaterThan(share);
  }
});

test("whatever stands in a job, a service or a schedule, nothing throws and the input stays", () => {
  const manifests = fc.oneof(mutated(job()), mutated(service()), mutated(schedule()));
  fc.assert(
    fc.property(manifests, (manifest) => {
      const before = JSON.stringify(manifest);
      importManifest(manifest);
      const diff = diffManifests(manifest, structuredClone(manifest));
      expect(diff.ok ? diff.same : true).toBe(true);
      diffManifests(job(), manifest);
      diffManifests(manifest, service());
      expect(JSON.stringify(manifest)).toBe(before);
    }),
  );
});
