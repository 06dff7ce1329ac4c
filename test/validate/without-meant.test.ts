import { expect, test } from "vitest";
import { ownObject } from "../../src/diagnostics/own-field.ts";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { cluster, container, group } from "../diff/manifests.ts";
import { cron, job, service, spec } from "../kuberay/laws/manifests.ts";

// A field under a wrong name or in a wrong place is told once: that it is missing in the right one is not told as well.

function briefly(manifest: PlainObject, kuberayVersion?: string): readonly string[] {
  const options = { kuberayVersion, featureGates: "AllAlpha=true,AllBeta=true" };
  return validateManifests(manifest, options).diagnostics.map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );
}

const whole = spec();
const { headGroupSpec, workerGroupSpecs } = whole;
const { rayClusterSpec } = ownObject(job(), "spec");
const { jobTemplate } = ownObject(cron(), "spec");
const probe = (livenessProbe: PlainObject) =>
  group("workers", {
    template: { spec: { containers: [container("ray-worker", { livenessProbe })] } },
  });

test.each<readonly [string, PlainObject, readonly string[]]>([
  [
    "under another name",
    cluster({ spec: { headGroupSpec: null, headGroup: headGroupSpec ?? null } }),
    ["/spec/headGroup"],
  ],
  [
    "beside an empty spec",
    cluster({
      spec: null,
      headGroupSpec: headGroupSpec ?? null,
      workerGroupSpecs: workerGroupSpecs ?? null,
    }),
    ["/headGroupSpec", "/workerGroupSpecs"],
  ],
  ["in a spec of another name", cluster({ spec: null, Spec: whole }), ["/Spec"]],
  [
    "one level too high",
    job({ rayClusterSpec: null, ...whole }),
    ["/spec/rayVersion", "/spec/headGroupSpec", "/spec/workerGroupSpecs"],
  ],
  [
    "below the place where it belongs",
    cron({ jobTemplate: null, spec: jobTemplate ?? null }),
    ["/spec/spec"],
  ],
  [
    "in a level that nothing has",
    service({ rayClusterConfig: null }, { spec: { rayClusterSpec: rayClusterSpec ?? null } }),
    ["/spec/rayClusterSpec"],
  ],
  [
    "where a volume has its source",
    cluster({
      spec: {
        headGroupSpec: {
          template: { spec: { volumes: [{ name: "a", hostpath: { path: "/a" } }] } },
        },
      },
    }),
    ["/spec/headGroupSpec/template/spec/volumes/0/hostpath"],
  ],
  [
    "where a probe has its handler",
    cluster({ spec: { workerGroupSpecs: [probe({ httpget: { port: 1 } })] } }),
    ["/spec/workerGroupSpecs/0/template/spec/containers/0/livenessProbe/httpget"],
  ],
  [
    "a warning too",
    job({ shutdownAfterJobFinishes: null, shutdownAfterJobFinish: true }),
    ["/spec/shutdownAfterJobFinish"],
  ],
])("a field %s is told once", (_name, manifest, pointers) => {
  expect(briefly(manifest)).toEqual(pointers.map((pointer) => `api-unknown-field ${pointer}`));
});

test.each([
  ["1.1.0", ["api-field-not-in-release"]],
  ["1.2.0", []],
])("a handler that KubeRay %s does not have leaves %j", (release, codes) => {
  const lifecycle = { preStop: { sleep: { seconds: 5 } } };
  const manifest = cluster({
    spec: {
      workerGroupSpecs: [
        group("workers", {
          template: { spec: { containers: [container("ray-worker", { lifecycle })] } },
        }),
      ],
    },
  });
  expect(briefly(manifest, release).map((each) => each.split(" ")[0])).toEqual(codes);
});

test("what else is wrong is told beside it", () => {
  // The right field is there, and has its own mistake.
  const twice = cluster({ spec: { headgroupSpec: {}, headGroupSpec: { template: null } } });
  expect(briefly(twice)).toEqual([
    "api-missing-field /spec/headGroupSpec/template",
    "api-unknown-field /spec/headgroupSpec",
  ]);
  // The key was meant for another field of the same object.
  const other = cluster({
    spec: { workerGroupSpecs: [probe({ initialDelay: 5 })] },
  });
  expect(briefly(other)).toEqual([
    "pod-probe /spec/workerGroupSpecs/0/template/spec/containers/0/livenessProbe",
    "api-unknown-field /spec/workerGroupSpecs/0/template/spec/containers/0/livenessProbe/initialDelay",
  ]);
  // A release that is not known may have the key, and then the field is missing.
  const later = cluster({ spec: { headGroupSpec: null, headGroup: headGroupSpec ?? null } });
  expect(briefly(later, "1.8.0")).toEqual([
    "api-missing-field /spec/headGroupSpec",
    "api-unknown-field /spec/headGroup",
  ]);
});
