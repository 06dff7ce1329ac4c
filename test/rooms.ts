/** A room of src, and what lives in it. */
export interface Room {
  /** A folder of src; `compile` and `index` are the files at its top. */
  readonly name: string;
  readonly holds: string;
}

/**
 * The rooms from the ground up, those of one floor together: a room may import itself, its own floor and every floor below.
 * test/architecture.test.ts holds the imports to it, and npm run docs writes it into docs/architecture.md.
 */
export const FLOORS: readonly (readonly Room[])[] = [
  [
    room(
      "diagnostics",
      "what can be said of an input, its place, and how it is shown; makes foreign text harmless",
    ),
  ],
  [room("quantity", "amounts: Kubernetes quantities, CPU, memory, counts, one formatter each")],
  [room("yaml", "text to documents with positions, and the printer")],
  [
    room(
      "api",
      "the Kubernetes API as data: every field of KubeRay's kinds by release, and what reads it",
    ),
  ],
  [
    room(
      "kuberay",
      "the operator: its releases, the names and amounts that it makes, the laws that it enforces",
    ),
  ],
  [room("ray", "Ray: its releases, start parameters, accelerators, image tags, its own laws")],
  [
    room(
      "model",
      "request and settings: types, schemas, defaults, and `resolve`, which makes one model of both",
    ),
  ],
  [
    room("rules", "the laws of request and settings, one file each"),
    room("manifest", "the model to the RayCluster, with where each value came from"),
  ],
  [room("validate", "the laws of any manifest, such as those of Kubernetes for pods")],
  [
    room("plan", "what a server needs besides the manifest"),
    room("lifecycle", "readiness, teardown and rights as pure decisions"),
  ],
  [room("diff/compare", "what differs between two manifests, and what that does")],
  [room("diff/report", "how a difference is told, as text, Markdown or JSON")],
  [room("compile", "`compile`, `compileOrThrow` and `prepare`: the way through")],
  [
    room("explain", "where a value of the manifest came from, and what a word of a report means"),
    room("krm", "the function for kustomize"),
    room("import", "a manifest to the request and settings that make it"),
  ],
  [room("index", "the public names")],
  [room("cli", "arguments to exit code; alone knows files, environment, clock, terminal and git")],
  [room("schemas", "the JSON Schemas that are published; written by npm run schemas")],
];

/** The files at the top of src. */
export const TOP_FILES: readonly string[] = [
  "compile-documents.ts",
  "compile-or-throw.ts",
  "compile-requests.ts",
  "compile.ts",
  "index.ts",
  "lean.ts",
  "prepare.ts",
];

/** The parts of the command line, beside the files that start it. */
export const CLI_PARTS: readonly string[] = [
  "commands",
  "formats",
  "io",
  "project",
  "drift",
  "launch",
];

function room(name: string, holds: string): Room {
  return { name, holds };
}
