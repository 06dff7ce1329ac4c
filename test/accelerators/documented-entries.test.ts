import { expect, test } from "vitest";
import { apiFor } from "../../src/api/api-for.ts";
import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import { compile } from "../../src/compile.ts";
import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { isAtLeast, parseVersion } from "../../src/kuberay/version.ts";
import type { RayClusterManifest } from "../../src/manifest/ray-cluster.ts";
import { checkClusterPods } from "../../src/validate/pod/check-cluster-pods.ts";
import { byTurns } from "../by-turns.ts";
import { crdFolder, crdReleases } from "../crds/crd-files.ts";
import { releaseChecker } from "../crds/release-checker.ts";
import { judge } from "../kuberay/laws/judge.ts";
import { asCluster } from "../manifest/cluster-manifest.ts";
import { needs } from "../needs.ts";
import { documentedEntries, requestOf } from "./documented-entries.ts";
import { expectations } from "./expectations.ts";

const RELEASES = [
  "0.4.0",
  "0.5.2",
  "0.6.0",
  "1.0.0",
  "1.1.1",
  "1.2.2",
  "1.3.2",
  "1.4.2",
  "1.5.2",
  "1.6.1",
  "1.7.0",
];
const entries = documentedEntries();
const runs = entries.flatMap((entry) => {
  const expected = expectations.find(({ title }) => title === entry.title);
  return expected === undefined ? [] : [{ ...entry, expected }];
});

test("docs/accelerators.md has the entries that the table knows", () => {
  expect(entries.map(({ title }) => title)).toEqual(expectations.map(({ title }) => title));
});

test.each(runs)("$title: every release asks Kubernetes and tells Ray as the table says", (run) => {
  for (const [step, release] of RELEASES.entries()) {
    // By day of a fixed group and of one that scales by turns.
    for (const isScaling of byTurns([false, true], 2, runs.indexOf(run) + step)) {
      const result = compiled(run, isScaling, release);
      const { hosts = 1, resources, claims, ...told } = run.expected;
      const what = `${release}, ${isScaling ? "scaling" : "fixed"}`;
      if (hosts > 1 && !isFrom(release, 1, 1)) {
        expect(codesOf(result), what).toEqual(["release-required"]);
        continue;
      }
      if (claims === true && !isFrom(release, 1, 3)) {
        expect(new Set(codesOf(result)), what).toEqual(new Set(["api-field-not-in-release"]));
        continue;
      }
      if (!result.ok) throw new Error(`${what}: ${result.diagnostics[0]?.message}`);
      expect(codesOf(result), what).toEqual([]);
      const [group] = asCluster(result.manifest).spec.workerGroupSpecs ?? [];
      const { limits, requests } = group?.template.spec.containers[0].resources ?? {};
      const column = isFrom(release, 1, 4) ? 2 : isFrom(release, 1, 3) ? 1 : 0;
      const saysHosts = run.expected.hosts !== undefined && isFrom(release, 1, 1);
      expect(
        {
          limits: devicesOf({ ...limits }),
          requests: devicesOf({ ...requests }),
          told: toldOf(group?.rayStartParams),
          hosts: group?.numOfHosts,
          problems: problemsOf(asCluster(result.manifest), release),
        },
        what,
      ).toEqual({
        limits: resources,
        requests: resources,
        told: isScaling ? told.scaling[column] : told.fixed[column],
        hosts: saysHosts ? hosts : undefined,
        problems: [],
      });
    }
  }
});

const crds = needs(crdFolder);

crds.test.each(crdReleases)(`the CRD of KubeRay %s takes every entry${crds.skipped}`, (release) => {
  const check = releaseChecker(release);
  const refused = runs.flatMap((run, index) =>
    byTurns([false, true], 2, index + crdReleases.indexOf(release)).flatMap((isScaling) => {
      const result = compiled(run, isScaling, release);
      return result.ok ? check(result.manifest).map((line) => `${run.title}: ${line}`) : [];
    }),
  );
  expect(refused).toEqual([]);
});

function compiled(run: (typeof runs)[number], isScaling: boolean, release: string) {
  return compile(requestOf(run, isScaling), run.settings, { kuberayVersion: release });
}

function codesOf(result: ReturnType<typeof compile>): readonly string[] {
  return result.diagnostics.map(({ code }) => code);
}

function isFrom(release: string, major: number, minor: number): boolean {
  const version = parseVersion(release);
  return version !== undefined && isAtLeast(version, major, minor);
}

function devicesOf(amounts: Readonly<Record<string, string | number | undefined>>) {
  const named = Object.entries(amounts).filter(([name]) => !["cpu", "memory"].includes(name));
  return Object.fromEntries(named);
}

/** In the words of the table; the text of custom resources as Ray's autoscaler takes it apart. */
function toldOf(params: Readonly<Record<string, string>> = {}): string {
  const { resources, "num-gpus": gpus } = params;
  const custom: object = resources === undefined ? {} : JSON.parse(resources.slice(1, -1));
  return [
    ...(gpus === undefined ? [] : [`num-gpus ${gpus}`]),
    ...Object.entries(custom).map(([name, amount]) => `${name} ${amount}`),
  ].join(", ");
}

/** What the API, the operator, Ray and Kubernetes have against a manifest. */
function problemsOf(manifest: RayClusterManifest, release: string): readonly string[] {
  const kuberay = parseVersion(release);
  if (kuberay === undefined) throw new Error(`${release} is no version.`);
  const data: PlainObject = JSON.parse(JSON.stringify(manifest));
  const { apiVersion, kind, metadata } = manifest;
  const answer = apiFor({ kind, apiVersion, kuberayVersion: kuberay });
  if (!answer.ok) return [answer.message];
  const findings: readonly Finding[] = [
    ...checkAgainstApi(data, answer.api),
    ...judge(data, release),
    ...checkClusterPods(data.spec, ["spec"], { kuberay, clusterName: metadata.name }),
  ];
  return findings.map(({ code, message }) => `${code}: ${message}`);
}
