import { expect, test } from "vitest";
import { stringify } from "yaml";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { cluster, group, withHead } from "../diff/manifests.ts";
import { cron, job, service } from "../kuberay/laws/manifests.ts";

const sound = cluster();
const broken = cluster({ metadata: { name: "broken" }, spec: { rayVersion: 2 } });
const again = cluster({ metadata: { name: "again" }, spec: { rayVersion: 2 } });
const deployment = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a" } };
const text = (...documents: readonly object[]) => ({
  file: "all.yaml",
  text: documents.map((each) => stringify(each)).join("---\n"),
});

function briefly(input: unknown, options: object = {}): readonly string[] {
  return validateManifests(input, options).diagnostics.map(
    ({ severity, code, pointer }) => `${severity} ${code} ${pointer}`,
  );
}

const wrong = (root: string) => `error api-wrong-type ${root}/spec/rayVersion`;

test.each<readonly [string, unknown, readonly string[]]>([
  ["an object", broken, [wrong("")]],
  ["a text", text(broken), [wrong("")]],
  ["JSON", { file: "a.json", text: JSON.stringify(broken) }, [wrong("")]],
  ["many documents", text(sound, deployment, broken, again), [wrong(""), wrong("")]],
  ["a list", { apiVersion: "v1", kind: "List", items: [sound, broken] }, [wrong("/items/1")]],
  [
    "a list of its kind, as text",
    text({ apiVersion: "ray.io/v1", kind: "RayClusterList", items: [deployment, broken] }),
    [wrong("/items/1")],
  ],
  [
    "a list of lists",
    { kind: "List", items: [{ kind: "List", items: [broken] }] },
    [wrong("/items/0/items/0")],
  ],
  ["an array", [sound, broken], [wrong("/1")]],
  ["texts in an array", [text(broken), text(broken)], [wrong(""), wrong("")]],
  ["no name", { ...sound, metadata: {} }, ["error api-missing-field /metadata/name"]],
  ["no metadata", { ...job(), metadata: undefined }, ["error api-missing-field /metadata/name"]],
  [
    "an empty name",
    { ...sound, metadata: { name: "" } },
    ["error api-missing-field /metadata/name"],
  ],
  ["a name to generate", { ...sound, metadata: { generateName: "train-" } }, []],
  ["nothing wrong", [sound, job(), service()], []],
])("%s is judged", (_name, input, found) => {
  expect(briefly(input)).toEqual(found);
});

test.each([
  ["a field of the pod", withHead({ gatesOfMind: true }), "api-unknown-field"],
  [
    "a field that 1.1 took out",
    cluster({ spec: { headGroupSpec: { replicas: 1 } } }),
    "api-field-not-in-release",
  ],
  ["a version", cluster({ apiVersion: "ray.io/v2" }), "api-kind-not-served"],
])("%s that no known release has may be there in a later one", (_name, manifest, code) => {
  const found = (kuberayVersion: string) =>
    validateManifests(manifest, { kuberayVersion }).diagnostics.map((each) => [
      each.severity,
      each.code,
    ]);
  expect(found("1.7.9")).toEqual([["error", code]]);
  expect(found("1.8.0")).toEqual([["warning", code]]);
  const [diagnostic] = validateManifests(manifest, { kuberayVersion: "1.8.0" }).diagnostics;
  expect(diagnostic?.message).toMatch(/KubeRay 1\.7 .* whether 1\.8\.0 has it is not known/);
});

test("the result has one shape, and is frozen", () => {
  const fine = validateManifests([sound, deployment, sound]);
  expect(fine).toEqual({ ok: true, diagnostics: [], manifests: 2, unjudged_rules: 0 });
  const bad = validateManifests([broken]);
  expect(Object.keys(bad)).toEqual(Object.keys(fine));
  expect([bad.ok, bad.manifests]).toEqual([false, 1]);
  expect([fine, fine.diagnostics, bad, bad.diagnostics].every(Object.isFrozen)).toBe(true);
});

test("the place is that in the text, whichever document it is", () => {
  const { diagnostics } = validateManifests(text(sound, broken));
  const [{ range } = { range: undefined }] = diagnostics;
  const lines = text(sound, broken).text.split("\n");
  expect(lines[(range?.start.line ?? 0) - 1]).toBe("  rayVersion: 2");
  expect(range?.file).toBe("all.yaml");
});

test.each<readonly [string, unknown, RegExp]>([
  ["an object of another kind", deployment, /It has "Deployment"/],
  ["an empty text", { file: "a.yaml", text: "" }, /There is no KubeRay manifest/],
  ["nothing", undefined, /There is no KubeRay manifest/],
  ["a number", 7, /There is no KubeRay manifest/],
  ["no objects", [], /There is no KubeRay manifest/],
])("%s alone is an error", (_name, input, message) => {
  const { ok, diagnostics } = validateManifests(input);
  expect(ok).toBe(false);
  expect(diagnostics.map(({ code }) => code)).toEqual(["foreign-document"]);
  expect(diagnostics[0]?.message).toMatch(message);
});

test.each<readonly [string, PlainObject, string, readonly string[]]>([
  [
    "a kind that nobody has",
    { ...sound, kind: "RayClutser" },
    "1.7.0",
    ["error api-kind-not-served /kind"],
  ],
  ["no kind", { apiVersion: "ray.io/v1" }, "1.7.0", ["error api-missing-field /kind"]],
  [
    "no version",
    { kind: "RayCluster", spec: {} },
    "1.7.0",
    ["error api-missing-field /apiVersion"],
  ],
  ["a kind that is no text", { ...sound, kind: 7 }, "1.7.0", ["error api-wrong-type /kind"]],
  [
    "a group of somebody else",
    { ...sound, apiVersion: "cluster.ray.io/v1" },
    "1.7.0",
    ["error api-kind-not-served /apiVersion"],
  ],
  ["a version to come", sound, "0.6.0", ["error api-kind-not-served /apiVersion"]],
  ["a kind to come", cron(), "1.5.0", ["error api-kind-not-served /kind"]],
])("%s is not served", (_name, manifest, kuberayVersion, found) => {
  expect(briefly(manifest, { kuberayVersion })).toEqual(found);
});

test("where the version alone is wrong, the rest is judged all the same", () => {
  const manifest = { ...broken, apiVersion: "ray.io/v2" };
  expect(briefly(manifest)).toEqual(["error api-kind-not-served /apiVersion", wrong("")]);
});

test("a template is named as one, and nothing else is said of it", () => {
  const template =
    "kind: RayCluster\nmetadata:\n  name: {{ .Values.name }}\nspec: {{- toYaml . }}\n";
  const { diagnostics } = validateManifests({ file: "cluster.yaml", text: template });
  expect(diagnostics.map(({ code }) => code)).toEqual(["foreign-document"]);
  expect(diagnostics[0]?.range?.start.line).toBeGreaterThan(1);
});

test("text in braces that is YAML is no template", () => {
  const manifest = cluster({ metadata: { annotations: { note: "a {{ b }}" } } });
  expect(briefly(text(manifest))).toEqual([]);
});

test("a broken document leaves the others judged", () => {
  const { file, text: sounds } = text(sound, broken);
  const found = briefly({ file, text: `${sounds}---\na: [\n` });
  expect(found).toContain(wrong(""));
  expect(found.some((line) => line.startsWith("error yaml-syntax"))).toBe(true);
});

test("a cluster inside of a job, a service or a schedule is judged, and so are the submitter's pods", () => {
  const image = { image: " a" };
  const spec = {
    headGroupSpec: { template: { spec: { containers: [{ name: "ray", ...image }] } } },
  };
  const template = {
    spec: { restartPolicy: "Never", containers: [{ name: "submitter", ...image }] },
  };
  const below = "headGroupSpec/template/spec/containers/0/image";
  const gates = { featureGates: "RayCronJob=true" };
  expect(briefly(job({ rayClusterSpec: spec, submitterPodTemplate: template }))).toEqual([
    `error pod-image /spec/rayClusterSpec/${below}`,
    "error pod-image /spec/submitterPodTemplate/spec/containers/0/image",
  ]);
  expect(briefly(service({ rayClusterConfig: spec }))).toEqual([
    `error pod-image /spec/rayClusterConfig/${below}`,
  ]);
  expect(briefly(cron({ jobTemplate: { rayClusterSpec: spec } }), gates)).toEqual([
    `error pod-image /spec/jobTemplate/rayClusterSpec/${below}`,
  ]);
});

test("one cause, one finding", () => {
  expect(briefly(withHead({ containers: "ray" }))).toEqual([
    "error api-wrong-type /spec/headGroupSpec/template/spec/containers",
  ]);
  expect(briefly(withHead({ containers: [null] }))).toEqual([
    "error api-wrong-type /spec/headGroupSpec/template/spec/containers/0",
  ]);
  const twice = { name: "ray", image: "a:1", env: [{ name: "A" }, { name: "A" }] };
  expect(briefly(withHead({ containers: [twice] }))).toEqual([
    "error api-duplicate-item /spec/headGroupSpec/template/spec/containers/0/env/1",
  ]);
  const selector = (clusterSelector: PlainData) =>
    briefly(job({ rayClusterSpec: null, clusterSelector }));
  expect(selector(["a"])).toEqual(["error api-wrong-type /spec/clusterSelector"]);
  expect(selector({ matchLabels: { "ray.io/cluster": "a" } })).toEqual([
    "error api-wrong-type /spec/clusterSelector/matchLabels",
  ]);
  const idle = cluster({ spec: { workerGroupSpecs: [group("a", { idleTimeoutSeconds: -1 })] } });
  expect(briefly(idle)).toEqual(["error idle-timeout /spec/workerGroupSpecs/0/idleTimeoutSeconds"]);
});

test.each(["RayCluster", "RayJob", "RayService", "RayCronJob"])(
  "a %s without a spec has that one error",
  (kind) => {
    const manifest = { apiVersion: "ray.io/v1", kind, metadata: { name: "a" } };
    const errors = (spec: unknown) =>
      briefly({ ...manifest, ...(spec === undefined ? {} : { spec }) }).filter((each) =>
        each.startsWith("error"),
      );
    expect(errors(undefined)).toEqual(["error api-missing-field /spec"]);
    expect(errors(null)).toEqual(["error api-missing-field /spec"]);
    expect(errors([1])).toEqual(["error api-wrong-type /spec"]);
    expect(new Set(errors({}).map((each) => each.split(" ")[1]))).toEqual(
      new Set(["api-missing-field"]),
    );
  },
);

test.each<readonly [string, object, readonly string[]]>([
  ["of a job", { ...job(), spec: {} }, ["error api-missing-field /spec"]],
  ["of a service", { ...service(), spec: {} }, ["error api-missing-field /spec/rayClusterConfig"]],
  [
    "of a template",
    { ...cron(), spec: { schedule: "@daily", jobTemplate: {} } },
    ["error api-missing-field /spec/jobTemplate"],
  ],
  [
    "of a name that is wrong",
    { ...job(), spec: undefined, Spec: {} },
    ["error api-unknown-field /Spec"],
  ],
])("an empty spec has no follow-up findings: %s", (_name, manifest, found) => {
  expect(briefly(manifest, { featureGates: "RayCronJob=true" })).toEqual(found);
});

test("what the API drops is not judged as if it were there", () => {
  const suspended = cluster({ spec: { workerGroupSpecs: [group("a", { suspend: true })] } });
  expect(briefly(suspended, { kuberayVersion: "1.2.2" })).toEqual([
    "error api-field-not-in-release /spec/workerGroupSpecs/0/suspend",
  ]);
  expect(briefly(suspended, { kuberayVersion: "1.4.2" })).toEqual([
    "error suspended-group /spec/workerGroupSpecs/0/suspend",
  ]);
});

test("options say what the cluster is", () => {
  const host = withHead({ hostNetwork: true, dnsPolicy: "ClusterFirstWithHostNet" });
  expect(briefly(host)).toEqual([]);
  expect(briefly(host, { podSecurity: "privileged" })).toEqual([]);
  expect(briefly(host, { podSecurity: "baseline" })).toContain(
    "error pod-security-level /spec/headGroupSpec/template/spec/hostNetwork",
  );
  const suspended = cluster({ spec: { workerGroupSpecs: [group("a", { suspend: true })] } });
  const gated = { kuberayVersion: "1.4.2", featureGates: "RayJobDeletionPolicy=true" };
  expect(briefly(suspended, gated)).toEqual([]);
  const warned = cluster({ spec: { managedBy: "kueue.x-k8s.io/multikueue" } });
  expect(validateManifests(warned)).toMatchObject({ ok: true });
  expect(validateManifests(warned, { strict: true })).toMatchObject({ ok: false });
});

const called = (name: string, base: PlainObject) => ({
  ...base,
  metadata: { name, namespace: "ml" },
});
const TAKEN = "warning object-name-taken /metadata/name";

test.each<readonly [string, unknown, string, readonly string[]]>([
  ["one kind", text(called("a", sound), called("a", sound)), "1.7.0", [TAKEN]],
  ["a service", text(called("a", sound), called("a", service())), "1.0.0", [TAKEN]],
  ["a job", text(called("a", sound), called("a", job())), "1.4.2", []],
  ["a job with a Service", text(called("a", service()), called("a", job())), "1.5.0", [TAKEN]],
  ["other names", text(called("a", sound), called("b", sound)), "1.7.0", []],
  [
    "other namespaces",
    text(called("a", sound), { ...sound, metadata: { name: "a" } }),
    "1.7.0",
    [],
  ],
  ["other texts", [text(called("a", sound)), text(called("a", sound))], "1.7.0", []],
  [
    "no names",
    text(
      { ...sound, metadata: { generateName: "a-" } },
      { ...sound, metadata: { generateName: "a-" } },
    ),
    "1.7.0",
    [],
  ],
  [
    "items of a list",
    { kind: "List", items: [called("a", sound), called("a", sound)] },
    "1.7.0",
    ["warning object-name-taken /items/1/metadata/name"],
  ],
])("names of %s are told apart", (_name, input, kuberayVersion, found) => {
  expect(briefly(input, { kuberayVersion })).toEqual(found);
});

test.each([
  ["Kind", "Write kind instead of Kind."],
  ["type", "Write a kind such as RayCluster."],
])("a kind under the key %s", (key, hint) => {
  const manifest = { apiVersion: "ray.io/v1", [key]: "RayCluster", metadata: { name: "a" } };
  const { diagnostics } = validateManifests(manifest);
  expect(diagnostics.map(({ code, hint: told }) => [code, told])).toEqual([
    ["api-missing-field", hint],
  ]);
});

test("at most fifty are told of a text, and then how many more", () => {
  const wrongs = Array.from({ length: 60 }, (_, index) => ({
    ...broken,
    metadata: { name: `train-${index}` },
  }));
  const { diagnostics } = validateManifests(text(...wrongs));
  expect(diagnostics).toHaveLength(51);
  expect(diagnostics.at(-1)).toMatchObject({
    code: "diagnostics-omitted",
    message: "10 more diagnostics of all.yaml were left out.",
    hint: "Fix the ones above and validate again.",
  });
});

const crd = (properties: object, rules: readonly object[] = []) => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  spec: {
    group: "ray.io",
    names: { kind: "RayCluster" },
    versions: [
      {
        name: "v1",
        served: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: { type: "object", properties, "x-kubernetes-validations": rules },
            },
          },
        },
      },
    ],
  },
});

test("a CRD that is given takes the place of what is known", () => {
  const own = crd({ mine: { type: "integer" } });
  const manifest = { apiVersion: "ray.io/v1", kind: "RayCluster", metadata: { name: "a" } };
  const mine = { ...manifest, spec: { mine: "a", suspend: true } };
  const found = ["error api-wrong-type /spec/mine", "error api-unknown-field /spec/suspend"];
  for (const given of [own, [own], { kind: "List", items: [own] }, text(own)]) {
    expect(briefly(mine, { crd: given })).toEqual(expect.arrayContaining(found));
  }
  const alpha = { ...mine, apiVersion: "ray.io/v1alpha1" };
  expect(briefly(alpha, { crd: own })).toContain("error api-kind-not-served /apiVersion");
  expect(briefly(job(), { crd: own })).toEqual([]);
});

test("rules of a CRD that nobody knows are counted, not taken for kept", () => {
  const rules = [{ rule: "self.a == self.b" }, { rule: "self == oldSelf" }];
  const { unjudged_rules } = validateManifests([sound, sound], { crd: crd({}, rules) });
  expect(unjudged_rules).toBe(1);
});

test.each<readonly [string, unknown, RegExp]>([
  ["no CRD", { kind: "Deployment" }, /not a CustomResourceDefinition/],
  ["a broken text", { file: "crd.yaml", text: "a: [" }, /crd\.yaml:1/],
  ["nothing", { file: "crd.yaml", text: "" }, /It is empty/],
])("%s is no CRD", (_name, given, message) => {
  const { ok, diagnostics } = validateManifests(sound, { crd: given });
  expect(ok).toBe(false);
  expect(diagnostics).toMatchObject([{ code: "invalid-option", pointer: "/crd" }]);
  expect(diagnostics[0]?.message).toMatch(message);
});

test("inputs stay as they are, and keys of prototypes are keys", () => {
  const frozen = Object.freeze({ ...broken });
  expect(briefly(frozen)).toEqual([wrong("")]);
  const hostile = JSON.parse(
    '{"apiVersion":"ray.io/v1","kind":"RayCluster","metadata":{"name":"a"},"spec":{"__proto__":{"a":1},"constructor":1}}',
  );
  const found = briefly(text(hostile));
  expect(found).toContain("error api-unknown-field /spec/__proto__");
  expect(found).toContain("error api-unknown-field /spec/constructor");
  expect(briefly(hostile)).toContain("error unknown-field /spec/__proto__");
  expect(briefly({ ...broken, metadata: () => "a" })).toEqual(
    expect.arrayContaining(["error not-plain-data /metadata", wrong("")]),
  );
});
