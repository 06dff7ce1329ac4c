import { expect, test } from "vitest";
import { stringify } from "yaml";
import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import { newestKuberayVersion } from "../../src/kuberay/releases.ts";
import { createServedApis } from "../../src/validate/served-apis.ts";
import { isDrop } from "../../src/validate/store-manifest.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { cluster, withHead } from "../diff/manifests.ts";
import { cron, job } from "../kuberay/laws/manifests.ts";

const sound = cluster();
const RELEASE_HINT = `Write a release of KubeRay such as ${newestKuberayVersion}.`;
const GATES_HINT = "Write them as for the operator: NAME=true,OTHER=false.";
const KUBERNETES_HINT = "Write two numbers such as 1.34.";
const LEVELS_HINT = "Write privileged, baseline or restricted.";
const CRD_HINT = "Use the output of kubectl get crd rayclusters.ray.io -o yaml.";

/** Everything that is said of a manifest, place first. */
function said(options: object, input: unknown = sound): readonly string[] {
  return validateManifests(input, options).diagnostics.map(
    ({ severity, document, pointer, message, hint }) =>
      `${severity} ${document} ${pointer}: ${message} ${hint}`,
  );
}

test.each<readonly [options: object, found: readonly string[]]>([
  [{}, []],
  [{ kubernetesVersion: "v1.34.1" }, []],
  [{ kubernetesVersion: "1.999.999" }, []],
  [{ podSecurity: "privileged" }, []],
  [{ featureGates: "" }, []],
  ...["kuberayVersion", "featureGates", "kubernetesVersion", "podSecurity"].map(
    (option): readonly [object, readonly string[]] => [
      { [option]: 5 },
      [
        `error options /${option}: The option ${option} must be a string, but it is the number 5. Pass a string, or leave ${option} out.`,
      ],
    ],
  ),
  [
    { strict: "yes" },
    [
      'error options /strict: The option strict must be true or false, but it is the string "yes". Pass true or false, or leave strict out.',
    ],
  ],
  [
    { kuberayVersion: "newest" },
    [
      `error options /kuberayVersion: "newest" is not a version. It must be numbers with dots. ${RELEASE_HINT}`,
    ],
  ],
  [
    { kuberayVersion: "0.3.9" },
    [
      "error options /kuberayVersion: KubeRay 0.3.9 is older than 0.4.0. The oldest known release is 0.4.0.",
    ],
  ],
  [
    { featureGates: "RayCronJob" },
    [
      `error options /featureGates: The feature gate RayCronJob must be true or false, not "". ${GATES_HINT}`,
    ],
  ],
  ...["2.34", "1.34.1.2", "1.1000", "1.34.1000", "1", "x1.34"].map(
    (version): readonly [object, readonly string[]] => [
      { kubernetesVersion: version },
      [
        `error options /kubernetesVersion: "${version}" is not a Kubernetes release. ${KUBERNETES_HINT}`,
      ],
    ],
  ),
  [
    { podSecurity: "strict" },
    [`error options /podSecurity: "strict" is not a Pod Security level. ${LEVELS_HINT}`],
  ],
  [
    { kuberayVersion: "0.3.9", kubernetesVersion: "a", podSecurity: "b", featureGates: "c=d" },
    [
      "error options /kuberayVersion: KubeRay 0.3.9 is older than 0.4.0. The oldest known release is 0.4.0.",
      `error options /kubernetesVersion: "a" is not a Kubernetes release. ${KUBERNETES_HINT}`,
      `error options /podSecurity: "b" is not a Pod Security level. ${LEVELS_HINT}`,
    ],
  ],
  ...[
    [{ a: () => 1 }, "This value is a function, but only plain data can be compiled."],
    [null, "It is empty."],
    [[], "It is empty."],
    [{ kind: "List", items: [null] }, "It is empty."],
    [7, "The document is not a CustomResourceDefinition."],
    [{ kind: "RayCluster", items: [] }, "The document is not a CustomResourceDefinition."],
    [
      { file: "c.yaml", text: "a: 1\n---\na: [" },
      "c.yaml:3: The bracket that opens here is never closed.",
    ],
  ].map(([crd, problem]): readonly [object, readonly string[]] => [
    { crd },
    crd === null ? [] : [`error options /crd: This CRD cannot be used. ${problem} ${CRD_HINT}`],
  ]),
])("the options %j are judged", (options, found) => {
  expect(said(options)).toEqual(found);
});

test("the Kubernetes release says what nodes take", () => {
  const manifest = withHead({ volumes: [{ name: "code", gitRepo: { repository: "a" } }] });
  const codes = (kubernetesVersion: string) =>
    validateManifests(manifest, { kubernetesVersion }).diagnostics.map(({ code }) => code);
  expect([codes("1.32"), codes("1.33")]).toEqual([[], ["pod-never-ready"]]);
});

test("with wrong options nothing is judged", () => {
  const { manifests, unjudged_rules } = validateManifests(sound, { kubernetesVersion: "a" });
  expect([manifests, unjudged_rules]).toEqual([0, 0]);
});

test("an API that is served is read once for each kind, version and release", () => {
  const served = createServedApis();
  const release = (patch: number) => ({ major: 1, minor: 7, patch });
  const target = { kind: "RayCluster", apiVersion: "ray.io/v1", kuberayVersion: release(0) };
  expect(served({ ...target })).toBe(served(target));
  const others = [
    { ...target, kind: "RayJob" },
    { ...target, apiVersion: "ray.io/v1alpha1" },
    { ...target, kuberayVersion: { ...release(0), minor: 4 } },
    { ...target, apiVersion: "ray.io/v9" },
  ];
  for (const other of others) expect(served(other)).not.toBe(served(target));
  expect(served({ ...target, kind: "RayThing" })).not.toBe(served({ ...target, kind: "RayThing" }));
});

test.each<readonly [code: Finding["code"], severity: Finding["severity"], drops: boolean]>([
  ["api-unknown-field", undefined, true],
  ["api-field-not-in-release", "error", true],
  ["api-unknown-field", "warning", false],
  ["api-wrong-type", "error", false],
])("the API server drops a field for %s, %s: %s", (code, severity, drops) => {
  const finding: Finding = {
    code,
    document: "manifest",
    path: [],
    message: "",
    ...(severity === undefined ? {} : { severity }),
  };
  expect(isDrop(finding)).toBe(drops);
});

const later = cluster({ spec: { soon: 1, rayVersion: 2 } });
const NEWEST = "KubeRay 1.7 is the newest release known and does not have";
const QUOTES =
  "error manifest /spec/rayVersion: rayVersion must be a string, but it is the number 2. Put the value in quotes, so that YAML keeps it as a string.";
const SOON = `warning manifest /spec/soon: ${NEWEST} a field soon here; whether 1.9.0 has it is not known. Remove it.`;
const KINDS = "The kinds are RayCluster, RayCronJob, RayJob, RayService.";

test.each<readonly [name: string, release: string, manifest: unknown, found: readonly string[]]>([
  ["a field to come", "1.9.0", later, [QUOTES, SOON]],
  [
    "a version to come",
    "1.9.0",
    { ...later, apiVersion: "ray.io/v2" },
    [
      `warning manifest /apiVersion: ${NEWEST} this version; whether 1.9.0 has it is not known. Write ray.io/v1 or ray.io/v1alpha1.`,
      QUOTES,
      SOON,
    ],
  ],
  [
    "a kind to come",
    "1.9.0",
    { ...later, kind: "RayThing" },
    [`error manifest /kind: KubeRay has no kind "RayThing". ${KINDS}`],
  ],
  [
    "a version that nobody has",
    "1.7.0",
    { ...sound, apiVersion: "ray.io/v3" },
    [
      'error manifest /apiVersion: No release of KubeRay serves RayCluster as "ray.io/v3". Write ray.io/v1 or ray.io/v1alpha1.',
    ],
  ],
  [
    "a kind that came later",
    "1.5.0",
    cron(),
    [
      "error manifest /kind: KubeRay 1.5.0 does not serve RayCronJob as ray.io/v1, which came with 1.6.0. Use KubeRay 1.6.0 or newer.",
    ],
  ],
  [
    "a version that came later",
    "0.6.0",
    sound,
    [
      "error manifest /apiVersion: KubeRay 0.6.0 does not serve RayCluster as ray.io/v1, which came with 1.0.0. Write ray.io/v1alpha1.",
    ],
  ],
  [
    "no kind",
    "1.7.0",
    { apiVersion: "ray.io/v1" },
    ["error manifest /kind: kind is missing. Write a kind such as RayCluster."],
  ],
  [
    "no version",
    "1.7.0",
    { kind: "RayCluster" },
    ["error manifest /apiVersion: apiVersion is missing. Write ray.io/v1."],
  ],
  [
    "a version that is no text",
    "1.7.0",
    { ...sound, apiVersion: 1 },
    ["error manifest /apiVersion: apiVersion must be text. Write ray.io/v1."],
  ],
  [
    "empty names",
    "1.7.0",
    { ...sound, metadata: { name: "", generateName: "" } },
    [
      "error manifest /metadata/name: The manifest has no name, and the API server refuses it without one. Write metadata.name, such as train.",
    ],
  ],
  [
    "metadata that are none",
    "1.7.0",
    { ...sound, metadata: 7 },
    [
      "error manifest /metadata: metadata must be an object, but it is the number 7. Write an object, with its fields on separate lines, indented further.",
    ],
  ],
  [
    "a cluster with items",
    "1.7.0",
    { ...sound, items: [1] },
    [
      "error manifest /items: The manifest has no field items: the API server drops it, and kubectl refuses the manifest. Remove it.",
    ],
  ],
])("of %s it is said on %s", (_name, kuberayVersion, manifest, found) => {
  expect(said({ kuberayVersion }, manifest)).toEqual(found);
});

const crd = (versions: readonly string[], kind = "RayCluster") => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  spec: {
    group: "ray.io",
    names: { kind },
    versions: versions.map((name) => ({
      name,
      served: true,
      schema: {
        openAPIV3Schema: {
          type: "object",
          properties: {
            apiVersion: { type: "string" },
            kind: { type: "string" },
            metadata: { type: "object" },
            spec: {
              type: "object",
              "x-kubernetes-preserve-unknown-fields": true,
              "x-kubernetes-validations": [{ rule: "self.a == self.b" }],
            },
          },
        },
      },
    })),
  },
});

test("a version that a given CRD does not serve is told with those that it does", () => {
  const alpha = { ...sound, apiVersion: "ray.io/v1alpha1" };
  expect(said({ crd: crd(["v1", "v2"]) }, alpha)).toEqual([
    'error manifest /apiVersion: The CRD serves RayCluster as ray.io/v1 and ray.io/v2, not as "ray.io/v1alpha1". Write ray.io/v1.',
  ]);
});

test("a CRD as text may say something in a way that YAML reads in two", () => {
  const text = `${stringify(crd(["v1"]))}status: {stored: yes}\n`;
  expect(said({ crd: { file: "crd.yaml", text } })).toEqual([]);
});

test.each<readonly [string, readonly object[], readonly object[], number]>([
  ["another kind", [job()], [crd(["v1"])], 0],
  ["the kind, then another one", [sound, job()], [crd(["v1"])], 1],
  [
    "a version with rules, then one that is not served",
    [sound, { ...sound, apiVersion: "ray.io/v2" }],
    [crd(["v1"])],
    1,
  ],
  ["two versions", [sound, { ...sound, apiVersion: "ray.io/v2" }], [crd(["v1", "v2"])], 2],
  ["two of a kind", [sound, sound], [crd(["v1"])], 1],
])("rules that nobody judges are counted of %s", (_name, input, crds, rules) => {
  expect(validateManifests(input, { crd: crds }).unjudged_rules).toBe(rules);
});
