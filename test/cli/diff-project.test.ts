import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Files } from "./repository.ts";
import { commitFiles, writeFiles } from "./repository.ts";
import { runCommandLine } from "./run-command-line.ts";

const CONFIG = "raycluster.config.yaml";

function request(name: string, cpu = 4): string {
  return `name: ${name}\nimage: registry.example.com/ray:1\nray_version: "2.52.0"\nconfig:\n  n_nodes: 2\n  node_config: {cpu: ${cpu}, memory_gb: 8}\n`;
}

function project(...targets: readonly string[]): string {
  const texts = targets.map((target) => {
    const [name = "", folder = name, version = "1.4.2"] = target.split(" ");
    return `  - name: ${name}\n    requests: [requests/*.yaml]\n    kuberay_version: "${version}"\n    output_dir: ${folder}\n`;
  });
  return `targets:\n${texts.join("")}`;
}

/** The files of a project with its outputs. */
async function built(files: Files): Promise<Files> {
  const { exitCode, files: all } = await runCommandLine(["build"], { files });
  expect(exitCode).toBe(0);
  return all;
}

/** A repository whose one commit has some files, and a working tree with others. */
function repository(committed: Files, current: Files) {
  return (folder: string): void => {
    commitFiles(folder, committed);
    for (const path of Object.keys(committed)) rmSync(join(folder, path));
    writeFiles(folder, current);
  };
}

interface Shown {
  readonly title: string;
  readonly target: string;
  readonly kuberay_version: string;
  readonly kuberay_version_from: string;
  readonly presence: string;
  readonly same: boolean;
}

/** Each comparison in short: `production: train (train.yaml) created`. */
function briefly(stdout: string): readonly string[] {
  const diffs: readonly Shown[] = JSON.parse(stdout);
  return diffs.map(({ title, target, presence, same }) => {
    const what = presence === "both" ? (same ? "same" : "changed") : presence;
    return `${target}: ${title} ${what}`;
  });
}

const both = project("production", "staging staging 1.5.2");

test("without arguments the outputs are compared with what would be built, target by target", async () => {
  const files = await built({
    [CONFIG]: both,
    "requests/gone.yaml": request("gone"),
    "requests/train.yaml": request("train"),
  });
  const { "requests/gone.yaml": _gone, "staging/train.yaml": _train, ...left } = files;
  const current = { ...left, "requests/train.yaml": request("train", 8) };
  const run = (...argv: readonly string[]) =>
    runCommandLine(["diff", "--json", ...argv], { files: current });
  const all = await run();
  expect([all.exitCode, all.stderr]).toEqual([1, ""]);
  expect(briefly(all.stdout)).toEqual([
    "production: train (train.yaml) changed",
    "production: gone (gone.yaml) deleted",
    "staging: train (train.yaml) created",
    "staging: gone (gone.yaml) deleted",
  ]);
  const diffs: readonly Shown[] = JSON.parse(all.stdout);
  expect(diffs.map((diff) => [diff.kuberay_version, diff.kuberay_version_from])).toEqual([
    ["1.4.2", 'target "production"'],
    ["1.4.2", 'target "production"'],
    ["1.5.2", 'target "staging"'],
    ["1.5.2", 'target "staging"'],
  ]);
  const one = await run("--target", "staging", "--kuberay-version", "1.6.0");
  expect(briefly(one.stdout)).toEqual([
    "staging: train (train.yaml) created",
    "staging: gone (gone.yaml) deleted",
  ]);
  expect(JSON.parse(one.stdout)[0].kuberay_version_from).toBe("--kuberay-version");
});

test("a project that is built is the same", async () => {
  const files = await built({ [CONFIG]: both, "requests/train.yaml": request("train") });
  const { exitCode, stdout, stderr } = await runCommandLine(["diff"], { files });
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(
    "2 clusters are the same." +
      '\nEffects are for KubeRay 1.4.2 (target "production").\nEffects are for KubeRay 1.5.2 (target "staging").\n',
  );
});

test("another project file is named by --config", async () => {
  const files = await built({ [CONFIG]: both, "requests/train.yaml": request("train") });
  const { [CONFIG]: text = "", ...others } = files;
  const moved = { ...others, "other.yaml": text };
  expect(
    (await runCommandLine(["diff", "--config", "other.yaml"], { files: moved })).exitCode,
  ).toBe(0);
  expect((await runCommandLine(["diff"], { files: moved })).exitCode).toBe(2);
});

test("an output that cannot be read is trouble, and nothing is said of its cluster", async () => {
  const files = await built({
    [CONFIG]: project("production"),
    "requests/serve.yaml": request("serve"),
    "requests/train.yaml": request("train"),
  });
  const broken = { ...files, "production/train.yaml": "kind: RayCluster\nspec: [\n" };
  const { exitCode, stdout, stderr } = await runCommandLine(["diff", "--json"], { files: broken });
  expect([exitCode, briefly(stdout)]).toEqual([2, ["production: serve (serve.yaml) same"]]);
  expect(stderr).toContain("cannot read production/train.yaml");
});

test("files beside --target or --config, and one file alone, are wrong", async () => {
  for (const argv of [["--target", "a", "x", "y"], ["--config=a", "--git=HEAD", "x"], ["x"]]) {
    const { exitCode, stderr } = await runCommandLine(["diff", ...argv]);
    expect([exitCode, stderr.split("\n").length]).toEqual([2, 3]);
  }
});

test("the outputs of a revision are compared with those of the working tree", async () => {
  const committed = await built({
    [CONFIG]: project("production old-place", "staging", "removed"),
    "requests/gone.yaml": request("gone"),
    "requests/train.yaml": request("train"),
  });
  const current = await built({
    [CONFIG]: project("production new-place 1.6.0", "staging"),
    "requests/fresh.yaml": request("fresh"),
    "requests/train.yaml": request("train", 8),
  });
  const prepare = repository(committed, current);
  const run = (...argv: readonly string[]) =>
    runCommandLine(["diff", "--git", "HEAD", "--json", ...argv], { prepare });
  const all = await run();
  expect([all.exitCode, all.stderr]).toEqual([1, ""]);
  expect(briefly(all.stdout)).toEqual([
    "production: fresh (fresh.yaml) created",
    "production: train (train.yaml) changed",
    "production: gone (gone.yaml) deleted",
    "staging: fresh (fresh.yaml) created",
    "staging: train (train.yaml) changed",
    "staging: gone (gone.yaml) deleted",
    "removed: gone (gone.yaml) deleted",
    "removed: train (train.yaml) deleted",
  ]);
  const versions = JSON.parse(all.stdout).map((diff: Shown) => diff.kuberay_version);
  expect(versions.slice(0, 4)).toEqual(["1.6.0", "1.6.0", "1.6.0", "1.4.2"]);
  expect(briefly((await run("--target", "staging")).stdout)).toHaveLength(3);
  const wrong = await runCommandLine(["diff", "--git=-x"], { prepare });
  expect([wrong.exitCode, wrong.stdout]).toEqual([2, ""]);
});

test("a revision without a project file had its outputs where they are now", async () => {
  const files = await built({
    [CONFIG]: project("production"),
    "requests/a.yaml": request("a"),
  });
  const { [CONFIG]: _project, ...committed } = files;
  const prepare = repository(committed, files);
  const { exitCode, stdout } = await runCommandLine(["diff", "--git", "HEAD", "--json"], {
    prepare,
  });
  expect([exitCode, briefly(stdout)]).toEqual([0, ["production: a (a.yaml) same"]]);
  const broken = repository({ ...committed, [CONFIG]: "targets: 7\n" }, files);
  const { stderr } = await runCommandLine(["diff", "--git", "HEAD"], { prepare: broken });
  expect(stderr).toBe(
    `raycluster: HEAD:./${CONFIG} is not valid, so the current outputs are used.\n`,
  );
});

const NESTED = "a/raycluster.config.yaml";
const team = {
  [CONFIG]: `${project("production")}projects: [a/*.yaml]\n`,
  [NESTED]: project("production out 1.3.0"),
  "requests/train.yaml": request("train"),
  "a/requests/serve.yaml": request("serve"),
};

test.each<[string, (files: Files) => Files, readonly string[]]>([
  [
    "is gone",
    ({ [NESTED]: _nested, ...files }) => ({ ...files, [CONFIG]: project("production") }),
    ["production: train (train.yaml) same", "production: serve (serve.yaml) deleted"],
  ],
  [
    "was renamed",
    ({ [NESTED]: text = "", ...files }) => ({
      ...files,
      "a/raycluster.config.yml": text,
      [CONFIG]: `${project("production")}projects: [a/*.yml]\n`,
    }),
    ["production: train (train.yaml) same", "production: serve (serve.yaml) same"],
  ],
  [
    "was moved, and its target renamed",
    (files) => ({
      [CONFIG]: `${project("production")}projects: [b/*.yaml]\n`,
      "requests/train.yaml": request("train"),
      "production/train.yaml": files["production/train.yaml"] ?? "",
      "b/raycluster.config.yaml": project("live ../a/out"),
      "b/requests/serve.yaml": request("serve"),
      "a/out/serve.yaml": files["a/out/serve.yaml"] ?? "",
    }),
    ["production: train (train.yaml) same", "live: serve (serve.yaml) same"],
  ],
  [
    "was moved with its outputs",
    (files) => ({
      [CONFIG]: `${project("production")}projects: [b/*.yaml]\n`,
      "requests/train.yaml": request("train"),
      "production/train.yaml": files["production/train.yaml"] ?? "",
      "b/raycluster.config.yaml": project("production out"),
      "b/requests/serve.yaml": request("serve"),
      "b/out/serve.yaml": files["a/out/serve.yaml"] ?? "",
    }),
    ["production: train (train.yaml) same", "production: serve (serve.yaml) same"],
  ],
])("a project file that %s since the revision is compared", async (_what, change, expected) => {
  const committed = await built(team);
  const prepare = repository(committed, change(committed));
  const run = (...argv: readonly string[]) =>
    runCommandLine(["diff", "--git", "HEAD", "--json", ...argv], { prepare });
  const { stdout, stderr } = await run();
  expect([briefly(stdout), stderr]).toEqual([expected, ""]);
});

test("a target that is gone has the release of then, and can be chosen", async () => {
  const committed = await built({
    [CONFIG]: project("a", "b b 1.3.0"),
    "requests/train.yaml": request("train"),
  });
  const prepare = repository(committed, {
    ...committed,
    [CONFIG]: project("a"),
  });
  const run = (...argv: readonly string[]) =>
    runCommandLine(["diff", "--git", "HEAD", "--json", "--target", ...argv], { prepare });
  const { stdout } = await run("b");
  expect(briefly(stdout)).toEqual(["b: train (train.yaml) deleted"]);
  expect(JSON.parse(stdout)).toMatchObject([
    { kuberay_version: "1.3.0", kuberay_version_from: `target "b" of HEAD:./${CONFIG}` },
  ]);
  expect((await run("c")).stderr).toContain("The targets are a, b.");
});

test("the table is as wide as the terminal lets it be", async () => {
  const name = "a-cluster-with-a-name-that-is-longer-than-some";
  const files = await built({
    [CONFIG]: project("a", "b"),
    [`requests/${name}.yaml`]: request(name),
  });
  const current = { ...files, [`requests/${name}.yaml`]: request(name, 8) };
  const widest = async (columns: number | undefined) => {
    let text = "";
    const stdout = {
      isTerminal: () => columns !== undefined,
      columns: () => columns,
      write: async (part: string) => {
        text += part;
      },
    };
    const argv = ["diff", "--no-color"];
    await runCommandLine(argv, { files: current, replace: { stdout } });
    const [table = ""] = text.split("\n\n");
    return Math.max(...table.split("\n").map((line) => line.length));
  };
  expect(await widest(undefined)).toBeLessThanOrEqual(80);
  expect(await widest(60)).toBeLessThanOrEqual(60);
  expect(await widest(10)).toBeLessThanOrEqual(40);
  expect(await widest(200)).toBeGreaterThan(100);
});

test("a page for artifacts", async () => {
  const files = await built({ [CONFIG]: project("a"), "requests/a.yaml": request("a") });
  const current = { ...files, "requests/a.yaml": request("a", 8) };
  const { exitCode, stdout } = await runCommandLine(["diff", "--format", "html"], {
    files: current,
  });
  expect([exitCode, stdout.startsWith("<!doctype html>\n")]).toEqual([1, true]);
});

const nested = (name: string) => ({
  [`teams/${name}/${CONFIG}`]: project("production out"),
  [`teams/${name}/requests/train.yaml`]: request("train"),
});

test.each<[string, readonly string[]]>([
  ["the outputs", []],
  ["a revision", ["--git", "HEAD"]],
])(
  "targets of one name are told apart by the folders of their projects: %s",
  async (_title, argv) => {
    const files = {
      [CONFIG]: `projects: ["teams/*/${CONFIG}"]\n${project("production")}`,
      "requests/train.yaml": request("train"),
      ...nested("a"),
      ...nested("b"),
    };
    const committed = await built(files);
    const changed = {
      ...committed,
      "production/train.yaml":
        committed["production/train.yaml"]?.replaceAll("ray:1", "ray:2") ?? "",
      "teams/a/out/train.yaml":
        committed["teams/a/out/train.yaml"]?.replaceAll("ray:1", "ray:2") ?? "",
    };
    const prepare = repository(committed, changed);
    const show = (...more: readonly string[]) =>
      runCommandLine(["diff", ...argv, ...more], { prepare });
    const { stdout } = await show();
    expect(stdout).toContain("* train (train.yaml) of production in teams/a\n");
    expect(stdout).toMatch(/\n {4}production: /);
    expect(stdout).toMatch(/\n {4}production in teams\/a: /);
    for (const format of ["markdown", "html"]) {
      expect((await show("--format", format)).stdout).toContain("production in teams/a");
    }
    const diffs = JSON.parse((await show("--format", "json")).stdout);
    expect(
      diffs.map((diff: { target: string; project?: string }) => [diff.target, diff.project]),
    ).toEqual([
      ["production", undefined],
      ["production", "teams/a"],
      ["production", "teams/b"],
    ]);
    // One project alone needs no name.
    const one = await runCommandLine(["diff", ...argv, "--config", `teams/a/${CONFIG}`], {
      prepare,
    });
    expect(one.stdout).not.toContain("in teams/a");
  },
);
