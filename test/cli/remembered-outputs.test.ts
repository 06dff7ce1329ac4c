import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digestOf } from "../../src/cli/project/remembered-outputs.ts";
import { OTHER_REQUEST, REQUEST, WARNED_REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const CONFIG = "raycluster.config.yaml";
const project = {
  [CONFIG]: JSON.stringify({
    targets: [
      {
        name: "a",
        requests: ["r/*.yaml"],
        settings: "s.yaml",
        patches: "p.yaml",
        output_dir: "out",
        set: { "labels.a": "b" },
      },
    ],
  }),
  "s.yaml": 'kuberay_version: "1.4.2"\n',
  "p.yaml": "namespace: ml\n",
  "r/a.yaml": REQUEST,
};
const MEMORY = "cache/raycluster-compiler";

/** A run whose memory is that of the project, although each run has a folder of its own. */
const run = async (command: string, files: Readonly<Record<string, string>>, program = "1") => {
  const { [`${MEMORY}/memory.txt`]: memory, ...others } = files;
  const environment: Record<string, string> = {};
  const outcome = await runCommandLine([command], {
    files: others,
    environment,
    prepare: (folder) => {
      environment.XDG_CACHE_HOME = join(folder, "cache");
      if (memory === undefined) return;
      mkdirSync(join(folder, MEMORY), { recursive: true });
      const name = digestOf(join(realpathSync(folder), CONFIG));
      writeFileSync(join(folder, MEMORY, `${name}.txt`), memory);
    },
    replace: { programVersion: async () => program || undefined },
  });
  const written = Object.entries(outcome.files).map(([path, text]): [string, string] => [
    path.startsWith(MEMORY) ? `${MEMORY}/memory.txt` : path,
    text,
  ]);
  return { ...outcome, files: Object.fromEntries(written) };
};
const built = await run("build", project);
const memory = `${MEMORY}/memory.txt`;
const lines = built.files[memory] ?? "";

test("a line for each output is remembered, and what is current stays", async () => {
  expect(lines).toMatch(/^[0-9a-f]{32} [0-9a-f]{32} RayCluster\/ml\/train\n$/);
  const checked = await run("check", built.files);
  expect(checked).toMatchObject({ exitCode: 0, stderr: "1 equal\n", files: built.files });
});

test("a relative path is no place to remember anything", async () => {
  const { files } = await runCommandLine(["build"], {
    files: project,
    environment: { XDG_CACHE_HOME: "cache" },
    replace: { programVersion: async () => "1" },
  });
  expect(Object.keys(files).filter((path) => path.startsWith(MEMORY))).toEqual([]);
});

test("what is remembered is believed for the file as it is, and for nothing else", async () => {
  const forged = {
    ...built.files,
    [memory]: `${lines.slice(0, 33)}${digestOf("x\n")}${lines.slice(65)}`,
    "out/a.yaml": "x\n",
  };
  expect(await run("check", forged)).toMatchObject({ exitCode: 0 });
  expect(await run("check", { ...forged, "out/a.yaml": "y\n" })).toMatchObject({ exitCode: 1 });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ["the request", { "r/a.yaml": OTHER_REQUEST }],
  ["the settings", { "s.yaml": 'kuberay_version: "0.6.0"\n' }],
  ["the patch", { "p.yaml": "namespace: other\n" }],
  ["a value", { [CONFIG]: project[CONFIG].replace('"labels.a":"b"', '"labels.a":"c"') }],
  [
    "the release",
    { [CONFIG]: project[CONFIG].replace('"name"', '"kuberay_version":"0.6.0","name"') },
  ],
  ["the output", { "out/a.yaml": `${built.files["out/a.yaml"]}# x\n` }],
])("a change of %s is seen", async (_title, change) => {
  expect(await run("check", { ...built.files, ...change })).toMatchObject({ exitCode: 1 });
});

test("what is remembered is still compared with other files", async () => {
  const other = { ...built.files, "r/b.yaml": OTHER_REQUEST, "r/c.yaml": REQUEST };
  const both = await run("check", other);
  expect(both).toMatchObject({ exitCode: 3, stdout: "" });
  const message = 'r/a.yaml and r/c.yaml both make the RayCluster "train" in the namespace "ml".';
  expect(both.stderr).toContain(message);
  const patched = { ...project, "p.yaml": "namespace: ml\nname_prefix: a-\n" };
  const fine = await run("build", { ...patched, "r/b.yaml": OTHER_REQUEST });
  expect(fine.files[memory]?.split("\n")).toHaveLength(3);
  // Both outputs are remembered; only the names tell.
  const renamed = await run("build", { ...fine.files, "r/b.yaml": REQUEST });
  expect(renamed.exitCode).toBe(3);
});

test("a memory that is broken, another program's or none at all changes nothing", async () => {
  for (const text of ["", "x\n", lines.replace("/ml/", "/"), "\u0000", "a".repeat(100_000)]) {
    expect(await run("check", { ...built.files, [memory]: text })).toMatchObject({ exitCode: 0 });
  }
  const other = await run("check", built.files, "2");
  expect(other).toMatchObject({ exitCode: 0, stderr: "1 equal\n" });
  expect(other.files[memory]).not.toBe(lines);
  const source = await run("build", project, "");
  expect(Object.keys(source.files)).toContain("out/a.yaml");
  const blocked = await run("build", { ...project, cache: "a file\n" });
  expect(blocked).toMatchObject({ exitCode: 0, stderr: "1 written\n" });
});

test("warnings are told every time", async () => {
  const first = await run("build", { ...project, "r/a.yaml": WARNED_REQUEST });
  const second = await run("check", first.files);
  expect(second.stderr).toContain("warning fractional-cpu");
});
