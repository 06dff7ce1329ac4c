import { expect, test } from "vitest";
import { printYaml } from "../../src/yaml/print.ts";
import { cluster, group } from "../diff/manifests.ts";
import { service } from "../kuberay/laws/manifests.ts";
import { commitFiles, writeFiles } from "./repository.ts";
import { runCommandLine } from "./run-command-line.ts";

const SOUND = printYaml(cluster());
const INVALID = printYaml(cluster({ metadata: { name: "other" }, spec: { rayVersion: 2 } }));
/** Refused from 1.6 on. */
const BOUNDS = printYaml(
  cluster({ spec: { workerGroupSpecs: [group("a", { minReplicas: 6, maxReplicas: 5 })] } }),
);

function validate(argv: readonly string[], files: Readonly<Record<string, string>>) {
  return runCommandLine(["validate", ...argv], { files });
}

async function codesOf(argv: readonly string[], files: Readonly<Record<string, string>>) {
  const { stdout } = await validate([...argv, "--format", "json"], files);
  const { diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] } =
    JSON.parse(stdout);
  return diagnostics.map(({ code }) => code);
}

test("sound manifests end with 0 and nothing but one line on standard error", async () => {
  const files = {
    "a/one.yaml": SOUND,
    "a/two.json": JSON.stringify(cluster()),
    "a/b/c.yml": SOUND,
  };
  expect(await validate(["a"], files)).toMatchObject({
    exitCode: 0,
    stdout: "",
    stderr: "raycluster: 3 manifests in 3 files for KubeRay 1.7.0: all are valid.\n",
  });
  expect(await validate(["a", "--quiet"], files)).toMatchObject({ stdout: "", stderr: "" });
});

test("invalid ones end with 3, and the report is the data", async () => {
  const { exitCode, stdout, stderr } = await validate(["a.yaml"], {
    "a.yaml": `${SOUND}---\n${INVALID}`,
  });
  expect(exitCode).toBe(3);
  expect(stdout).toMatch(/^a\.yaml:\d+:15 error api-wrong-type at spec\.rayVersion\n/);
  expect(stdout).toContain("rayVersion: 2");
  expect(stderr).toBe("raycluster: 2 manifests in 1 file for KubeRay 1.7.0: 1 invalid.\n");
});

test.each([
  [[]],
  [[""]],
  [["-", "-"]],
  [["none.yaml"]],
  [["a.yaml", "--kuberay-version", "new"]],
  [["a.yaml", "--kuberay-version", "0.3.0"]],
  [["a.yaml", "--feature-gates", "Nonsense=true"]],
  [["a.yaml", "--kubernetes-version", "2.0"]],
  [["a.yaml", "--pod-security", "none"]],
  [["a.yaml", "--crd", "none.yaml"]],
  [["a.yaml", "--crd", "a.yaml"]],
  [["a.yaml", "--format", "markdown"]],
  [["-", "--git", "HEAD"]],
])("%j is trouble", async (argv) => {
  const { exitCode, stdout, stderr } = await validate(argv, { "a.yaml": SOUND });
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^raycluster: .+\.\n/);
});

test("what a flag says wrongly is told by the name of the flag", async () => {
  const { stderr } = await validate(["a.yaml", "--feature-gates", "A"], { "a.yaml": SOUND });
  expect(stderr).toMatch(/^raycluster: --feature-gates: KubeRay 1\.7\.0 has no feature gate "A"/);
  const release = await validate(["a.yaml", "--kuberay-version", "x"], { "a.yaml": SOUND });
  expect(release.stderr).toMatch(/^raycluster: --kuberay-version: "x" is not a version/);
});

test("the release is that of the project's target which owns the file, or the flag's", async () => {
  const targets = ["old", "new"].map((name) => ({
    name,
    requests: ["r.yaml"],
    output_dir: name,
    kuberay_version: name === "old" ? "1.5.1" : "1.6.2",
  }));
  const files = {
    "raycluster.config.yaml": JSON.stringify({ targets }),
    "old/a.yaml": BOUNDS,
    "new/a.yaml": BOUNDS,
  };
  expect(await codesOf(["old"], files)).toEqual([]);
  expect(await codesOf(["new"], files)).toEqual(["replica-bounds"]);
  expect(await codesOf(["old", "new"], files)).toEqual(["replica-bounds"]);
  expect(await codesOf(["old", "--kuberay-version", "1.6.0"], files)).toEqual(["replica-bounds"]);
  const { stderr } = await validate(["old", "new"], files);
  expect(stderr).toBe("raycluster: 2 manifests in 2 files: 1 invalid.\n");
});

test("a release of the project that is none is trouble, and who says so is named", async () => {
  const target = { name: "a", requests: ["r.yaml"], output_dir: "a", settings: "s.yaml" };
  const { exitCode, stderr } = await validate(["a"], {
    "raycluster.config.yaml": JSON.stringify({ targets: [target] }),
    "s.yaml": 'kuberay_version: "newest"\n',
    "a/a.yaml": SOUND,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /^raycluster: s\.yaml, the settings of target "a" .*"newest" is not a version/,
  );
});

test("broken text with a manifest in it is an error in a folder too, and any that is named", async () => {
  const broken = "kind: RayCluster\na: [\n";
  expect(await codesOf(["a"], { "a/a.yaml": broken })).toContain("yaml-syntax");
  expect(await codesOf(["a"], { "a/a.yaml": "a: [\n" })).toEqual([]);
  expect(await codesOf(["a/a.yaml"], { "a/a.yaml": "a: [\n" })).toContain("yaml-syntax");
});

test("what git has at a revision is judged, under the name that git knows", async () => {
  const outcome = await runCommandLine(["validate", "--git", "HEAD", "a", "b.yaml"], {
    files: {},
    prepare: (folder) => {
      commitFiles(folder, { "a/a.yaml": INVALID, "b.yaml": SOUND });
      writeFiles(folder, { "a/a.yaml": SOUND, "b.yaml": INVALID });
    },
  });
  expect(outcome.exitCode).toBe(3);
  expect(outcome.stdout).toMatch(/^HEAD:a\/a\.yaml:\d+:15 error api-wrong-type/);
  expect(outcome.stdout.match(/ error /g)).toHaveLength(1);
});

test("the cluster's own CRD decides, and what nobody judges is told", async () => {
  const schema = {
    type: "object",
    properties: {
      spec: {
        type: "object",
        properties: { mine: { type: "string" } },
        "x-kubernetes-validations": [{ rule: "self.mine != ''" }],
      },
    },
  };
  const crd = {
    kind: "CustomResourceDefinition",
    spec: {
      group: "ray.io",
      names: { kind: "RayCluster" },
      versions: [{ name: "v1", served: true, schema: { openAPIV3Schema: schema } }],
    },
  };
  const files = { "crd.yaml": JSON.stringify(crd), "a.yaml": INVALID };
  expect(await codesOf(["a.yaml", "--crd", "crd.yaml"], files)).toContain("api-unknown-field");
  const { stderr } = await validate(["a.yaml", "--crd", "crd.yaml"], files);
  expect(stderr).toContain("raycluster: the CRD has 1 rule that only an API server checks.\n");
});

test("more than fifty mistakes in one file leave those of the next one told", async () => {
  const many = Array.from({ length: 60 }, () => INVALID).join("---\n");
  const codes = await codesOf(["a.yaml", "b.yaml"], { "a.yaml": many, "b.yaml": INVALID });
  expect(codes).toHaveLength(52);
  expect(codes.at(-1)).toBe("api-wrong-type");
});

test("hostile names and values reach no terminal and no build system", async () => {
  const name = "a\u001b[2J::error::\n.yaml";
  const files = { [name]: printYaml(service({ "\u001b##vso[a]": 1 })) };
  for (const format of ["text", "json", "github", "sarif"]) {
    const { stdout, stderr } = await validate([name, "--format", format], files);
    expect(stdout + stderr).not.toContain("\u001b");
    expect(stdout).not.toContain("##vso[a]");
    expect(stderr).not.toMatch(/^::error/m);
  }
});
