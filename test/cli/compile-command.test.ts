import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import {
  INVALID_REQUEST,
  INVALID_SETTINGS,
  OTHER_REQUEST,
  REQUEST,
  WARNED_REQUEST,
  WARNED_SETTINGS,
} from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const folder = "fixtures/valid/documented-deployment";
const documented = {
  "request.yaml": readFileSync(`${folder}/request.yaml`, "utf8"),
  "settings.yaml": readFileSync(`${folder}/settings.yaml`, "utf8"),
};

test("the documented deployment is printed", async () => {
  const argv = ["compile", "request.yaml", "--settings", "settings.yaml"];
  const { exitCode, stdout, files } = await runCommandLine(argv, { files: documented });
  expect(exitCode).toBe(0);
  expect(parse(stdout)).toMatchObject({
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: "train-resnet", namespace: "ml" },
  });
  expect(files).toEqual(documented);
});

test("several requests are printed as documents, in the order given", async () => {
  const files = { "b.yaml": REQUEST, "a.yaml": OTHER_REQUEST };
  const { exitCode, stdout, stderr } = await runCommandLine(["compile", "b.yaml", "a.yaml"], {
    files,
  });
  const names = parseAllDocuments(stdout).map((document) => document.getIn(["metadata", "name"]));
  expect([exitCode, stderr, names]).toEqual([0, "", ["train", "serve"]]);
  expect(stdout.match(/^---$/gm)).toHaveLength(1);
});

test("--json prints an object for one request, indented by two spaces", async () => {
  const argv = ["compile", "a.yaml", "--json"];
  const { stdout } = await runCommandLine(argv, { files: { "a.yaml": REQUEST } });
  const yaml = await runCommandLine(["compile", "a.yaml"], { files: { "a.yaml": REQUEST } });
  expect(JSON.parse(stdout)).toEqual(parse(yaml.stdout));
  expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
});

test("--json prints a list for several requests", async () => {
  const files = { "a.yaml": REQUEST, "b.yaml": OTHER_REQUEST };
  const { stdout } = await runCommandLine(["compile", "a.yaml", "b.yaml", "--json"], { files });
  const manifests: readonly { metadata: { name: string } }[] = JSON.parse(stdout);
  expect(manifests.map(({ metadata }) => metadata.name)).toEqual(["train", "serve"]);
});

test("flags replace fields of the request and of the settings", async () => {
  const flags = [
    ["--name", "night-run"],
    ["--namespace", "batch"],
    ["--image", "registry.example.com/train:7"],
    ["--ray-version", "2.47.1"],
    ["--kuberay-version", "0.6.0"],
  ].flat();
  const { exitCode, stdout } = await runCommandLine(
    ["compile", "a.yaml", ...flags, "-s", "s.yaml"],
    {
      files: { "a.yaml": REQUEST, "s.yaml": 'kuberay_version: "1.3.2"\n' },
    },
  );
  expect(exitCode).toBe(0);
  expect(parse(stdout)).toMatchObject({
    apiVersion: "ray.io/v1alpha1",
    metadata: { name: "night-run", namespace: "batch" },
    spec: { rayVersion: "2.47.1" },
  });
  expect(stdout).toContain("image: registry.example.com/train:7");
});

test("a mistake in a replaced field has its place in the flag", async () => {
  const { exitCode, stderr } = await runCommandLine(["compile", "a.yaml", "--name", "Night"], {
    files: { "a.yaml": REQUEST },
  });
  expect(exitCode).toBe(3);
  expect(stderr).toContain("<--name>:1:1 error invalid-name at name\n");
  expect(stderr).not.toContain("a.yaml");
});

test("warnings are told and do no harm", async () => {
  const { exitCode, stdout, stderr } = await runCommandLine(["compile", "a.yaml"], {
    files: { "a.yaml": WARNED_REQUEST },
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("kind: RayCluster");
  expect(stderr).toMatch(/^a\.yaml:6:22 warning fractional-cpu at config\.node_config\.cpu\n/);
});

test("--strict makes errors of warnings", async () => {
  const { exitCode, stdout, stderr } = await runCommandLine(["compile", "a.yaml", "--strict"], {
    files: { "a.yaml": WARNED_REQUEST },
  });
  expect([exitCode, stdout]).toEqual([3, ""]);
  expect(stderr).toMatch(/^a\.yaml:6:22 error fractional-cpu /);
  expect(stderr).toMatch(/\n1 error; nothing was compiled\.\n$/);
});

test("--quiet leaves warnings out", async () => {
  const { exitCode, stdout, stderr } = await runCommandLine(["compile", "a.yaml", "--quiet"], {
    files: { "a.yaml": WARNED_REQUEST },
  });
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("kind: RayCluster");
});

test("--quiet reports errors", async () => {
  const { exitCode, stderr } = await runCommandLine(["compile", "-", "-q", "-s", "s.yaml"], {
    files: { "s.yaml": WARNED_SETTINGS },
    stdin: INVALID_REQUEST,
  });
  expect(exitCode).toBe(3);
  expect(stderr).toContain("<stdin>:1:7 error invalid-name at name\n");
  expect(stderr).not.toContain("warning");
});

test("--quiet --strict reports what were warnings", async () => {
  const { exitCode, stderr } = await runCommandLine(["compile", "-", "-q", "--strict"], {
    stdin: WARNED_REQUEST,
  });
  expect(exitCode).toBe(3);
  expect(stderr).toContain("error fractional-cpu");
});

test("all requests' mistakes are reported, the settings' last and once", async () => {
  const { exitCode, stdout, stderr } = await runCommandLine(
    ["compile", "a.yaml", "b.yaml", "c.yaml", "--settings", "s.yaml"],
    {
      files: {
        "a.yaml": INVALID_REQUEST,
        "b.yaml": REQUEST,
        "c.yaml": WARNED_REQUEST,
        "s.yaml": `${INVALID_SETTINGS}${WARNED_SETTINGS}`,
      },
    },
  );
  expect([exitCode, stdout]).toEqual([3, ""]);
  expect(stderr.match(/^\S+ (error|warning) \S+/gm)).toEqual([
    "a.yaml:1:7 error invalid-name",
    "c.yaml:6:22 warning fractional-cpu",
    "s.yaml:1:7 error unknown-field",
    "s.yaml:2:20 warning ray-management-off",
  ]);
  expect(stderr).toMatch(/\n2 errors and 2 warnings; nothing was compiled\.\n$/);
});

test("nothing is written if any request is invalid", async () => {
  const files = { "a.yaml": REQUEST, "b.yaml": INVALID_REQUEST };
  for (const flags of [
    ["-o", "out.yaml"],
    ["--output-dir", "out"],
  ]) {
    const outcome = await runCommandLine(["compile", "a.yaml", "b.yaml", ...flags], { files });
    expect([outcome.exitCode, outcome.files]).toEqual([3, files]);
  }
});

test("settings come from standard input", async () => {
  const { exitCode, stdout } = await runCommandLine(["compile", "a.yaml", "--settings", "-"], {
    files: { "a.yaml": REQUEST },
    stdin: 'kuberay_version: "0.6.0"\n',
  });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^apiVersion: ray\.io\/v1alpha1\n/);
});

test("the operands behind -- are files, whatever they look like", async () => {
  const { exitCode, stdout } = await runCommandLine(["compile", "--json", "--", "--help"], {
    files: { "--help": REQUEST },
  });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ metadata: { name: "train" } });
});

test.each([
  [[], "a request is missing: a file, or -."],
  [["a.yaml", ""], "the name of a file is empty."],
  [["a.yaml", "--settings="], "the name of a file is empty."],
  [["a.yaml", "-o", ""], "the name of an output is empty."],
  [["a.yaml", "--output-dir", ""], "the name of an output is empty."],
  [["-", "-"], "standard input can be read only once, but - is given twice."],
  [["-", "--settings", "-"], "standard input can be read only once, but - is given twice."],
  [
    ["a.yaml", "b.yaml", "--name", "x"],
    "--name is for one request: two clusters cannot have the same name.",
  ],
  [["a.yaml", "-o", "x", "--output-dir", "y"], "--output and --output-dir exclude each other."],
  [["a.yaml", "--color", "--no-color"], "--color and --no-color exclude each other."],
  [["a.yaml", "-o", "out/"], "out/ is a folder; use --output-dir for folders."],
])("compile %j is refused", async (rest, message) => {
  const { exitCode, stdout, stderr, files } = await runCommandLine(["compile", ...rest]);
  expect({ exitCode, stdout, files }).toEqual({ exitCode: 2, stdout: "", files: {} });
  expect(stderr).toBe(`raycluster: ${message}\nTry raycluster compile --help for more.\n`);
});
