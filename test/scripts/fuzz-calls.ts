import * as library from "../../src/index.ts";
import * as lean from "../../src/lean.ts";
import { runCommandLine } from "../cli/run-command-line.ts";

type Call = (data: unknown, text: string) => unknown;

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};
const { manifest, plan } = library.compileOrThrow(request);
const job = library.compileOrThrow({ ...request, job: { entrypoint: "python a.py" } }).plan;
const service = library.compileOrThrow({
  ...request,
  service: { serve_config: { applications: [] } },
}).plan;

/** Every public function with hostile data wherever data, documents or observations may stand. */
export const publicCalls: Readonly<Record<string, Call>> = Object.freeze({
  compile: (data) => [
    library.compile(data),
    library.compile(request, data),
    library.compile(request, undefined, Object(data)),
  ],
  compileLean: (data) => [lean.compileLean(data), lean.compileLean(request, data)],
  compileOrThrow: (data) => library.compileOrThrow(data, data),
  prepare: (data) => [
    library.prepare(data).compile(request),
    library.prepare(undefined).compile(data),
  ],
  prepareLean: (data) => [
    lean.prepareLean(data).compile(request),
    lean.prepareLean(undefined).compile(data),
  ],
  requestSchema: (data) => library.requestSchema["~standard"].validate(data),
  settingsFromHelmValues: (data) => library.settingsFromHelmValues(Object(data)),
  settingsFromEnvironment: (data, text) =>
    library.settingsFromEnvironment({
      RAY_GPU_LABELS: text,
      RAY_GPU_TOLERATIONS: JSON.stringify(data),
      RAY_SUPPORTS_GPUS: text.slice(0, 5),
    }),
  settingsToEnvironment: (data) => library.settingsToEnvironment(Object(data)),
  toYaml: (data) => library.toYaml(Object(data)),
  toYamlDocuments: (data) => library.toYamlDocuments([Object(data)]),
  renderDiagnostics: (data) => {
    const { diagnostics } = library.compile(data);
    return library.renderDiagnostics(diagnostics);
  },
  explainValue: (data, text) => [
    library.explainValue(data, undefined, "spec.rayVersion"),
    library.explainValue(request, undefined, text.slice(0, 60)),
  ],
  localPlan: (data) => library.localPlan(Object(data)),
  renderPlan: (data) => {
    const result = library.compile(data);
    return library.renderPlan(result.ok ? result.plan : plan);
  },
  rbacManifests: (data) => library.rbacManifests(Object(data)),
  readiness: (data) => library.readiness(plan, Object(data)),
  teardown: (data) => library.teardown(plan, Object(data)),
  jobOutcome: (data) => library.jobOutcome(job, Object(data)),
  serviceReadiness: (data) => library.serviceReadiness(service, Object(data)),
  importManifest: (data) => library.importManifest(data),
  validateManifests: (data) => library.validateManifests(Object(data)),
  diffManifests: (data) => [
    library.diffManifests(manifest, data),
    library.diffManifests(data, manifest),
  ],
  renderDiffText: (data) => library.renderDiffText(library.diffManifests(manifest, data)),
  renderDiffMarkdown: (data) => library.renderDiffMarkdown([library.diffManifests(data, manifest)]),
  renderDiffJson: (data) => library.renderDiffJson([library.diffManifests(data, manifest)]),
  renderDiffHtml: (data) => library.renderDiffHtml([library.diffManifests(manifest, data)]),
});

/** Public values that are no functions of data. */
const OTHERS = ["CompileError", "diagnosticCodes", "readinessReasons"];

/** Public functions that no call is made of. */
export const uncalled: readonly string[] = Object.keys({ ...library, ...lean }).filter(
  (name) => publicCalls[name] === undefined && !OTHERS.includes(name),
);

/** Whether an error is one that a function documents: ours says what is wrong, the engine's says what it stumbled upon. */
export function isDocumented(error: unknown): boolean {
  if (error instanceof library.CompileError) return true;
  return (
    error instanceof TypeError &&
    /[.?]$/.test(error.message) &&
    !/Cannot (?:read|set|convert|access|destructure|assign|define)|is not (?:a function|iterable)/.test(
      error.message,
    )
  );
}

const COMMANDS: readonly (readonly string[])[] = Object.freeze([
  ["compile", "f.yaml"],
  ["compile", "sound.json", "--settings", "f.yaml", "--format", "github"],
  ["explain", "f.yaml", "--at", "spec.rayVersion"],
  ["plan", "f.yaml"],
  ["validate", "f.yaml", "--format", "json"],
  ["diff", "f.yaml", "sound.json"],
  ["import", "f.yaml"],
  ["krm", "f.yaml"],
  ["check", "--config", "f.yaml"],
  ["build", "--config", "f.yaml"],
]);

/** Runs one of the commands with a hostile file; throws where the program says that it has a fault. */
export async function runCommandOn(text: string, seed: number): Promise<void> {
  const argv = COMMANDS[seed % COMMANDS.length] ?? [];
  const files = { "f.yaml": text, "sound.json": JSON.stringify(request) };
  const { exitCode, stderr } = await runCommandLine(argv, { files, stdin: text });
  if (exitCode === 70) throw new Error(`${argv.join(" ")}: ${stderr}`);
}
