import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { apiFor, apiKinds } from "../../src/api/api-for.ts";
import { isWithin } from "../../src/api/span.ts";
import { typeRows } from "../../src/api/table/table.ts";
import { readRows } from "../../src/api/table-row.ts";
import { byTurns } from "../by-turns.ts";
import { memory } from "../memory.ts";
import { needs } from "../needs.ts";
import { releaseOf } from "./api-of.ts";
import { buildTable } from "./build-table.ts";
import { digestOf, digestsFile, fieldsOfSchema, readDigests } from "./crd-digests.ts";
import { crdFolder, crdSchemas } from "./crd-schemas.ts";
import { fieldsOfType } from "./fields-of-type.ts";
import { printTable } from "./print-table.ts";

const crds = needs(crdFolder);
const schemas = crds.isThere ? crdSchemas() : [];
const digests = readDigests(readFileSync(digestsFile, "utf8"));

crds.test(
  `the table has every field of every CRD with the same properties, and no other${crds.skipped}`,
  () => {
    // By day every sixth; the next test makes the table of all.
    for (const { kind, apiVersion, release, schema } of byTurns(schemas, 6)) {
      const { digest, fields } = tableDigest(kind, apiVersion, release);
      const inCrd = fieldsOfSchema(kind, schema);
      const [count, hash] = digestOf(inCrd);
      const name = `${kind} ${apiVersion} ${release}`;
      expect(count, name).toBeGreaterThan(0);
      if (digest !== `${count} ${hash}`)
        expect(fields().toSorted(), name).toEqual(inCrd.toSorted());
      expect(digest, name).toBe(`${count} ${hash}`);
      expect(digests, name).toContainEqual({ kind, apiVersion, release, fields: count, hash });
    }
  },
);

crds.test(`the table is what npm run api writes${crds.skipped}`, () => {
  for (const [file, text] of printTable(buildTable(schemas))) {
    expect(readFileSync(`src/api/table/${file}`, "utf8"), file).toBe(text);
  }
});

test("the table agrees with the digest of every CRD of every release", () => {
  // By day every ninth.
  const changed = byTurns(digests, 9).filter(
    ({ kind, apiVersion, release, fields, hash }) =>
      tableDigest(kind, apiVersion, release).digest !== `${fields} ${hash}`,
  );
  expect(changed).toEqual([]);
  expect(digests.length).toBe(130);
});

test("a kind is served in the versions and from the releases that have a CRD of it, and in no other", () => {
  const known = new Set(
    digests.map(({ kind, apiVersion, release }) => `${kind} ${apiVersion} ${release}`),
  );
  const releases = [...new Set(digests.map(({ release }) => release))];
  for (const kind of apiKinds()) {
    for (const apiVersion of ["v1", "v1alpha1", "v2"]) {
      for (const release of releases) {
        const answer = apiFor({
          kind,
          apiVersion: `ray.io/${apiVersion}`,
          kuberayVersion: releaseOf(release),
        });
        const name = `${kind} ${apiVersion} ${release}`;
        expect(answer.ok, name).toBe(known.has(name));
      }
    }
  }
});

test("a kind that is not served says why", () => {
  const why = (kind: string, apiVersion: string, release: string) => {
    const answer = apiFor({ kind, apiVersion, kuberayVersion: releaseOf(release) });
    return answer.ok ? [] : [answer.field, answer.message, answer.hint];
  };
  expect(why("RayClusters", "ray.io/v1", "1.0.0")).toEqual([
    "kind",
    'KubeRay has no kind "RayClusters".',
    "Did you mean RayCluster?",
  ]);
  expect(why("Pod", "ray.io/v1", "1.0.0")).toEqual([
    "kind",
    'KubeRay has no kind "Pod".',
    "The kinds are RayCluster, RayCronJob, RayJob, RayService.",
  ]);
  expect(why("RayJob", "batch/v1", "1.0.0")).toEqual([
    "apiVersion",
    'No release of KubeRay serves RayJob as "batch/v1".',
    "Write ray.io/v1 or ray.io/v1alpha1.",
  ]);
  expect(why("RayCronJob", "ray.io/v1alpha1", "1.7.0")).toEqual([
    "apiVersion",
    'No release of KubeRay serves RayCronJob as "ray.io/v1alpha1".',
    "Write ray.io/v1.",
  ]);
  expect(why("RayCronJob", "ray.io/v1", "1.5.2")).toEqual([
    "kind",
    "KubeRay 1.5.2 does not serve RayCronJob as ray.io/v1, which came with 1.6.0.",
    "Use KubeRay 1.6.0 or newer.",
  ]);
  expect(why("RayJob", "ray.io/v1", "0.6.0")).toEqual([
    "apiVersion",
    "KubeRay 0.6.0 does not serve RayJob as ray.io/v1, which came with 1.0.0.",
    "Write ray.io/v1alpha1.",
  ]);
});

test("a field that changed its type has one type at a time", () => {
  for (const [type, text] of Object.entries(typeRows)) {
    const rows = readRows(text);
    for (const { apiVersion, release } of digests) {
      const version = apiVersion === "v1" ? "v1" : "v1alpha1";
      const names = rows
        .filter(({ span }) => span === undefined || isWithin(span, version, releaseOf(release)))
        .map(({ name }) => name);
      if (new Set(names).size < names.length) expect(names, `${type} ${release}`).toEqual([]);
    }
  }
});

test("the table stays short enough to review", () => {
  const rows = Object.values(typeRows).flatMap((text) => readRows(text));
  expect(rows.length + Object.keys(typeRows).length).toBeLessThan(1300);
});

test("a release that is newer than the table is taken for its newest", () => {
  expect(fieldsIn("RayCluster", "v1", "9.9.9")).toEqual(fieldsIn("RayCluster", "v1", "1.7.0"));
});

/** The lists are long, and two tests ask for each digest. */
const known = memory<string>();

function tableDigest(kind: string, apiVersion: string, release: string) {
  const key = `${kind} ${apiVersion} ${release}`;
  const fields = () => fieldsIn(kind, apiVersion, release);
  const digest = known(key, () => digestOf(fields()).join(" "));
  return { digest, fields };
}

function fieldsIn(kind: string, apiVersion: string, release: string): readonly string[] {
  const answer = apiFor({
    kind,
    apiVersion: `ray.io/${apiVersion}`,
    kuberayVersion: releaseOf(release),
  });
  return answer.ok ? fieldsOfType(answer.api.root) : [];
}
