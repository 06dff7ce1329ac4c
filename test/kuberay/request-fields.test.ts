import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { requestFields } from "../../src/kuberay/request-fields.ts";
import { isAtLeast, parseVersion } from "../../src/kuberay/version.ts";
import { crdFolder } from "../crds/crd-files.ts";
import { parsedCrd } from "../crds/parsed-crd.ts";
import { needs } from "../needs.ts";

/** The releases on both sides of each step, as far as their CRDs may be there. */
const RELEASES = ["0.4.0", "0.5.2", "1.0.0", "1.1.0", "1.2.1", "1.3.0", "1.5.0", "1.5.1"];
const LATER_RELEASES = ["1.6.0", "1.6.1", "1.7.0"];

/** Fields that a CRD has before the operator takes them with its default feature gates. */
const GATED: readonly string[] = ["groupSuspend"];

const crds = needs(crdFolder);
const fields = Object.entries(requestFields).filter(([, { field }]) => field.startsWith("spec."));

crds.test.each([...RELEASES, ...LATER_RELEASES])(
  `KubeRay %s has the fields that the table says${crds.skipped}`,
  (release) => {
    const version = parseVersion(release);
    const schema = specSchema(release);
    const wrong = fields.filter(([name, { field, since }]) => {
      if (version === undefined) return true;
      const isThere = hasField(schema, field);
      const isDue = isAtLeast(version, since.major, since.minor, since.patch);
      return isDue ? !isThere : isThere && !GATED.includes(name);
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  },
  20_000,
);

test("a head Service can have a name of its own from 1.0 on, which no CRD tells", () => {
  expect(requestFields.headServiceName.since).toEqual(parseVersion("1.0.0"));
});

// Reads the CRDs themselves; the table of the API, once there is one, takes the place of this function and the next.
function specSchema(release: string): unknown {
  const file = `${crdFolder}/rayclusters-v${release}.yaml`;
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  const versions = memberAt(parsedCrd(file), ["spec", "versions"]);
  const list: readonly unknown[] = Array.isArray(versions) ? versions : [];
  const newest = list.find((version) => memberAt(version, ["name"]) === "v1") ?? list[0];
  return memberAt(newest, ["schema", "openAPIV3Schema"]);
}

/** `spec.workerGroupSpecs[].suspend` in a schema. */
function hasField(schema: unknown, field: string): boolean {
  const steps = field
    .replaceAll("[]", ".[]")
    .split(".")
    .flatMap((step) => (step === "[]" ? ["items"] : ["properties", step]));
  return memberAt(schema, steps) !== undefined;
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((parent: unknown, key) => {
    if (typeof parent !== "object" || parent === null) return undefined;
    return Object.getOwnPropertyDescriptor(parent, key)?.value;
  }, value);
}
