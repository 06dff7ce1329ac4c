import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import type { CommandLineIo } from "../../src/cli/io/io.ts";
import { nodeIo } from "../../src/cli/io/node-io.ts";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { printYaml } from "../../src/yaml/print.ts";
import type { Files } from "./repository.ts";
import { commitFiles, writeFiles } from "./repository.ts";
import { runCommandLine } from "./run-command-line.ts";

function manifest(name: string, cpu = 4): string {
  const request = {
    name,
    image: "registry.example.com/train:1.2",
    ray_version: "2.52.0",
    config: { n_nodes: 2, node_config: { cpu, memory_gb: 16 } },
  };
  return printYaml(compileOrThrow(request).manifest);
}

/** Makes the folder a repository that has some files, and writes others into the working tree. */
function repository(committed: Files, working: Files = {}) {
  return (folder: string): void => {
    commitFiles(folder, committed);
    writeFiles(folder, working);
  };
}

interface Summary {
  readonly title: string;
  readonly kuberay_version: string;
  readonly kuberay_version_from: string;
}

function summaries(stdout: string): readonly Summary[] {
  return JSON.parse(stdout);
}

const MIXED: Files = {
  "cluster.yaml": manifest("a"),
  "ci.yml": "base: &base {image: x}\njob:\n  <<: *base\n  broken: [\n",
  "chart/templates/deployment.yaml": "{{- if .Values.enabled }}\nkind: Deployment\n{{- end }}\n",
  "service.yaml": "apiVersion: v1\nkind: Service\n",
};

const MIXED_REPORT = `raycluster: ignored 1 file without a manifest of KubeRay: service.yaml (Service).
raycluster: ignored 1 file that cannot be read: ci.yml (MISTAKE).
raycluster: ignored 1 file with unrendered {{ }} templates: chart/templates/deployment.yaml.
`;

function below(folder: string, files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]),
  );
}

test("what a folder holds besides manifests is named once and passed over", async () => {
  const files = {
    ...below("old", MIXED),
    ...below("new", { ...MIXED, "cluster.yaml": manifest("a", 8) }),
  };
  const folders = await runCommandLine(["diff", "old", "new"], { files });
  expect(folders.exitCode).toBe(1);
  expect(folders.stderr.replace(/ci\.yml \(.*\)/, "ci.yml (MISTAKE)")).toBe(MIXED_REPORT);
  const prepare = repository(below("out", MIXED), { "out/cluster.yaml": manifest("a", 8) });
  const revision = await runCommandLine(["diff", "--git", "HEAD", "out"], { prepare });
  expect([revision.exitCode, revision.stderr]).toEqual([1, folders.stderr]);
});

const job = (entrypoint: string, name = "a") =>
  `apiVersion: ray.io/v1
kind: RayJob
metadata: {name: ${name}, namespace: ml}
spec:
  entrypoint: ${entrypoint}
  rayClusterSpec:
    headGroupSpec:
      rayStartParams: {}
      template: {spec: {containers: [{name: ray-head, image: "ray:1"}]}}
`;

test("RayJobs of folders are compared, and meet no RayCluster of their name", async () => {
  const files = {
    "old/all.yaml": `${manifest("a")}---\n${job("python x.py")}`,
    "new/all.yaml": `${manifest("a")}---\n${job("python y.py")}`,
  };
  const folders = await runCommandLine(["diff", "old", "new"], { files });
  expect([folders.exitCode, folders.stderr]).toEqual([1, ""]);
  expect(folders.stdout).toContain("RayJob ml/a (all.yaml): 1 change: only the next run changes");
  expect(folders.stdout).toContain("1 manifest changes with its next run; 1 is the same.");
  const prepare = repository(
    { "out/a.yaml": job("python x.py") },
    { "out/a.yaml": job("python y.py") },
  );
  const revision = await runCommandLine(["diff", "--git", "HEAD", "out"], { prepare });
  expect(revision.exitCode).toBe(1);
  expect(revision.stdout).toContain("spec.entrypoint");
});

test("an object of another kind is no change of the old one", async () => {
  const files = { "old.yaml": manifest("a"), "new.yaml": job("python x.py") };
  const { exitCode, stdout } = await runCommandLine(["diff", "old.yaml", "new.yaml"], { files });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("RayJob ml/a (new.yaml): created");
  expect(stdout).toMatch(/RayCluster .*a \(old.yaml\): deleted/);
});

test("a renamed job meets its old self", async () => {
  const files = { "old.yaml": job("python x.py"), "new.yaml": job("python x.py", "b") };
  const { stdout } = await runCommandLine(["diff", "old.yaml", "new.yaml"], { files });
  expect(stdout).toContain("This is another job.");
});

test("folders without a manifest are nothing to compare, and that is said", async () => {
  const files = { "old/notes.txt": "x", "new/notes.txt": "y" };
  const { exitCode, stdout, stderr } = await runCommandLine(["diff", "old", "new"], { files });
  expect([exitCode, stdout, stderr]).toEqual([
    0,
    "",
    "raycluster: neither side holds a manifest of KubeRay, so nothing is compared.\n",
  ]);
});

test("a RayCluster of a folder that cannot be read is trouble, and the others are compared", async () => {
  const files = {
    "old/a.yaml": manifest("a"),
    "new/a.yaml": manifest("a", 8),
    "new/b.yaml": "kind: RayCluster\nspec: [\n",
  };
  const { exitCode, stdout, stderr } = await runCommandLine(["diff", "old", "new"], { files });
  expect([exitCode, stdout.includes("RayCluster a (a.yaml)")]).toEqual([2, true]);
  expect(stderr).toContain("raycluster: cannot read new/b.yaml:\nnew/b.yaml:2:7 error");
});

test("a path that neither side has is trouble", async () => {
  const prepare = repository({ "out/a.yaml": manifest("a"), "out/b.yaml": manifest("b") });
  const run = (...argv: readonly string[]) => runCommandLine(["diff", ...argv], { prepare });
  const nowhere = await run("--git", "HEAD", "out", "no-such-folder");
  expect([nowhere.exitCode, nowhere.stdout, nowhere.stderr]).toEqual([
    2,
    "",
    "raycluster: neither HEAD nor the working tree has no-such-folder.\n",
  ]);
  const glob = await run("--git", "HEAD", "out/*.yaml");
  expect([glob.exitCode, glob.stderr]).toEqual([
    2,
    "raycluster: neither HEAD nor the working tree has out/*.yaml. The quotes keep the shell from expanding it; remove them, or name a folder.\n",
  ]);
  expect((await run("old", "new")).exitCode).toBe(2);
});

test.each([":(top)out", ":/out", "*", "out/[ab].yaml"])(
  "the name %s is taken letter for letter",
  async (name) => {
    const prepare = repository(
      { "out/a.yaml": manifest("a"), [`${name}/c.yaml`]: manifest("c") },
      { [`${name}/c.yaml`]: manifest("c", 8) },
    );
    const outcome = await runCommandLine(["diff", "--git", "HEAD", name, "--format", "json"], {
      prepare,
    });
    expect([outcome.exitCode, outcome.stderr]).toEqual([1, ""]);
    expect(summaries(outcome.stdout).map(({ title }) => title)).toEqual(["c (c.yaml)"]);
  },
);

test("a revision with a colon may be a commit", async () => {
  const prepare = repository({ "out/a.yaml": manifest("a") });
  expect((await runCommandLine(["diff", "--git", ":/all", "out"], { prepare })).exitCode).toBe(0);
});

test.each(["HEAD:out", "HEAD:out/a.yaml", ":out/a.yaml"])(
  "%s is a file or folder of a revision, and no revision",
  async (revision) => {
    const prepare = repository({ "out/a.yaml": manifest("a") });
    const { exitCode, stderr } = await runCommandLine(["diff", "--git", revision, "out"], {
      prepare,
    });
    expect([exitCode, stderr]).toEqual([
      2,
      `raycluster: "${revision}" is no revision of git but a file or folder of one.\n`,
    ]);
  },
);

test.each(["--output=x", "-x", "HEAD..HEAD", "^HEAD", "HEAD^@", "HEAD HEAD", "a\u001b[31m", ""])(
  "the revision %j is refused in one line",
  async (revision) => {
    const prepare = repository({ "out/a.yaml": manifest("a") });
    const { exitCode, stdout, stderr, files } = await runCommandLine(
      ["diff", `--git=${revision}`, "out"],
      { prepare },
    );
    expect([exitCode, stdout, files.x]).toEqual([2, "", undefined]);
    expect(stderr.split("\n").filter((line) => !line.startsWith("Try "))).toHaveLength(2);
    expect(stderr).not.toContain("\u001b");
  },
);

test("git runs three times, however many files there are", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `out/c${index}.yaml`);
  const committed = Object.fromEntries(names.map((name, index) => [name, manifest(`c${index}`)]));
  const runs: (readonly string[])[] = [];
  let io: CommandLineIo | undefined;
  const { exitCode, stdout } = await runCommandLine(
    ["diff", "--git", "HEAD", "out", "--format", "json"],
    {
      prepare: (folder) => {
        repository(committed)(folder);
        io = nodeIo({ ...process, cwd: () => folder });
      },
      replace: {
        git: (argv, input) => {
          runs.push(argv);
          if (io === undefined) throw new Error("There is no folder yet.");
          return io.git(argv, input);
        },
      },
    },
  );
  expect([exitCode, summaries(stdout).length, runs.length]).toEqual([0, 30, 3]);
});

test("links, hidden folders and folders that overlap are read on both sides alike", async () => {
  const prepare = (folder: string): void => {
    writeFiles(folder, { "out/a.yaml": manifest("a") });
    symlinkSync("../real.yml", join(folder, "out/link.yaml"));
    symlinkSync("a.yaml", join(folder, "out/near.yaml"));
    repository({ "real.yml": manifest("r"), "out/.hidden/b.yaml": manifest("b") })(folder);
  };
  const run = (...operands: readonly string[]) =>
    runCommandLine(["diff", "--git", "HEAD", "--format", "json", ...operands], { prepare });
  const overlapping = await run("./out/", "out/../out/a.yaml", "real.yml");
  expect(overlapping.exitCode).toBe(0);
  expect(summaries(overlapping.stdout).map(({ title }) => title)).toEqual([
    "a (a.yaml)",
    "r (link.yaml)",
    "a (near.yaml)",
    "r (real.yml)",
  ]);
});

test.each<readonly [string, (folder: string) => string]>([
  ["an absolute path", (folder) => join(folder, "out")],
  ["a path that leaves the folder and returns", (folder) => `../${basename(folder)}/out`],
])("%s is the same as a relative one", async (_what, operand) => {
  const files: Files = { "out/a.yaml": manifest("a") };
  const outer = mkdtempSync(join(tmpdir(), "raycluster-"));
  try {
    repository(files, { "out/a.yaml": manifest("a", 8) })(outer);
    const io = nodeIo({ ...process, cwd: () => outer });
    const argv = ["diff", "--git", "HEAD", operand(outer), "--format", "json"];
    const { exitCode, stdout } = await runCommandLine(argv, {
      replace: {
        git: io.git,
        realPath: io.realPath,
        listFolder: io.listFolder,
        readFile: io.readFile,
      },
    });
    expect([exitCode, summaries(stdout).map(({ title }) => title)]).toEqual([1, ["a (a.yaml)"]]);
  } finally {
    rmSync(outer, { recursive: true, force: true });
  }
});

const CONFIG = `targets:
  - {name: one, requests: ["requests/*.yaml"], output_dir: out/one, kuberay_version: 1.4.2}
  - {name: two, requests: ["requests/*.yaml"], output_dir: out/two, settings: values.yaml}
  - {name: three, requests: ["requests/*.yaml"], output_dir: out/three}
`;

const PROJECT: Files = {
  "raycluster.config.yaml": CONFIG,
  "values.yaml": 'other: x\nkuberay_version: "1.3.0"\n',
  "out/one/a.yaml": manifest("a"),
  "out/two/b.yaml": manifest("b"),
  "out/three/c.yaml": manifest("c"),
  "elsewhere/d.yaml": manifest("d"),
};

const RELEASES = [
  ["a (one/a.yaml)", "1.4.2", 'target "one" of raycluster.config.yaml'],
  [
    "c (three/c.yaml)",
    "1.7.0",
    'the newest known; target "three" of raycluster.config.yaml has no kuberay_version',
  ],
  [
    "b (two/b.yaml)",
    "1.3.0",
    'values.yaml, the settings of target "two" of raycluster.config.yaml',
  ],
  ["d (d.yaml)", "1.7.0", "the newest known; no target of raycluster.config.yaml writes there"],
];

test("a project's files have the release of their target, and the report says so", async () => {
  const argv = ["diff", "--git", "HEAD", "out", "elsewhere", "--format", "json"];
  const { stdout } = await runCommandLine(argv, { prepare: repository(PROJECT) });
  expect(
    summaries(stdout).map((diff) => [diff.title, diff.kuberay_version, diff.kuberay_version_from]),
  ).toEqual(RELEASES);
  const given = await runCommandLine([...argv, "--kuberay-version", "1.5.0"], {
    prepare: repository(PROJECT),
  });
  expect(summaries(given.stdout)[0]).toMatchObject({
    kuberay_version: "1.5.0",
    kuberay_version_from: "--kuberay-version",
  });
});

test.each([
  ["elsewhere/d.yaml", "out/one/a.yaml"],
  ["out/one/a.yaml", "elsewhere/d.yaml"],
  ["-", "out/one/a.yaml"],
])("diff %s %s takes the release of the one that a target writes", async (old, current) => {
  const { stdout } = await runCommandLine(["diff", old, current, "--format", "json"], {
    files: PROJECT,
    stdin: manifest("a"),
  });
  expect(summaries(stdout)[0]?.kuberay_version).toBe("1.4.2");
});

test("a project file that is not valid is no release, and that is said", async () => {
  const { exitCode, stdout } = await runCommandLine(["diff", "a.yaml", "a.yaml", "--format=json"], {
    files: { "a.yaml": manifest("a"), "raycluster.config.yaml": "targets: 1" },
  });
  expect(exitCode).toBe(0);
  expect(summaries(stdout)[0]?.kuberay_version_from).toBe(
    "the newest known; raycluster.config.yaml is not valid",
  );
});
