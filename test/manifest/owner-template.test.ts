import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { explainValue } from "../../src/explain/explain-value.ts";
import { compileLean } from "../../src/lean.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";

const job = {
  entrypoint: "python train.py",
  shutdown_after_finish: true,
  active_deadline_seconds: 60,
};
const service = { serve_config: { applications: [] } };
const request = (more: object) => ({
  name: "train",
  image: "train:1",
  ray_version: "2.52.0",
  config: { n_nodes: 1, node_config: { cpu: 4, memory_gb: 16 } },
  ...more,
});
const settings = { ray: { request_pod_templates: true } };

function specOf(more: object) {
  const result = compile(request(more), settings);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join(" "));
  return result.manifest.spec;
}

function mistakes(more: object, values: object = settings) {
  return compile(request(more), values).diagnostics.map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );
}

const env = [{ name: "TEAM", value: "vision" }];
const submitter = (container: object, pod: object = {}) => ({
  submitterPodTemplate: {
    spec: { ...pod, containers: [{ name: "ray-job-submitter", ...container }] },
  },
});

test("a job template adds to the submitter's pod, whether job.submitter says something of it or not", () => {
  const job_template = submitter({ env }, { nodeSelector: { pool: "jobs" } });
  for (const more of [{}, { submitter: { cpu: 2 } }]) {
    expect(specOf({ job: { ...job, ...more }, job_template })).toMatchObject({
      submitterPodTemplate: {
        spec: {
          restartPolicy: "Never",
          nodeSelector: { pool: "jobs" },
          containers: [{ name: "ray-job-submitter", image: "train:1", env }],
        },
      },
    });
  }
});

const rules = [{ policy: "DeleteCluster", condition: { jobStatus: "SUCCEEDED", ttlSeconds: 60 } }];

test("a job template sets deletion rules, of the jobs of a schedule, too", () => {
  const job_template = { deletionStrategy: { deletionRules: rules } };
  const { shutdown_after_finish: _, ...lasting } = job;
  expect(specOf({ job: lasting, job_template })).toMatchObject(job_template);
  const nightly = { ...lasting, schedule: "@daily" };
  expect(specOf({ job: nightly, job_template })).toMatchObject({ jobTemplate: job_template });
});

test("a service template sets the Service for requests", () => {
  const service_template = { serveService: { spec: { type: "LoadBalancer" } } };
  expect(specOf({ service, service_template })).toMatchObject(service_template);
});

test.each<readonly [what: string, more: object, found: readonly string[]]>([
  ["no job", { job_template: { deletionStrategy: {} } }, ["pod-template-conflict /job_template"]],
  [
    "a service template of a job",
    { job, service_template: { serveService: {} } },
    ["pod-template-conflict /service_template"],
  ],
  [
    "what the job says",
    { job, job_template: { entrypoint: "a" } },
    ["pod-template-conflict /job_template/entrypoint"],
  ],
  [
    "the cluster",
    { job, job_template: { rayClusterSpec: { rayVersion: "2" } } },
    ["pod-template-conflict /job_template/rayClusterSpec"],
  ],
  [
    "a field that nobody knows",
    { job, job_template: { submitterPodTemplates: {} } },
    ["api-unknown-field /job_template/submitterPodTemplates"],
  ],
  [
    "rules beside shutdown_after_finish",
    { job, job_template: { deletionStrategy: { deletionRules: rules } } },
    ["deletion-strategy /job_template/deletionStrategy/deletionRules"],
  ],
  [
    "other rules of a schedule",
    {
      job: { ...job, schedule: "@daily" },
      job_template: { deletionStrategy: { deletionRules: rules } },
    },
    ["pod-template-conflict /job_template/deletionStrategy"],
  ],
  [
    "a restart policy that a Job does not take",
    { job, job_template: submitter({}, { restartPolicy: "Always" }) },
    ["submitter-template /job_template/submitterPodTemplate/spec/restartPolicy"],
  ],
])("%s in a template is told there", (_, more, found) => {
  expect(mistakes(more).filter((each) => each.includes("_template"))).toEqual(found);
});

test("both need the settings' leave, and a compiler that merges", () => {
  expect(mistakes({ job, job_template: submitter({ env }) }, {})).toEqual([
    "request-pod-templates-off /job_template",
  ]);
  const lean = compileLean(request({ job, job_template: submitter({ env }) }), settings);
  expect(lean.diagnostics.map(({ code }) => code)).toEqual(["invalid-option"]);
});

test("a value of a template is explained by the template", () => {
  const documents = request({ job, job_template: submitter({ env }) });
  const place = "spec.submitterPodTemplate.spec.containers[0].env[0].value";
  const answer = explainValue(documents, settings, place);
  expect(JSON.stringify(answer)).toContain("job_template");
});

test("validate finds nothing in what comes of templates", () => {
  const result = compile(request({ job, job_template: submitter({ env }) }), settings);
  expect(result.ok && validateManifests(result.manifest).diagnostics).toEqual([]);
});
