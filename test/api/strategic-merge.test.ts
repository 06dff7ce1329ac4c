import fc from "fast-check";
import { expect, test } from "vitest";
import type { ObjectType } from "../../src/api/api-type.ts";
import { strategicMerge } from "../../src/api/strategic-merge.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { apiOf } from "./api-of.ts";

const api = apiOf("RayCluster v1 1.7.0");

/** A pod spec, a patch and what they make; the source of every case is strategicpatch/patch.go. */
const cases: readonly (readonly [
  what: string,
  base: PlainObject,
  patch: PlainObject,
  merged: PlainObject,
])[] = [
  [
    "maps merge key by key",
    { nodeSelector: { a: "1" } },
    { nodeSelector: { b: "2" } },
    { nodeSelector: { a: "1", b: "2" } },
  ],
  [
    "null deletes a field",
    { nodeName: "a", hostNetwork: true },
    { nodeName: null },
    { hostNetwork: true },
  ],
  ["null deletes a list", { tolerations: [{ key: "a" }] }, { tolerations: null }, {}],
  [
    "null deletes in a map",
    { nodeSelector: { a: "1", b: "2" } },
    { nodeSelector: { a: null } },
    { nodeSelector: { b: "2" } },
  ],
  [
    "null for what is not there is nothing",
    {},
    { nodeName: null, affinity: { nodeAffinity: null } },
    { affinity: {} },
  ],
  [
    "a list without a key is replaced",
    { tolerations: [{ key: "a" }] },
    { tolerations: [{ key: "b" }] },
    { tolerations: [{ key: "b" }] },
  ],
  [
    "a new item comes first",
    { containers: [{ name: "ray" }] },
    { containers: [{ name: "log" }] },
    { containers: [{ name: "log" }, { name: "ray" }] },
  ],
  [
    "items that the patch names are in its order",
    { containers: [{ name: "ray", image: "a" }] },
    { containers: [{ name: "ray", tty: true }, { name: "log" }] },
    { containers: [{ name: "ray", image: "a", tty: true }, { name: "log" }] },
  ],
  [
    "the others go by the order of the base",
    { containers: [{ name: "a" }, { name: "b" }, { name: "c" }] },
    {
      containers: [
        { name: "c", tty: true },
        { name: "a", tty: true },
      ],
    },
    { containers: [{ name: "b" }, { name: "c", tty: true }, { name: "a", tty: true }] },
  ],
  [
    "items within items merge",
    {
      containers: [
        {
          name: "a",
          env: [
            { name: "X", value: "1" },
            { name: "Y", value: "2" },
          ],
        },
      ],
    },
    { containers: [{ name: "a", env: [{ name: "Y", value: "3" }] }] },
    {
      containers: [
        {
          name: "a",
          env: [
            { name: "X", value: "1" },
            { name: "Y", value: "3" },
          ],
        },
      ],
    },
  ],
  [
    "null deletes in an item",
    { containers: [{ name: "a", image: "x" }] },
    { containers: [{ name: "a", image: null }] },
    { containers: [{ name: "a" }] },
  ],
  [
    "ports merge by their number alone",
    { containers: [{ name: "a", ports: [{ containerPort: 1, protocol: "TCP" }] }] },
    { containers: [{ name: "a", ports: [{ containerPort: 1, protocol: "UDP" }] }] },
    { containers: [{ name: "a", ports: [{ containerPort: 1, protocol: "UDP" }] }] },
  ],
  [
    "keys are compared with their type",
    { containers: [{ name: "a", ports: [{ containerPort: 8080 }] }] },
    { containers: [{ name: "a", ports: [{ containerPort: "8080" }] }] },
    { containers: [{ name: "a", ports: [{ containerPort: "8080" }, { containerPort: 8080 }] }] },
  ],
  [
    "command is replaced",
    { containers: [{ name: "a", command: ["x", "y"] }] },
    { containers: [{ name: "a", command: ["z"] }] },
    { containers: [{ name: "a", command: ["z"] }] },
  ],
  ["another type takes the place", { affinity: { a: 1 } }, { affinity: [1] }, { affinity: [1] }],
  [
    "$patch: replace replaces a map",
    { nodeSelector: { a: "1" } },
    { nodeSelector: { $patch: "replace", b: "2" } },
    { nodeSelector: { b: "2" } },
  ],
  [
    "$patch: delete empties a map",
    { securityContext: { runAsUser: 1 } },
    { securityContext: { $patch: "delete" } },
    { securityContext: {} },
  ],
  [
    "$patch: delete of what is not there is nothing",
    {},
    { securityContext: { $patch: "delete" } },
    {},
  ],
  [
    "$patch: delete deletes an item",
    { containers: [{ name: "a" }, { name: "b" }] },
    { containers: [{ name: "a", $patch: "delete" }] },
    { containers: [{ name: "b" }] },
  ],
  [
    "deleting an item that is not there is nothing",
    { containers: [{ name: "a" }] },
    { containers: [{ name: "b", $patch: "delete" }] },
    { containers: [{ name: "a" }] },
  ],
  [
    "$patch: replace replaces a list",
    { containers: [{ name: "a" }, { name: "b" }] },
    {
      containers: [
        { $patch: "replace", name: "lost" },
        { name: "c" },
        { name: "b", $patch: "delete" },
      ],
    },
    { containers: [{ name: "c" }] },
  ],
  [
    "a volume keeps both sources",
    { volumes: [{ name: "v", emptyDir: {} }] },
    { volumes: [{ name: "v", hostPath: { path: "/x" } }] },
    { volumes: [{ name: "v", emptyDir: {}, hostPath: { path: "/x" } }] },
  ],
  [
    "unless $retainKeys says what stays",
    { volumes: [{ name: "v", emptyDir: {} }] },
    { volumes: [{ name: "v", hostPath: { path: "/x" }, $retainKeys: ["name", "hostPath"] }] },
    { volumes: [{ name: "v", hostPath: { path: "/x" } }] },
  ],
  [
    "$setElementOrder orders the result",
    { containers: [{ name: "a" }, { name: "b" }] },
    {
      containers: [{ name: "c" }],
      "$setElementOrder/containers": [{ name: "a" }, { name: "c" }, { name: "b" }],
    },
    { containers: [{ name: "a" }, { name: "c" }, { name: "b" }] },
  ],
  [
    "$setElementOrder alone reorders",
    { containers: [{ name: "a" }, { name: "b" }] },
    { "$setElementOrder/containers": [{ name: "b" }, { name: "a" }] },
    { containers: [{ name: "b" }, { name: "a" }] },
  ],
  [
    "items that it does not name are woven in by their old order",
    { containers: [{ name: "a" }, { name: "b" }, { name: "c" }] },
    { "$setElementOrder/containers": [{ name: "c" }, { name: "b" }] },
    { containers: [{ name: "a" }, { name: "c" }, { name: "b" }] },
  ],
];

/** What does not happen but in a patch that somebody wrote by mistake, or to do harm. */
const oddCases: typeof cases = [
  [
    "an order to take scalars out of what is not there is nothing",
    {},
    { affinity: { "$deleteFromPrimitiveList/a": ["b"] } },
    { affinity: {} },
  ],
  [
    "an order to replace what is not there is taken off",
    {},
    {
      nodeSelector: { $patch: "replace", a: "1" },
      containers: [{ $patch: "replace" }, { name: "c" }],
    },
    { nodeSelector: { a: "1" }, containers: [{ name: "c" }] },
  ],
  [
    "null stays an item of a list",
    {},
    { tolerations: [null, { key: "a" }] },
    { tolerations: [null, { key: "a" }] },
  ],
  [
    "of items of one name the first is merged",
    {
      containers: [
        { name: "a", image: "1" },
        { name: "a", image: "2" },
      ],
    },
    { containers: [{ name: "a", tty: true }] },
    {
      containers: [
        { name: "a", image: "1", tty: true },
        { name: "a", image: "2" },
      ],
    },
  ],
  [
    "of items of one name the first has the place of both",
    { containers: [{ name: "a", image: "1" }, { name: "b" }, { name: "a", image: "2" }] },
    { containers: [{ name: "b", tty: true }] },
    {
      containers: [
        { name: "a", image: "1" },
        { name: "a", image: "2" },
        { name: "b", tty: true },
      ],
    },
  ],
  [
    "an item that is no object is left alone",
    { containers: ["a"] },
    { containers: [{ name: "a" }] },
    { containers: ["a", { name: "a" }] },
  ],
  [
    "$retainKeys keeps what it names and lets null be",
    { nodeName: "a", hostNetwork: true, hostPID: true },
    { $retainKeys: ["nodeName"], hostPID: null },
    { nodeName: "a" },
  ],
  [
    "orders for what is no list are nothing",
    { nodeName: "a", containers: [{ name: "b" }, { name: "a" }] },
    {
      "$deleteFromPrimitiveList/nodeName": ["a"],
      "$deleteFromPrimitiveList/containers": "a",
      "$setElementOrder/nodeName": ["a"],
      "$setElementOrder/volumes": [{ name: "a" }],
      "$setElementOrder/containers": "a",
    },
    { nodeName: "a", containers: [{ name: "b" }, { name: "a" }] },
  ],
  [
    "items to delete need no place in $setElementOrder, and what has no key has none",
    { containers: [{ name: "a" }, { name: "b" }, { name: "c" }] },
    {
      containers: [{ name: "b", $patch: "delete" }],
      "$setElementOrder/containers": [{ name: "c" }, { name: "a" }, {}],
    },
    { containers: [{ name: "c" }, { name: "a" }] },
  ],
];

test.each([...cases, ...oddCases])("%s", (_what, base, patch, merged) => {
  const before = structuredClone([base, patch]);
  const result = strategicMerge(base, patch, typeOf("PodSpec"));
  expect(result).toEqual({ ok: true, value: merged });
  expect(result.ok && JSON.stringify(result.value)).toBe(JSON.stringify(merged));
  expect([base, patch]).toEqual(before);
});

test("finalizers merge as a set of scalars, and some can be taken out", () => {
  const merged = (patch: PlainObject) => {
    const result = strategicMerge({ finalizers: ["a", "b"] }, patch, typeOf("ObjectMeta"));
    return result.ok && result.value;
  };
  expect(merged({ finalizers: ["c", "b"] })).toEqual({ finalizers: ["c", "a", "b"] });
  expect(merged({ "$deleteFromPrimitiveList/finalizers": ["a"] })).toEqual({ finalizers: ["b"] });
  const order = { "$setElementOrder/finalizers": ["b", "c", "a"] };
  expect(merged({ finalizers: ["c"], ...order })).toEqual({ finalizers: ["b", "c", "a"] });
});

test.each([
  [
    { containers: [{ image: "a" }] },
    "containers[0]",
    "The item has no name, which identifies the item to change in a patch of this list.",
  ],
  [
    { containers: [{ $patch: "delete" }] },
    "containers[0]",
    "The item has no name, which identifies the item to change in a patch of this list.",
  ],
  [
    { containers: [{ name: "a", $patch: "merge" }] },
    "containers[0].$patch",
    '$patch must be replace or delete here, but it is "merge".',
  ],
  [
    { containers: ["a"] },
    "containers[0]",
    "The item has no name, which identifies the item to change in a patch of this list.",
  ],
  [
    { nodeSelector: { $patch: {} } },
    "nodeSelector.$patch",
    '$patch must be replace or delete here, but it is "".',
  ],
  [
    { $retainKeys: "nodeName", nodeName: "b" },
    "nodeName",
    "$retainKeys does not name nodeName, which the patch also sets.",
  ],
  [
    { nodeSelector: { $patch: "merge" } },
    "nodeSelector.$patch",
    '$patch must be replace or delete here, but it is "merge".',
  ],
  [
    { $retainKeys: ["a"], nodeName: "b" },
    "nodeName",
    "$retainKeys does not name nodeName, which the patch also sets.",
  ],
  [
    {
      containers: [{ name: "x" }, { name: "a" }],
      "$setElementOrder/containers": [{ name: "a" }, { name: "x" }],
    },
    '["$setElementOrder/containers"]',
    "$setElementOrder/containers must list the items that the patch sets for containers, in the same order.",
  ],
] satisfies readonly (readonly [PlainObject, string, string])[])(
  "%j is refused at %s",
  (patch, place, message) => {
    const result = strategicMerge(
      { containers: [{ name: "a" }], nodeSelector: {} },
      patch,
      typeOf("PodSpec"),
    );
    const found = result.ok
      ? []
      : result.mistakes.map((mistake) => [formatPath(mistake.path), mistake.message]);
    expect(found).toEqual([[place, message]]);
  },
);

test("a mistake in a patch says what to do", () => {
  const hints = (patch: PlainObject) => {
    const result = strategicMerge({}, patch, typeOf("PodSpec"));
    return result.ok ? [] : result.mistakes.map(({ hint }) => hint);
  };
  expect(hints({ $retainKeys: ["a"], nodeName: "b" })).toEqual(["Add nodeName to $retainKeys."]);
  expect(hints({ $patch: "merge" })).toEqual(["Remove $patch to merge."]);
});

test("what is merged must be objects", () => {
  expect(strategicMerge([], {}, typeOf("PodSpec"))).toMatchObject({
    ok: false,
    mistakes: [{ message: "The patched document must be an object." }],
  });
  expect(strategicMerge({}, null, typeOf("PodSpec"))).toMatchObject({
    ok: false,
    mistakes: [{ message: "A patch must be an object." }],
  });
});

const name = fc.constantFrom("a", "b", "c", "d");
const env = fc.uniqueArray(fc.record({ name, value: fc.constantFrom("1", "2") }), {
  selector: (entry) => entry.name,
});
const container = fc.record(
  { name, image: fc.constantFrom("x", "y"), env, args: fc.array(name, { maxLength: 2 }) },
  { requiredKeys: ["name"] },
);
const pod: fc.Arbitrary<PlainObject> = fc.record(
  {
    containers: fc.uniqueArray(container, { selector: (entry) => entry.name }),
    nodeSelector: fc.dictionary(name, fc.constantFrom("1", "2")),
    tolerations: fc.array(fc.record({ key: name })),
    hostNetwork: fc.boolean(),
  },
  { requiredKeys: [] },
);

test("an empty patch and a patch with itself change nothing", () => {
  fc.assert(
    fc.property(pod, (base) => {
      expect(merge(base, {})).toEqual(base);
      expect(merge(base, base)).toEqual(base);
    }),
  );
});

test("merging the same patch again changes nothing more", () => {
  fc.assert(
    fc.property(pod, pod, (base, patch) => {
      const once = merge(base, patch);
      expect(merge(once, patch)).toEqual(once);
    }),
  );
});

test("every leaf tells where it came from, and all of a patch arrives", () => {
  fc.assert(
    fc.property(pod, pod, (base, patch) => {
      const seen: { readonly path: readonly (string | number)[]; readonly text: string }[] = [];
      const result = strategicMerge(
        base,
        patch,
        typeOf("PodSpec"),
        (path, { from, path: source }) => {
          const value = valueAt(from === "base" ? base : patch, source);
          seen.push({ path: [...path], text: JSON.stringify(value) });
        },
      );
      const merged = result.ok ? result.value : null;
      const isLeaf = (value: unknown) =>
        typeof value !== "object" || value === null || Object.keys(value).length === 0;
      const leaves = seen.flatMap(({ path, text }) =>
        isLeaf(valueAt(merged, path)) ? [text] : [],
      );
      expect(leaves).toEqual(leavesOf(merged));
      for (const container of listOf(patch.containers)) {
        expect(listOf(Reflect.get(Object(merged), "containers")).map(nameOf)).toContain(
          nameOf(container),
        );
      }
    }),
  );
});

function merge(base: PlainData, patch: PlainData): PlainData {
  const result = strategicMerge(base, patch, typeOf("PodSpec"));
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result.value;
}

function typeOf(typeName: string): ObjectType {
  const type = api.typeNamed(typeName);
  if (type === undefined) throw new Error(`There is no type ${typeName}.`);
  return type;
}

function valueAt(data: PlainData, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((node, step) => Reflect.get(Object(node), step), data);
}

function leavesOf(data: PlainData): readonly string[] {
  if (typeof data !== "object" || data === null) return [JSON.stringify(data)];
  const members = Object.values(data);
  return members.length === 0
    ? [JSON.stringify(data)]
    : members.flatMap((member) => leavesOf(member));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function nameOf(item: unknown): unknown {
  return Reflect.get(Object(item), "name");
}
