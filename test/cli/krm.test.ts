import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseDocument, stringify } from "yaml";
import { isThorough } from "../property-runs.ts";
import {
  asFunctionConfig,
  HARD_ITEMS,
  LOCAL,
  requestItem,
  resourceList,
  TOOL_ANNOTATIONS,
} from "./resource-lists.ts";
import type { Surroundings } from "./run-command-line.ts";
import { runCommandLine } from "./run-command-line.ts";

async function krm(stdin: string, argv: readonly string[] = [], surroundings: Surroundings = {}) {
  const outcome = await runCommandLine(["krm", ...argv], { ...surroundings, stdin });
  return { ...outcome, list: outcome.stdout === "" ? undefined : read(outcome.stdout) };
}

/** As kustomize reads it: one document. Keys may stand twice in items that are not ours. */
function read(text: string) {
  return parse(text, { uniqueKeys: false, logLevel: "silent" });
}

/** Each item in short: kind and name. */
function shortItems(list: { readonly items: readonly unknown[] }): readonly unknown[] {
  return list.items.map((item) => {
    const { kind, metadata } = Object(item);
    return metadata?.name === undefined ? kind : `${kind} ${metadata.name}`;
  });
}

const CONFIG_MAP = "- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: other\n";
const SETTINGS = `functionConfig:
  apiVersion: raycluster.dev/v1alpha1
  kind: RayClusterSettings
  metadata:
    name: settings
  spec:
    settings:
      kuberay_version: "0.6.0"
`;

test("as a generator, the manifest follows the functionConfig, which stays as it is", async () => {
  const item = requestItem("train", [LOCAL, ...TOOL_ANNOTATIONS]);
  const stdin = resourceList(item, asFunctionConfig(requestItem("train", [LOCAL])));
  const { exitCode, stdout, stderr, list } = await krm(stdin);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(shortItems(list)).toEqual(["RayClusterRequest train", "RayCluster train"]);
  expect(Object.keys(list)).toEqual(["apiVersion", "kind", "items", "functionConfig"]);
  expect(stdout.startsWith(resourceList(item))).toBe(true);
  expect(stdout.endsWith(asFunctionConfig(requestItem("train", [LOCAL])))).toBe(true);
});

test("a functionConfig that is not among the items is compiled, too", async () => {
  const { list } = await krm(resourceList(CONFIG_MAP, asFunctionConfig(requestItem("train"))));
  expect(shortItems(list)).toEqual(["ConfigMap other", "RayCluster train"]);
});

test("as a transformer, manifests take the places of requests, and other items stay", async () => {
  const stdin = resourceList(
    `${CONFIG_MAP}${requestItem("train")}${CONFIG_MAP}${requestItem("serve")}`,
    SETTINGS,
  );
  const { exitCode, list } = await krm(stdin);
  expect(exitCode).toBe(0);
  expect(shortItems(list)).toEqual([
    "ConfigMap other",
    "RayCluster train",
    "ConfigMap other",
    "RayCluster serve",
  ]);
  expect(list.items[1].apiVersion).toBe("ray.io/v1alpha1");
});

test("a request that is for tools only stays, and its manifest comes last", async () => {
  const { list } = await krm(resourceList(requestItem("train", [LOCAL]) + CONFIG_MAP));
  expect(shortItems(list)).toEqual([
    "RayClusterRequest train",
    "ConfigMap other",
    "RayCluster train",
  ]);
});

test("the manifest is the one that raycluster compile prints", async () => {
  const request = `name: train\nnamespace: ml\nlabels: {a: "1"}\nimage: a:1\nray_version: "2.46.0"
config: {n_nodes: 2, node_config: {cpu: 4, memory_gb: 16}}\n`;
  const compiled = await runCommandLine(["compile", "-"], { stdin: request });
  const item = {
    apiVersion: "raycluster.dev/v1alpha1",
    kind: "RayClusterRequest",
    metadata: { name: "other", namespace: "other" },
    spec: { request: parse(request) },
  };
  const { list } = await krm(resourceList(stringify([item])));
  expect(list.items).toEqual([parse(compiled.stdout)]);
});

test("name and namespace are those of the metadata where the request has none", async () => {
  const { list } = await krm(
    resourceList(requestItem("train\n    namespace: ml\n    labels: {not: ours}")),
  );
  expect(list.items[0].metadata).toEqual({ name: "train", namespace: "ml" });
});

test.each([
  ["--settings", "", ["--settings", "values.yaml"], "ray.io/v1alpha1"],
  ["the functionConfig's", SETTINGS.replace("0.6.0", "1.4.2"), ["-s", "values.yaml"], "ray.io/v1"],
  ["--kuberay-version", SETTINGS, ["--kuberay-version", "1.4.2"], "ray.io/v1"],
])("the settings are %s", async (_which, functionConfig, argv, apiVersion) => {
  const { list } = await krm(resourceList(requestItem("train"), functionConfig), argv, {
    files: { "values.yaml": 'kuberay_version: "0.6.0"\n' },
  });
  expect(list.items[0].apiVersion).toBe(apiVersion);
});

test("the settings of a request come before all others", async () => {
  const own = `${requestItem("train")}    settings: {kuberay_version: "1.4.2"}\n`;
  const { list } = await krm(resourceList(own + requestItem("serve"), SETTINGS));
  expect(list.items.map(({ apiVersion }: { apiVersion: string }) => apiVersion)).toEqual([
    "ray.io/v1",
    "ray.io/v1alpha1",
  ]);
});

test("v1beta1 is read and stays v1beta1", async () => {
  const { exitCode, list } = await krm(resourceList(requestItem("train"), "", "v1beta1"));
  expect([exitCode, list.apiVersion]).toEqual([0, "config.kubernetes.io/v1beta1"]);
  expect(shortItems(list)).toEqual(["RayCluster train"]);
});

test.each([
  ["no items", "kind: ResourceList\napiVersion: config.kubernetes.io/v1\n"],
  ["empty items", "kind: ResourceList\nitems: [] # none\napiVersion: config.kubernetes.io/v1\n"],
  ["items that are null", "items:\nkind: ResourceList\napiVersion: config.kubernetes.io/v1\n"],
  [
    "a ConfigMap without data",
    resourceList("", "  []\nfunctionConfig: {apiVersion: v1, kind: ConfigMap, data: {}}\n"),
  ],
  ["no line break at the end", '{"kind": "ResourceList", "apiVersion": "config.kubernetes.io/v1"}'],
])("%s: nothing comes of it", async (_what, stdin) => {
  const { exitCode, list } = await krm(stdin);
  expect(exitCode).toBe(0);
  expect(list).toMatchObject({ kind: "ResourceList", items: [] });
});

test.each([
  ["kind: ResourceList\napiVersion: config.kubernetes.io/v1\n"],
  ["items: []\nkind: ResourceList\napiVersion: config.kubernetes.io/v1\n"],
  ['{"kind": "ResourceList", "items": [ ], "apiVersion": "config.kubernetes.io/v1"}'],
  ["kind: ResourceList\napiVersion: config.kubernetes.io/v1\nitems: null # none\n"],
])("a manifest is put into a list without items: %s", async (stdin) => {
  const functionConfig = parse(asFunctionConfig(requestItem("train"))).functionConfig;
  const { list } = await krm(
    stdin.endsWith("}")
      ? stdin.replace("}", `, "functionConfig": ${JSON.stringify(functionConfig)}}`)
      : stdin + asFunctionConfig(requestItem("train")),
  );
  expect(shortItems(list)).toEqual(["RayCluster train"]);
});

test("JSON stays JSON", async () => {
  const stdin = JSON.stringify(
    parse(
      resourceList(CONFIG_MAP + requestItem("train") + requestItem("serve", [LOCAL]), SETTINGS),
    ),
    null,
    "\t",
  );
  const { exitCode, stdout } = await krm(stdin);
  expect(exitCode).toBe(0);
  expect(shortItems(JSON.parse(stdout))).toEqual([
    "ConfigMap other",
    "RayCluster train",
    "RayClusterRequest serve",
    "RayCluster serve",
  ]);
});

test("a second run gives the same list", async () => {
  const first = await krm(
    resourceList(
      requestItem("train", [LOCAL]) + CONFIG_MAP + requestItem("serve"),
      asFunctionConfig(requestItem("train", [LOCAL])),
    ),
  );
  const second = await krm(first.stdout);
  expect(shortItems(first.list)).toHaveLength(4);
  expect(second.stdout).toBe(first.stdout);
});

test("a manifest made before is replaced where it stands and keeps the annotations of tools", async () => {
  const annotations = [...TOOL_ANNOTATIONS, "note: by hand"];
  const present = requestItem("train", annotations)
    .replace("raycluster.dev/v1alpha1", "ray.io/v1alpha1")
    .replace("RayClusterRequest", "RayCluster");
  const { list } = await krm(resourceList(present + CONFIG_MAP + requestItem("train")));
  expect(shortItems(list)).toEqual(["RayCluster train", "ConfigMap other"]);
  expect(list.items[0].apiVersion).toBe("ray.io/v1");
  expect(list.items[0].metadata.annotations).toEqual(parse(TOOL_ANNOTATIONS.join("\n")));
});

test("a RayCluster of another namespace is another one", async () => {
  const present =
    "- {apiVersion: ray.io/v1, kind: RayCluster, metadata: {name: train, namespace: a}}\n";
  const { list } = await krm(resourceList(present + requestItem("train")));
  expect(shortItems(list)).toEqual(["RayCluster train", "RayCluster train"]);
  expect(list.items[0].spec).toBeUndefined();
});

test("an error leaves the items as they came and says what is wrong and where", async () => {
  const bad = requestItem("train").replace("n_nodes: 2", "n_nodes: 2\n        max_nodes: 1");
  const stdin = resourceList(CONFIG_MAP + bad + requestItem("serve"));
  const { exitCode, stdout, stderr, list } = await krm(stdin);
  expect(exitCode).toBe(3);
  expect(stdout.startsWith(stdin)).toBe(true);
  expect(list.results).toEqual([
    {
      message: expect.stringMatching(/^max_nodes \(1\) is less than n_nodes \(2\)\. [A-Z].*\.$/),
      severity: "error",
      resourceRef: {
        apiVersion: "raycluster.dev/v1alpha1",
        kind: "RayClusterRequest",
        name: "train",
      },
      field: { path: "spec.request.config.max_nodes" },
      tags: { code: "node-bounds" },
    },
  ]);
  expect(stderr).toMatch(
    /^error node-bounds at RayClusterRequest train spec\.request\.config\.max_nodes\n {2}max_nodes /,
  );
});

test("a warning is a result beside the manifest, and an error with --strict", async () => {
  const stdin = resourceList(requestItem("train").replace("cpu: 4", "cpu: 1.5"));
  const lenient = await krm(stdin);
  const strict = await krm(stdin, ["--strict"]);
  expect([lenient.exitCode, strict.exitCode]).toEqual([0, 3]);
  expect(shortItems(lenient.list)).toEqual(["RayCluster train"]);
  expect(shortItems(strict.list)).toEqual(["RayClusterRequest train"]);
  expect(lenient.list.results).toMatchObject([
    { severity: "warning", tags: { code: "fractional-cpu" } },
  ]);
  expect(strict.list.results).toMatchObject([
    { severity: "error", tags: { code: "fractional-cpu" } },
  ]);
});

test("results of the functions before are not ours to pass on", async () => {
  const { list } = await krm(
    resourceList(requestItem("train"), "results:\n- message: old\n  severity: info\n"),
  );
  expect(list.results).toBeUndefined();
});

test.each([
  ["a name of the metadata", requestItem("Train"), "", "metadata.name", "invalid-name"],
  [
    "a name of the request",
    requestItem("a").replace("image:", "name: B\n      image:"),
    "",
    "spec.request.name",
    "invalid-name",
  ],
  ["a number for a name", requestItem("12"), "", "metadata.name", "wrong-type"],
  ["no name", requestItem("null"), "", "spec.request.name", "missing-field"],
  [
    "an unknown field",
    requestItem("a").replace("config:", "confg:"),
    "",
    "spec.request.confg",
    "unknown-field",
  ],
  ["no spec", requestItem("a").replace(/ {2}spec:[\s\S]*/, ""), "", "spec", "missing-field"],
  [
    "a spec that is a list",
    requestItem("a").replace(/spec:[\s\S]*/, "spec: []\n"),
    "",
    "spec",
    "wrong-type",
  ],
  [
    "no request",
    requestItem("a").replace(/spec:[\s\S]*/, "spec: {}\n"),
    "",
    "spec.request",
    "missing-field",
  ],
  [
    "a request without a level",
    requestItem("a").replace("    request:", "    image:"),
    "",
    "spec.image",
    "unknown-field",
  ],
  [
    "an unknown key of the resource",
    requestItem("a").replace("  spec:", "  speck: 1\n  spec:"),
    "",
    "speck",
    "unknown-field",
  ],
  [
    "settings of the request",
    `${requestItem("a")}    settings: {ray: {gpus: 1}}\n`,
    "",
    "spec.settings.ray.gpus",
    "unknown-field",
  ],
  [
    "settings of the function",
    requestItem("a"),
    SETTINGS.replace('"0.6.0"', "6"),
    "spec.settings.kuberay_version",
    "wrong-type",
  ],
  [
    "a misspelt kind",
    requestItem("a").replace("RayClusterRequest", "RayClusterReqest"),
    "",
    "kind",
    "wrong-type",
  ],
  ["another version", requestItem("a").replace("v1alpha1", "v2"), "", "apiVersion", "wrong-type"],
  [
    "another functionConfig",
    requestItem("a"),
    "functionConfig: {apiVersion: v1, kind: ConfigMap, data: {a: b}}\n",
    "apiVersion",
    "wrong-type",
  ],
  [
    "a tag",
    requestItem("a").replace("n_nodes: 2", "n_nodes: !!int 2"),
    "",
    "spec.request.config.n_nodes",
    "unsupported-yaml",
  ],
  [
    "a key that stands twice",
    requestItem("a").replace("n_nodes: 2", "n_nodes: 2\n        n_nodes: 3"),
    "",
    "spec.request.config.n_nodes",
    "duplicate-key",
  ],
])("%s is reported at its place", async (_what, items, rest, path, code) => {
  const stdin = resourceList(items, rest);
  const { exitCode, stdout, list } = await krm(stdin);
  expect(exitCode).toBe(3);
  expect(list.results).toContainEqual(
    expect.objectContaining({ field: { path }, tags: { code }, severity: "error" }),
  );
  expect(stdout.startsWith(stdin)).toBe(true);
});

test("settings of a file are reported with the file", async () => {
  const { list } = await krm(resourceList(requestItem("a") + requestItem("b")), ["-s", "v.yaml"], {
    files: { "v.yaml": "ray: {gpus: 1}\n" },
  });
  expect(list.results).toMatchObject([
    { file: { path: "v.yaml" }, field: { path: "ray.gpus" }, tags: { code: "unknown-field" } },
  ]);
});

test("two requests for one cluster are an error", async () => {
  const twice = requestItem("a") + requestItem("b").replace("image:", "name: a\n      image:");
  const { exitCode, list } = await krm(resourceList(twice));
  expect(exitCode).toBe(3);
  expect(list.results).toMatchObject([{ resourceRef: { name: "b" } }]);
});

test("settings among the items are not silently passed over", async () => {
  const item = SETTINGS.replace("functionConfig:\n  ", "- ");
  const { exitCode, list } = await krm(resourceList(item + requestItem("train")));
  expect(exitCode).toBe(0);
  expect(list.results).toMatchObject([
    { severity: "warning", resourceRef: { kind: "RayClusterSettings" } },
  ]);
});

test.each([
  ["nothing", ""],
  ["prose", "Hello, world!\n"],
  ["a list", "- a\n"],
  ["another kind", "apiVersion: config.kubernetes.io/v1\nkind: List\nitems: []\n"],
  ["another version", "apiVersion: config.kubernetes.io/v2\nkind: ResourceList\nitems: []\n"],
  [
    "items that are an object",
    "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: {}\n",
  ],
  ["items that stand twice", resourceList("- a\n", "items: []\n")],
  ["two documents", `${resourceList("- a\n")}---\na: 1\n`],
  ["a directive", `%YAML 1.1\n---\n${resourceList("- a\n")}`],
  ["broken YAML", resourceList("- a: [\n")],
  ["a control character", resourceList("- a\u0001\n")],
  ["a functionConfig of text", resourceList("- a\n", "functionConfig: a\n")],
  ["10,000 levels", resourceList(`- ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`)],
  ["keys with question marks", "? kind\n: ResourceList\n? apiVersion\n: config.kubernetes.io/v1\n"],
])("%s: a valid ResourceList says so", async (_what, stdin) => {
  const { exitCode, list, stderr } = await krm(stdin);
  expect(exitCode).toBe(3);
  expect(list).toMatchObject({
    apiVersion: "config.kubernetes.io/v1",
    kind: "ResourceList",
    items: [],
  });
  expect(list.results.length).toBeGreaterThan(0);
  for (const { message } of list.results) expect(message).toMatch(/^[A-Z].*\.$/);
  expect(stderr).toMatch(/^error /);
});

test.each([
  ["tabs", "\\t"],
  ["no-break spaces", "\\u00a0"],
  ["quotation marks", '\\"'],
  ["characters beyond 16 bits", "\\U0001F600"],
])(
  "an annotation of tools whose key is too long as printed, of %s, is left out",
  async (_what, written) => {
    const key = `"config.kubernetes.io/${written.repeat(700)}"`;
    const present = `- apiVersion: ray.io/v1
  kind: RayCluster
  metadata:
    name: train
    annotations: {${key}: "1", config.kubernetes.io/index: "7"}
`;
    const { exitCode, list, stderr } = await krm(resourceList(requestItem("train") + present));
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(list.items).toHaveLength(1);
    expect(list.items[0].metadata.annotations).toEqual({ "config.kubernetes.io/index": "7" });
  },
);

test.each([
  [
    "a bracket that is never closed",
    "- a: [\n  b: 1\n",
    "Line 4, column 6: The bracket that opens",
  ],
  ["a quote that is never closed", '- a: "b\n', "Line 4, column 6: The quote that starts here"],
  ["indentation", "- a: 1\n   b: 2\n", "Line 5, column 4: Line 5 is indented deeper than line 4"],
])("%s is pointed at as in other texts", async (_what, item, message) => {
  const { exitCode, list } = await krm(resourceList(item));
  expect(exitCode).toBe(3);
  expect(list.results[0].message).toContain(message);
});

test("an alias in a request stands for what another item anchors", async () => {
  const other = "- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n  data: {n: &n 2}\n";
  const aliased = requestItem("train").replace("n_nodes: 2", "n_nodes: *n");
  const { exitCode, list } = await krm(resourceList(other + aliased));
  expect(exitCode).toBe(0);
  expect(list.items[1].spec.workerGroupSpecs[0].replicas).toBe(1);
});

test("a word in a request that others take for a boolean is a warning", async () => {
  const labelled = requestItem("train").replace(
    "      image:",
    "      labels: {a: on}\n      image:",
  );
  const { exitCode, list } = await krm(resourceList(labelled));
  expect(exitCode).toBe(0);
  expect(list.items[0].metadata.labels.a).toBe("on");
  expect(list.results).toMatchObject([
    {
      severity: "warning",
      tags: { code: "surprising-yaml" },
      field: { path: "spec.request.labels.a" },
    },
  ]);
});

// Taken from runs of kyaml 0.19, which is kustomize's reader.
test.each([
  ["an octal number", "010", "8"],
  ["an octal number of YAML 1.2", "0o10", "8"],
  ["an underscore", "1_0", "10"],
  ["another base", "0b1000", "8"],
  ["a zero before it", "08", "8"],
])("%s in a request is the number that kustomize reads", async (_what, source, cpus) => {
  const item = requestItem("train").replace("cpu: 4", `cpu: ${source}`);
  const { exitCode, list } = await krm(resourceList(item));
  expect(exitCode).toBe(0);
  const [container] = list.items[0].spec.headGroupSpec.template.spec.containers;
  expect(container.resources.limits.cpu).toBe(cpus);
});

test("a number that YAML 1.2 takes for another one is a warning that says how it is read", async () => {
  const item = requestItem("train").replace("cpu: 4", "cpu: 010");
  const { list } = await krm(resourceList(item));
  expect(list.results).toMatchObject([
    {
      message:
        '010 is read as the number 8. Quote it to keep it a string: "010", or write 8 if you mean that.',
      tags: { code: "surprising-yaml" },
    },
  ]);
});

test("what Go's readers take for booleans is text in settings of a request, as to kustomize", async () => {
  const item = `${requestItem("train")}    settings: {ray: {non_gpu_labels: {a: yes, y: "1"}}}\n`;
  const { exitCode, list } = await krm(resourceList(item));
  expect(exitCode).toBe(0);
  const { labels } = list.items[0].spec.headGroupSpec.template.metadata;
  expect(labels).toMatchObject({ a: "yes", y: "1" });
});

test.each([
  ["krm takes no operands.", ["file.yaml"]],
  ["standard input is the ResourceList, so --settings must be a file.", ["-s", "-"]],
  ["cannot read v.yaml: the file does not exist.", ["-s", "v.yaml"]],
])("%s", async (message, argv) => {
  const { exitCode, stdout, stderr } = await krm(resourceList(""), argv);
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`raycluster: ${message}\n`);
});

test.each(HARD_ITEMS)("an item passes letter for letter: %j", async (item) => {
  const { exitCode, stdout } = await krm(resourceList(item + requestItem("train") + item));
  expect(exitCode).toBe(0);
  const [head, rest = ""] = stdout.split("- apiVersion: ray.io/v1\n");
  expect(head).toBe(resourceList(item));
  expect(rest.endsWith(`emptyDir: {}\n${item}`)).toBe(true);
});

test("an added manifest stands behind what passes letter for letter", async () => {
  const functionConfig = asFunctionConfig(requestItem("train"));
  for (const item of HARD_ITEMS) {
    const { stdout } = await krm(resourceList(item, functionConfig));
    expect(stdout.startsWith(resourceList(`${item}- apiVersion: ray.io/v1\n`))).toBe(true);
    expect(stdout.endsWith(`emptyDir: {}\n${functionConfig}`)).toBe(true);
  }
});

test("comments around an item that is replaced stay", async () => {
  const stdin = resourceList(
    `# first\n${CONFIG_MAP}  # its end\n# about train\n${requestItem("train")}# about other\n${CONFIG_MAP}`,
    "# end\n",
  );
  const { stdout } = await krm(stdin);
  expect(stdout).toContain(`  # its end\n# about train\n- apiVersion: ray.io/v1\n`);
  expect(stdout).toContain(`\n# about other\n${CONFIG_MAP}# end\n`);
});

test("marks of documents around the list are left out, and comments stay", async () => {
  const list = resourceList(requestItem("train"));
  const { stdout: plain } = await krm(list);
  const block = await krm(`# before\n---\n${list}# behind\n...\n# and after\n---\n`);
  const flow = await krm(`--- ${JSON.stringify(parse(list))} # behind\n...\n`);
  expect(block.stdout).toBe(`# before\n${plain}# behind\n# and after\n`);
  expect(flow.stdout).toMatch(/^\{.*\} # behind\n$/);
});

test("Windows line ends pass", async () => {
  const stdin = resourceList(CONFIG_MAP + requestItem("train")).replaceAll("\n", "\r\n");
  const { exitCode, stdout, list } = await krm(stdin);
  expect(exitCode).toBe(0);
  expect(stdout.startsWith(resourceList(CONFIG_MAP).replaceAll("\n", "\r\n"))).toBe(true);
  expect(shortItems(list)).toEqual(["ConfigMap other", "RayCluster train"]);
});

test("a name of text that no file can carry is shown escaped", async () => {
  const { exitCode, stdout, list } = await krm(
    resourceList(requestItem('"a\\0\\u202e\\ud800::error::x"')),
  );
  expect(exitCode).toBe(3);
  expect(list.results[0].resourceRef.name).toBe("a\\u0000\\u202e\\ud800::error::x");
  expect(stdout.split("results:")[1]).toMatch(/^[\n -~]*$/);
});

test("tool annotations that no file can carry stop nothing", async () => {
  const present = `- {apiVersion: ray.io/v1, kind: RayCluster, metadata: {name: train, annotations: {"config.k8s.io/id": "\\ud800"}}}\n`;
  const { exitCode, list } = await krm(resourceList(present + requestItem("train")));
  expect(exitCode).toBe(0);
  expect(list.items[0].metadata).toEqual({ name: "train" });
});

const MANY = isThorough ? 1_900 : 400;

test("hundreds of items and many requests", async () => {
  const requests = Array.from({ length: isThorough ? 100 : 30 }, (_, index) =>
    requestItem(`train-${index}`),
  );
  const { exitCode, list } = await krm(resourceList(CONFIG_MAP.repeat(MANY) + requests.join("")));
  expect(exitCode).toBe(0);
  expect(shortItems(list).slice(MANY - 1, MANY + 2)).toEqual([
    "ConfigMap other",
    "RayCluster train-0",
    "RayCluster train-1",
  ]);
});

const style = fc.constantFrom("any" as const, "flow" as const, "block" as const);

test("whatever the items are and however they are written, all others stay the same", async () => {
  const items = fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(
      items,
      items,
      style,
      fc.boolean(),
      fc.constantFrom(2, 4),
      async (before, after, collectionStyle, indentSeq, indent) => {
        const request = parse(requestItem("train"))[0];
        const data = {
          apiVersion: "config.kubernetes.io/v1",
          items: [...before, request, ...after],
          kind: "ResourceList",
        };
        const text = stringify(data, {
          collectionStyle,
          indentSeq,
          indent,
          aliasDuplicateObjects: false,
        });
        // In block style the package prints some empty collections where YAML does not allow them.
        const document = parseDocument(text);
        fc.pre(document.errors.length === 0);
        const { exitCode, list } = await krm(text);
        expect(exitCode).toBe(0);
        expect(list.items[before.length].kind).toBe("RayCluster");
        expect({ ...list, items: list.items.toSpliced(before.length, 1, request) }).toEqual(
          document.toJS(),
        );
      },
    ),
  );
});

test("any text gives a ResourceList or nothing", async () => {
  const fragment = fc.constantFrom(
    ...HARD_ITEMS,
    requestItem("a"),
    "items:\n",
    SETTINGS,
    "  ",
    "]",
    "\t",
    "'",
    "results: [a]\n",
    "--- \n",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fragment, { maxLength: 8 }), async (parts) => {
      const { exitCode, list } = await krm(resourceList(parts.join("")));
      expect([0, 3]).toContain(exitCode);
      expect(list?.kind).toBe("ResourceList");
    }),
  );
});

test("a request that stands in the spec itself belongs below request", async () => {
  const item = `- apiVersion: raycluster.dev/v1alpha1
  kind: RayClusterRequest
  metadata:
    name: train
  spec:
    image: ray:1
    kuberay_version: "1.4.2"
    reqest: {}
`;
  const { exitCode, list } = await krm(resourceList(item));
  const told = list.results.map((each: { readonly message: string }) => each.message);
  expect([exitCode, told]).toEqual([
    3,
    [
      'There is no field "image" here. Indent it below request.',
      'There is no field "kuberay_version" here. Indent it below settings.',
      'There is no field "reqest" here. Did you mean request?',
    ],
  ]);
});
