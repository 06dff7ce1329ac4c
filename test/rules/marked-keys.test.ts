import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";

const whole = (more: string) => `name: train
image: ray:1
ray_version: "2.52.0"
config:
  n_nodes: 1
  node_config: {cpu: 4, memory_gb: 16}
${more}`;

const JOB = "job: {entrypoint: python train.py, shutdown_after_finish: true}\n";
const SERVICE = 'service: {serve_config: "applications: []"}\n';

/** Where a whole section is wrong, its key is marked, not what it holds. */
test.each([
  ["job-and-service", `${SERVICE}${JOB}`, "service"],
  ["job-without-deadline", JOB, "job"],
  [
    "request-pod-templates-off",
    "cluster_template: {metadata: {labels: {a: b}}}\n",
    "cluster_template",
  ],
])("%s marks the key of its section", (code, more, key) => {
  const { diagnostics } = compile({ file: "request.yaml", text: whole(more) });
  const range = diagnostics.find((one) => one.code === code)?.range;
  expect(range).toMatchObject({
    start: { line: 7, column: 1 },
    end: { line: 7, column: 1 + key.length },
  });
});
