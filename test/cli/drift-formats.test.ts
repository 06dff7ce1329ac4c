import { expect, test } from "vitest";
import { withMark } from "../../src/cli/io/compiled-mark.ts";
import { programCommand } from "../../src/cli/io/program-command.ts";
import { INVALID_REQUEST, OTHER_REQUEST, REQUEST, WARNED_REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const manifest = (await runCommandLine(["compile", "-"], { stdin: REQUEST })).stdout;
const target = { name: "main", requests: ["requests/*.yaml"], output_dir: "out" };
const project = { "raycluster.config.yaml": JSON.stringify({ targets: [target] }) };
const files = {
  ...project,
  "requests/a.yaml": REQUEST,
  "requests/b.yaml": OTHER_REQUEST,
  "requests/c.yaml": WARNED_REQUEST.replace("train\n", "warned\n"),
  "out/a.yaml": withMark(manifest),
  "out/b.yaml": manifest,
  "out/old.yaml": withMark(manifest),
};

test.each(["check", "build"])(
  "%s --format json is one document on standard output",
  async (name) => {
    const { stdout, stderr } = await runCommandLine([name, "--format", "json"], { files });
    expect(stderr).toBe("");
    const { diagnostics, drift } = JSON.parse(stdout);
    expect(diagnostics).toMatchObject([{ code: "fractional-cpu" }]);
    expect(drift).toContainEqual({
      status: "orphan",
      path: "out/old.yaml",
      target: "main",
      message: "out/old.yaml is an orphan: no request produces it.",
      cure: "raycluster build --prune",
    });
  },
);

test("the drifted files are told with their targets and the command that puts them right", async () => {
  const argv = ["check", "--format=json", "--diff", "-q", "--target", "main"];
  const { exitCode, stdout } = await runCommandLine(argv, { files });
  expect(exitCode).toBe(1);
  const report = JSON.parse(stdout);
  const cure = "raycluster build --prune -q --target main";
  expect(report).toMatchObject({
    diagnostics: [],
    drift: [
      { status: "different", path: "out/b.yaml", target: "main", difference: "meaning", cure },
      { status: "missing", path: "out/c.yaml", target: "main", cure },
      { status: "orphan", path: "out/old.yaml", target: "main", cure },
    ],
    counts: { equal: 1, different: 1, missing: 1, orphaned: 1 },
  });
  expect(report.drift[0].diff).toContain("\n-  name: train\n+  name: serve\n");
});

test("where all is well, there is a document that says so", async () => {
  const built = await runCommandLine(["build", "--prune", "-q"], { files });
  const run = (format: string) =>
    runCommandLine(["check", "-q", "--format", format], { files: built.files });
  const json = await run("json");
  expect([json.exitCode, json.stderr]).toEqual([0, ""]);
  expect(JSON.parse(json.stdout)).toMatchObject({ diagnostics: [], drift: [] });
  expect(JSON.parse((await run("sarif")).stdout).runs[0].results).toEqual([]);
  expect((await run("github")).stdout).toBe("3 equal\n");
});

test.each(["check", "build"])("invalid input to %s is told in the same document", async (name) => {
  const invalid = { ...project, "requests/a.yaml": INVALID_REQUEST };
  for (const format of ["json", "sarif", "github"]) {
    const argv = [name, "--format", format];
    const { exitCode, stdout, stderr } = await runCommandLine(argv, { files: invalid });
    expect([exitCode, stderr]).toEqual([3, ""]);
    expect(stdout).toContain("invalid-name");
    if (format !== "github") JSON.parse(stdout);
  }
});

test("for GitHub every drifted file has an annotation, beside the diagnostics'", async () => {
  const { stdout, stderr } = await runCommandLine(["check", "--format", "github"], { files });
  expect(stderr).toBe("");
  const commands = stdout.split("\n").filter((line) => line.startsWith("::"));
  expect(commands.map((line) => line.split("::")[1]?.split(",")[0])).toEqual([
    "error file=out/b.yaml",
    "error file=out/c.yaml",
    "error file=out/old.yaml",
    "warning file=requests/c.yaml",
  ]);
  const built = await runCommandLine(["build", "--format", "github", "-q"], { files });
  expect(built.stdout).toMatch(/^::warning file=out\/old\.yaml,title=orphan manifest::/);
});

test("in sarif drift has rules of its own", async () => {
  const { stdout } = await runCommandLine(["check", "--format", "sarif"], {
    files: { ...files, "out/{0}.yaml": manifest },
  });
  const [run] = JSON.parse(stdout).runs;
  const ids = ["fractional-cpu", "missing-manifest", "different-manifest", "orphan-manifest"];
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
    ...ids,
    "kept-manifest",
  ]);
  expect(run.results).toContainEqual(
    expect.objectContaining({
      ruleId: "kept-manifest",
      message: { text: expect.stringMatching(/^out\/\{\{0\}\}\.yaml is kept: /) },
    }),
  );
});

test("compile --check reports alike", async () => {
  const argv = ["compile", "requests/b.yaml", "--output-dir", "out", "--check"];
  const { exitCode, stdout, stderr } = await runCommandLine([...argv, "--format", "json"], {
    files: { ...files, "out/a.yaml": manifest },
  });
  expect([exitCode, stderr]).toEqual([1, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    drift: [
      {
        status: "different",
        path: "out/b.yaml",
        cure: "raycluster compile requests/b.yaml --output-dir out",
      },
      { status: "orphan", path: "out/old.yaml", cure: "rm out/old.yaml" },
    ],
    kept: [{ path: "out/a.yaml", reason: "unmarked" }],
  });
});

test.each<[string, string, Readonly<Record<string, string>>, string]>([
  ["a global one", "/usr/bin/raycluster", {}, "raycluster"],
  ["its global file", "/usr/lib/node_modules/raycluster-compiler/dist/cli.cjs", {}, "raycluster"],
  ["a checkout", "/home/me/compiler/dist/cli.cjs", {}, "raycluster"],
  ["npx", "/home/me/.npm/_npx/1/x/raycluster", { npm_command: "exec" }, "npx raycluster"],
  ["a local one", "/home/me/project/node_modules/.bin/raycluster", {}, "npx raycluster"],
  [
    "its local file",
    "/home/me/project/node_modules/raycluster-compiler/dist/cli.cjs",
    {},
    "npx raycluster",
  ],
  [
    "pnpm",
    "/home/me/project/node_modules/.bin/raycluster",
    { npm_config_user_agent: "pnpm/10.0.0 npm/? node/v24.0.0" },
    "pnpm exec raycluster",
  ],
  [
    "yarn",
    "/home/me/node_modules/.bin/raycluster",
    { npm_config_user_agent: "yarn/1.22.0" },
    "yarn raycluster",
  ],
  [
    "a script of npm that starts something else",
    "/home/me/compiler/dist/cli.cjs",
    { npm_command: "run-script", npm_execpath: "/usr/lib/node_modules/npm/bin/npm-cli.js" },
    "raycluster",
  ],
])("the user runs %s again", (_what, script, environment, command) => {
  expect(programCommand(script, "/home/me/project/deep", environment).join(" ")).toBe(command);
});

test("the command that puts it right is the one that the user can run", async () => {
  const { stdout } = await runCommandLine(["check"], {
    files,
    environment: { npm_command: "exec" },
  });
  expect(stdout).toMatch(/\n {2}npx raycluster build --prune\n$/);
});

test.each<[readonly string[], string]>([
  [
    ["compile", "a", "-o", "json"],
    "--output takes a file, not a format. For JSON, use --json; for a file with that name, use ./json.",
  ],
  [
    ["compile", "a", "--output=YAML"],
    "--output takes a file, not a format. The output is YAML by default; for a file with that name, use ./YAML.",
  ],
  [
    ["import", "a", "-o", "json"],
    "--output takes a file, not a format. For JSON, use --json; for a file with that name, use ./json.",
  ],
  [["plan", "a", "-o", "json"], "there is no flag -o. For JSON, use --json."],
  [["diff", "a", "b", "-ojson"], "there is no flag -o. For JSON, use --json."],
  [["check", "--output", "json"], "there is no flag --output. For JSON, use --format json."],
  [
    ["diff", "a", "b", "--json", "--format", "markdown"],
    "--json and --format markdown exclude each other.",
  ],
])("%j is refused", async (argv, message) => {
  const outcome = await runCommandLine(argv, { files: { a: REQUEST, b: REQUEST } });
  expect(outcome).toMatchObject({ exitCode: 2, stdout: "" });
  expect(outcome.stderr.split("\n")[0]).toBe(`raycluster: ${message}`);
});

test("a file that is called json is written where its path says that it is one", async () => {
  const outcome = await runCommandLine(["compile", "a", "-o", "./json"], { files: { a: REQUEST } });
  expect(outcome).toMatchObject({ exitCode: 0, files: { json: manifest } });
});

test.each([
  ["plan", ["a"]],
  ["diff", ["m", "n"]],
])("%s takes --json and --format json alike", async (command, operands) => {
  const inputs = { a: REQUEST, m: manifest, n: manifest };
  const run = (...more: readonly string[]) =>
    runCommandLine([command, ...operands, ...more], { files: inputs });
  const json = await run("--json");
  expect(JSON.parse(json.stdout)).toBeTypeOf("object");
  expect((await run("--format", "json")).stdout).toBe(json.stdout);
  expect((await run("--json", "--format", "json")).stdout).toBe(json.stdout);
});
