import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { markedProject, markOf, withMark } from "../../src/cli/io/compiled-mark.ts";
import { needs } from "../needs.ts";
import { OTHER_REQUEST, REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const CONFIG = "raycluster.config.yaml";
const manifest = (await runCommandLine(["compile", "-"], { stdin: REQUEST })).stdout;
const otherManifest = (await runCommandLine(["compile", "-"], { stdin: OTHER_REQUEST })).stdout;
const config = (...targets: readonly object[]) => JSON.stringify({ targets });
const target = (more: object = {}) => ({
  name: "a",
  requests: ["requests/**/*.yaml"],
  output_dir: "out",
  ...more,
});

/** What a build writes, and that a check finds nothing afterwards. */
async function outputsOf(
  files: Readonly<Record<string, string>>,
  argv: readonly string[] = [],
): Promise<readonly string[]> {
  const built = await runCommandLine(["build", ...argv], { files });
  expect(built).toMatchObject({ exitCode: 0, stdout: "" });
  const checked = await runCommandLine(["check", ...argv], { files: built.files });
  expect(checked).toMatchObject({ exitCode: 0, stdout: "", files: built.files });
  return Object.keys(built.files).filter((file) => files[file] === undefined);
}

/** Requests of different clusters, named after their files. */
const requests = (...names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      `requests/${name}.yaml`,
      REQUEST.replace("train\n", `${name.toLowerCase().replaceAll("/", "-")}\n`),
    ]),
  );

test.each<[string, object, Readonly<Record<string, string>>, readonly string[]]>([
  ["flat where no names clash", {}, requests("train/a", "serve/b"), ["out/a.yaml", "out/b.yaml"]],
  [
    "mirrored where they do",
    {},
    requests("train/a", "serve/a", "serve/b"),
    ["out/serve/a.yaml", "out/serve/b.yaml", "out/train/a.yaml"],
  ],
  [
    "mirrored where they do on file systems without case",
    {},
    requests("train/A", "serve/a"),
    ["out/serve/a.yaml", "out/train/A.yaml"],
  ],
  [
    "request.yaml is named after its folder",
    {},
    requests("x/a/request", "y/a/request"),
    ["out/x/a.yaml", "out/y/a.yaml"],
  ],
  [
    "the folder that all globs have in common",
    { requests: ["requests/{train,serve}/*.yaml"] },
    requests("train/a", "serve/a"),
    ["out/serve/a.yaml", "out/train/a.yaml"],
  ],
  [
    "globs without wildcards",
    { requests: ["requests/x/a.yaml", "requests/y/z/a.yaml"] },
    requests("x/a", "y/z/a"),
    ["out/x/a.yaml", "out/y/z/a.yaml"],
  ],
  [
    "a pattern",
    { output_name: "{target}/{folder}-{name}.yml" },
    requests("x/a"),
    ["out/a/x-a.yml"],
  ],
  [
    "a pattern without an ending",
    { output_name: "{folder}/{name}" },
    requests("x/a", "b"),
    ["out/b.yaml", "out/x/a.yaml"],
  ],
  [
    "what is excluded is none",
    { exclude: ["requests/old/**", "requests/x.yaml"] },
    requests("old/a", "a", "x"),
    ["out/a.yaml"],
  ],
  ["one file", { output_dir: null, output: "deep/all.yaml" }, requests("x/a"), ["deep/all.yaml"]],
])("outputs: %s", async (_title, more, files, outputs) => {
  expect(await outputsOf({ [CONFIG]: config(target(more)), ...files })).toEqual(outputs);
});

test("one file holds the manifests in the order of the requests", async () => {
  const files = {
    [CONFIG]: config({ name: "a", requests: ["r/*.yaml"], output: "all.yaml" }),
    "r/b.yaml": REQUEST,
    "r/a.yaml": OTHER_REQUEST,
  };
  const built = await runCommandLine(["build"], { files });
  expect(built.files["all.yaml"]).toBe(withMark(`${otherManifest}---\n${manifest}`));
});

const makes = (name: string, namespace = "ml", more = "") =>
  `${REQUEST.replace("train", name)}namespace: ${namespace}\n${more}`;
const job = "job: {entrypoint: python a.py}\n";

test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  [
    "one cluster",
    { b: makes("train"), c: makes("serve") },
    'requests/a.yaml and requests/b.yaml both make the RayCluster "train" in the namespace "ml".',
  ],
  [
    "one cluster from three files",
    { b: makes("train"), c: makes("train") },
    'requests/a.yaml and requests/b.yaml both make the RayCluster "train" in the namespace "ml", and 1 more file uses it.',
  ],
  [
    "a cluster and a job of one name",
    { b: makes("train", "ml", job) },
    'requests/a.yaml makes the RayCluster "train" in the namespace "ml" and requests/b.yaml a RayJob of the same name.',
  ],
  [
    "one cluster from a file of several",
    { b: `${makes("serve")}---\n${makes("train")}` },
    "requests/b.yaml:9:7 error invalid-name at name\n",
  ],
  ["another name", { b: makes("serve") }, undefined],
  ["another namespace", { b: makes("train", "other") }, undefined],
  [
    "a schedule of one name",
    { b: makes("train", "ml", job.replace("{", '{schedule: "0 3 * * *", ')) },
    undefined,
  ],
])("files that make the same object are a mistake: %s", async (_title, others, message) => {
  const files = {
    [CONFIG]: config(target(), target({ name: "b", output_dir: "other" })),
    "requests/a.yaml": makes("train"),
    ...Object.fromEntries(
      Object.entries(others).map(([name, text]) => [`requests/${name}.yaml`, text]),
    ),
  };
  const built = await runCommandLine(["build"], { files });
  expect(built.exitCode).toBe(message === undefined ? 0 : 3);
  if (message === undefined) return;
  expect(built).toMatchObject({ files });
  expect(built.stderr).toContain(message);
  expect(built.stderr).toContain("note: the name is also used here (requests/a.yaml:1:7)");
  // Each of the other ways to the same requests.
  const operands = Object.keys(files).filter((file) => file !== CONFIG);
  for (const argv of [["plan", "--target", "a"], ["diff"], ["compile", ...operands]]) {
    const outcome = await runCommandLine(argv, { files });
    expect(outcome).toMatchObject({ exitCode: 3, stdout: "" });
    expect(outcome.stderr).toContain(message);
  }
});

test("values that give all requests one name are where the mistake is", async () => {
  const files = {
    [CONFIG]: config(target({ set: { name: "same" } })),
    ...requests("a", "b"),
  };
  const { stderr } = await runCommandLine(["build"], { files });
  expect(stderr).toContain(`${CONFIG}:1:92 error invalid-name at name\n`);
  expect(stderr).not.toContain("note:");
});

test("a request file may hold several requests", async () => {
  const files = {
    [CONFIG]: config(target()),
    "requests/both.yaml": `# two\n---\n${REQUEST}---\n${OTHER_REQUEST}`,
  };
  const built = await runCommandLine(["build"], { files });
  expect(built.files["out/both.yaml"]).toBe(withMark(`${manifest}---\n${otherManifest}`));
  const wrong = await runCommandLine(["build"], {
    files: {
      ...files,
      "requests/both.yaml": `${REQUEST}---\n${OTHER_REQUEST}nope: 1\n---\n${REQUEST}`,
    },
  });
  expect(wrong).toMatchObject({ exitCode: 3 });
  const line = REQUEST.split("\n").length + OTHER_REQUEST.split("\n").length;
  expect(wrong.stderr).toContain(`requests/both.yaml:${line}:1 error unknown-field at nope\n`);
  expect(wrong.stderr).toContain(
    'Another request in this file also has the name "train", in line 1.',
  );
});

test.each<[string, object, string]>([
  [
    "names that clash nevertheless",
    { output_name: "{name}" },
    "requests/x/a.yaml and requests/y/a.yaml would both be written to out/a.yaml, and 1 more pair would share a file.",
  ],
  [
    "an unknown placeholder",
    { output_name: "{nam}" },
    "It has {nam}; the placeholders are {name}, {folder}, {target}.",
  ],
  ["a name that climbs", { output_name: "../{name}" }, "A part of it begins with a dot."],
  ["a name from the root", { output_name: "/{name}" }, "It begins with a slash"],
  ["two outputs", { output: "all.yaml" }, "output and output_dir exclude each other."],
  [
    "a name for one file",
    { output_dir: null, output: "all.yaml", output_name: "{name}" },
    "output_name names files in output_dir",
  ],
  ["no output", { output_dir: null }, "output_dir is missing."],
  ["no requests", { requests: null }, "requests is missing."],
  ["everything excluded", { exclude: ["**"] }, 'The glob "requests/**/*.yaml" matches no request.'],
])("a mistake: %s", async (_title, more, message) => {
  const files = { [CONFIG]: config(target(more)), ...requests("x/a", "y/a", "x/b", "y/b") };
  const { exitCode, stderr } = await runCommandLine(["build"], { files });
  expect(exitCode).toBe(3);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/\n1 error; nothing was compiled\.\n$/);
});

test.each<[string, string, string]>([
  ["case", "Train", "train"],
  ["the encoding of an accent", "caf\u00e9", "cafe\u0301"],
])("outputs that differ only in %s are one file on some machines", async (_title, one, other) => {
  const pair = { [`x/${one}.yaml`]: REQUEST, [`y/${other}.yaml`]: OTHER_REQUEST };
  const project = (name: string) => config(target({ requests: ["*/*.yaml"], output_name: name }));
  const flat = await runCommandLine(["build"], { files: { [CONFIG]: project("{name}"), ...pair } });
  expect(flat.exitCode).toBe(3);
  expect(flat.stderr).toContain(
    `would both be written to out/${one}.yaml and out/${other}.yaml, one file where case does not count.`,
  );
  expect(
    await outputsOf({ [CONFIG]: config(target({ requests: ["*/*.yaml"] })), ...pair }),
  ).toEqual([`out/x/${one}.yaml`, `out/y/${other}.yaml`]);
  const compiled = await runCommandLine(["compile", ...Object.keys(pair), "--output-dir", "out"], {
    files: pair,
  });
  expect(compiled).toMatchObject({ exitCode: 2, stdout: "", files: pair });
});

test("the project file is found in folders above, in each spelling, and only one", async () => {
  const yaml = "targets: [{name: a, requests: ['r/*.yaml'], output_dir: out}]\n";
  for (const name of [CONFIG, "raycluster.config.yml", "raycluster.config.json"]) {
    const text = name.endsWith("json") ? config(target({ requests: ["r/*.yaml"] })) : yaml;
    const outcome = await runCommandLine(["build", "--config", `deep/${name}`], {
      files: { [`deep/${name}`]: text, "deep/r/a.yaml": REQUEST },
    });
    expect(Object.keys(outcome.files)).toContain("deep/out/a.yaml");
  }
  const two = { [CONFIG]: yaml, "raycluster.config.json": config(target()), "r/a.yaml": REQUEST };
  const { exitCode, stderr } = await runCommandLine(["build"], { files: two });
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("there are two project files, ")]);
});

test("project files name others, whose targets are built with theirs, but not in circles", async () => {
  const team = config({ name: "team", requests: ["r/*.yaml"], output_dir: "out" });
  const files = {
    [CONFIG]: JSON.stringify({
      projects: ["teams/*/raycluster.config.yaml", "**/raycluster.config.yaml"],
    }),
    [`teams/a/${CONFIG}`]: team,
    "teams/a/r/a.yaml": REQUEST,
    [`teams/b/${CONFIG}`]: team,
    "teams/b/r/b.yaml": OTHER_REQUEST,
  };
  expect(await outputsOf(files)).toEqual(["teams/a/out/a.yaml", "teams/b/out/b.yaml"]);
  expect(await outputsOf(files, ["--target", "team"])).toHaveLength(2);
  const circle = { ...files, [`teams/b/${CONFIG}`]: `{"projects": ["../../${CONFIG}"]}` };
  const outcome = await runCommandLine(["build"], { files: circle });
  expect(outcome).toMatchObject({ exitCode: 3, files: circle });
  const itself = { ...files, [CONFIG]: `{"projects": ["${CONFIG}"]}` };
  expect((await runCommandLine(["build"], { files: itself })).stderr).toContain(
    "This project file includes itself.",
  );
  expect(outcome.stderr).toContain(`teams/b/${CONFIG}:1:15 error invalid-target at projects[0]\n`);
  const nothing = await runCommandLine(["build"], { files: { [CONFIG]: "{}" } });
  expect(nothing.stderr).toContain("targets is missing.");
});

test("what one project compiled another one does not prune, though they share a folder", async () => {
  const shared = (name: string) => config({ name, requests: ["r/*.yaml"], output_dir: "../out" });
  const files = {
    [`a/${CONFIG}`]: shared("a"),
    "a/r/a.yaml": REQUEST,
    "a/r/gone.yaml": OTHER_REQUEST,
    [`b/${CONFIG}`]: shared("b"),
    "b/r/b.yaml": OTHER_REQUEST,
  };
  const first = await runCommandLine(["build", "--config", `a/${CONFIG}`], { files });
  const second = await runCommandLine(["build", "--config", `b/${CONFIG}`, "--prune"], {
    files: first.files,
  });
  expect(second.stderr).toBe("1 written\n");
  expect(Object.keys(second.files).filter((file) => file.startsWith("out/"))).toEqual([
    "out/a.yaml",
    "out/b.yaml",
    "out/gone.yaml",
  ]);
  expect(markedProject(second.files["out/b.yaml"] ?? "")).toBe(`../b/${CONFIG}`);
  expect(markOf(second.files["out/b.yaml"] ?? "")).toBe("compiled");
  const { "a/r/gone.yaml": _gone, ...left } = second.files;
  const third = await runCommandLine(["build", "--config", `a/${CONFIG}`, "--prune"], {
    files: left,
  });
  expect(third.stderr).toBe(
    "out/gone.yaml was an orphan and has been removed.\n0 written, 1 unchanged, 1 removed\n",
  );
});

test("mirrored outputs that nobody asks for are orphans, those of another target are not", async () => {
  const files = {
    [CONFIG]: config(target(), target({ name: "b", output_dir: "out/inner" })),
    ...requests("x/a", "y/a"),
    "out/x/old.yaml": withMark(manifest),
    "out/x/hand.yaml": manifest,
    "out/inner/old.yaml": withMark(manifest),
  };
  const built = await runCommandLine(["build", "--prune", "--target", "a"], { files });
  expect(built.stderr).toBe(
    "out/x/old.yaml was an orphan and has been removed.\n2 written, 1 removed\n",
  );
});

const CASE = "../shared/cases/first-use-11-same-basename-in-folders";
const sameNames = needs(CASE);
sameNames.test(`the case of 30 requests in two folders${sameNames.skipped}`, async () => {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(CASE, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(CASE.length + 1)] = readFileSync(path, "utf8");
  }
  const settings = "ray: {supports_gpus: true, gpu_resource_request_key: nvidia.com/gpu}\n";
  for (const name of ["dev", "staging", "prod"]) files[`deploy/${name}.yaml`] ??= settings;
  const outcome = await runCommandLine(["build"], { files });
  expect(outcome.stderr).not.toContain("would both be written");
  if (outcome.exitCode === 0)
    expect(Object.keys(outcome.files)).toContain("manifests/dev/train/bert.yaml");
});
