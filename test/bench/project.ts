// Builds and checks a project of many requests with dist/cli.cjs, and prints seconds and memory of each run:
// node test/scripts/run.mjs test/bench/project.ts [REQUESTS]. Build first.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const number = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "raycluster-bench-"));
const program = resolve("dist/cli.cjs");

/** Prints what a run took, as the child itself measures it. */
const MEASURE = `
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (time) => (time / 1e6).toFixed(2).padStart(7);
  console.error([seconds(performance.now() * 1e3), seconds(userCPUTime), seconds(systemCPUTime), String(Math.round(maxRSS / 1024)).padStart(5)].join(" "));
});
`;

function request(index: number): string {
  return `name: cluster-${index}
image: registry.example.com/train:1.2
ray_version: "2.52.0"
config:
  head_node: {cpu: 4, memory_gb: 16}
  scaling_groups:
    - worker_nodes: {cpu: 16, memory_gb: 64}
      min_workers: ${index % 7}
      max_workers: ${(index % 7) + 1}
  autoscaler_config: {cpu: 0.5, memory_gb: 1}
`;
}

function run(title: string, command: string): void {
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--require", join(folder, "measure.cjs"), program, command, "--quiet"],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, XDG_CACHE_HOME: join(folder, ".cache") },
    },
  );
  const figures = stderr.trim().split("\n").at(-1) ?? "";
  console.log(`${title.padEnd(24)} ${figures}${status === 0 ? "" : `  exit ${status}`}`);
}

try {
  mkdirSync(join(folder, "requests"));
  for (let index = 0; index < number; index++) {
    writeFileSync(join(folder, "requests", `cluster-${index}.yaml`), request(index));
  }
  writeFileSync(
    join(folder, "raycluster.config.yaml"),
    "targets: [{name: all, requests: ['requests/*.yaml'], output_dir: out}]\n",
  );
  writeFileSync(join(folder, "measure.cjs"), MEASURE);
  console.log(`${`${number} requests`.padEnd(24)} seconds    user  system   MiB`);
  run("build of a new project", "build");
  run("build, nothing changed", "build");
  run("check, nothing changed", "check");
  rmSync(join(folder, ".cache"), { recursive: true });
  run("check without memory", "check");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
