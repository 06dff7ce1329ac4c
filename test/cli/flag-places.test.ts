import { expect, test } from "vitest";
import { REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const SCALED = `name: scaled
image: registry.example.com/train:1.2
ray_version: "2.46.0"
config:
  head_node: {cpu: 4, memory_gb: 16}
  scaling_groups:
    - {worker_nodes: {cpu: 8, memory_gb: 32}, min_workers: 1, max_workers: 2}
  autoscaler_config: {cpu: 1, memory_gb: 1}
`;
const files = { "a.yaml": REQUEST, "b.yaml": SCALED };
const compile = (file: string, ...more: readonly string[]) =>
  runCommandLine(["compile", file, ...more], { files });

test.each<[string, readonly string[], string, string]>([
  ["a.yaml", ["--name", "Train"], "<--name>:1:1 error invalid-name at name", "--name"],
  ["a.yaml", ["--namespace", "Ml"], "<--namespace>:1:1 error invalid-namespace", "--namespace"],
  ["a.yaml", ["--image", "A"], "<--image>:1:1 error invalid-image at image", "--image"],
  ["a.yaml", ["--ray-version", "x"], "<--ray-version>:1:1 error invalid-version", "--ray-version"],
  [
    "a.yaml",
    ["--kuberay-version", "9"],
    "<--kuberay-version>:1:1 error invalid-version at kuberay_version",
    "--kuberay-version",
  ],
  [
    "a.yaml",
    ["--set", "config.node_config.cpu=x"],
    "<--set config.node_config.cpu>:1:24 error wrong-type at config.node_config.cpu",
    "--set config.node_config.cpu",
  ],
  // The last flag counts, and only that.
  [
    "a.yaml",
    [
      "--set",
      "config.node_config.cpu=x",
      "--set",
      "config.node_config={cpu: -1}".replace("cpu", '"cpu"'),
    ],
    "<--set config.node_config>:1:20 error",
    "--set config.node_config",
  ],
  [
    "a.yaml",
    ["--set", "config.nope=1"],
    "<--set config.nope>:1:1 error unknown-field at config.nope",
    "--set config.nope",
  ],
  [
    "b.yaml",
    ["--set", "config.scaling_groups[0].min_workers=3"],
    "<--set config.scaling_groups[0].min_workers>:1:38 error worker-bounds",
    "--set config.scaling_groups[0].min_workers",
  ],
  [
    "a.yaml",
    ["--set", 'labels={"a b": "c"}'],
    "<--set labels>:1:8 error invalid-label",
    "--set labels",
  ],
  ["a.yaml", ["--set", 'name="a\nb"'.replace("\n", "\\n")], "<--set name>:1:6 error", "--set name"],
])("compile %s %j: the place is the flag in every format", async (file, flags, place, flag) => {
  const text = await compile(file, ...flags);
  expect(text).toMatchObject({ exitCode: 3, stdout: "" });
  expect(text.stderr).toContain(`${place}`);
  expect(text.stderr).toContain(` It comes from ${flag}.\n`);
  const json = await compile(file, ...flags, "--format", "json");
  const { diagnostics } = JSON.parse(json.stderr);
  expect(diagnostics).toContainEqual(
    expect.objectContaining({
      message: expect.stringContaining(` It comes from ${flag}.`),
      range: expect.objectContaining({ file: `<${flag}>` }),
    }),
  );
  const github = await compile(file, ...flags, "--format", "github");
  const [annotation = ""] = github.stderr.split("\n");
  expect(annotation).toMatch(/^::error title=/);
  expect(annotation).toContain(` It comes from ${flag}.`);
  const sarif = await compile(file, ...flags, "--format", "sarif");
  const { results } = JSON.parse(sarif.stderr).runs[0];
  expect(results).toContainEqual(
    expect.objectContaining({
      locations: [],
      message: { text: expect.stringContaining(` It comes from ${flag}.`) },
    }),
  );
});

test.each([
  ["env.A=1", `--set 'env.A="VALUE"'.`],
  ['labels["example.com/a"]=true', `--set 'labels["example.com/a"]="VALUE"'.`],
  ["ray_version=2.52", `--set 'ray_version="VALUE"'.`],
])("a text that --set %s reads as none is quoted for the shell, too", async (flag, hint) => {
  const { stderr } = await compile("a.yaml", "--set", flag);
  expect(stderr).toContain(`hint: Put the value in quotes that the shell keeps: ${hint}\n`);
});

test("within JSON the shell's quotes are there already", async () => {
  const { stderr } = await compile("a.yaml", "--set", 'labels={"a": 1}');
  expect(stderr).toContain("hint: Put the value in quotes, so that YAML keeps it as a string.");
});

test("the other place of a mistake may be a flag, too", async () => {
  const flags = ["--set", "config.scaling_groups[0].max_workers=0"];
  const { stderr } = await compile("b.yaml", ...flags);
  expect(stderr).toContain(
    "note: max_workers is 0 here (<--set config.scaling_groups[0].max_workers>:1:38)",
  );
  expect(stderr).not.toContain("It comes from");
});

test("what a flag leaves alone has its place in the file", async () => {
  const wrong = { ...files, "a.yaml": REQUEST.replace("cpu: 4", "cpu: x") };
  const { stderr } = await runCommandLine(["compile", "a.yaml", "--name", "other"], {
    files: wrong,
  });
  expect(stderr).toContain("a.yaml:6:22 error wrong-type");
  expect(stderr).not.toContain("--name");
});

test("explain and plan name flags as well", async () => {
  const explained = await runCommandLine(
    ["explain", "a.yaml", "--at", "metadata.name", "--name", "other"],
    { files },
  );
  expect(explained.stdout).toContain("from the request's name (<--name>:1:1)");
  const planned = await runCommandLine(["plan", "a.yaml", "--name", "X"], { files });
  expect(planned.stderr).toContain("<--name>:1:1 error invalid-name");
});
