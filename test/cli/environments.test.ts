import { expect, test } from "vitest";
import { REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const CONFIG = "raycluster.config.yaml";
const yaml = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
const files = {
  [CONFIG]: yaml(
    "defaults:",
    "  requests: ['requests/*.yaml']",
    "  settings: deploy/all.yaml",
    "  patches: patches/all.yaml",
    "  set: {labels.team: vision}",
    "targets:",
    "  - name: staging",
    "    output_dir: staging",
    "  - name: production",
    "    settings: [deploy/production.yaml]",
    "    patches: [patches/production.yaml]",
    "    set: {name_suffix: x}",
    "    output_dir: production",
  ).replace("    set: {name_suffix: x}\n", "    set: {'config.node_config.cpu': 8}\n"),
  "requests/a.yaml": REQUEST,
  "deploy/all.yaml": 'kuberay_version: "1.4.2"\nworker: {service_account: {name: ray}}\n',
  "deploy/production.yaml": "worker: {service_account: {name: production}}\n",
  "patches/all.yaml": "namespace: ml\n",
  "patches/production.yaml": "config: {node_config: {memory_gb: 32}}\n",
};
const built = async (more: Readonly<Record<string, string>> = {}) =>
  runCommandLine(["build"], { files: { ...files, ...more } });

test("a target has the settings, patches and values of the defaults, and its own on top", async () => {
  const outcome = await built();
  expect(outcome).toMatchObject({ exitCode: 0, stderr: "2 written\n" });
  const [staging = "", production = ""] = [
    outcome.files["staging/a.yaml"],
    outcome.files["production/a.yaml"],
  ];
  for (const manifest of [staging, production]) {
    expect(manifest).toContain("  namespace: ml\n");
    expect(manifest).toContain("    team: vision\n");
  }
  expect(staging).toContain('cpu: "4"\n');
  expect(staging).toContain("serviceAccountName: ray\n");
  expect(production).toContain('cpu: "8"\n');
  expect(production).toContain('memory: "32Gi"\n');
  expect(production).toContain("serviceAccountName: production\n");
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  [
    "a patch",
    { "patches/production.yaml": "# x\nimage: A B\n" },
    'patches/production.yaml:2:8 error invalid-image at image\n  The image "A B" is not valid.',
  ],
  [
    "what a patch removes",
    { "patches/production.yaml": "image: null\n" },
    "patches/production.yaml:1:8 error missing-field at image\n",
  ],
  [
    "a value of the project file",
    { [CONFIG]: files[CONFIG].replace("team: vision", "team: a b") },
    `${CONFIG}:5:22 error invalid-label at labels.team\n`,
  ],
  [
    "the settings that win",
    { "deploy/production.yaml": "worker: {service_account: {name: A}}\n" },
    "deploy/production.yaml:1:34 error invalid-service-account at worker.service_account.name\n",
  ],
  [
    "a path that is none",
    { [CONFIG]: files[CONFIG].replace("labels.team", "labels..team") },
    `${CONFIG}:5:9 error invalid-target at defaults.set["labels..team"]\n`,
  ],
])("a mistake in %s points there", async (_title, more, message) => {
  const { exitCode, stderr } = await built(more);
  expect([exitCode, stderr]).toEqual([3, expect.stringContaining(message)]);
});

test("a prefix stands in front of each name, the last one that is given", async () => {
  const prefixed = files[CONFIG]
    .replace("{labels.team: vision}", "{name_prefix: all-}")
    .replace("set: {'config", "set: {name_prefix: live-, 'config");
  const { files: all } = await built({ [CONFIG]: prefixed });
  expect(all["staging/a.yaml"]).toContain("  name: all-train\n");
  expect(all["production/a.yaml"]).toContain("  name: live-train\n");
  expect((await compiled("--set", "name_prefix=x-", "--name", "other")).stdout).toContain(
    "name: other\n",
  );
  expect((await compiled("--patch", "n.yaml")).stdout).toContain("name: dev-train\n");
  const explained = await runCommandLine(
    ["explain", "a.yaml", "--at", "metadata.name", "--patch", "n.yaml"],
    { files: one },
  );
  expect(explained.stdout).toContain("n.yaml:1:14");
});

test.each<[string, string, string]>([
  ["set: {name_prefix: Live-}", "train", `${CONFIG}:5:22 error invalid-name at name\n`],
  ["set: {name_prefix: 7}", "train", `${CONFIG}:5:22 error wrong-type at name_prefix\n`],
  ["set: {name_prefix: a-}", "Train", "requests/a.yaml:1:7 error invalid-name at name\n"],
  [
    "strict: false",
    "t\nname_prefix: a-",
    "requests/a.yaml:2:1 error unknown-field at name_prefix\n",
  ],
])("with %s and the name %j the fault is told where it is", async (set, name, message) => {
  const { stderr } = await built({
    [CONFIG]: files[CONFIG].replace("set: {labels.team: vision}", set),
    "requests/a.yaml": REQUEST.replace("name: train", `name: ${name}`),
  });
  expect(stderr).toContain(message);
});

test.each<[string, string]>([
  ["settings: deploy/all.yaml", 'There is no settings file "nope.yaml".'],
  ["patches: patches/all.yaml", 'There is no patch "nope.yaml".'],
])(
  "a file in place of %j that is not there is told in the project file",
  async (field, message) => {
    const [name = ""] = field.split(":");
    const { exitCode, stderr } = await built({
      [CONFIG]: files[CONFIG].replace(field, `${name}: nope.yaml`),
    });
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining(message)]);
    expect(stderr).toMatch(
      new RegExp(`^${CONFIG}:[34]:1\\d error invalid-target at defaults.${name}\n`),
    );
  },
);

test.each(["image", "namespace", "name_prefix", "config"])(
  "%s beside set is shown the way into it",
  async (field) => {
    const { stderr } = await built({
      [CONFIG]: files[CONFIG].replace(
        "    output_dir: staging",
        `    output_dir: s\n    ${field}: a`,
      ),
    });
    expect(stderr).toContain(`${CONFIG}:9:5 error unknown-field at targets[0].${field}\n`);
    expect(stderr).toContain(`hint: Write it into set, such as set: {${field}: ...}.`);
  },
);

test("settings and patches are no requests, however wide a glob is", async () => {
  const wide = files[CONFIG].replace("requests/*.yaml", "**/*.yaml");
  expect((await built({ [CONFIG]: wide })).stderr).toBe("2 written\n");
});

const one = {
  "a.yaml": REQUEST,
  "s.yaml": "worker: {service_account: {name: ray}}\n",
  "t.yaml": 'kuberay_version: "0.6.0"\n',
  "p.yaml": "image: a/b:1\nnamespace: ml\n",
  "q.yaml": "image: a/b:2\n",
  "n.yaml": "name_prefix: dev-\n",
};
const compiled = (...flags: readonly string[]) =>
  runCommandLine(["compile", "a.yaml", ...flags], { files: one });

test("the command line has the same layers", async () => {
  const { stdout } = await compiled(
    "-s",
    "s.yaml",
    "-s",
    "t.yaml",
    "--patch",
    "p.yaml",
    "--patch",
    "q.yaml",
    "--set",
    "namespace=x",
    "--set",
    "config.node_config.cpu=2.5",
  );
  expect(stdout).toContain("apiVersion: ray.io/v1alpha1\n");
  expect(stdout).toContain("serviceAccountName: ray\n");
  expect(stdout).toContain("image: a/b:2\n");
  expect(stdout).toContain("  namespace: x\n");
  expect(stdout).toContain('cpu: "2500m"\n');
  expect((await compiled("--patch", "p.yaml", "--image", "c/d:1")).stdout).toContain(
    "image: c/d:1\n",
  );
  const explained = await runCommandLine(
    ["explain", "a.yaml", "--at", "metadata.namespace", "--patch", "p.yaml", "--patch", "q.yaml"],
    { files: one },
  );
  expect(explained.stdout).toBe(
    'metadata.namespace = "ml"\n  from the request\'s namespace (p.yaml:2:12)\n',
  );
});

test.each<[string, string]>([
  ["labels.a=true", "labels.a must"],
  ["labels.a=1", "a must be a string, but it is 1."],
  ['labels.a="1"', ""],
  ["labels.a=01", ""],
  ["labels.a=x=y,z", 'The value "x=y,z" of the label'],
  ['labels["a.b/c"]=d', ""],
  ['labels={"a":"b"}', ""],
  ["config.scaling_groups[0].max_workers=2", "scaling_groups"],
  ["image=null", "image is missing."],
  ["nope=1", '"nope" is not a field'],
])("--set %s", async (flag, message) => {
  const { exitCode, stderr } = await compiled("--set", flag);
  if (message === "") expect([exitCode, stderr]).toEqual([0, ""]);
  else expect(exitCode).toBe(3);
});

test.each([
  "image",
  "=x",
  "image=",
  "a..b=1",
  "__proto__.a=1",
  "labels={a",
  `${"a".repeat(2_000)}=1`,
])("--set %s is no path and value", async (flag) => {
  const { exitCode, stdout, stderr } = await compiled("--set", flag);
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^raycluster: --set /);
});

test("several requests of a file are compiled, planned and named one by one", async () => {
  const both = { "both.yaml": `${REQUEST}---\n${REQUEST.replace("name: train", "name: other")}` };
  const printed = await runCommandLine(["compile", "both.yaml"], { files: both });
  expect(printed.stdout.split("---\n")).toHaveLength(2);
  const named = await runCommandLine(["compile", "both.yaml", "--name", "x"], { files: both });
  expect(named).toMatchObject({ exitCode: 2, stdout: "" });
  const plans = await runCommandLine(["plan", "both.yaml", "--json"], { files: both });
  expect(JSON.parse(plans.stdout)).toMatchObject({});
});
