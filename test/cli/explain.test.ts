import { expect, test } from "vitest";
import { INVALID_REQUEST, OTHER_REQUEST, REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const SCALED = `# the second
name: scaled
image: registry.example.com/train:1.2
ray_version: "2.46.0"
config:
  head_node: {cpu: 4, memory_gb: 16}
  scaling_groups:
    - {name: big, worker_nodes: {cpu: 8, memory_gb: 32}, min_workers: 1, max_workers: 1}
`;
const files = {
  "all.yaml": `${REQUEST}---\n${SCALED}---\n${OTHER_REQUEST}`,
  "one.yaml": REQUEST,
  "odd:7": OTHER_REQUEST,
  "broken.yaml": `${REQUEST}---\n${INVALID_REQUEST}`,
};
const explain = (operand: string, at: string, ...more: readonly string[]) =>
  runCommandLine(["explain", operand, "--at", at, ...more], { files });

test.each<[string, string, string]>([
  ["one.yaml", "metadata.name", '"train"\n  from the request\'s name (one.yaml:1:7)\n'],
  ["one.yaml:3", "metadata.name", '"train"\n  from the request\'s name (one.yaml:1:7)\n'],
  ["all.yaml:6", "metadata.name", '"train"\n  from the request\'s name (all.yaml:1:7)\n'],
  ["all.yaml:9", "metadata.name", '"scaled"\n  from the request\'s name (all.yaml:9:7)\n'],
  ["all.yaml:15:4", "metadata.name", '"scaled"\n  from the request\'s name (all.yaml:9:7)\n'],
  ["all.yaml:18", "metadata.name", '"serve"\n  from the request\'s name (all.yaml:17:7)\n'],
  ["odd:7", "metadata.name", '"serve"\n  from the request\'s name (odd:7:1:7)\n'],
  ["odd:7:1", "metadata.name", '"serve"\n  from the request\'s name (odd:7:1:7)\n'],
  ["broken.yaml:2", "metadata.name", '"train"\n'],
  // The only request with such a group.
  ["all.yaml", "spec.workerGroupSpecs[big].groupName", "all.yaml:15:14)\n"],
])("explain %s --at %s", async (operand, at, text) => {
  const outcome = await explain(operand, at);
  expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
  expect(outcome.stdout).toContain(text);
});

test.each<[string, string, string]>([
  [
    "all.yaml",
    "spec.rayVersion",
    "3 requests of all.yaml have this place; name one by its line: all.yaml:1, all.yaml:9, all.yaml:17.",
  ],
  [
    "all.yaml",
    "spec.nope",
    "The manifest has no spec.nope. The same goes for each of the 3 requests.",
  ],
  ["all.yaml:2", "spec.workerGroupSpecs[big]", "big"],
  ["all.yaml:99", "spec", "all.yaml has 22 lines, so there is no line 99."],
  ["all.yaml:0", "spec", "all.yaml has 22 lines, so there is no line 0."],
  ["gone.yaml:3", "spec", "gone.yaml: the file does not exist"],
])("explain %s --at %s is refused", async (operand, at, message) => {
  const outcome = await explain(operand, at);
  expect(outcome).toMatchObject({ exitCode: 2, stdout: "" });
  expect(outcome.stderr).toContain(message);
});

test("a request of standard input is named by its line as well", async () => {
  const from = (operand: string) =>
    runCommandLine(["explain", operand, "--at", "metadata.name"], { stdin: files["all.yaml"] });
  expect((await from("-")).stderr).toContain(
    "3 requests of <stdin> have this place; name one by its line: -:1, -:9, -:17.",
  );
  expect(await from("-:10")).toMatchObject({
    exitCode: 0,
    stdout: 'metadata.name = "scaled"\n  from the request\'s name (<stdin>:9:7)\n',
  });
  expect((await from("-:")).stderr).toContain("there is no flag -:.");
  expect((await from("-:99")).stderr).toContain("<stdin> has 22 lines, so there is no line 99.");
});

test("what is wrong with a request that may have the place is told", async () => {
  const outcome = await explain("broken.yaml", "spec.rayVersion", "--format", "json");
  expect(outcome).toMatchObject({ exitCode: 3, stdout: "" });
  expect(JSON.parse(outcome.stderr)).toMatchObject({
    diagnostics: [{ code: "invalid-name", range: { start: { line: 8, column: 7 } } }],
  });
});
