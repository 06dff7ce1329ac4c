import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { CompileResult } from "../../src/compile-documents.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { isPlainObject } from "../../src/diagnostics/plain-data.ts";
import { isAtOrAfter, parseVersion } from "../../src/kuberay/version.ts";
import { clusterSpecOf } from "../../src/manifest/manifest.ts";
import { fieldsOf } from "../../src/model/unknown-keys/fields-of.ts";
import { placeNames, placeOf, places } from "../../src/model/unknown-keys/places.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { byTurns } from "../by-turns.ts";
import type { CrdChecker } from "../crds/crd-checker.ts";
import { crdFolder, crdReleases } from "../crds/crd-files.ts";
import { releaseChecker } from "../crds/release-checker.ts";
import { mainReleases } from "../kuberay/tested-releases.ts";
import { needs } from "../needs.ts";
import { isThorough } from "../property-runs.ts";
import { documentsOf } from "./documents-of.ts";
import type { Option } from "./options.ts";
import { options } from "./options.ts";
import { valueAt } from "./value-at.ts";

// Every option with every release of KubeRay and every version of Ray, each pair of options somewhere: not the whole product, but
// the same part of it each time.

const RAYS = ["2.9.3", "2.31.0", "2.40.0", "2.47.0", "2.52.0", "2.56.0", null];
/** A request whose field needs a gate that is off gets a warning of its own. */
const GATES = "AllAlpha=true,AllBeta=true";

const crds = needs(crdFolder);

interface Case {
  readonly chosen: readonly Option[];
  readonly release: string;
  readonly ray: string | null;
}

/**
 * One option with each release, the versions of Ray in turn: alone, and beside another option, a farther one each time. By
 * day the two by turns.
 */
function casesOf(option: Option, index: number): readonly Case[] {
  return mainReleases.flatMap((release, step) => {
    const ray = RAYS[(step + index) % RAYS.length] ?? null;
    const others = options.slice(index + 1).filter((other) => isCompatible(option, other));
    const other = others[(step * 7 + index) % Math.max(1, others.length)];
    const alone: Case = { chosen: [option], release, ray };
    const next = RAYS[(step + index + 3) % RAYS.length] ?? null;
    if (other === undefined) return [alone];
    return byTurns([alone, { chosen: [option, other], release, ray: next }], 2, step + index);
  });
}

function isCompatible(left: Option, right: Option): boolean {
  const subjects = (option: Option) => (option.subject ?? option.name).split(" ");
  return !subjects(left).some((subject) => subjects(right).includes(subject));
}

test.each(options.map((option, index) => ({ ...option, index, option })))(
  "$name",
  ({ option, index }) => {
    for (const each of casesOf(option, index)) checkCase(each);
  },
);

const results = new Map<string, CompileResult>();

/** Each case is compiled once; its manifest is looked at twice. */
function compiled({ chosen, release, ray }: Case): CompileResult {
  const key = JSON.stringify([chosen.map(({ name }) => name), release, ray]);
  const { request, settings } = documentsOf(chosen, ray);
  const result = results.get(key) ?? compile(request, settings, { kuberayVersion: release });
  results.set(key, result);
  return result;
}

function checkCase({ chosen, release, ray }: Case): void {
  const what = `${chosen.map(({ name }) => name).join(" and ")}, KubeRay ${release}, Ray ${ray}`;
  const scales = documentsOf(chosen, ray).scales;
  const result = compiled({ chosen, release, ray });
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  const refusals = new Set(chosen.flatMap((option) => refusalsOf(option, release, ray, scales)));
  expect(new Set(errors.map(({ code }) => code)), what).toEqual(refusals);
  if (!result.ok) return;
  const spec = clusterSpecOf(result.manifest);
  const isFrom = (since: string) => isRelease(release, since);
  const expectations = chosen.flatMap(({ expected }) =>
    Object.entries(expected({ isFrom, scales })),
  );
  const values = expectations.map(([path]) => {
    const [of, at] = path.startsWith("object:") ? [result.manifest, path.slice(7)] : [spec, path];
    return [path, valueAt(of, at)];
  });
  expect(values, what).toEqual(expectations);
  // By day as data: validate/own-manifests.test.ts has the texts.
  const printed = { file: "out.yaml", text: printYaml(result.manifest) };
  const judged = validateManifests(isThorough ? printed : result.manifest, {
    kuberayVersion: release,
    featureGates: GATES,
  });
  const found = judged.diagnostics.map(({ code, path }) => `${code} at ${formatPath(path)}`);
  expect(found, what).toEqual([]);
}

crds.test(`the CRDs take every cluster that is written${crds.skipped}`, () => {
  // By day every third.
  for (const { chosen, release, ray } of byTurns(options.flatMap(casesOf), 3)) {
    const result = compiled({ chosen, release, ray });
    if (!result.ok || result.manifest.kind !== "RayCluster") continue;
    const what = `${chosen.map(({ name }) => name).join(" and ")}, KubeRay ${release}, Ray ${ray}`;
    expect(checkerOf(release)?.(result.manifest) ?? [], what).toEqual([]);
  }
});

/** The codes of what the release or Ray lacks. */
function refusalsOf(option: Option, release: string, ray: string | null, scales: boolean) {
  const { kuberay, code = "release-required", ray: since, needsKnownRay } = option;
  const lacksRelease = kuberay !== undefined && !isRelease(release, kuberay);
  const hosts = option.group?.hosts !== undefined || option.subject?.includes("hosts") === true;
  const needed = scales && hosts ? "2.32.0" : since;
  const lacksRay =
    needed !== undefined && (ray === null ? needsKnownRay === true : !isRelease(ray, needed));
  return [...(lacksRelease ? [code] : []), ...(lacksRay ? ["ray-release-required"] : [])];
}

function isRelease(release: string, since: string): boolean {
  const [version, first] = [parseVersion(release), parseVersion(since)];
  if (version === undefined || first === undefined) throw new Error("That is no version.");
  return isAtOrAfter(version, first);
}

/** Undefined for a release that no CRD is there of. */
function checkerOf(release: string): CrdChecker | undefined {
  const known = crdReleases.find((name) => name === release);
  if (known === undefined) return undefined;
  return releaseChecker(known);
}

/** Fields that a manifest does not have, and objects with tests of their own. */
const ELSEWHERE = ["job", "submitter", "service", "settings", "worker", "account", "rbac"];
const NOT_OPTIONS = new Set([
  "request.$schema",
  "request.job_template",
  "request.service_template",
  "config.n_nodes",
  "config.max_nodes",
  "config.node_config",
  "ray.enabled",
  "ray.busybox_image",
  ...["node_selector", "tolerations", "labels", "annotations"].flatMap((field) => [
    `ray.gpu_${field}`,
    `ray.non_gpu_${field}`,
  ]),
]);

test("every field of the documents is in some option", () => {
  const used = new Set<string>();
  for (const option of options) {
    const { request, settings } = documentsOf([option], "2.52.0");
    collect("request", [], request, used);
    collect("settings", [], settings, used);
  }
  const missing = placeNames
    .filter((place) => !ELSEWHERE.includes(place))
    .flatMap((place) => fieldsOf(place).map((field) => `${place}.${field}`))
    .filter((field) => !used.has(field) && !NOT_OPTIONS.has(field));
  expect(missing).toEqual([]);
});

function collect(
  document: "request" | "settings",
  path: readonly (string | number)[],
  data: unknown,
  used: Set<string>,
): void {
  if (Array.isArray(data)) {
    for (const [index, item] of data.entries()) collect(document, [...path, index], item, used);
  }
  if (!isPlainObject(data)) return;
  const place = placeOf(document, path);
  for (const [key, value] of Object.entries(data)) {
    if (place !== undefined) used.add(`${place}.${key}`);
    collect(document, [...path, key], value, used);
  }
}

test("every place of the documents leads to an object with fields", () => {
  expect(placeNames.filter((place) => fieldsOf(place).length === 0)).toEqual([]);
  expect(Object.keys(places).length).toBeGreaterThan(20);
});
