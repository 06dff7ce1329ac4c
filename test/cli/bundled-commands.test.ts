import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../../src/cli/commands/commands.ts";
import { nodeIo } from "../../src/cli/io/node-io.ts";
import { run } from "../../src/cli/run.ts";
import { byTurns } from "../by-turns.ts";
import { isThorough } from "../property-runs.ts";
import { bundledCommandLine } from "../scripts/bundled-command-line.ts";
import { collector } from "./collector.ts";
import { REQUEST } from "./documents.ts";
import { runSeveral } from "./several-commands.ts";

// The bundle loads its modules in another order than the source does, and at other times; it must say the same, wherever it
// runs.

const folder = mkdtempSync(join(tmpdir(), "raycluster-bundle-"));
// As in the package: the program finds schemas and pages beside its folder.
const program = join(folder, "dist/cli.cjs");

beforeAll(async () => {
  await bundledCommandLine(process.cwd(), program);
  for (const name of ["package.json", "schemas", "docs"]) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  for (const side of ["bundle", "source"]) {
    mkdirSync(join(folder, side));
    for (const name of ["fixtures", "golden"]) {
      // Nothing writes there.
      symlinkSync(resolve(name), join(folder, side, name));
    }
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Far away, where letters have other capitals; and what makes the yaml package print its tokens where it can. */
const ENVIRONMENT = {
  TZ: "Pacific/Kiritimati",
  LANG: "tr_TR.UTF-8",
  LC_ALL: "tr_TR.UTF-8",
  LANGUAGE: "tr_TR.UTF-8",
  LOG_TOKENS: "1",
  LOG_STREAM: "1",
};

async function sourceSays(argv: readonly string[]) {
  const [stdout, stderr] = [collector(false), collector(false)];
  const io = nodeIo({
    argv: ["node", program],
    env: {},
    cwd: () => join(folder, "source"),
    stdin: Readable.from(argv[0] === "krm" ? [REQUEST] : []),
    stdout: stdout.stream,
    stderr: stderr.stream,
  });
  const exitCode = await run(argv, io);
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

const SETTINGS = "fixtures/valid/full-values/settings.yaml";
const CLUSTER = "golden/valid/cpu-head-gpu-groups.yaml";
const JOB = "golden/valid/job.yaml";

/** In this order: the later ones read what the earlier ones wrote. By day each command once or twice. */
const LINES: readonly (readonly string[])[] = [
  ...byTurns(["accelerators", "job-template", "pod-templates", "service-template"], 4, 1).map(
    compileCase,
  ),
  ["compile", ...requests(), "--settings", SETTINGS],
  ["init", "project"],
  ["build", "--config", "project/raycluster.config.yaml"],
  ["check", "--config", "project/raycluster.config.yaml"],
  ["plan", "fixtures/valid/job/request.yaml"],
  ["validate", "project/manifests", ...manifests()],
  ["diff", CLUSTER, JOB, "--format", "markdown"],
  ...atNight(["diff", "golden/valid/fixed-group.yaml", CLUSTER]),
  ["explain", "worker-bounds"],
  ["explain", "fixtures/valid/job/request.yaml", "--at", "spec.entrypoint"],
  ...atNight(["import", JOB]),
  ["import", CLUSTER, "--settings", SETTINGS],
  ["schema", "request"],
  ["rbac"],
  ["krm"],
  ["completion", "bash"],
];

function atNight(argv: readonly string[]): readonly (readonly string[])[] {
  return isThorough ? [argv] : [];
}

function compileCase(name: string): readonly string[] {
  const path = `fixtures/valid/${name}`;
  return ["compile", `${path}/request.yaml`, "--settings", `${path}/settings.yaml`];
}

/** Of the folder of golden manifests by day every tenth. */
function manifests(): readonly string[] {
  if (isThorough) return ["golden/valid"];
  const names = readdirSync("golden/valid").filter((name) => name.endsWith(".yaml"));
  return byTurns(names, 10).map((name) => `golden/valid/${name}`);
}

/** Every request that something is wrong with, by day every fourth. */
function requests(): readonly string[] {
  const paths = readdirSync("fixtures/invalid").map(
    (name) => `fixtures/invalid/${name}/request.yaml`,
  );
  return byTurns(
    paths.filter((path) => existsSync(path)),
    4,
  );
}

test("the bundle says what the source says", async () => {
  const lines = LINES.map((argv) => ({ argv, env: ENVIRONMENT }));
  const options = { env: ENVIRONMENT, input: REQUEST };
  const outcomes = runSeveral(program, join(folder, "bundle"), lines, options);
  for (const [index, argv] of LINES.entries()) {
    expect(outcomes[index], argv.join(" ")).toEqual(await sourceSays(argv));
    expect(outcomes[index]?.exitCode).not.toBe(70);
  }
});

test("these are all commands", () => {
  const named = new Set(LINES.map(([name]) => name));
  expect(commands.map(({ name }) => name).filter((name) => !named.has(name))).toEqual(["version"]);
});
