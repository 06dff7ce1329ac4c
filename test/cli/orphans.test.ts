import { linkSync, mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { markOf, withMark } from "../../src/cli/io/compiled-mark.ts";
import { OTHER_REQUEST, REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const manifest = (await runCommandLine(["compile", "-"], { stdin: REQUEST })).stdout;
const other = (await runCommandLine(["compile", "-"], { stdin: OTHER_REQUEST })).stdout;
const target = { name: "main", requests: ["requests/*.yaml"], output_dir: "out" };
const project = {
  "raycluster.config.yaml": JSON.stringify({ targets: [target] }),
  "requests/train.yaml": REQUEST,
};
const outFiles = (files: Readonly<Record<string, string>>) =>
  Object.keys(files).filter((path) => path.startsWith("out/"));

test("the mark is one comment with a digest of what follows", () => {
  expect(withMark("a: 1\n")).toBe(
    "# Compiled by raycluster-compiler: change the request, not this file. 37b128c59f1f5097\na: 1\n",
  );
});

test.each([
  ["as it was written", withMark(manifest), "compiled"],
  ["with CRLF", withMark(manifest).replaceAll("\n", "\r\n"), "compiled"],
  ["with a byte order mark", `\ufeff${withMark(manifest)}`, "compiled"],
  ["with another number", withMark(manifest).replace("replicas: 1", "replicas: 2"), "edited"],
  ["with one more line", `${withMark(manifest)}# kept\n`, "edited"],
  ["without its digest", withMark(manifest).replace(/[0-9a-f]{16}\n/, "\n"), "edited"],
  ["under a comment", `# mine\n${withMark(manifest)}`, "none"],
  ["without a mark", manifest, "none"],
  ["of one line", "# Compiled by raycluster-compiler: x", "none"],
  ["without text", "", "none"],
])("a file %s", (_how, text, mark) => {
  expect(markOf(text)).toBe(mark);
});

const foreign = {
  "out/kustomization.yaml": `kind: Kustomization
resources: [train.yaml]
patches:
  - target:
      group: ray.io
      kind: RayCluster
    patch: |-
      - {op: add, path: /metadata/labels/x, value: y}
`,
  "out/application.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
spec:
  ignoreDifferences:
    - {group: ray.io, kind: RayCluster}
`,
  "out/example.yaml": `apiVersion: v1
kind: ConfigMap
data:
  example.yaml: |
    apiVersion: ray.io/v1
    kind: RayCluster
`,
  "out/note.yaml": `# an example:\n"kind": 'RayCluster' , # x\n`,
  "out/secret.yaml": `apiVersion: v1\nkind: Secret\n---\n${manifest}`,
  "out/broken.yaml": `${manifest}  - [\n`,
  "out/other-group.yaml": "apiVersion: example.com/v1\nkind: RayCluster\n",
  "out/list.yaml": "apiVersion: v1\nkind: List\nitems:\n  - kind: RayCluster\n",
  "out/empty.yaml": "",
  "out/blank.yaml": `${"\n".repeat(80_000)}kind: x RayCluster\n`,
  "out/note.txt": withMark(manifest),
  "out/hidden/.old.yaml": withMark(manifest),
  "out/below/old.yaml": manifest,
  "out/node_modules/old.yaml": withMark(manifest),
};
// Even with a mark, which somebody may have copied: what is something else is not removed.
const copied = {
  "out/marked-secret.yaml": withMark(foreign["out/secret.yaml"]),
  "out/marked-broken.yaml": withMark(foreign["out/broken.yaml"]),
  "out/marked-map.yaml": withMark(foreign["out/example.yaml"]),
};

test("files of other kinds are no orphans, whatever they say of RayClusters", async () => {
  const files = { ...project, ...foreign, ...copied };
  const built = await runCommandLine(["build", "--prune"], { files });
  expect(built).toMatchObject({ exitCode: 0, stdout: "", stderr: "1 written\n", files });
  const checked = await runCommandLine(["check"], { files: built.files });
  expect(checked).toMatchObject({ exitCode: 0, stdout: "", stderr: "1 equal\n" });
});

test("a RayCluster that the compiler did not write, or that was edited, is named and kept", async () => {
  const files = {
    ...project,
    "out/edited.yaml": `${withMark(other)}# keep this one\n`,
    "out/hand.yaml": other,
    "out/old.yaml": withMark(other),
    "out/train.yaml": withMark(manifest),
  };
  const advice = "Move it to another folder to keep it, or delete it yourself.\n";
  const kept =
    `out/edited.yaml is kept: no request produces it, but it was edited after it was compiled. ${advice}` +
    `out/hand.yaml is kept: no request produces it, and the compiler did not write it. ${advice}`;
  const checked = await runCommandLine(["check"], { files });
  expect(checked).toMatchObject({ exitCode: 1, stderr: `${kept}1 equal, 1 orphaned\n` });
  expect(checked.stdout).toBe(
    "out/old.yaml is an orphan: no request produces it.\n\nTo update:\n  raycluster build --prune\n",
  );
  const built = await runCommandLine(["build", "--prune"], { files });
  expect(built.stderr).toBe(
    `out/old.yaml was an orphan and has been removed.\n${kept}0 written, 1 unchanged, 1 removed\n`,
  );
  expect(outFiles(built.files)).toEqual(["out/edited.yaml", "out/hand.yaml", "out/train.yaml"]);
  const again = await runCommandLine(["check"], { files: built.files });
  expect([again.exitCode, again.stdout]).toEqual([0, ""]);
});

test("a file from before there was a mark is as good, and gets its mark with its next change", async () => {
  const files = { ...project, "out/train.yaml": manifest };
  for (const command of ["build", "check"]) {
    expect(await runCommandLine([command], { files })).toMatchObject({ exitCode: 0, files });
  }
  const changed = { ...files, "requests/train.yaml": REQUEST.replace("train:1.2", "train:1.3") };
  const built = await runCommandLine(["build"], { files: changed });
  expect(markOf(built.files["out/train.yaml"] ?? "")).toBe("compiled");
});

test("links are never removed, nor what they lead to", async () => {
  const outcome = await runCommandLine(["build", "--prune"], {
    files: { ...project, "elsewhere/old.yaml": withMark(other) },
    prepare: (folder) => {
      mkdirSync(join(folder, "out"));
      symlinkSync("../elsewhere/old.yaml", join(folder, "out/link.yaml"));
      symlinkSync("../elsewhere", join(folder, "out/folder.yaml"));
      linkSync(join(folder, "elsewhere/old.yaml"), join(folder, "elsewhere/kept.yaml"));
    },
  });
  expect(outcome).toMatchObject({ exitCode: 0, stderr: "1 written\n" });
  expect(Object.keys(outcome.files)).toContain("elsewhere/old.yaml");
  expect(Object.keys(outcome.files)).toContain("out/link.yaml");
});

test("an output folder behind a link out of the project is written to, and never pruned", async () => {
  const files = {
    "project/raycluster.config.yaml": project["raycluster.config.yaml"],
    "project/requests/train.yaml": REQUEST,
    "shared/old.yaml": withMark(other),
  };
  const argv = ["build", "--prune", "--config", "project/raycluster.config.yaml"];
  const outside = await runCommandLine(argv, {
    files,
    prepare: (folder) => symlinkSync("../shared", join(folder, "project/out")),
  });
  expect(outside.stderr).toBe(
    "project/out/old.yaml is kept: no request produces it, but its folder is a link to outside the project. Delete it yourself.\n1 written\n",
  );
  expect(Object.keys(outside.files)).toContain("shared/old.yaml");
  const inside = await runCommandLine(argv, {
    files,
    prepare: (folder) => {
      renameSync(join(folder, "shared"), join(folder, "project/shared"));
      symlinkSync("shared", join(folder, "project/out"));
    },
  });
  expect(inside.stderr).toBe(
    "project/out/old.yaml was an orphan and has been removed.\n1 written, 1 removed\n",
  );
});

test("a folder beside the project that no link leads to is the project's own", async () => {
  const targets = [{ ...target, output_dir: "../out" }];
  const files = {
    "project/raycluster.config.yaml": JSON.stringify({ targets }),
    "project/requests/train.yaml": REQUEST,
    "out/old.yaml": withMark(other),
  };
  const argv = ["build", "--prune", "--config", "project/raycluster.config.yaml"];
  const { stderr } = await runCommandLine(argv, { files });
  expect(stderr).toBe("out/old.yaml was an orphan and has been removed.\n1 written, 1 removed\n");
});

test("a name that differs in case alone is no orphan: it may be the file that was just written", async () => {
  const files = { ...project, "out/Train.yaml": withMark(manifest) };
  const { exitCode, files: after } = await runCommandLine(["build", "--prune"], { files });
  expect([exitCode, Object.keys(after)]).toEqual([0, expect.arrayContaining(["out/Train.yaml"])]);
});
