import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";

const runs = { entrypoint: "a", shutdown_after_finish: true, active_deadline_seconds: 60 };
const secrets = { worker: { image_pull_secrets: [{ name: "pull" }] } };
const selecting = {
  entrypoint: "a",
  active_deadline_seconds: 60,
  cluster_selector: { "ray.io/cluster": "shared" },
};

function submitter(job: object, settings: object = {}, head: object = {}): unknown {
  const node = { cpu: 2, memory_gb: 4 };
  const scaling_groups = [{ worker_nodes: node, min_workers: 1, max_workers: 1 }];
  const config = { head_node: { ...node, ...head }, scaling_groups };
  const request = { name: "train", image: "ray:1", ray_version: "2.52.0", config, job };
  const { manifest } = compileOrThrow(request, settings);
  if (manifest.kind !== "RayJob") throw new Error(manifest.kind);
  return manifest.spec.submitterPodTemplate?.spec.containers[0];
}

const amounts = (cpu: string, memory: string) => ({
  limits: { cpu, memory },
  requests: { cpu, memory },
});

test.each<readonly [what: string, job: object, settings: object, container: object | undefined]>([
  ["nothing asked", runs, {}, undefined],
  ["retries alone", { ...runs, submitter: { retries: 2 } }, {}, undefined],
  [
    "an image",
    { ...runs, submitter: { image: "submit:1" } },
    {},
    { image: "submit:1", resources: amounts("1", "1Gi") },
  ],
  [
    "CPUs",
    { ...runs, submitter: { cpu: 2 } },
    {},
    { image: "ray:1", resources: amounts("2", "1Gi") },
  ],
  [
    "memory",
    { ...runs, submitter: { memory_gb: 2 } },
    {},
    { image: "ray:1", resources: amounts("1", "2Gi") },
  ],
  ["a secret", runs, secrets, { image: "ray:1" }],
  [
    "a secret and the mode",
    { ...runs, submission_mode: "K8sJobMode" },
    secrets,
    { image: "ray:1" },
  ],
  ["a secret and no pod", { ...runs, submission_mode: "HTTPMode" }, secrets, undefined],
  ["a secret and a selected cluster", selecting, secrets, undefined],
])("the submitter's pod with %s", (_, job, settings, container) => {
  const built = submitter(job, settings);
  if (container === undefined) expect(built).toBeUndefined();
  else expect(built).toMatchObject(container);
});

test("the submitter has the image of the head where it has none of its own", () => {
  const image = (own: object) => submitter({ ...runs, submitter: own }, {}, { image: "head:1" });
  expect(image({ cpu: 1 })).toMatchObject({ image: "head:1" });
  expect(image({ image: "submit:1" })).toMatchObject({ image: "submit:1" });
});
