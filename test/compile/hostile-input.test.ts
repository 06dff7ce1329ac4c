import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Path } from "../../src/diagnostics/path.ts";
import { byTurns } from "../by-turns.ts";
import { expectOrder } from "./expect-order.ts";
import { hostileKey, hostileValue, hostileValues } from "./hostile-values.ts";
import { objectsIn } from "./plain-copies.ts";

/** Sound, with something in every field. */
const request = {
  name: "train",
  namespace: "ml",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 4, memory_gb: 16, gpu_count: 0 },
    scaling_groups: [
      { worker_nodes: { cpu: 4, memory_gb: 16, gpu_count: 1 }, min_workers: 1, max_workers: 3 },
    ],
    autoscaler_config: { cpu: 1, memory_gb: 2 },
  },
  forward_logs: true,
  activation_timeout_seconds: 900,
  labels: { team: "vision" },
  annotations: { "example.com/note": "hello" },
};
const simpleRequest = {
  ...request,
  config: {
    n_nodes: 2,
    max_nodes: 4,
    node_config: { cpu: 4, memory_gb: 16 },
    autoscaler_config: { cpu: 1, memory_gb: 2 },
  },
};
const settings = {
  kuberay_version: "1.4.2",
  ray: {
    enabled: true,
    supports_gpus: true,
    gpu_node_selector: { pool: "gpu" },
    gpu_tolerations: [
      {
        key: "nvidia.com/gpu",
        operator: "Equal",
        value: "true",
        effect: "NoExecute",
        tolerationSeconds: 5,
      },
    ],
    gpu_labels: { tier: "gpu" },
    non_gpu_annotations: { note: "none" },
    gpu_resource_request_key: "nvidia.com/gpu",
    busybox_image: "busybox:1.28",
  },
  worker: { service_account: { name: "default" }, image_pull_secrets: [{ name: "registry" }] },
  rbac: { manage_ray: true },
};

const requests = [request, simpleRequest];
// The two differ in their config alone.
const requestPlaces = [
  ...placesIn(request).map((place) => [request, place] as const),
  ...placesIn(simpleRequest)
    .filter(([first]) => first === "config")
    .map((place) => [simpleRequest, place] as const),
];
const settingsPlaces = placesIn(settings);
const values = Object.entries(hostileValues);

test("what says that it is a text is one, though it has no keys", () => {
  const everything = new Proxy({}, { get: (_target, key) => String(key) });
  const { diagnostics } = compile(simpleRequest, everything);
  expect(diagnostics.map(({ code, range }) => [code, range?.file])).toEqual([
    ["wrong-type", "file"],
  ]);
});

test("what the hostile values are put into is sound", () => {
  for (const sound of requests) expect(compile(sound, settings)).toMatchObject({ ok: true });
});

test.each(values)("%s is no trouble as a whole document", (_name, make) => {
  expectOrder(compile(make(), settings));
  expectOrder(compile(request, make()));
  expectOrder(compile(make(), make()));
});

/** Some places for one value, and others for the next one. */
function placesFor<Place>(places: readonly Place[], name: string): readonly Place[] {
  return byTurns(
    places,
    12,
    values.findIndex(([other]) => other === name),
  );
}

test.each(values)("%s is no trouble anywhere in a request", (name, make) => {
  for (const [sound, place] of placesFor(requestPlaces, name)) {
    expectOrder(compile(changed(sound, [[place, make]]), settings));
  }
});

test.each(values)("%s is no trouble anywhere in the settings", (name, make) => {
  for (const place of placesFor(settingsPlaces, name)) {
    expectOrder(compile(request, changed(settings, [[place, make]])));
  }
});

test.each(values)("%s is no trouble as an override", (_name, make) => {
  // The types forbid it, but callers need not have types.
  const overrides: object = { name: make(), image: make(), namespace: make(), ray_version: make() };
  expectOrder(compile(request, settings, { overrides }));
  const options: object = { kuberayVersion: make() };
  expectOrder(compile(request, settings, options));
});

test("no values at any places are trouble", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...requests).chain((sound) => fc.tuple(fc.constant(sound), changesOf(sound))),
      changesOf(settings),
      ([sound, inRequest], inSettings) => {
        expectOrder(compile(changed(sound, inRequest), changed(settings, inSettings)));
      },
    ),
  );
});

test("no keys in any object are trouble", () => {
  fc.assert(
    fc.property(
      keyed(request, hostileValue),
      keyed(settings, hostileValue),
      (inRequest, inSettings) => {
        expectOrder(compile(changed(request, [inRequest]), changed(settings, [inSettings])));
      },
    ),
  );
});

test("no keys in any object of a text are trouble", () => {
  const value = fc.oneof(fc.string(), fc.constant({ polluted: true })).map((made) => () => made);
  const text = (sound: object, change: Change) => ({
    file: "document.json",
    text: JSON.stringify(changed(sound, [change])),
  });
  fc.assert(
    fc.property(keyed(request, value), keyed(settings, value), (inRequest, inSettings) => {
      expectOrder(compile(text(request, inRequest), text(settings, inSettings)));
    }),
  );
});

/** A place, and the maker of the value that is put there. */
type Change = readonly [Path, () => unknown];

function changesOf(sound: object): fc.Arbitrary<readonly Change[]> {
  const change = fc.tuple(fc.constantFrom(...placesIn(sound)), hostileValue);
  return fc.array(change, { maxLength: 4 });
}

/** A hostile key in any object or list, the root included. */
function keyed(sound: object, value: fc.Arbitrary<() => unknown>): fc.Arbitrary<Change> {
  return fc
    .tuple(fc.constantFrom([], ...placesIn(sound)), hostileKey, value)
    .map(([place, key, make]) => [[...place, key], make]);
}

/** Every place in a tree but its root. */
function placesIn(data: unknown): readonly Path[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [
    [key],
    ...placesIn(value).map((place) => [key, ...place]),
  ]);
}

/** A copy with other values at some places; a place inside a value that was put there is passed over. */
function changed(data: unknown, changes: readonly Change[]): unknown {
  const copy: unknown = structuredClone(data);
  const ours = new Set<unknown>(objectsIn(copy));
  for (const [place, make] of changes) {
    let parent = copy;
    for (const step of place.slice(0, -1)) {
      parent = ours.has(parent) ? Object.getOwnPropertyDescriptor(parent, step)?.value : undefined;
    }
    if (ours.has(parent)) setMember(parent, String(place.at(-1)), make());
  }
  return copy;
}

/** Unlike an assignment, this makes `__proto__` a key of its own. A list keeps its length. */
function setMember(parent: unknown, key: string, value: unknown): void {
  if (Array.isArray(parent) && key === "length") return;
  const attributes = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(parent, key, attributes);
}
