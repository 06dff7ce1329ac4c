import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlainData, PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { parseVersion } from "../../../src/kuberay/version.ts";
import { checkClusterPods } from "../../../src/validate/pod/check-cluster-pods.ts";
import { containerChoices, podChoices } from "../../../src/validate/pod/pod-choices.ts";
import { containerNumbers, podNumbers } from "../../../src/validate/pod/pod-numbers.ts";
import { isThorough } from "../../property-runs.ts";
import { findings } from "./check.ts";

/** Words that the laws look for, so that arbitrary data gets somewhere. */
const KEYS = [
  ...new Set([
    ...[...podChoices, ...containerChoices, ...podNumbers, ...containerNumbers].flatMap(
      ({ pattern }) => pattern.filter((step) => step !== "*"),
    ),
    ...["template", "spec", "metadata", "containers", "initContainers", "labels", "annotations"],
    ...["env", "envFrom", "valueFrom", "name", "image", "limits", "requests", "cpu", "memory"],
    ...["headGroupSpec", "workerGroupSpecs", "groupName", "rayStartParams", "autoscalerOptions"],
    ...["volumeMounts", "mountPath", "tolerations", "operator", "key", "value", "claims"],
    ...["items", "path", "labelSelector", "matchExpressions", "values", "nodeSelectorTerms"],
    ...["__proto__", "constructor", "toString", "hasOwnProperty", "length", ""],
  ]),
];

const scalar = fc.oneof(
  fc.constantFrom<PlainData>(
    null,
    true,
    false,
    0,
    -1,
    1e300,
    Number.NaN,
    "",
    "a",
    "1",
    "-1",
    "1e1.5",
  ),
  fc.constantFrom(...KEYS),
  fc.string(),
  fc.double(),
);

const anything = fc.letrec<{ tree: PlainData }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 7, depthSize: "large" },
    scalar,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie("tree")), { maxLength: 8 }).map(objectOf),
  ),
})).tree;

/** Own keys only, `__proto__` among them. */
function objectOf(entries: readonly (readonly [string, PlainData])[]): PlainObject {
  return Object.fromEntries(entries);
}

const releases = ["0.4.0", "0.5.2", "1.1.1", "1.7.0"];

test("nothing that a manifest may hold makes the laws throw", () => {
  fc.assert(
    fc.property(
      anything,
      fc.constantFrom(...releases),
      fc.nat({ max: 40 }),
      (data, release, minor) => {
        const kuberay = parseVersion(release);
        if (kuberay === undefined) throw new Error(release);
        const podSecurity = minor % 2 === 0 ? "restricted" : undefined;
        const context = { kuberay, kubernetesMinor: minor, podSecurity } as const;
        const spec = {
          headGroupSpec: { template: { spec: data } },
          workerGroupSpecs: [data, { template: data }],
        };
        const all = [
          ...checkClusterPods(data, [], context),
          ...checkClusterPods(
            { ...spec, enableInTreeAutoscaling: true, autoscalerOptions: data },
            [],
            context,
          ),
        ];
        for (const { message, hint } of all) {
          expect(message).toMatch(/^[^\s].*[.]$/s);
          expect(hint).toMatch(/[.?]$/);
        }
      },
    ),
  );
});

test("a template is not changed", () => {
  fc.assert(
    fc.property(anything, (data) => {
      const before = structuredClone(data);
      checkClusterPods({ headGroupSpec: { template: data } }, [], {
        kuberay: { major: 1, minor: 7, patch: 0 },
      });
      expect(data).toEqual(before);
    }),
  );
});

test("keys of every object's prototype are keys like others", () => {
  const map = objectOf([
    ["__proto__", "a b"],
    ["constructor", "a b"],
  ]);
  const pod = { metadata: { labels: map }, spec: { nodeSelector: map, containers: [] } };
  expect(findings(pod).map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
    "pod-label metadata.labels.__proto__",
    "pod-label metadata.labels.__proto__",
    "pod-label metadata.labels.constructor",
    "pod-label spec.nodeSelector.__proto__",
    "pod-label spec.nodeSelector.__proto__",
    "pod-label spec.nodeSelector.constructor",
    "pod-containers spec.containers",
  ]);
});

test("the work grows as the template does", () => {
  const pod = (size: number): PlainObject => {
    const many = Array.from({ length: size }, (_, index) => index);
    return {
      spec: {
        tolerations: many.map(() => ({ key: "a b", operator: "exists" })),
        volumes: many.map((index) => ({ name: `v${index}`, emptyDir: {} })),
        containers: many.map((index) => ({
          name: `c${index}`,
          image: "b",
          ports: [{ containerPort: 1 + index, hostPort: 1 + index, name: "p" }],
          volumeMounts: [{ name: "missing", mountPath: "/a" }],
          env: [{ name: "A=B" }],
        })),
      },
    };
  };
  const numberOf = (size: number) => findings(pod(size)).length;
  const size = isThorough ? 1_000 : 250;
  expect(numberOf(2 * size)).toBeLessThan(2.2 * numberOf(size));
});
