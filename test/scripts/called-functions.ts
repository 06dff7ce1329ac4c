import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { coveredScripts, isCalled } from "./covered-scripts.ts";

/** By source file, as a full path. Files that ordinary runs do not load are missing. */
export type CalledFunctions = ReadonlyMap<string, CalledNames>;

/** Names of functions of a file. */
export interface CalledNames {
  /** Those that ordinary runs call. */
  readonly ordinary: ReadonlySet<string>;
  /** Those that ordinary runs with something to report call. */
  readonly reporting: ReadonlySet<string>;
}

/** What people do every day, with nothing to report: its code is to start fast. */
const QUIET: readonly (readonly string[])[] = Object.freeze([
  ["--help"],
  compileCase("kuberay-1.7.0--ray-2.52.0--autoscaling", "documented-deployment"),
  compileCase("cpu-head-gpu-groups"),
  ["compile", ...["simple-scaling-from-one", "labels-and-annotations"].map(requestOf)],
]);

/** The same with warnings. */
const REPORTING: readonly (readonly string[])[] = Object.freeze([
  compileCase("documented-deployment"),
]);

export const ORDINARY: readonly (readonly string[])[] = Object.freeze([...QUIET, ...REPORTING]);

/** What tells of bugs. */
const BUGS: readonly (readonly [path: string, name: string])[] = Object.freeze([
  ["src/cli/run.ts", "reportBug"],
  ["src/diagnostics/defuse.ts", "defuseLines"],
  ["src/diagnostics/defuse.ts", "escapeUnits"],
]);

function compileCase(name: string, settings = name): readonly string[] {
  return ["compile", requestOf(name), "--settings", `fixtures/valid/${settings}/settings.yaml`];
}

function requestOf(name: string): string {
  return `fixtures/valid/${name}/request.yaml`;
}

function runsOf(commands: readonly (readonly string[])[]): string {
  return `
import process from "node:process";
import { nodeIo } from "./src/cli/io/node-io.mjs";
import { run } from "./src/cli/run.mjs";
for (const argv of ${JSON.stringify(commands)}) {
  process.exitCode ||= await run(argv, nodeIo(process, { stdout: 1, stderr: 2 }));
}
`;
}

/** Runs the command line from its source, file by file, and asks V8 what it called. */
export async function calledFunctions(root: string): Promise<CalledFunctions> {
  const parent = resolve(root, "node_modules/.cache/raycluster-compiler");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "called-"));
  try {
    const program = join(folder, "src");
    const modules = await translate(root, program);
    const called = new Map<string, { ordinary: Set<string>; reporting: Set<string> }>();
    const namesIn = (source: string) => {
      const names = called.get(source) ?? { ordinary: new Set(), reporting: new Set() };
      called.set(source, names);
      return names;
    };
    for (const { source, names } of run(root, folder, runsOf(QUIET))) {
      for (const name of names) namesIn(source).ordinary.add(name);
    }
    for (const { source, names } of run(root, folder, runsOf(REPORTING))) {
      for (const name of names) namesIn(source).reporting.add(name);
    }
    // What any module calls while it loads is called for certain; loaded late, it would wait for what waits for it.
    const everything = modules.filter((path) => !/^cli\/(?:main|launch)\b/.test(path));
    const imports = everything.map((path) => `import "./src/${path}";\n`).join("");
    for (const { source, names } of run(root, folder, imports)) {
      for (const name of names) called.get(source)?.ordinary.add(name);
    }
    // A bug is told whatever else fails to load.
    for (const [path, name] of BUGS) namesIn(resolve(root, path)).ordinary.add(name);
    return called;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Translates each file alone, so that its functions keep their names. Returns the modules. */
async function translate(root: string, outdir: string): Promise<readonly string[]> {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const { outputFiles } = await build({
    entryPoints: sources
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(root, "src", file)),
    outdir,
    outbase: join(root, "src"),
    outExtension: { ".js": ".mjs" },
    write: false,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replaceAll(/(?<=\b(?:from |import\()"\.[^"]*)\.ts(?=")/g, ".mjs"));
  }
  return outputFiles.map(({ path }) => relative(outdir, path).replaceAll("\\", "/"));
}

interface CalledIn {
  readonly source: string;
  readonly names: readonly string[];
}

/** Runs a module beside the translated ones; which functions of which source files were called. */
function run(root: string, folder: string, code: string): readonly CalledIn[] {
  const program = join(folder, "src");
  const coverage = mkdtempSync(join(folder, "coverage-"));
  writeFileSync(join(folder, "run.mjs"), code);
  const { PATH } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "run.mjs")], {
    cwd: root,
    env: { PATH, NODE_V8_COVERAGE: coverage },
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`What the bundle is to be fast for ended with ${status}: ${stderr}`);
  return coveredScripts(coverage).flatMap(({ url, functions }) => {
    const path = url.startsWith("file:") ? relative(program, fileURLToPath(url)) : "..";
    if (path.startsWith("..")) return [];
    const called = functions.filter(isCalled);
    return {
      source: resolve(root, "src", path.replace(/\.mjs$/, ".ts")),
      names: called.map(({ functionName }) => functionName),
    };
  });
}
