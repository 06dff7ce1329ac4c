import { mkdirSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withMark } from "../../src/cli/io/compiled-mark.ts";
import { OTHER_REQUEST, REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const LONG_AGO = new Date("2001-02-03T04:05:06Z");
const manifest = (await runCommandLine(["compile", "-"], { stdin: REQUEST })).stdout;
const otherManifest = (await runCommandLine(["compile", "-"], { stdin: OTHER_REQUEST })).stdout;
const json = (await runCommandLine(["compile", "-", "--json"], { stdin: REQUEST })).stdout;
const both = `${manifest}---\n${otherManifest}`;

/** Compiles a.yaml to out.yaml, which holds a text, and only checks. */
async function checkFile(present: string | Uint8Array, more: readonly string[] = []) {
  const argv = ["compile", "a.yaml", "-o", "out.yaml", "--check", ...more];
  return runCommandLine(argv, { files: { "a.yaml": REQUEST, "out.yaml": present } });
}

test("a file that is equal is fine, and nothing is said", async () => {
  expect(await checkFile(manifest)).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
});

test.each<[string, string, string]>([
  ["a comment", `# generated\n${manifest}`, "differs in spelling only."],
  ["CRLF", manifest.replaceAll("\n", "\r\n"), "differs in spelling only."],
  ["a byte order mark", `\ufeff${manifest}`, "differs in spelling only."],
  ["a quantity", manifest.replaceAll('cpu: "4"', "cpu: 4000m"), "differs in spelling only."],
  ["JSON", json, "differs in spelling only."],
  ["a document's start", `---\n${manifest}`, "differs in spelling only."],
  ["a missing line break", manifest.trimEnd(), "differs in spelling only."],
  ["an image", manifest.replaceAll("train:1.2", "train:1.3"), "differs in meaning."],
  ["another name", manifest.replace("name: train", "name: trial"), "differs in meaning."],
  ["a second document", both, "differs in meaning."],
  ["no text", "", "differs and cannot be compared. It is empty."],
  [
    "another kind",
    "kind: Job\n",
    'differs and cannot be compared. Its kind is "Job", not RayCluster, RayJob, RayService or RayCronJob.',
  ],
  [
    "a document of another kind",
    `${manifest}---\nkind: ConfigMap\n`,
    'differs and cannot be compared. Its kind is "ConfigMap", not RayCluster, RayJob, RayService or RayCronJob.',
  ],
])("%s makes a difference of its kind", async (_what, present, message) => {
  const { exitCode, stdout, stderr, files } = await checkFile(present);
  expect([exitCode, stderr]).toEqual([1, ""]);
  expect(stdout).toBe(
    `out.yaml ${message}\n\nTo update:\n  raycluster compile a.yaml -o out.yaml\n`,
  );
  expect(files["out.yaml"]).toBe(present);
});

test.each<[string, string | Uint8Array]>([
  ["conflict marks", `<<<<<<< HEAD\n${manifest}`],
  ["deep nesting", "[".repeat(5_000)],
  ["bytes", Buffer.of(0xff, 0xfe, 0x00)],
  ["a key that is no text", "__proto__: {}\n? [a]\n: b\n"],
])("%s cannot be compared", async (_what, present) => {
  const { exitCode, stdout } = await checkFile(present);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^out\.yaml differs and cannot be compared\. .+\.\n\nTo update:/);
});

test("several manifests in one file are compared one by one", async () => {
  const files = { "a.yaml": REQUEST, "b.yaml": OTHER_REQUEST };
  const argv = ["compile", "a.yaml", "b.yaml", "--check", "-o"];
  const equal = await runCommandLine([...argv, "x"], { files: { ...files, x: both } });
  expect(equal).toMatchObject({ exitCode: 0, stdout: "" });
  const swapped = `${otherManifest}---\n${manifest}`;
  const different = await runCommandLine([...argv, "x"], { files: { ...files, x: swapped } });
  expect(different.stdout).toMatch(/^x differs in meaning\.\n/);
  const list = await runCommandLine([...argv, "x", "--json"], { files: { ...files, x: both } });
  expect(list.stdout).toMatch(/^x differs in spelling only\.\n/);
});

test("a folder has missing files and orphans", async () => {
  const files = {
    "a.yaml": REQUEST,
    "b.yaml": OTHER_REQUEST,
    "out/a.yaml": manifest,
    "out/old.yaml": withMark(manifest),
    "out/it's old.yaml": withMark(both),
    "out/broken.yaml": "kind: 'RayCluster' # broken: [\n",
    "out/old.json": json,
    "out/.old.yaml": withMark(manifest),
    "out/kustomization.yaml": "kind: Kustomization\n",
    "out/sub/old.yaml": withMark(manifest),
  };
  const argv = ["compile", "a.yaml", "b.yaml", "--output-dir", "out", "--check"];
  const outcome = await runCommandLine(argv, { files });
  expect(outcome).toMatchObject({ exitCode: 1, stderr: "", files });
  expect(outcome.stdout.split("\n")).toEqual([
    "out/b.yaml is missing.",
    "out/it's old.yaml is an orphan: no request produces it.",
    "out/old.yaml is an orphan: no request produces it.",
    "",
    "To update:",
    "  raycluster compile a.yaml b.yaml --output-dir out",
    "  rm 'out/it'\\''s old.yaml' out/old.yaml",
    "",
  ]);
});

test("JSON has no comments, so that nothing tells who wrote a file", async () => {
  const argv = ["compile", "a.yaml", "--output-dir", "out", "--check", "--json"];
  const files = {
    "a.yaml": REQUEST,
    "out/a.json": json,
    "out/a.yaml": manifest,
    "out/b.json": json,
  };
  const outcome = await runCommandLine(argv, { files });
  expect(outcome).toMatchObject({ exitCode: 0, stdout: "" });
  expect(outcome.stderr).toMatch(/^out\/b\.json is kept: .+\n$/);
  const quiet = await runCommandLine([...argv, "--quiet"], { files });
  expect(quiet).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
});

test("where there is no folder, all is missing", async () => {
  const argv = ["compile", "a.yaml", "--output-dir", "x/out", "--check"];
  const { exitCode, stdout, files } = await runCommandLine(argv, { files: { "a.yaml": REQUEST } });
  expect([exitCode, Object.keys(files)]).toEqual([1, ["a.yaml"]]);
  expect(stdout).toMatch(/^x\/out\/a\.yaml is missing\.\n/);
});

test("--diff shows the lines that would change, for patch", async () => {
  const { stdout } = await checkFile(manifest.replace("name: train", "name: trial"), ["--diff"]);
  expect(stdout).toContain(
    [
      "out.yaml differs in meaning.",
      "--- out.yaml",
      "+++ out.yaml",
      "@@ -1,7 +1,7 @@",
      " apiVersion: ray.io/v1",
      " kind: RayCluster",
      " metadata:",
      "-  name: trial",
      "+  name: train",
      " spec:",
    ].join("\n"),
  );
  expect(stdout).toMatch(/\n {2}raycluster compile a\.yaml -o out\.yaml\n$/);
});

test("nothing in a file can harm a terminal or a log", async () => {
  const present = `kind: "RayCluster"\nx: "\u001b[2J ##[group]"\n ::error::boo\n`;
  const argv = ["compile", "a.yaml", "-o", "out.yaml", "--check", "--diff"];
  const files = { "a.yaml": REQUEST, "out.yaml": present };
  let onTerminal = "";
  const write = async (text: string) => {
    onTerminal += text;
  };
  await runCommandLine(argv, {
    files,
    replace: { stdout: { isTerminal: () => true, columns: () => undefined, write } },
  });
  const { stdout: inPipe } = await runCommandLine(argv, { files });
  for (const text of [onTerminal, inPipe]) {
    expect(text).toContain('-x: "\\u001b[2J ##\\u005bgroup]"\n');
    expect(text).not.toMatch(/^\s*::/m);
  }
});

test("tabs and CRLF come through, so that patch finds its lines", async () => {
  const present = `# a\tb\n${manifest}`.replaceAll("\n", "\r\n");
  const { stdout } = await checkFile(present, ["--diff"]);
  expect(stdout).toContain("\n-# a\tb\r\n-apiVersion: ray.io/v1\r\n");
});

test.each<[readonly string[], string]>([
  [["--check"], "--check needs files to compare with: --output or --output-dir."],
  [["--check", "-o", "-"], "--check needs files to compare with: --output or --output-dir."],
  [["--diff"], "--diff shows what --check finds; use both."],
  [["--diff", "-o", "x"], "--diff shows what --check finds; use both."],
])("%j is refused", async (rest, message) => {
  const outcome = await runCommandLine(["compile", "a.yaml", ...rest], {
    files: { "a.yaml": REQUEST },
  });
  expect(outcome).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: `raycluster: ${message}\nTry raycluster compile --help for more.\n`,
  });
});

test("invalid input is invalid input, not drift", async () => {
  const argv = ["compile", "a.yaml", "-o", "out.yaml", "--check"];
  const files = { "a.yaml": "name: Train\n", "out.yaml": manifest };
  const { exitCode, stdout } = await runCommandLine(argv, { files });
  expect([exitCode, stdout]).toEqual([3, ""]);
});

test("a folder in place of a file is trouble, not drift", async () => {
  const argv = ["compile", "a.yaml", "--output-dir", "out", "--check"];
  const { exitCode, stderr } = await runCommandLine(argv, {
    files: { "a.yaml": REQUEST },
    prepare: (folder) => mkdirSync(join(folder, "out/a.yaml"), { recursive: true }),
  });
  expect([exitCode, stderr]).toEqual([
    2,
    "raycluster: cannot read out/a.yaml: it is a folder, not a file.\n",
  ]);
});

test("the command that puts it right is the same without --check and --diff, wherever they stood", async () => {
  const files = { "it's.yaml": REQUEST, "--check": "" };
  const argv = ["compile", "--check", "-o", "a b.yaml", "--diff", "-q", "--", "it's.yaml"];
  const { stdout } = await runCommandLine(argv, { files });
  expect(stdout).toMatch(/\n {2}raycluster compile -o 'a b\.yaml' -q -- 'it'\\''s\.yaml'\n$/);
});

test("a check writes nothing, not even a date, and links are followed", async () => {
  let modified: Date | undefined;
  const { exitCode } = await runCommandLine(
    ["compile", "a.yaml", "--output-dir", "link", "--check"],
    {
      files: { "a.yaml": REQUEST, "out/a.yaml": manifest },
      prepare: (folder) => {
        symlinkSync("out", join(folder, "link"));
        utimesSync(join(folder, "out/a.yaml"), LONG_AGO, LONG_AGO);
      },
      inspect: (folder) => {
        modified = statSync(join(folder, "out/a.yaml")).mtime;
      },
    },
  );
  expect([exitCode, modified]).toEqual([0, LONG_AGO]);
});
