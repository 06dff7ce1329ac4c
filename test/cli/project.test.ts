import { mkdirSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withMark } from "../../src/cli/io/compiled-mark.ts";
import { isThorough } from "../property-runs.ts";
import { INVALID_REQUEST, OTHER_REQUEST, REQUEST, WARNED_REQUEST } from "./documents.ts";
import type { Surroundings } from "./run-command-line.ts";
import { runCommandLine } from "./run-command-line.ts";

const LONG_AGO = new Date("2001-02-03T04:05:06Z");
const manifest = (await runCommandLine(["compile", "-"], { stdin: REQUEST })).stdout;
const otherManifest = (await runCommandLine(["compile", "-"], { stdin: OTHER_REQUEST })).stdout;
const [marked, otherMarked] = [withMark(manifest), withMark(otherManifest)];

const CONFIG = "raycluster.config.yaml";
const target = (name: string, more: object = {}) => ({
  name,
  requests: ["requests/*.yaml"],
  output_dir: "out",
  ...more,
});
const config = (...targets: readonly object[]) => JSON.stringify({ targets });
const small = {
  [CONFIG]: config(target("main")),
  "requests/a.yaml": REQUEST,
  "requests/b.yaml": OTHER_REQUEST,
};

test("build writes what compile would, and check then finds nothing", async () => {
  const built = await runCommandLine(["build"], { files: small });
  const files = { ...small, "out/a.yaml": marked, "out/b.yaml": otherMarked };
  expect(built).toEqual({ exitCode: 0, stdout: "", stderr: "2 written\n", files });
  const again = await runCommandLine(["build"], { files });
  expect(again).toEqual({ exitCode: 0, stdout: "", stderr: "0 written, 2 unchanged\n", files });
  const checked = await runCommandLine(["check"], { files });
  expect(checked).toEqual({ exitCode: 0, stdout: "", stderr: "2 equal\n", files });
});

test("files that are equal are not touched", async () => {
  let modified: Date | undefined;
  const files = { ...small, "out/a.yaml": manifest, "out/b.yaml": "old\n" };
  const outcome = await runCommandLine(["build"], {
    files,
    prepare: (folder) => utimesSync(join(folder, "out/a.yaml"), LONG_AGO, LONG_AGO),
    inspect: (folder) => {
      modified = statSync(join(folder, "out/a.yaml")).mtime;
    },
  });
  expect([outcome.stderr, modified]).toEqual(["1 written, 1 unchanged\n", LONG_AGO]);
  expect(outcome.files["out/b.yaml"]).toBe(otherMarked);
});

test("check names everything and says what puts it right", async () => {
  const files = { ...small, "out/b.yaml": `# x\n${otherManifest}`, "out/old.yaml": marked };
  const outcome = await runCommandLine(["check"], { files });
  expect(outcome).toMatchObject({ exitCode: 1, files });
  expect(outcome.stdout).toBe(
    "out/a.yaml is missing.\nout/b.yaml differs in spelling only.\n" +
      "out/old.yaml is an orphan: no request produces it.\n\n" +
      "To update:\n  raycluster build --prune\n",
  );
  expect(outcome.stderr).toBe("0 equal, 1 different, 1 missing, 1 orphaned\n");
  const cured = await runCommandLine(["build", "--prune"], { files });
  expect(cured.stderr).toBe(
    "out/old.yaml was an orphan and has been removed.\n2 written, 1 removed\n",
  );
  expect(Object.keys(cured.files)).not.toContain("out/old.yaml");
  expect(await runCommandLine(["check"], { files: cured.files })).toMatchObject({ exitCode: 0 });
});

test("build removes nothing by itself, and --prune nothing that is no RayCluster", async () => {
  const others = {
    "out/kustomization.yaml": "kind: Kustomization\n",
    "out/note.txt": "kind: RayCluster\n",
  };
  const files = { ...small, ...others, "out/old.yaml": marked };
  const built = await runCommandLine(["build"], { files });
  expect(built.stderr).toBe(
    "out/old.yaml is an orphan: no request produces it. --prune removes it.\n2 written, 1 orphaned\n",
  );
  expect(built.files).toMatchObject(files);
  const pruned = await runCommandLine(["build", "--prune", "--quiet"], { files: built.files });
  expect(pruned).toMatchObject({ exitCode: 0, stderr: "" });
  expect(pruned.files).toMatchObject(others);
});

test("if any request is invalid, nothing is written, and all mistakes are told", async () => {
  const files = {
    [CONFIG]: config(
      target("one"),
      target("two", { requests: ["more/*.yaml"], output_dir: "two" }),
    ),
    "requests/a.yaml": REQUEST,
    "requests/b.yaml": INVALID_REQUEST,
    "more/c.yaml": INVALID_REQUEST,
  };
  for (const command of ["build", "check"]) {
    const outcome = await runCommandLine([command], { files });
    expect(outcome).toMatchObject({ exitCode: 3, stdout: "", files });
    expect(outcome.stderr).toMatch(/^requests\/b\.yaml:1:7 error invalid-name at name\n/);
    expect(outcome.stderr).toContain("\nmore/c.yaml:1:7 error invalid-name at name\n");
    expect(outcome.stderr).toMatch(/\n2 errors; nothing was compiled\.\n$/);
  }
});

test("a target has settings, a KubeRay version and strictness of its own", async () => {
  const files = {
    [CONFIG]: config(
      target("old", { settings: "s.yaml", kuberay_version: "0.6.0", output_dir: "old" }),
      target("new", { settings: null, output_dir: "new" }),
    ),
    "s.yaml": 'kuberay_version: "1.4.2"\nworker: {service_account: {name: ray}}\n',
    "requests/a.yaml": REQUEST,
  };
  const built = await runCommandLine(["build"], { files });
  expect(built.files["old/a.yaml"]).toContain("apiVersion: ray.io/v1alpha1\n");
  expect(built.files["old/a.yaml"]).toContain("serviceAccountName: ray\n");
  expect(built.files["new/a.yaml"]).toBe(marked);
  const warned = { "requests/a.yaml": WARNED_REQUEST };
  const lax = await runCommandLine(["build"], {
    files: { ...warned, [CONFIG]: config(target("x")) },
  });
  expect([lax.exitCode, lax.stderr]).toEqual([
    0,
    expect.stringContaining("warning fractional-cpu"),
  ]);
  const strict = config(target("x", { strict: true }));
  const refused = await runCommandLine(["build"], { files: { ...warned, [CONFIG]: strict } });
  expect([refused.exitCode, refused.stderr]).toEqual([
    3,
    expect.stringContaining("error fractional-cpu"),
  ]);
});

test("--target chooses, and another target's outputs in the same folder are no orphans", async () => {
  const files = {
    [CONFIG]: config(
      target("a", { requests: ["requests/a.yaml"] }),
      target("b", { requests: ["requests/b.yaml"] }),
    ),
    "requests/a.yaml": REQUEST,
    "requests/b.yaml": INVALID_REQUEST,
    "out/b.yaml": otherManifest,
  };
  const built = await runCommandLine(["build", "--target", "a"], { files });
  expect(built).toMatchObject({ exitCode: 0, stderr: "1 written\n" });
  const unknown = await runCommandLine(["check", "--target", "c"], { files });
  expect(unknown).toMatchObject({
    exitCode: 2,
    stderr:
      "raycluster: there is no target c. The targets are a, b.\nTry raycluster check --help for more.\n",
  });
});

test("paths are relative to the project file, and told relative to the working folder", async () => {
  const files = {
    "deploy/project.json": config(target("main", { requests: ["../requests/*.yaml"] })),
    "requests/a.yaml": REQUEST,
    "requests/b.yaml": INVALID_REQUEST,
  };
  const argv = ["build", "--config", "deploy/project.json"];
  const invalid = await runCommandLine(argv, { files });
  expect(invalid.stderr).toMatch(/^requests\/b\.yaml:1:7 /);
  const built = await runCommandLine(argv, {
    files: { ...files, "requests/b.yaml": OTHER_REQUEST },
  });
  expect(Object.keys(built.files)).toContain("deploy/out/b.yaml");
  const checked = await runCommandLine(["check", "--config", "deploy/project.json"], {
    files: small,
  });
  expect(checked.stderr).toBe(
    "raycluster: cannot read deploy/project.json: the file does not exist.\n",
  );
});

test.each<[string, Surroundings["files"], readonly string[]]>([
  [
    "a glob without requests",
    {
      [CONFIG]: config(target("a", { requests: ["requests/*.yaml", "x/*.yaml", "y.yaml"] })),
      "requests/a.yaml": REQUEST,
    },
    ['The glob "x/*.yaml" matches no request.', 'There is no request "y.yaml".'],
  ],
  [
    "two requests with one output",
    {
      [CONFIG]: config(target("a", { requests: ["**/*.{yaml,json}"] })),
      "a.json": REQUEST,
      "a.yaml": REQUEST,
    },
    ["a.json and a.yaml would both be written to out/a.yaml."],
  ],
  [
    "two targets with one output",
    {
      [CONFIG]: config(target("a"), target("b", { output_dir: "./x/../out" })),
      "requests/a.yaml": REQUEST,
    },
    ["Two targets would both write the manifest of requests/a.yaml to out/a.yaml."],
  ],
  [
    "a request among outputs",
    {
      [CONFIG]: config(target("a", { output_dir: "requests" })),
      "requests/a.yaml": REQUEST,
      "requests/b.yaml": REQUEST,
    },
    ["The request requests/a.yaml is in an output folder."],
  ],
  [
    "an output that is read",
    {
      [CONFIG]: config(
        target("a", { requests: ["s/request.yaml"], settings: "s.yaml", output_dir: "." }),
      ),
      "s/request.yaml": REQUEST,
      "s.yaml": "ray: {}\n",
    },
    ["The manifest of s/request.yaml would overwrite the input s.yaml."],
  ],
  [
    "names that are the same",
    { [CONFIG]: config(target("a"), target("b"), target("a")) },
    ['There are two targets named "a".'],
  ],
  [
    "a list with one entry that is no text",
    { [CONFIG]: config(target("a", { requests: [7] })) },
    ["requests[0] must be a string, but it is the number 7."],
  ],
  ["empty lists", { [CONFIG]: config() }, ['"targets" is an empty list.']],
  ["an empty file", { [CONFIG]: "" }, ["targets is missing."]],
  [
    "a path that no system takes",
    { [CONFIG]: config(target("a", { output_dir: "a\0b" })) },
    ['The output folder "a\\u0000b" is not valid. It contains a control character.'],
  ],
  ["a list", { [CONFIG]: "- a\n" }, ["The document must be an object, but it is a list."]],
])("%s is told with its place", async (_what, files = {}, messages) => {
  for (const command of ["build", "check"]) {
    const outcome = await runCommandLine([command, "--format", "json"], { files });
    expect(outcome).toMatchObject({ exitCode: 3, stderr: "", files });
    const {
      diagnostics,
    }: { diagnostics: readonly { message: string; document: string; range: unknown }[] } =
      JSON.parse(outcome.stdout);
    expect(diagnostics.map(({ message }) => message)).toEqual(messages);
    for (const { document, range } of diagnostics) {
      expect(document).toBe("config");
      expect(range).toMatchObject({ file: CONFIG });
    }
  }
});

test("however wide a glob is, settings, manifests and the project file are no requests", async () => {
  const files = {
    [CONFIG]: config(target("main", { requests: ["**/*.yaml"], settings: "values.yaml" })),
    "values.yaml": "ray: {}\n",
    "requests/a.yaml": REQUEST,
    "out/old.yaml": marked,
    "out/kustomization.yaml": "kind: Kustomization\nresources: [a.yaml]\n",
  };
  const built = await runCommandLine(["build"], { files });
  expect(built).toMatchObject({ exitCode: 0, files: { ...files, "out/a.yaml": marked } });
  const checked = await runCommandLine(["check"], { files: built.files });
  expect(checked.stderr).toBe("1 equal, 1 orphaned\n");
});

test("outputs behind links collide, too", async () => {
  const { exitCode, stderr } = await runCommandLine(["build"], {
    files: { ...small, [CONFIG]: config(target("a"), target("b", { output_dir: "link" })) },
    prepare: (folder) => {
      mkdirSync(join(folder, "out"));
      symlinkSync("out", join(folder, "link"));
    },
  });
  expect(exitCode).toBe(3);
  expect(stderr).toContain(
    "Two targets would both write the manifest of requests/a.yaml to link/a.yaml, and 1 more pair",
  );
});

test("a file named - is a file", async () => {
  const files = {
    [CONFIG]: config(target("a", { requests: ["-"], settings: "-x" })),
    "-": REQUEST,
    "-x": "",
  };
  const outcome = await runCommandLine(["build"], { files, stdin: INVALID_REQUEST });
  expect(outcome.files).toEqual({ ...files, "out/-.yaml": marked });
});

test.each<[readonly string[], string]>([
  [["a.yaml"], "the project file lists what to compile, so a.yaml is not allowed here."],
  [["--config="], "the name of the project file is empty."],
])("build %j is refused", async (argv, message) => {
  const outcome = await runCommandLine(["build", ...argv], { files: small });
  const stderr = `raycluster: ${message}\nTry raycluster build --help for more.\n`;
  expect(outcome).toEqual({ exitCode: 2, stdout: "", stderr, files: small });
});

test("without a project file there is nothing to build", async () => {
  const stderr =
    "raycluster: there is no raycluster.config.yaml here or in a parent folder; raycluster init creates one, and --config FILE uses another.\n";
  expect(await runCommandLine(["check"])).toMatchObject({ exitCode: 2, stderr });
});

test("a run in a machine's format is one document, whatever happens", async () => {
  const outcome = await runCommandLine(["build", "--format", "json", "--quiet"], { files: small });
  expect(outcome.stderr).toBe("");
  expect(JSON.parse(outcome.stdout)).toEqual({
    diagnostics: [],
    drift: [],
    kept: [],
    written: ["out/a.yaml", "out/b.yaml"],
    removed: [],
    counts: { written: 2, unchanged: 0, orphaned: 0 },
  });
});

const MANY = isThorough ? 2_000 : 200;
const shown = (number: number) => number.toLocaleString("en-US");
const many = Object.fromEntries(
  Array.from({ length: MANY }, (_, index) => [
    `requests/${index % 8}/r${index}.yaml`,
    REQUEST.replace("train\n", `train-${index}\n`),
  ]),
);
const manyFiles = {
  ...many,
  [CONFIG]: config(target("main", { requests: ["requests/**/*.yaml"] })),
};

test("hundreds of requests show how far they are on a terminal, and nothing in a log", async () => {
  const onTerminal = await runCommandLine(["build"], { files: manyFiles, terminal: true });
  expect(onTerminal.exitCode).toBe(0);
  const [end, ...steps] = onTerminal.stderr.split("\r").reverse();
  expect(end).toBe(`\u001b[K${shown(MANY)} written\n`);
  expect(steps.length).toBeGreaterThan(50);
  expect(steps.length).toBeLessThan(105);
  expect(steps).toContain(`compiling ${shown(MANY / 2)} of ${shown(MANY)}`);
  expect(Object.keys(onTerminal.files)).toHaveLength(2 * MANY + 1);
  expect(onTerminal.files["out/r199.yaml"]).toContain("name: train-199\n");
  const { files } = onTerminal;
  const inLog = await runCommandLine(["check"], { files });
  expect(inLog).toMatchObject({ exitCode: 0, stdout: "", stderr: `${shown(MANY)} equal\n` });
  const quiet = await runCommandLine(["build", "--quiet"], { files, terminal: true });
  expect(quiet).toMatchObject({ exitCode: 0, stderr: "" });
});
