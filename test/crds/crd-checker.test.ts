import { expect, test } from "vitest";
import { crdChecker } from "./crd-checker.ts";
import { strictSchema } from "./strict-schema.ts";

const quantity = {
  anyOf: [{ type: "integer" }, { type: "string" }],
  pattern: "^[0-9]+(m|Gi)?$",
  "x-kubernetes-int-or-string": true,
};

/** Everything that a CRD of KubeRay says in one way or another. */
const spec = {
  type: "object",
  required: ["replicas", "ports"],
  properties: {
    replicas: { type: "integer", format: "int32", default: 0 },
    seconds: { type: "integer", format: "int64", nullable: true },
    mode: { type: "string", enum: ["a", "b"] },
    limits: { type: "object", additionalProperties: quantity },
    free: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
    managed: {
      type: "string",
      "x-kubernetes-validations": [{ rule: "self == oldSelf" }, { rule: "self in ['a', 'b']" }],
    },
    judged: { type: "string", "x-kubernetes-validations": [{ rule: "self.size() < 3" }] },
    names: { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" },
    ports: {
      type: "array",
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["number", "protocol"],
      items: {
        type: "object",
        required: ["number"],
        properties: {
          number: { type: "integer" },
          protocol: { type: "string", default: "TCP" },
        },
      },
    },
  },
};

const check = crdChecker({
  spec: {
    group: "ray.io",
    names: { kind: "RayCluster" },
    versions: [
      { name: "v1", served: true, schema: { openAPIV3Schema: documentSchema() } },
      { name: "v1alpha1", served: false, schema: { openAPIV3Schema: documentSchema() } },
    ],
  },
});

test.each([
  { replicas: 1 },
  {},
  { seconds: null },
  { seconds: 2 ** 40 },
  { limits: { cpu: 2, memory: "2Gi" } },
  { free: { anything: [{}] } },
  { names: ["a", "b"] },
  { managed: "b" },
  { ports: [{ number: 1 }, { number: 1, protocol: "UDP" }, { number: 2 }] },
])("accepts %j", (members) => {
  expect(check(manifest("ray.io/v1", members))).toEqual([]);
});

test.each([
  [{ stray: 1 }, "/spec must NOT have additional properties"],
  [{ ports: undefined }, "/spec must have required property 'ports'"],
  [{ replicas: "1" }, "/spec/replicas must be integer"],
  [{ replicas: 2 ** 31 }, '/spec/replicas must match format "int32"'],
  [{ replicas: null }, "/spec/replicas must be integer"],
  [{ mode: "c" }, "/spec/mode must be equal to one of the allowed values"],
  [{ limits: { cpu: 1.5 } }, "/spec/limits/cpu must be integer"],
  [{ limits: { cpu: "1.5" } }, "/spec/limits/cpu must match pattern"],
  [{ managed: "c" }, "/spec/managed must be equal to one of the allowed values"],
  [{ judged: "a" }, "/spec/judged must NOT be valid"],
  [{ names: ["a", "a"] }, "/spec/names must NOT have duplicate items"],
  [{ ports: [{ number: 1 }, { number: 1, protocol: "TCP" }] }, "/spec/ports must pass"],
  [{ ports: [{ number: 1, name: "a" }] }, "/spec/ports/0 must NOT have additional properties"],
])("refuses %j", (members, mistake) => {
  expect(check(manifest("ray.io/v1", members))[0]).toContain(mistake);
});

test("refuses a version that is not served and a kind that is not there", () => {
  const message = "no matches for kind RayCluster in version ray.io/v1alpha1";
  expect(check(manifest("ray.io/v1alpha1", {}))).toEqual([message]);
  expect(check({ ...manifest("ray.io/v1", {}), kind: "RayJob" })).toHaveLength(1);
  expect(check(null)).toHaveLength(1);
});

test("refuses a field of the metadata that is not ours", () => {
  const altered = { ...manifest("ray.io/v1", {}), metadata: { name: "a", uid: "b" } };
  expect(check(altered)[0]).toContain("/metadata must NOT have additional properties");
});

test("does not pass over a keyword that it does not know", () => {
  const schema = Object.assign({ type: "string" }, { multipleOf: 2 });
  expect(() => strictSchema(schema)).toThrow("The keyword multipleOf is not known.");
});

function documentSchema() {
  const text = { type: "string" };
  const properties = { apiVersion: text, kind: text, metadata: { type: "object" }, spec };
  return { type: "object", properties };
}

function manifest(apiVersion: string, members: object) {
  const metadata = { name: "train" };
  return { apiVersion, kind: "RayCluster", metadata, spec: { ports: [], ...members } };
}
