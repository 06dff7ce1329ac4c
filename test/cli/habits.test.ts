import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { commands } from "../../src/cli/commands/commands.ts";
import { REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const CONFIG = "raycluster.config.yaml";

test.each([[[]], [["new/place"]]])(
  "init %j makes a project that check is content with",
  async (operands) => {
    const made = await runCommandLine(["init", ...operands]);
    expect(made).toMatchObject({ exitCode: 0, stdout: "" });
    expect(made.stderr).toMatch(/\n1 written\n$/);
    const config = join(...operands, CONFIG);
    const checked = await runCommandLine(["check", "--config", config], { files: made.files });
    expect(checked).toMatchObject({ exitCode: 0, stderr: "1 equal\n", files: made.files });
  },
);

test.each([CONFIG, "raycluster.config.json", "requests/train.yaml", "deploy/production.yaml"])(
  "init leaves all as it is where there is %s",
  async (file) => {
    const files = { [file]: "mine\n" };
    const outcome = await runCommandLine(["init"], { files });
    expect(outcome).toMatchObject({ exitCode: 2, stdout: "", files });
    expect(Object.keys(outcome.files)).toEqual([file]);
    expect(outcome.stderr).toBe(`raycluster: ${file} already exists; nothing is written.\n`);
  },
);

test("version says what --version says", async () => {
  const { stdout } = await runCommandLine(["--version"]);
  expect(await runCommandLine(["version"])).toMatchObject({ exitCode: 0, stdout, stderr: "" });
});

test.each<[readonly string[], string]>([
  [["compile", "-f", "a.yaml"], "Pass requests without a flag, and Helm values with --settings."],
  [["diff", "-f", "a.yaml"], "Pass files without a flag."],
  [["build", "-f", "a.yaml"], "Pass another project file with --config."],
  [["compile", "a.yaml", "-n", "ml"], "Pass the namespace with --namespace."],
  [["compile", "a.yaml", "--values", "v.yaml"], "Pass Helm values with --settings."],
  [["compile", "a.yaml", "--dry-run"], "Without --output and --output-dir nothing is written"],
  [["check", "--dry-run"], "This command never writes files."],
  [["compile", "a.yaml", "--set-string", "a=b"], "Use --set;"],
  [["plan", "-o", "json"], "For JSON, use --json."],
  [["check", "-o", "json"], "For JSON, use --format json."],
  [["compile", "a.yaml", "--set-file", "a=b"], "Pass a file of fields with --patch"],
  [["compile", "a.yaml", "-k", "a"], "Pass patches with --patch."],
  [["compile", "a.yaml", "--watch"], "raycluster build and check have --watch."],
  [["compile", "a.yaml", "--kubeconfig", "a"], "No command talks to a Kubernetes cluster"],
  [["validate", "a.yaml", "-n", "ml"], "No command talks to a Kubernetes cluster"],
  [["diff", "--context=a"], "No command talks to a Kubernetes cluster"],
  [["build", "-n", "ml"], "Choose a target with --target"],
  [["build", "--values", "v.yaml"], "The settings of a target are listed in the project file."],
  [["check", "--patch", "v.yaml"], "The patches of a target are listed in the project file."],
  [["build", "--set", "a=b"], "Write it into set of a target"],
  [["build", "--kuberay-version", "1.4.2"], "Write kuberay_version of a target"],
  [["check", "--prune"], "raycluster build --prune removes orphans."],
  [["diff", "-r", "a", "b"], "Folders are always read recursively."],
  [["build", "--version"], "raycluster --version shows it."],
])("%j is told what is meant", async (argv, hint) => {
  const { exitCode, stderr } = await runCommandLine(argv);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(hint)]);
});

const project = {
  [CONFIG]: JSON.stringify({
    targets: [
      { name: "a", requests: ["r/*.yaml"], output_dir: "out" },
      { name: "b", requests: ["r/a.yaml"], output: "b.yaml" },
    ],
  }),
  "r/a.yaml": REQUEST,
  "r/b.yaml": REQUEST.replace("name: train", "name: other"),
};

test("plan takes the requests of a target, and sums several", async () => {
  const { stdout } = await runCommandLine(["plan", "--target", "a"], { files: project });
  expect(stdout.match(/^RayCluster /gm)).toHaveLength(2);
  const sums = stdout.slice(stdout.indexOf("All 2")).trimEnd().split("\n");
  expect(sums.map((line) => line.split(/ {2,}/))).toEqual([
    ["All 2 clusters", "Pods", "CPU", "Memory", "GPUs"],
    ["Total at least", "4", "16", "64Gi", "0"],
    ["Total at most", "4", "16", "64Gi", "0"],
  ]);
  const one = await runCommandLine(["plan", "--target", "b"], { files: project });
  expect(one.stdout).not.toContain("All ");
  const both = await runCommandLine(["plan", "r/a.yaml", "--target", "b"], { files: project });
  expect(both.exitCode).toBe(2);
  const flag = await runCommandLine(["plan", "--image", "a/b:1", "--target", "b"], {
    files: project,
  });
  expect(flag.stderr).toContain("--image is only for requests on the command line");
});

test("build --dry-run names what a build would write and remove, and writes nothing", async () => {
  const built = await runCommandLine(["build"], { files: project });
  const files = {
    ...built.files,
    "out/a.yaml": "x\n",
    "out/old.yaml": built.files["out/b.yaml"] ?? "",
  };
  const foretold = await runCommandLine(["build", "--dry-run", "--prune"], { files });
  expect(foretold).toEqual({
    exitCode: 0,
    stdout: "out/a.yaml would be written.\nout/old.yaml would be removed.\n",
    stderr: "1 to write, 2 unchanged, 1 to remove\n",
    files,
  });
  const json = await runCommandLine(["build", "--dry-run", "--format", "json"], { files });
  expect(JSON.parse(json.stdout)).toMatchObject({
    written: [],
    drift: [{ path: "out/a.yaml" }, { path: "out/old.yaml" }],
  });
  expect(json.files).toEqual(files);
});

test("build --watch builds again when a file changes, and after trouble", async () => {
  let folder = "";
  let pauses = 0;
  const outcome = await runCommandLine(["build", "--watch", "--target", "a"], {
    files: project,
    prepare: (place) => {
      folder = place;
    },
    replace: {
      pause: async () => {
        pauses++;
        if (pauses === 2) writeFileSync(join(folder, "r/a.yaml"), `${REQUEST}nope: 1\n`);
        if (pauses === 3) writeFileSync(join(folder, "r/a.yaml"), `${REQUEST}labels: {a: b}\n`);
        return pauses < 5;
      },
    },
  });
  expect(outcome.exitCode).toBe(0);
  expect(outcome.stderr.match(/watching for changes/g)).toHaveLength(3);
  expect(outcome.stderr).toContain("unknown-field");
  expect(outcome.stderr).toContain("\n1 written, 1 unchanged\n");
});

/** What a watched build says, run by run; each step changes the files before the next look at them. */
async function watched(
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
  ...steps: readonly ((folder: string) => void)[]
): Promise<readonly string[]> {
  let folder = "";
  let pauses = 0;
  const outcome = await runCommandLine(["build", "--watch", ...argv], {
    files,
    prepare: (place) => {
      folder = place;
    },
    replace: {
      pause: async () => {
        const step = steps[Math.floor(pauses / 2)];
        // Every other look finds nothing new.
        if (pauses % 2 === 0) step?.(folder);
        pauses++;
        return pauses < 2 * steps.length + 2;
      },
    },
  });
  return outcome.stderr.split("watching for changes; Ctrl-C ends it\n").slice(0, -1);
}

test("build --watch goes on whatever happens to files", async () => {
  const at = (...path: readonly string[]) => join(...path);
  const runs = await watched(
    project,
    ["--target", "a"],
    (folder) => writeFileSync(at(folder, "r/c.yaml"), REQUEST.replace("name: train", "name: c")),
    (folder) => renameSync(at(folder, "r/c.yaml"), at(folder, "r/d.yaml")),
    // As editors write: another file of the same size and age takes the place.
    (folder) => {
      const file = at(folder, "r/d.yaml");
      const { atime, mtime } = statSync(file);
      writeFileSync(`${file}~`, REQUEST.replace("name: train", "name: d"));
      utimesSync(`${file}~`, atime, mtime);
      renameSync(`${file}~`, file);
    },
    (folder) => renameSync(at(folder, CONFIG), at(folder, "gone")),
    (folder) => writeFileSync(at(folder, CONFIG), "targets: [\n"),
    (folder) =>
      writeFileSync(at(folder, CONFIG), project[CONFIG].replace('"name":"a"', '"name":"c"')),
    (folder) => renameSync(at(folder, "gone"), at(folder, CONFIG)),
    (folder) => rmSync(at(folder, "r"), { recursive: true }),
  );
  const last = runs.map((text) => text.trimEnd().split("\n").at(-1));
  expect(last).toEqual([
    "2 written",
    "1 written, 2 unchanged",
    expect.stringMatching(/^1 written, 2 unchanged/),
    expect.stringMatching(/^1 written, 2 unchanged/),
    expect.stringContaining("no raycluster.config.yaml"),
    "1 error; nothing was compiled.",
    expect.stringContaining("there is no target a."),
    expect.stringMatching(/^0 written, 3 unchanged/),
    "2 errors; nothing was compiled.",
  ]);
});

test("build --watch sees what a run reads above the project file", async () => {
  const files = {
    "p/raycluster.config.yaml": JSON.stringify({
      targets: [
        { name: "a", requests: ["../r/*.yaml"], settings: "../s/values", output_dir: "../out" },
      ],
    }),
    "s/values": "worker: {service_account: {name: a}}\n",
    "r/a.yaml": REQUEST,
  };
  const runs = await watched(
    files,
    ["--config", "p/raycluster.config.yaml"],
    (folder) => writeFileSync(join(folder, "s/values"), "worker: {service_account: {name: b}}\n"),
    (folder) =>
      writeFileSync(join(folder, "r/b.yaml"), REQUEST.replace("name: train", "name: other")),
  );
  expect(runs).toEqual(["1 written\n", "1 written\n", "1 written, 1 unchanged\n"]);
});

test("build --watch builds again for what changes while it builds", async () => {
  let folder = "";
  let isChanged = false;
  const outcome = await runCommandLine(["build", "--watch", "--target", "a"], {
    files: project,
    prepare: (place) => {
      folder = place;
    },
    replace: {
      createFolder: async (path) => {
        mkdirSync(join(folder, path), { recursive: true });
        if (!isChanged) writeFileSync(join(folder, "r/a.yaml"), `${REQUEST}labels: {a: b}\n`);
        isChanged = true;
      },
      pause: async () => !existsSync(join(folder, "stop")) && stopAfter(folder),
    },
  });
  expect(outcome.stderr.match(/\d written.*/g)).toEqual(["2 written", "1 written, 1 unchanged"]);
});

/** Lets two more looks be taken. */
function stopAfter(folder: string): boolean {
  const [first, second] = [join(folder, "look"), join(folder, "stop")];
  writeFileSync(existsSync(first) ? second : first, "");
  return true;
}

test.each(["bash", "zsh", "fish"])(
  "completions for %s have every command and flag, and parse",
  async (shell) => {
    const { exitCode, stdout } = await runCommandLine(["completion", shell]);
    expect(exitCode).toBe(0);
    const named = commands.flatMap(({ name, flags }) => [name, ...Object.keys(flags)]);
    expect(named.filter((name) => !stdout.includes(name))).toEqual([]);
    const parsed = spawnSync(shell, ["-n"], { input: stdout, encoding: "utf8" });
    if (parsed.error !== undefined)
      console.warn(`${shell} is not here: its completions are not parsed.`);
    else expect([parsed.status, parsed.stderr]).toEqual([0, ""]);
  },
);

test("bash completes commands, flags and their values", async () => {
  const { stdout } = await runCommandLine(["completion", "bash"]);
  const complete = (...words: readonly string[]) => {
    const script = `${stdout}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _raycluster; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const run = spawnSync("bash", ["-c", script, "bash", ...words], { encoding: "utf8" });
    return run.error === undefined ? run.stdout.trim().split("\n") : undefined;
  };
  const first = complete("raycluster", "comp");
  if (first === undefined) return console.warn("bash is not here: nothing is completed.");
  expect(first).toEqual(["compile", "completion"]);
  expect(complete("raycluster", "check", "--format", "")).toEqual([
    "text",
    "json",
    "github",
    "sarif",
  ]);
  expect(complete("raycluster", "build", "--dry")).toEqual(["--dry-run"]);
  expect(complete("raycluster", "compile", "a")).toEqual([""]);
});

test.each([
  ["check", "github", /file=raycluster-[^/,]+\/out\/a\.yaml/],
  ["check", "sarif", /"uri": "raycluster-[^/"]+\/out\/a\.yaml"/],
  ["validate r", "sarif", /"uri": "raycluster-[^/"]+\/r\/a\.yaml"/],
  ["compile r/a.yaml", "github", /file=raycluster-[^/,]+\/r\/a\.yaml/],
])("%s --format %s names files from the root of the repository", async (line, format, place) => {
  const { stdout, stderr } = await runCommandLine([...line.split(" "), "--format", format], {
    files: line.startsWith("check") ? project : { ...project, "r/a.yaml": "kind: RayCluster\n" },
    environment: { GITHUB_WORKSPACE: tmpdir() },
  });
  expect(stdout + stderr).toMatch(place);
  const elsewhere = await runCommandLine(["check", "--format", format], {
    files: project,
    environment: { GITHUB_WORKSPACE: "/nowhere" },
  });
  expect(elsewhere.stdout).not.toContain("raycluster-");
});

test("the hook and the action run commands and flags that there are", () => {
  const hooks: readonly { readonly entry: string }[] = parse(
    readFileSync(".pre-commit-hooks.yaml", "utf8"),
  );
  const action = parse(readFileSync(".github/actions/raycluster/action.yml", "utf8"));
  const lines = [
    ...hooks.map(({ entry }) => entry.replace(/^raycluster /, "")),
    action.inputs.command.default,
  ];
  for (const [name, ...flags] of lines.map((line: string) => line.split(" "))) {
    const command = commands.find((each) => each.name === name);
    const known = Object.keys(command?.flags ?? {}).map((flag) => `--${flag}`);
    expect(known).toEqual(expect.arrayContaining(flags));
  }
  for (const { run } of action.runs.steps) {
    const parsed = spawnSync("bash", ["-n"], { input: run, encoding: "utf8" });
    if (parsed.error === undefined) expect([parsed.status, parsed.stderr]).toEqual([0, ""]);
    else console.warn("bash is not here: the scripts of the action are not parsed.");
  }
});
