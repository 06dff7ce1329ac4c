import fc from "fast-check";
import { expect, test } from "vitest";
import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { fieldAt, formatFieldPath, parseFieldPath } from "../../src/api/field-path.ts";
import { listKeyOf } from "../../src/api/list-key-of.ts";
import { pruned } from "../../src/api/pruned.ts";
import { walkData } from "../../src/api/walk-data.ts";
import { withStoredDefaults } from "../../src/api/with-stored-defaults.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { cluster, container, withHead } from "../diff/manifests.ts";
import { mutated } from "../schemas/mutated.ts";
import { apiOf } from "./api-of.ts";

const sound = withHead({
  containers: [container("ray-head", { ports: [{ containerPort: 1 }], env: [{ name: "A" }] })],
  volumes: [{ name: "v", configMap: {} }],
});

const apis = ["RayCluster v1 1.7.0", "RayCluster v1alpha1 1.1.0"].map(apiOf);

const mutants = mutated(sound).map((value): PlainData => JSON.parse(JSON.stringify(value ?? null)));

test("what is pruned has no unknown field, keeps every other finding, and pruning it again changes nothing", () => {
  fc.assert(
    fc.property(mutants, fc.constantFrom(...apis), (manifest, api) => {
      const kept = pruned(manifest, api);
      const before = checkAgainstApi(manifest, api)
        .map(placed)
        .filter((text) => !isDropped(text));
      expect(checkAgainstApi(kept, api).map(placed)).toEqual(before);
      expect(pruned(kept, api)).toBe(kept);
    }),
  );
});

test("stored defaults change no judgment, and adding them again changes nothing", () => {
  fc.assert(
    fc.property(mutants, fc.constantFrom(...apis), (manifest, api) => {
      const stored = withStoredDefaults(manifest, api);
      expect(checkAgainstApi(stored, api).map(placed).sort()).toEqual(
        checkAgainstApi(manifest, api).map(placed).sort(),
      );
      expect(withStoredDefaults(stored, api)).toBe(stored);
    }),
  );
});

test("a sound manifest is pruned to itself", () => {
  const api = apiOf("RayCluster v1 1.7.0");
  expect(pruned(sound, api)).toBe(sound);
});

test("null is dropped where it is nothing", () => {
  const api = apiOf("RayCluster v1 1.7.0");
  const manifest = {
    spec: { suspend: null, workerGroupSpecs: [{ stray: 1 }] },
    metadata: { creationTimestamp: null },
  };
  expect(pruned(manifest, api)).toEqual({
    spec: { workerGroupSpecs: [{}] },
    metadata: { creationTimestamp: null },
  });
});

test.each([
  ["v1alpha1 0.6.0", {}],
  ["v1 1.0.0", { maxReplicas: 2_147_483_647, minReplicas: 0, replicas: 0 }],
  ["v1 1.1.0", { maxReplicas: 2_147_483_647, minReplicas: 0, numOfHosts: 1, replicas: 0 }],
  ["v1alpha1 1.7.0", { maxReplicas: 2_147_483_647, minReplicas: 0, replicas: 0 }],
  [
    "v1 1.7.0",
    { maxReplicas: 2_147_483_647, minReplicas: 0, numOfHosts: 1, priority: 0, replicas: 0 },
  ],
])("RayCluster %s stores the defaults of a group", (release, defaults) => {
  const manifest = { spec: { workerGroupSpecs: [{ replicas: null }] } };
  const stored = withStoredDefaults(manifest, apiOf(`RayCluster ${release}`));
  const expected = Object.keys(defaults).length === 0 ? { replicas: null } : defaults;
  expect(stored).toEqual({ spec: { workerGroupSpecs: [expected] } });
});

test("defaults are stored in every object that is there, and in no other", () => {
  const stored = withStoredDefaults(sound, apiOf("RayCluster v1 1.7.0"));
  expect(stored).toMatchObject({
    spec: {
      headGroupSpec: {
        template: {
          spec: {
            containers: [{ ports: [{ containerPort: 1, protocol: "TCP" }] }],
            volumes: [{ configMap: { name: "" } }],
          },
        },
      },
    },
  });
  expect(JSON.stringify(stored)).not.toContain("networkPolicy");
});

test("an item of a keyed list is known by its keys, with their defaults", () => {
  const api = apiOf("RayCluster v1 1.7.0");
  const keyOf = (place: string, item: PlainData) => {
    const path = parseFieldPath(place);
    const type = path === undefined ? undefined : fieldAt(path, api)?.type;
    return type?.kind === "list" ? listKeyOf(item, type) : "no list";
  };
  expect(keyOf("Container.ports", { containerPort: 1 })).toEqual([1, "TCP"]);
  expect(keyOf("Container.ports", { protocol: "UDP" })).toBe(undefined);
  expect(keyOf("PodSpec.hostAliases", { ip: "10.0.0.1" })).toEqual(["10.0.0.1"]);
  expect(keyOf("PodSpec.tolerations", { key: "a" })).toBe(undefined);
  expect(keyOf("PodSpec.nodeName", {})).toBe("no list");
});

test("a path leads to a field of the table, and back to its text", () => {
  const api = apiOf("RayCluster v1 1.7.0");
  const places = {
    "RayClusterSpec.workerGroupSpecs[].replicas": "int32",
    "RayCluster.spec.headGroupSpec.rayStartParams{}": "string",
    "Container.resources.limits{}": "quantity",
    "PodSpec.containers[]": "object",
    PodTemplateSpec: "object",
    "RayClusterSpec.workerGroupSpecs.replicas": undefined,
    "HeadGroupSpec.replicas": undefined,
    "Stray.field": undefined,
  };
  for (const [text, kind] of Object.entries(places)) {
    const path = parseFieldPath(text);
    expect(path && formatFieldPath(path)).toBe(text);
    expect(path && fieldAt(path, api)?.type.kind, text).toBe(kind);
  }
  for (const text of ["", ".a", "A..b", "A[0]", "A.b-c"])
    expect(parseFieldPath(text)).toBe(undefined);
});

test("a walk visits every place that the API knows, parents first, with the field that holds it", () => {
  const manifest = { ...cluster(), stray: 1 };
  const api = apiOf("RayCluster v1 1.7.0");
  const visited: string[] = [];
  walkData(manifest, api.root, ({ path, type, owner, field }) => {
    visited.push(`${formatPath(path)} ${owner?.name}.${field?.name} ${type.kind}`);
    return formatPath(path) !== "spec.workerGroupSpecs";
  });
  expect(visited.slice(0, 3)).toEqual([
    "(document) undefined.undefined object",
    "apiVersion RayCluster.apiVersion string",
    "kind RayCluster.kind string",
  ]);
  expect(visited).toContain(
    "spec.headGroupSpec.template.spec.containers[0].resources.limits.cpu ResourceRequirements.limits quantity",
  );
  expect(visited.filter((text) => /^spec\.workerGroupSpecs\[|^stray/.test(text))).toEqual([]);
});

function placed({
  code,
  path,
}: {
  readonly code: string;
  readonly path: readonly (string | number)[];
}) {
  return `${code} at ${formatPath(path)}`;
}

function isDropped(text: string): boolean {
  return /^api-(?:unknown-field|field-not-in-release) /.test(text);
}
