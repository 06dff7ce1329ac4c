import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { cluster } from "../diff/manifests.ts";
import { job } from "../kuberay/laws/manifests.ts";

function found(
  metadata: PlainObject,
  kuberayVersion = "1.7.0",
  base = cluster(),
): readonly string[] {
  const { diagnostics } = validateManifests({ ...base, metadata }, { kuberayVersion });
  return diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

const name = "train";
const wrong = (place: string) => [`api-invalid-metadata /metadata/${place}`];
const bytes = (number: number) => ({ a: "x".repeat(number - 1) });

test.each<readonly [PlainObject, readonly string[]]>([
  [{ name }, []],
  [{ name: "Train" }, wrong("name")],
  [{ name: "my_train" }, wrong("name")],
  [{ generateName: "train-" }, []],
  [{ generateName: "my_" }, wrong("name")],
  [{ name, generateName: "my_" }, []],
  [{ name, namespace: "ml" }, []],
  [{ name, namespace: "ML" }, wrong("namespace")],
  [{ name, namespace: "a.b" }, wrong("namespace")],
  [{ name, labels: { "example.com/team": "ml_a.b-1", "": "a" } }, wrong("labels/")],
  [{ name, labels: { team: "" } }, []],
  [{ name, labels: { team: "ML Platform" } }, wrong("labels/team")],
  [{ name, labels: { team: "a".repeat(64) } }, wrong("labels/team")],
  [{ name, labels: { "my team": "a" } }, wrong("labels/my team")],
  [{ name, annotations: { "example.com/Note": "any text, \u{1f600}" } }, []],
  [{ name, annotations: { "a/b/c": "a" } }, wrong("annotations/a~1b~1c")],
  [{ name, annotations: bytes(262_144) }, []],
  [{ name, annotations: bytes(262_145) }, wrong("annotations")],
  [{ name, labels: { team: 1 } }, ["api-wrong-type /metadata/labels/team"]],
])("metadata %j", (metadata, expected) => {
  // Once, whatever KubeRay says of the name as well.
  expect(found(metadata)).toEqual(expected);
  expect(found(metadata, "1.3.2")).toEqual(expected);
  expect(found(metadata, "1.7.0", job())).toEqual(expected);
});

test.each<readonly [PlainObject, string]>([
  [
    { name, namespace: "ML" },
    '"ML" is not a valid namespace. It may not contain "M"; use lower-case letters, digits and "-".',
  ],
  [
    { name, annotations: bytes(262_145) },
    "The annotations take 262,145 bytes; at most 262,144 are allowed.",
  ],
])("what is said of metadata, example %#", (metadata, message) => {
  const { diagnostics } = validateManifests({ ...cluster(), metadata });
  expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
});
