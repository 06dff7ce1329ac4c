import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { isThorough } from "../property-runs.ts";
import { buildDocumentedCode } from "./documented-code.ts";
import type { KubernetesApi, Operator } from "./kubernetes-api.ts";
import { startKubernetesApi } from "./kubernetes-api.ts";
import { full, healthy } from "./operators.ts";

const request = `
name: train
namespace: ml
image: registry.example.com/train:1.2
ray_version: "2.52.0"
config: {n_nodes: 2, node_config: {cpu: 2, memory_gb: 4}}
`;

const code = await buildDocumentedCode();
const folder = mkdtempSync(join(tmpdir(), "raycluster-run-on-ray-"));
const requestFile = join(folder, "request.yaml");
writeFileSync(requestFile, request);
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly api: KubernetesApi;
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs the documented program in a process of its own, which gets SIGTERM once it has written `stopAt`. */
async function run(
  operator: Operator,
  script: string,
  environment: NodeJS.ProcessEnv = {},
  stopAt?: string,
): Promise<Run> {
  const api = await startKubernetesApi({ operator });
  const kubeConfig = join(folder, "kubeconfig.json");
  writeFileSync(kubeConfig, api.kubeConfig);
  const program = code.moduleOf("run-on-ray.ts");
  const child = spawn(process.execPath, [program, requestFile, "sh", "-c", script], {
    env: {
      PATH: process.env.PATH,
      KUBECONFIG: kubeConfig,
      KUBERAY_VERSION: "1.4.2",
      POLL_MILLISECONDS: "1",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await api.close();
  });
  let output = "";
  let isStopped = false;
  const write = (chunk: unknown) => {
    output += chunk;
    if (isStopped || stopAt === undefined || !output.includes(stopAt)) return;
    isStopped = child.kill("SIGTERM");
  };
  child.stdout.on("data", write);
  child.stderr.on("data", write);
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { api, exitCode, output };
}

/** A command that does not end by itself. */
const endless = "echo The command runs.; exec sleep 600";

test("the command finds the cluster's address, and the cluster is deleted when it ends", async () => {
  const { api, exitCode, output } = await run(healthy, "echo $RAY_ADDRESS");
  expect(output).toContain("ray://train-head-svc.ml.svc.cluster.local:10001\n");
  expect(exitCode).toBe(0);
  expectDeleted(api);
});

test("the cluster is deleted when the process gets SIGTERM while the command runs", async () => {
  const { api, exitCode } = await run(healthy, endless, {}, "The command runs.");
  expect(exitCode).toBe(143);
  expectDeleted(api);
});

if (isThorough) {
  test("the cluster is deleted when the command fails", async () => {
    const { api, exitCode, output } = await run(healthy, "exit 7");
    expect(output).toContain("ended with exit code 7.");
    expect(exitCode).toBe(1);
    expectDeleted(api);
  });

  test("the cluster is deleted when the process gets SIGTERM while it waits", async () => {
    const { api, exitCode, output } = await run(full, endless, {}, "1 of 2 pods ready");
    expect(output).not.toContain("The command runs.");
    expect(exitCode).toBe(143);
    expectDeleted(api);
  });
}

test("wrong settings end the program before anything is posted", async () => {
  const { api, exitCode, output } = await run(healthy, endless, { RAY_SUPPORTS_GPUS: '"false"' });
  expect(output).toContain("RAY_SUPPORTS_GPUS:1:1 error wrong-type at ray.supports_gpus");
  expect(exitCode).toBe(1);
  expect(api.requests).toEqual([]);
});

function expectDeleted(api: KubernetesApi): void {
  expect(api.posted).toHaveLength(1);
  expect(api.store.raycluster).toBeUndefined();
  expect(api.store.pods).toEqual([]);
}
