import { expect, test } from "vitest";
import { stringify } from "yaml";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { cluster, withHead } from "../diff/manifests.ts";
import { job } from "../kuberay/laws/manifests.ts";

const sound = cluster();

test.each<readonly [string, unknown, string]>([
  ["nothing", [], "There is no KubeRay manifest in the input."],
  ["what is no object", [7, "x", null, {}], "There is no KubeRay manifest in the input."],
  [
    "six kinds",
    ["A", "B", "C", "D", "E", "F", "A"].map((kind) => ({ kind })),
    'There is no KubeRay manifest in the input. It has "A", "B", "C", "D", "E".',
  ],
  [
    "a list of clusters that has none",
    { apiVersion: "ray.io/v1", kind: "RayClusterList" },
    'There is no KubeRay manifest in the input. It has "RayClusterList".',
  ],
  [
    "a kind that is only named like a list",
    { apiVersion: "ray.io/v1", kind: "ListOfRays" },
    'KubeRay has no kind "ListOfRays".',
  ],
  [
    "a template",
    { file: "t.yaml", text: "kind: RayCluster\nname: {{ a }}\n" },
    "This is a template that has not been rendered: it contains {{ }}.",
  ],
  [
    "a list that throws",
    new Proxy([], {
      get() {
        throw new Error("no");
      },
    }),
    "This value could not be read: a getter or a proxy threw.",
  ],
  ["a list that is revoked", revoked(), "This value could not be read: a getter or a proxy threw."],
])("of %s one thing is said", (_name, input, message) => {
  const { diagnostics } = validateManifests(input);
  expect(diagnostics).toMatchObject([{ severity: "error", document: "manifest", message }]);
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

test("what surprises in a document of somebody else is nobody's business", () => {
  const text = `${stringify(sound)}---\nkind: Deployment\nspec: {paused: yes}\n`;
  expect(validateManifests({ file: "all.yaml", text }).diagnostics).toEqual([]);
});

test("in a list, places that have part in a mistake are in the list as well", () => {
  const container = { name: "ray", image: "a:1", ports: [{ name: "a", containerPort: 1 }] };
  const twice = withHead({ containers: [container, { ...container, image: "b:1" }] });
  const other = { ...twice, metadata: { name: "other" } };
  const { diagnostics } = validateManifests({ kind: "List", items: [sound, other] });
  const [{ pointer, related } = { pointer: "", related: [] }] = diagnostics;
  expect(pointer).toMatch(/^\/items\/1\//);
  expect(related?.[0]?.path.slice(0, 2)).toEqual(["items", 1]);
});

test("what cannot be read is not missing as well", () => {
  const { diagnostics } = validateManifests({ ...sound, spec: { headGroupSpec: () => "a" } });
  expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    "not-plain-data /spec/headGroupSpec",
  ]);
});

test("a cluster's name is judged where the cluster bears it", () => {
  const name = "c".repeat(60);
  const codes = (input: object, kuberayVersion: string) =>
    validateManifests(input, { kuberayVersion }).diagnostics.flatMap(({ code, pointer }) =>
      code === "pod-derived-name" ? [pointer] : [],
    );
  const old = { ...sound, apiVersion: "ray.io/v1alpha1", metadata: { name } };
  expect(codes(old, "0.5.0")).toEqual(["/metadata/name"]);
  expect(codes({ ...job(), apiVersion: "ray.io/v1alpha1", metadata: { name } }, "0.5.0")).toEqual(
    [],
  );
});

test("the pod of a submitter may end", () => {
  const spec = {
    restartPolicy: "Never",
    activeDeadlineSeconds: 5,
    containers: [{ name: "a", image: "a:1" }],
  };
  expect(validateManifests(job({ submitterPodTemplate: { spec } })).diagnostics).toEqual([]);
});
