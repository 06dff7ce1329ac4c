// Installs the packed tarball into an empty project and uses it as strangers would: npm run check:package
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { build } from "esbuild";

const root = process.cwd();
const project = mkdtempSync(join(tmpdir(), "raycluster-consumer-"));
const expected = readFileSync("golden/valid/documented-deployment.yaml", "utf8");
let failed = 0;

try {
  prepare();
  typeCheck("nodenext", "nodenext");
  typeCheck("bundler", "esnext");
  licences();
  declaredNames();
  sameBytes("node, import", process.execPath, ["consumer.mjs"]);
  sameBytes("node, require", process.execPath, ["consumer.cjs"]);
  sameBytes("node, dynamic import from CommonJS", process.execPath, ["consumer-dynamic.cjs"]);
  sameBytes("node, command line", process.execPath, [
    "node_modules/raycluster-compiler/dist/cli.cjs",
    ...commandLine(),
  ]);
  loadsTemplates();
  sameBytesWhereInstalled("bun", ["run", "consumer.mjs"]);
  sameBytesWhereInstalled("deno", ["run", "--allow-read", "--allow-env", "consumer.mjs"]);
  await workerd();
} finally {
  rmSync(project, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

function prepare(): void {
  run("npm", ["pack", "--silent", "--pack-destination", project], root);
  const tarball = readdirSync(project).find((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball.");
  writeFileSync(join(project, "package.json"), '{"name": "consumer", "private": true}\n');
  run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`], project);
  cpSync(resolve(root, "test/package"), project, { recursive: true });
  mkdirSync(join(project, "input"));
  cpSync(resolve(root, "fixtures/valid/documented-deployment"), join(project, "input"), {
    recursive: true,
  });
}

/** The build fails where the licence of something bundled is missing; here it is that the notices are shipped. */
function licences(): void {
  const dist = join(project, "node_modules/raycluster-compiler/dist");
  const notices = readFileSync(join(dist, "THIRD-PARTY-NOTICES.txt"), "utf8");
  tell("licences of what is bundled", /^yaml \d.*\(ISC\)$/m.test(notices), notices.slice(0, 200));
  tell("licence of our own", readFileSync(join(dist, "../LICENSE"), "utf8") !== "", "");
}

/** Nobody else reads what the bundler made of the command line. Biome says that it looked by finding the name of another file. */
function declaredNames(): void {
  const dist = join(project, "node_modules/raycluster-compiler/dist");
  const copy = join(project, "bundle");
  for (const name of ["cli.cjs", "cli"]) {
    cpSync(join(dist, name), join(copy, name), { recursive: true });
  }
  const rules = { correctness: { noUndeclaredVariables: "error" } };
  const config = { linter: { rules }, files: { maxSize: 2 ** 24 } };
  writeFileSync(join(copy, "biome.json"), JSON.stringify(config));
  writeFileSync(join(copy, "cli/sure.cjs"), "surelyUndeclared();\n");
  const argv = ["lint", "--only=correctness/noUndeclaredVariables", "--reporter=json", "."];
  const { stdout, stderr } = spawnSync(resolve(root, "node_modules/.bin/biome"), argv, {
    cwd: copy,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout);
  const errors = Array.from<{ severity: string; message: string }>(diagnostics)
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
  const isDeclared = errors.join() === "The surelyUndeclared variable is undeclared.";
  tell("names in what is bundled", isDeclared, `${stderr}${errors.join("\n")}`);
}

function commandLine(): readonly string[] {
  return ["compile", "input/request.yaml", "--settings", "input/settings.yaml"];
}

function typeCheck(moduleResolution: string, module: string): void {
  const options = [
    "--strict",
    "--noEmit",
    "--skipLibCheck",
    "false",
    "--types",
    "",
    "--lib",
    "es2023",
  ];
  const tsc = resolve(root, "node_modules/typescript/bin/tsc");
  const target = ["--module", module, "--moduleResolution", moduleResolution, "--target", "es2023"];
  const result = spawnSync(process.execPath, [tsc, ...options, ...target, "consumer.ts"], {
    cwd: project,
    encoding: "utf8",
  });
  tell(`types, ${moduleResolution}`, result.status === 0, `${result.stdout}${result.stderr}`);
}

function sameBytes(what: string, command: string, argv: readonly string[]): void {
  const result = spawnSync(command, argv, { cwd: project, encoding: "utf8" });
  tell(what, result.stdout === expected, `${result.stderr}${result.stdout}`);
}

/** What merges pod templates is a part of its own, which `compile` of a small request never loads. */
function loadsTemplates(): void {
  const [, ...operands] = commandLine();
  const cli = "node_modules/raycluster-compiler/dist/cli.cjs";
  const argv = [cli, "explain", ...operands, "--at", "spec.rayVersion"];
  const result = spawnSync(process.execPath, argv, { cwd: project, encoding: "utf8" });
  tell("node, command line, explain", result.status === 0, `${result.stderr}${result.stdout}`);
}

function sameBytesWhereInstalled(command: string, argv: readonly string[]): void {
  if (isInstalled(command)) sameBytes(command, command, argv);
  else console.log(`SKIPPED  ${command}: it is not installed.`);
}

/** workerd runs a worker as a test: it compares the bytes itself, for it has no standard output of its own. */
async function workerd(): Promise<void> {
  if (!isInstalled("workerd")) {
    console.log("SKIPPED  workerd: it is not installed.");
    return;
  }
  writeFileSync(join(project, "expected.yaml"), expected);
  await build({
    entryPoints: [join(project, "worker.mjs")],
    outfile: join(project, "worker.bundle.mjs"),
    bundle: true,
    format: "esm",
    loader: { ".yaml": "text" },
    logLevel: "warning",
  });
  const result = spawnSync("workerd", ["test", "worker.capnp"], { cwd: project, encoding: "utf8" });
  tell("workerd", result.status === 0, `${result.stdout}${result.stderr}`);
}

function isInstalled(command: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => {
    try {
      return readdirSync(folder).includes(command);
    } catch {
      return false;
    }
  });
}

function run(command: string, argv: readonly string[], cwd: string): void {
  const result = spawnSync(command, argv, { cwd, encoding: "utf8" });
  if (result.status === 0) return;
  throw new Error(`${command} ${argv.join(" ")} failed:\n${result.stdout}${result.stderr}`);
}

function tell(what: string, succeeded: boolean, output: string): void {
  console.log(`${succeeded ? "passed " : "FAILED "}  ${what}`);
  if (succeeded) return;
  failed++;
  console.log(output);
}
