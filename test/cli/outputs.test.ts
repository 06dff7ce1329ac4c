import {
  chmodSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { withMark } from "../../src/cli/io/compiled-mark.ts";
import { OTHER_REQUEST, REQUEST, WARNED_REQUEST } from "./documents.ts";
import type { Surroundings } from "./run-command-line.ts";
import { runCommandLine } from "./run-command-line.ts";

const LONG_AGO = new Date("2001-02-03T04:05:06Z");
const manifest = (await runCommandLine(["compile", "-"], { stdin: REQUEST })).stdout;
const otherManifest = (await runCommandLine(["compile", "-"], { stdin: OTHER_REQUEST })).stdout;
const two = { "a.yaml": REQUEST, "b.yaml": OTHER_REQUEST };

test("-o writes what would be printed", async () => {
  const outcome = await runCommandLine(["compile", "a.yaml", "b.yaml", "-o", "out.yaml"], {
    files: two,
  });
  expect(outcome).toEqual({
    exitCode: 0,
    stdout: "",
    stderr: "",
    files: { ...two, "out.yaml": `${manifest}---\n${otherManifest}` },
  });
});

test("-o - prints", async () => {
  const { stdout, files } = await runCommandLine(["compile", "-", "-o", "-"], { stdin: REQUEST });
  expect([stdout, files]).toEqual([manifest, {}]);
});

test("--output-dir writes a file for each request into a new folder", async () => {
  const argv = ["compile", "a.yaml", "b.yaml", "--output-dir", "x/y"];
  const { exitCode, stdout, files } = await runCommandLine(argv, { files: two });
  expect([exitCode, stdout]).toEqual([0, ""]);
  expect(files).toEqual({
    ...two,
    "x/y/a.yaml": withMark(manifest),
    "x/y/b.yaml": withMark(otherManifest),
  });
});

test("a request in the folder of the run is named after that folder, too", async () => {
  let name = "";
  const { files } = await runCommandLine(["compile", "request.yaml", "--output-dir", "out"], {
    files: { "request.yaml": REQUEST },
    prepare: (folder) => {
      name = basename(folder);
    },
  });
  expect(Object.keys(files)).toEqual([`out/${name}.yaml`, "request.yaml"]);
});

test.each([
  ["train.yaml", "train.yaml"],
  ["train.yml", "train.yaml"],
  ["train.json", "train.yaml"],
  ["TRAIN.YAML", "TRAIN.yaml"],
  ["train.request.yaml", "train.request.yaml"],
  ["train-1.2", "train-1.2.yaml"],
  ["train", "train.yaml"],
  [".yaml", ".yaml.yaml"],
  ["deep/er/train.yaml", "train.yaml"],
  ["train/request.yaml", "train.yaml"],
  ["train/request.json", "train.yaml"],
  ["deep/train-1.2/request.yml", "train-1.2.yaml"],
  ["train/./request.yaml", "train.yaml"],
  ["train/../train/request.yaml", "train.yaml"],
])("%s is written to %s", async (input, output) => {
  const { files } = await runCommandLine(["compile", input, "--output-dir", "out"], {
    files: { [input]: REQUEST },
  });
  expect(Object.keys(files)).toContain(`out/${output}`);
});

test.each([[[]], [["--json"]]])("a file that is named as JSON holds JSON %j", async (more) => {
  const argv = ["compile", "a.yaml", "-o", "out.JSON", ...more];
  const { exitCode, files } = await runCommandLine(argv, { files: { "a.yaml": REQUEST } });
  expect(exitCode).toBe(0);
  expect(JSON.parse(files["out.JSON"] ?? "")).toMatchObject({ kind: "RayCluster" });
  const checked = await runCommandLine([...argv, "--check"], { files });
  expect(checked.exitCode).toBe(0);
});

test("with --json the files are named .json", async () => {
  const argv = ["compile", "a.yaml", "--output-dir", "out", "--json"];
  const { files } = await runCommandLine(argv, { files: { "a.yaml": REQUEST } });
  expect(JSON.parse(files["out/a.json"] ?? "")).toMatchObject({ kind: "RayCluster" });
});

test.each<[readonly string[], string]>([
  [["a.yaml", "x/a.yaml"], "a.yaml and x/a.yaml would both be written to out/a.yaml"],
  [["a.yaml", "a.json"], "a.yaml and a.json would both be written to out/a.yaml"],
  [["x.yaml", "x/request.yaml"], "x.yaml and x/request.yaml would both be written to out/x.yaml"],
])("outputs of %j collide", async (inputs, message) => {
  const files = Object.fromEntries(inputs.map((input) => [input, REQUEST]));
  const outcome = await runCommandLine(["compile", ...inputs, "--output-dir", "out"], { files });
  expect(outcome).toMatchObject({
    exitCode: 2,
    stderr: `raycluster: ${message}.\nTry raycluster compile --help for more.\n`,
    files,
  });
});

test("standard input has no name in a folder", async () => {
  const { exitCode, stderr } = await runCommandLine(["compile", "-", "--output-dir", "out"], {
    stdin: REQUEST,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /^raycluster: standard input has no name for a file in --output-dir; use --output\.\n/,
  );
});

test.each<[string, readonly string[], string]>([
  ["the request", ["a.yaml", "-o", "a.yaml"], "a.yaml would overwrite the input a.yaml"],
  [
    "the request, respelt",
    ["a.yaml", "-o", "./x/../a.yaml"],
    "./x/../a.yaml would overwrite the input a.yaml",
  ],
  [
    "the request by a link",
    ["a.yaml", "-o", "link.yaml"],
    "link.yaml would overwrite the input a.yaml",
  ],
  [
    "the request in its folder",
    ["a.yaml", "--output-dir", "."],
    "a.yaml would overwrite the input a.yaml",
  ],
  [
    "the settings",
    ["a.yaml", "-s", "s.yaml", "-o", "s.yaml"],
    "s.yaml would overwrite the input s.yaml",
  ],
])("%s is not overwritten", async (_what, rest, message) => {
  const files = { "a.yaml": REQUEST, "s.yaml": "ray: {}\n", "x/note.txt": "" };
  const outcome = await runCommandLine(["compile", ...rest], {
    files,
    prepare: (folder) => symlinkSync("a.yaml", join(folder, "link.yaml")),
  });
  expect(outcome).toMatchObject({
    exitCode: 2,
    stderr: `raycluster: the output ${message}.\nTry raycluster compile --help for more.\n`,
    files: { ...files, "link.yaml": REQUEST },
  });
});

test("a file that is equal is not touched", async () => {
  let modified: Date | undefined;
  await runCommandLine(["compile", "a.yaml", "-o", "out.yaml"], {
    files: { "a.yaml": REQUEST, "out.yaml": manifest },
    prepare: (folder) => utimesSync(join(folder, "out.yaml"), LONG_AGO, LONG_AGO),
    inspect: (folder) => {
      modified = statSync(join(folder, "out.yaml")).mtime;
    },
  });
  expect(modified).toEqual(LONG_AGO);
});

test("a file that differs is replaced and keeps its permissions", async () => {
  let mode = 0;
  const { files } = await runCommandLine(["compile", "a.yaml", "-o", "out.yaml"], {
    // As long as the new one, so that the bytes decide.
    files: { "a.yaml": REQUEST, "out.yaml": manifest.replace("train", "trace") },
    prepare: (folder) => chmodSync(join(folder, "out.yaml"), 0o640),
    inspect: (folder) => {
      mode = statSync(join(folder, "out.yaml")).mode & 0o777;
    },
  });
  expect(files).toEqual({ "a.yaml": REQUEST, "out.yaml": manifest });
  expect(mode.toString(8)).toBe("640");
});

test("a link stays a link, and the file behind it is replaced", async () => {
  let target: string | undefined;
  const { files } = await runCommandLine(["compile", "a.yaml", "-o", "link.yaml"], {
    files: { "a.yaml": REQUEST, "real/out.yaml": "old\n" },
    prepare: (folder) => symlinkSync("real/out.yaml", join(folder, "link.yaml")),
    inspect: (folder) => {
      target = readlinkSync(join(folder, "link.yaml"));
    },
  });
  expect(target).toBe("real/out.yaml");
  expect(files).toEqual({ "a.yaml": REQUEST, "link.yaml": manifest, "real/out.yaml": manifest });
});

test.each([
  ["missing.yaml", "missing.yaml"],
  ["real/missing.yaml", "real/missing.yaml"],
  ["other.yaml", "real/there.yaml"],
])("a link to %s, which is not there, is followed and stays a link", async (target, written) => {
  let kept: string | undefined;
  const { exitCode, files } = await runCommandLine(["compile", "a.yaml", "-o", "link.yaml"], {
    files: { "a.yaml": REQUEST, "real/note.txt": "" },
    prepare: (folder) => {
      symlinkSync(target, join(folder, "link.yaml"));
      symlinkSync("real/there.yaml", join(folder, "other.yaml"));
    },
    inspect: (folder) => {
      kept = readlinkSync(join(folder, "link.yaml"));
    },
  });
  expect([exitCode, kept, files[written]]).toEqual([0, target, manifest]);
});

test("the request is not overwritten by way of two links", async () => {
  const files = { "a.yaml": REQUEST };
  const outcome = await runCommandLine(["compile", "a.yaml", "-o", "link.yaml"], {
    files,
    prepare: (folder) => {
      symlinkSync("b.yaml", join(folder, "link.yaml"));
      symlinkSync("a.yaml", join(folder, "b.yaml"));
    },
  });
  expect(outcome.exitCode).toBe(2);
  expect(outcome.files["a.yaml"]).toBe(REQUEST);
});

const refuse = (code: string) => async () => {
  throw Object.assign(new Error(), { code });
};

test.each<[string, readonly string[], Surroundings, string]>([
  ["without its folder", ["-o", "x/out.yaml"], {}, "write x/out.yaml: its folder does not exist"],
  [
    "over a folder",
    ["-o", "x"],
    { prepare: (folder) => mkdirSync(join(folder, "x")) },
    "write x: it is a folder, not a file",
  ],
  [
    "below a file",
    ["-o", "a.yaml/out.yaml"],
    {},
    "write a.yaml/out.yaml: a part of its path is not a folder",
  ],
  [
    "through a link out of which no way leads",
    ["-o", "x/link.yaml"],
    {
      prepare: (folder) => {
        mkdirSync(join(folder, "x"));
        symlinkSync("link.yaml", join(folder, "x/link.yaml"));
      },
      inspect: (folder) => rmSync(join(folder, "x/link.yaml")),
    },
    "write x/link.yaml: its symbolic links form a loop",
  ],
  [
    "through a link to a folder that is not there",
    ["-o", "link.yaml"],
    { prepare: (folder) => symlinkSync("x/y.yaml", join(folder, "link.yaml")) },
    "write link.yaml: its folder does not exist",
  ],
  ["into a file", ["--output-dir", "a.yaml"], {}, "create a.yaml: a file with that name exists"],
  [
    "into a folder below a file",
    ["--output-dir", "a.yaml/out"],
    {},
    "create a.yaml/out: a part of its path is not a folder",
  ],
  [
    "without permission",
    ["-o", "out.yaml"],
    { replace: { writeFile: refuse("EACCES") } },
    "write out.yaml: permission is denied",
  ],
  [
    "on a full disk",
    ["--output-dir", "out"],
    { replace: { writeFile: refuse("ENOSPC") } },
    "write out/a.yaml: no space is left on the device",
  ],
  [
    "into a read-only file system",
    ["--output-dir", "out"],
    { replace: { createFolder: refuse("EROFS") } },
    "create out: the file system is read-only",
  ],
  [
    "on a broken disk",
    [],
    {
      replace: {
        stdout: { isTerminal: () => false, columns: () => undefined, write: refuse("EIO") },
      },
    },
    "write standard output: the system reports EIO",
  ],
])("nothing can be written %s", async (_how, rest, surroundings, message) => {
  const files = { "a.yaml": REQUEST };
  const outcome = await runCommandLine(["compile", "a.yaml", ...rest], { ...surroundings, files });
  const stderr = `raycluster: cannot ${message}.\n`;
  expect(outcome).toEqual({ exitCode: 2, stdout: "", stderr, files });
});

test("a write that fails leaves nothing behind", async () => {
  const files = { "a.yaml": REQUEST, "b.yaml": OTHER_REQUEST };
  const argv = ["compile", "a.yaml", "b.yaml", "--output-dir", "out"];
  const outcome = await runCommandLine(argv, {
    files,
    prepare: (folder) => mkdirSync(join(folder, "out/b.yaml"), { recursive: true }),
  });
  expect(outcome.exitCode).toBe(2);
  expect(outcome.stderr).toBe("raycluster: cannot write out/b.yaml: it is a folder, not a file.\n");
  expect(outcome.files).toEqual({ ...files, "out/a.yaml": withMark(manifest) });
});

test("warnings are told beside the written file", async () => {
  const { exitCode, stdout, stderr, files } = await runCommandLine(
    ["compile", "-", "-o", "out.yaml"],
    { stdin: WARNED_REQUEST },
  );
  expect([exitCode, stdout, Object.keys(files)]).toEqual([0, "", ["out.yaml"]]);
  expect(stderr).toContain("warning fractional-cpu");
});

test.each([
  [["-o", "a.json"], "requests are written as YAML, so a.json needs a name that ends in .yaml"],
  [["--settings-out", "b.json"], "settings are written as YAML, so b.json needs a name"],
])(
  "an import does not write YAML into a file that is named as JSON: %j",
  async (flags, message) => {
    const files = (
      await runCommandLine(["compile", "a.yaml", "-o", "m.yaml"], {
        files: { "a.yaml": REQUEST },
      })
    ).files;
    const outcome = await runCommandLine(["import", "m.yaml", ...flags], { files });
    expect(outcome).toMatchObject({ exitCode: 2, files });
    expect(outcome.stderr).toContain(message);
    const asked = await runCommandLine(["import", "m.yaml", "--json", "-o", "a.json"], { files });
    expect(JSON.parse(asked.files["a.json"] ?? "")).toHaveProperty("request");
  },
);
