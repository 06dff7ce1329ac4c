import { spawn, spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needs } from "../needs.ts";
import { bundleYamlPackage } from "../scripts/bundle-yaml-package.ts";
import { bundledCommandLine } from "../scripts/bundled-command-line.ts";
import { INVALID_REQUEST, REQUEST } from "./documents.ts";
import { runSeveral } from "./several-commands.ts";

// The bundled program in real processes: what a test within this process cannot show.

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "raycluster-process-"));
const program = join(folder, "cli.cjs");
// Compiled code is kept, as for users.
const environment = { PATH: process.env.PATH ?? "", HOME: folder };
// Enough output that no pipe holds it: on Linux 65,536 bytes.
const many = Array.from({ length: 20 }, () => "large.yaml");
let metafile: Awaited<ReturnType<typeof bundledCommandLine>>;

beforeAll(async () => {
  metafile = await bundledCommandLine(root, program);
  writeFileSync(join(folder, "train.yaml"), REQUEST);
  writeFileSync(join(folder, "large.yaml"), `${REQUEST}annotations: {a: ${"a".repeat(10_000)}}\n`);
  writeFileSync(join(folder, "invalid.yaml"), INVALID_REQUEST);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface ProcessOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function runProcess(argv: readonly string[], options: ProcessOptions = {}) {
  const { input = "", env = {} } = options;
  return finished(process.execPath, [program, ...argv], input, env);
}

const known = new Map<string, ReturnType<typeof runProcess>>();

/** Of a run that several tests look at. */
function outcomeOf(argv: readonly string[]) {
  const key = argv.join(" ");
  const outcome = known.get(key) ?? runProcess(argv);
  known.set(key, outcome);
  return outcome;
}

/** Runs a line of shell in which `raycluster` is the program. */
function runShell(line: string) {
  return finished("sh", [
    "-c",
    `raycluster() { "${process.execPath}" "${program}" "$@"; }; ${line}`,
  ]);
}

function finished(command: string, argv: readonly string[], input = "", env = {}) {
  const { status, stdout, stderr } = spawnSync(command, argv, {
    cwd: folder,
    env: { ...environment, ...env },
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { exitCode: status, stdout, stderr };
}

test("the bundle is executable and knows its version", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  accessSync(program, constants.X_OK);
  expect(runProcess(["--version"])).toEqual({
    exitCode: 0,
    stdout: `raycluster ${version}\n`,
    stderr: "",
  });
});

const compileTrain = ["compile", "train.yaml"];

test("mistakes of the command line and of requests have exit codes of their own", () => {
  const expected = [
    [compileTrain, 0],
    [["compile", "missing.yaml"], 2],
    [["compile", "--nonsense"], 2],
    [["compile", "invalid.yaml"], 3],
  ] as const;
  const outcomes = runSeveral(
    program,
    folder,
    expected.map(([argv]) => ({ argv })),
  );
  expect(outcomes.map(({ exitCode, stdout }) => [exitCode, stdout === ""])).toEqual(
    expected.map(([, exitCode]) => [exitCode, exitCode !== 0]),
  );
  // A process of its own ends in the same way.
  expect(outcomeOf(compileTrain)).toEqual(outcomes[0]);
  expect(outcomeOf(["compile", "invalid.yaml"])).toEqual(outcomes[3]);
});

test("a request is read from standard input", () => {
  expect(runProcess(["compile", "-"], { input: REQUEST })).toEqual(outcomeOf(compileTrain));
});

test("all output gets through a pipe", () => {
  const { exitCode, stdout } = runProcess(["compile", ...many]);
  expect(exitCode).toBe(0);
  expect(stdout.length).toBeGreaterThan(2 * 65_536);
  expect(stdout.match(/^kind: RayCluster$/gm)).toHaveLength(many.length);
});

test("a reader who goes early is no error", async () => {
  const child = spawn(process.execPath, [program, "compile", ...many], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.once("data", () => child.stdout.destroy());
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const exitCode = await new Promise((settle) => child.once("close", settle));
  expect([exitCode, stderr]).toEqual([0, ""]);
});

test("nobody who reads the messages is no error either", async () => {
  const child = spawn(process.execPath, [program, "compile", ...many, "--name", "x", "--bad"], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.destroy();
  const exitCode = await new Promise((settle) => child.once("close", settle));
  expect(exitCode).toBe(2);
});

test("head sees its line, and the exit code is fine", () => {
  const line = `{ raycluster compile ${many.join(" ")}; echo "code $?" >&2; } | head -n 1`;
  expect(runShell(line)).toMatchObject({ stdout: "apiVersion: ray.io/v1\n", stderr: "code 0\n" });
});

test("a closed standard input is an empty one", () => {
  const { exitCode, stderr } = runShell("raycluster compile - <&-");
  expect(exitCode).toBe(3);
  expect(stderr).toContain("error missing-field");
});

test("a folder as standard input is trouble", () => {
  expect(runShell("raycluster compile - < .")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: "raycluster: cannot read standard input: it is a folder, not a file.\n",
  });
});

const proc = needs("/proc/self/fdinfo");

proc.test(`a closed standard output is trouble as soon as there is data${proc.skipped}`, () => {
  const stderr = "raycluster: cannot write standard output: it is closed.\n";
  expect(runShell("raycluster compile train.yaml >&-")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr,
  });
  expect(runShell("raycluster --version >&-")).toMatchObject({ exitCode: 2, stderr });
  const written = runShell("raycluster compile train.yaml -o closed.yaml >&-");
  expect(written).toEqual({ exitCode: 0, stdout: "", stderr: "" });
});

test.each([">/dev/null", ">/dev/null 2>/dev/null", ">&- 2>&-"])(
  "data goes nowhere with %s, and that is fine",
  (redirections) => {
    const { exitCode } = runShell(`raycluster compile train.yaml ${redirections}`);
    expect(exitCode).toBe(0);
  },
);

const fullDisk = needs("/dev/full");

fullDisk.test(`a full disk behind standard output is trouble${fullDisk.skipped}`, () => {
  expect(runShell("raycluster compile train.yaml > /dev/full")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: "raycluster: cannot write standard output: no space is left on the device.\n",
  });
});

test("a file that cannot be written whole is not written at all", () => {
  const line = `ulimit -f 1; mkdir whole; raycluster compile ${many.join(" ")} -o whole/out.yaml`;
  expect(runShell(`${line}; echo "code $?"; ls -A whole`)).toEqual({
    exitCode: 0,
    stdout: "code 2\n",
    stderr: "raycluster: cannot write whole/out.yaml: files this large are not allowed here.\n",
  });
});

test("a pipe given as a request is read", () => {
  const line = "mkfifo in; cat train.yaml > in & raycluster compile in";
  expect(runShell(line)).toEqual(outcomeOf(compileTrain));
});

test("a pipe given as the output is written to and stays a pipe", () => {
  const line = "mkfifo out; cat out & raycluster compile train.yaml -o out; wait; test -p out";
  expect(runShell(line)).toEqual(outcomeOf(compileTrain));
});

/** Makes the program stop in the middle of a write, where its temporary file is there, until it is killed. */
function killedWhileWriting(signal: NodeJS.Signals, output: string) {
  const preload = join(folder, "stop-at-rename.cjs");
  writeFileSync(
    preload,
    `const fs = require("node:fs");
     const { renameSync } = fs;
     fs.renameSync = (from, to) => {
       process.kill(process.pid, process.env.TEST_SIGNAL);
       renameSync(from, to);
     };`,
  );
  const line = `node() { "${process.execPath}" "$@"; }; mkdir -p ${output}
    TEST_SIGNAL=${signal} node --require "${preload}" "${program}" compile train.yaml --output-dir ${output}
    echo "code $?"; ls -A ${output}`;
  return finished("sh", ["-c", line]);
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends a build without a temporary file, by the signal", (signal, code) => {
  const { stdout } = killedWhileWriting(signal, `killed-by-${signal}`);
  expect(stdout).toBe(`code ${code}\ntrain.yaml\n`);
});

test("what SIGKILL leaves is removed by a later run once it is old, and nothing else is", () => {
  const { stdout } = killedWhileWriting("SIGKILL", "killed");
  expect(stdout).toMatch(/^code 137\n\.raycluster-[0-9a-z]{10}\.tmp\n$/);
  const old = new Date(Date.now() - 2 * 60 * 60 * 1_000);
  const inFolder = (name: string) => join(folder, "killed", name);
  const others = ["..raycluster-0123456789.tmp", ".raycluster-012345678.tmp", "0123456789.tmp"];
  for (const name of others) writeFileSync(inFolder(name), "");
  writeFileSync(join(folder, "precious.txt"), "");
  symlinkSync("../precious.txt", inFolder(".raycluster-aaaaaaaaaa.tmp"));
  mkdirSync(inFolder(".raycluster-bbbbbbbbbb.tmp"));
  const present = readdirSync(join(folder, "killed"));
  const run = () => runProcess([...compileTrain, "--output-dir", "killed"]);
  expect(run().exitCode).toBe(0);
  expect(readdirSync(join(folder, "killed"))).toEqual([...present, "train.yaml"].sort());
  for (const name of present) lutimesSync(inFolder(name), old, old);
  lutimesSync(join(folder, "precious.txt"), old, old);
  expect(run()).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  const kept = [...others, ".raycluster-aaaaaaaaaa.tmp", ".raycluster-bbbbbbbbbb.tmp"];
  expect(readdirSync(join(folder, "killed"))).toEqual([...kept, "train.yaml"].sort());
  expect(existsSync(join(folder, "precious.txt"))).toBe(true);
});

test("no colour goes into a pipe unless it is forced", () => {
  const argv = ["compile", "invalid.yaml"];
  const [uncoloured] = runSeveral(program, folder, [{ argv, env: { NO_COLOR: "1" } }]);
  expect(uncoloured?.stderr).not.toContain("\u001b");
  expect(outcomeOf(argv).stderr).not.toContain("\u001b");
  expect(runProcess(argv, { env: { FORCE_COLOR: "1" } }).stderr).toContain("\u001b");
});

test("an error outside every command is a bug of ours, never drift", async () => {
  const preload = join(folder, "throw-later.cjs");
  writeFileSync(preload, "setImmediate(() => { throw new TypeError('boom'); });");
  const child = spawn(process.execPath, ["--require", preload, program, "compile", "-"], {
    cwd: folder,
    env: environment,
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    // The command goes on after the error, and its own end must not count.
    if (stderr === "") child.stdin.end(REQUEST);
    stderr += chunk;
  });
  const exitCode = await new Promise((settle) => child.once("close", settle));
  expect(exitCode).toBe(70);
  expect(stderr).toContain("this is a bug in raycluster");
  expect(stderr).toContain("TypeError: boom");
});

test("help and version load neither zod nor yaml nor the compiler", () => {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const entry of metafile.inputs[file]?.imports ?? []) {
      if (entry.kind !== "dynamic-import" && entry.external !== true) visit(entry.path);
    }
  };
  visit("src/cli/main.ts");
  expect(reached).toContain("src/cli/commands/compile-command.ts");
  expect(
    [...reached].filter((file) =>
      /node_modules|src\/(model|compile|validate|api\/(?!identifiers)|kuberay\/laws|ray\/laws)/.test(
        file,
      ),
    ),
  ).toEqual([]);
});

// That they change nothing in the program is for bundled-commands.test.ts to say.
const logging = { LOG_TOKENS: "1", LOG_STREAM: "1" };

test("variables that make the yaml package print its tokens change nothing in the parts that the library brings along", async () => {
  const bundle = join(folder, "yaml-package.mjs");
  await bundleYamlPackage(root, bundle);
  const script = `
    import { Composer, Lexer, Parser } from ${JSON.stringify(bundle)};
    const parser = new Parser();
    const tokens = [];
    for (const lexeme of new Lexer().lex("a: 1\\n")) tokens.push(...parser.next(lexeme));
    tokens.push(...parser.end());
    const documents = [...new Composer().compose(tokens)];
    process.stderr.write(String(documents.length));
  `;
  const argv = ["--input-type=module", "--eval", script];
  expect(finished(process.execPath, argv, "", logging)).toMatchObject({ stdout: "", stderr: "1" });
  expect(readFileSync(bundle, "utf8")).not.toMatch(/\bprocess\.|LOG_/);
});
