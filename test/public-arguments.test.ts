import { expect, test } from "vitest";
import * as library from "../src/index.ts";

// Options and arguments are input too: whatever they are, a function says what is wrong with them, by name.

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};
const settings = { kuberay_version: "1.4.2" };
const { manifest, plan } = library.compileOrThrow(request, settings);
const jobPlan = library.compileOrThrow(
  { ...request, job: { entrypoint: "python a.py" } },
  settings,
).plan;
const servicePlan = library.compileOrThrow(
  { ...request, service: { serve_config: { applications: [] } } },
  settings,
).plan;
const diff = library.diffManifests(manifest, manifest);
const invalid = library.compile({});
const diagnostics = invalid.ok ? [] : invalid.diagnostics;

type Call = (...values: readonly unknown[]) => unknown;

/** A public function, how it is called soundly, and how it tells what is wrong. */
interface Function {
  readonly call: Call;
  readonly sound: readonly unknown[];
  /** Arguments that are judged as documents, by every other test, and observations, of which nothing is expected. */
  readonly free?: readonly number[];
  /** Arguments that may be null or left out. */
  readonly optional?: readonly number[];
  /** The place of the options, and a wrong value for each. */
  readonly options?: readonly [number, Readonly<Record<string, readonly unknown[]>>];
  readonly throws: boolean;
}

const TEXT = [7, true, {}, [], "".concat, Symbol.iterator, 1n];
const SWITCH = [7, "yes", {}, []];
const FUNCTION = [7, "text", {}, []];
const compiling = {
  strict: SWITCH,
  overrides: [7, "a", []],
  patches: [7, "a", {}, true],
  settingsLayers: [7, "a", {}, true],
  kuberayVersion: TEXT,
  settingsAt: [...TEXT, "a..b", "["],
};

/** The values of the library that are no functions. */
const VALUES = ["diagnosticCodes", "readinessReasons"];

const functions: Readonly<Record<string, Function>> = {
  compile: {
    call: library.compile as Call,
    sound: [request, settings, {}],
    free: [0, 1],
    options: [2, compiling],
    throws: false,
  },
  prepare: {
    call: ((given: unknown, options: unknown) =>
      library
        .prepare(
          Object(given) === given ? Object(given) : given,
          Object(options) === options ? Object(options) : options,
        )
        .compile(Object(request))) as Call,
    sound: [settings, {}],
    free: [0],
    options: [1, compiling],
    throws: false,
  },
  compileOrThrow: {
    call: library.compileOrThrow as Call,
    sound: [request, settings, {}],
    free: [0, 1],
    options: [2, compiling],
    throws: true,
  },
  explainValue: {
    call: library.explainValue as Call,
    sound: [request, settings, "spec.rayVersion", {}],
    free: [0, 1],
    options: [3, compiling],
    throws: false,
  },
  localPlan: { call: library.localPlan as Call, sound: [request], throws: false },
  requestSchema: {
    call: library.requestSchema["~standard"].validate as Call,
    sound: [request],
    throws: false,
  },
  settingsFromHelmValues: {
    call: library.settingsFromHelmValues as Call,
    sound: [settings, {}],
    optional: [0],
    options: [1, { settingsAt: [...TEXT, "a..b"] }],
    throws: false,
  },
  settingsFromEnvironment: {
    call: library.settingsFromEnvironment as Call,
    sound: [{ RAY_SUPPORTS_GPUS: "true" }],
    throws: false,
  },
  settingsToEnvironment: {
    call: library.settingsToEnvironment as Call,
    sound: [settings],
    throws: true,
  },
  toYaml: { call: library.toYaml as Call, sound: [manifest], free: [0], throws: true },
  toYamlDocuments: { call: library.toYamlDocuments as Call, sound: [[manifest]], throws: true },
  renderDiagnostics: {
    call: library.renderDiagnostics as Call,
    sound: [diagnostics, {}],
    options: [1, { texts: [7, "text", []], paint: FUNCTION }],
    throws: true,
  },
  renderPlan: { call: library.renderPlan as Call, sound: [plan], throws: true },
  rbacManifests: {
    call: library.rbacManifests as Call,
    sound: [{}],
    options: [
      0,
      {
        namespace: TEXT,
        serviceAccount: TEXT,
        serviceAccountNamespace: TEXT,
        operatorNamespace: TEXT,
        name: TEXT,
        jobs: SWITCH,
        services: SWITCH,
      },
    ],
    throws: true,
  },
  readiness: { call: library.readiness as Call, sound: [plan, {}], free: [1], throws: true },
  teardown: { call: library.teardown as Call, sound: [plan, {}], free: [1], throws: true },
  jobOutcome: { call: library.jobOutcome as Call, sound: [jobPlan, {}], free: [1], throws: true },
  serviceReadiness: {
    call: library.serviceReadiness as Call,
    sound: [servicePlan, {}],
    free: [1],
    throws: true,
  },
  diffManifests: {
    call: library.diffManifests as Call,
    sound: [manifest, manifest, {}],
    free: [0, 1],
    options: [2, { kuberayVersion: [...TEXT, "new"], title: TEXT }],
    throws: false,
  },
  importManifest: {
    call: library.importManifest as Call,
    sound: [manifest, {}],
    free: [0],
    options: [1, { kuberayVersion: [...TEXT, "new"], settingsAt: [...TEXT, "a..b", "["] }],
    throws: false,
  },
  validateManifests: {
    call: library.validateManifests as Call,
    sound: [manifest, {}],
    options: [
      1,
      {
        kuberayVersion: [...TEXT, "new"],
        featureGates: TEXT,
        kubernetesVersion: [...TEXT, "2.0", "new"],
        podSecurity: [...TEXT, "none"],
        crd: [7, "text", {}, []],
        strict: SWITCH,
      },
    ],
    throws: false,
  },
  renderDiffText: {
    call: library.renderDiffText as Call,
    sound: [diff, {}],
    options: [1, { paint: FUNCTION, columns: ["many", {}, Number.NaN, 39, 80.5] }],
    throws: true,
  },
  renderDiffHtml: {
    call: library.renderDiffHtml as Call,
    sound: [[diff], {}],
    options: [1, { title: TEXT }],
    throws: true,
  },
  renderDiffJson: { call: library.renderDiffJson as Call, sound: [[diff]], throws: true },
  renderDiffMarkdown: {
    call: library.renderDiffMarkdown as Call,
    sound: [[diff], {}],
    options: [1, { maximumCharacters: ["many", {}, Number.NaN, 999, 1000.5] }],
    throws: true,
  },
};

test("every public function is in the table", () => {
  const classes = ["CompileError"];
  const known = [...Object.keys(functions), ...VALUES, ...classes];
  expect(Object.keys(library).sort()).toEqual(known.sort());
});

/** Objects that cannot be read; made afresh, since a proxy can be used up. */
const unreadable: Readonly<Record<string, () => object>> = {
  "a proxy that throws": () =>
    new Proxy(
      {},
      { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail },
    ),
  "a proxy that was revoked": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
};

const entries = Object.entries(functions);

test.each(entries)("%s takes what is sound, and null for options", (_name, entry) => {
  expect(complaint(entry, entry.sound)).toBeUndefined();
  const [place] = entry.options ?? [];
  if (place === undefined) return;
  for (const none of [null, undefined, {}, allNull(entry)]) {
    expect(complaint(entry, withArgument(entry, place, none))).toBeUndefined();
  }
});

test.each(entries)("%s names an option that is wrong", (_name, entry) => {
  const [place, options] = entry.options ?? [0, {}];
  for (const [option, values] of Object.entries(options)) {
    for (const value of values) {
      const told = complaint(entry, withArgument(entry, place, { [option]: value }));
      expect(told, `${option}: ${String(typeof value)}`).toContain(
        option === "kuberayVersion" && value === "new" ? "new" : option,
      );
    }
    const getter = Object.defineProperty({}, option, { get: fail, enumerable: true });
    expect(complaint(entry, withArgument(entry, place, getter))).toContain(option);
  }
});

test.each(entries)("%s passes over no option in silence", (name, entry) => {
  const [place, options] = entry.options ?? [0, {}];
  if (entry.options === undefined) return;
  for (const unknown of ["unknown", "__proto__", "constructor"]) {
    const given = JSON.parse(`{"${unknown}": 1}`);
    const told = complaint(entry, withArgument(entry, place, given));
    expect(told, name).toContain(unknown);
  }
  for (const wrong of [
    7,
    "text",
    true,
    [],
    fail,
    ...Object.values(unreadable).map((make) => make()),
  ]) {
    expect(complaint(entry, withArgument(entry, place, wrong)), name).toMatch(/options/i);
  }
  const [first = ""] = Object.keys(options);
  const misspelt = complaint(entry, withArgument(entry, place, { [`${first}x`]: 1 }));
  expect(misspelt).toContain(`Did you mean ${first}?`);
});

test.each(entries)("%s says something of every other argument that is wrong", (name, entry) => {
  for (const place of entry.sound.keys()) {
    if (place === entry.options?.[0] || entry.free?.includes(place)) continue;
    const wrong = [undefined, null, 7, "text", true, [fail], fail, Symbol.iterator];
    const values = entry.optional?.includes(place) ? wrong.filter((one) => one !== null) : wrong;
    for (const value of [...values, ...Object.values(unreadable).map((make) => make())]) {
      expect(complaint(entry, withArgument(entry, place, value)), name).toMatch(/\S/);
    }
  }
});

test.each(entries)("%s gets by with arguments that nothing can be asked of", (name, entry) => {
  for (const place of entry.sound.keys()) {
    for (const make of Object.values(unreadable)) {
      const told = complaint(entry, withArgument(entry, place, make()));
      expect(told === undefined || /\S/.test(told), name).toBe(true);
    }
  }
});

test("kuberayVersion: null leaves the settings' own", () => {
  const options: object = { kuberayVersion: null, overrides: null, strict: null };
  expect(library.compile(request, settings, options)).toEqual(library.compile(request, settings));
});

/** What is said of a call: an error's message, or diagnostics; undefined where all is well. */
function complaint({ call, throws }: Function, values: readonly unknown[]): string | undefined {
  let result: unknown;
  try {
    result = call(...values);
  } catch (error) {
    expect(throws, String(error)).toBe(true);
    const isOurs = error instanceof TypeError || error instanceof library.CompileError;
    expect(isOurs, String(error)).toBe(true);
    return error instanceof Error ? error.message : "";
  }
  const told = Object(result);
  const said = told.diagnostics ?? told.issues;
  if (told.ok === true || said === undefined) return undefined;
  expect(throws && told.ok === false).toBe(false);
  return JSON.stringify(said);
}

function withArgument({ sound }: Function, place: number, value: unknown): readonly unknown[] {
  return sound.map((argument, index) => (index === place ? value : argument));
}

function allNull({ options }: Function): object {
  return Object.fromEntries(Object.keys(options?.[1] ?? {}).map((option) => [option, null]));
}

function fail(): never {
  throw new Error("It was called.");
}
