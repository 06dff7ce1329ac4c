import { expect, test } from "vitest";
import type { Path } from "../../src/diagnostics/path.ts";
import { importManifest } from "../../src/import/import-manifest.ts";
import { settleDocuments } from "../../src/import/settle-documents.ts";
import { newestKuberayVersion } from "../../src/kuberay/releases.ts";
import { cluster } from "../diff/manifests.ts";
import { replaceAt } from "../schemas/mutated.ts";

const KINDS = "RayCluster, RayJob, RayService or RayCronJob";
const NONE = `error foreign-document manifest : There is no manifest. Pass a ${KINDS}.`;
const RELEASE = `Name a release such as ${newestKuberayVersion}.`;
const PATH = "Write it as spec.values.";
const notText = (option: string) =>
  `error invalid-option options ${option}: The option ${option} must be a string, but it is the number 5. Pass a string, or leave ${option} out.`;

test.each<readonly [manifest: unknown, options: object, found: readonly string[]]>([
  [undefined, {}, [NONE]],
  [[], {}, [`error foreign-document manifest : It is a list, not one manifest. Pass a ${KINDS}.`]],
  [cluster(), { settingsAt: 5 }, [notText("settingsAt")]],
  [cluster(), { kuberayVersion: 5 }, [notText("kuberayVersion")]],
  [undefined, { kuberayVersion: 5 }, [NONE, notText("kuberayVersion")]],
  [
    cluster(),
    { settings: {}, settingsAt: "a..b" },
    [
      `error invalid-option options settingsAt: The option settingsAt must be a path, but it is "a..b". ${PATH}`,
    ],
  ],
  [
    cluster(),
    { kuberayVersion: "0.3.0" },
    [
      `error kuberay-version-unsupported options kuberayVersion: KubeRay 0.3.0 is not a known release. ${RELEASE}`,
    ],
  ],
  [
    cluster(),
    { settings: { kuberay_version: "0.3.0" } },
    [
      `error kuberay-version-unsupported settings kuberay_version: KubeRay 0.3.0 is not a known release. ${RELEASE}`,
    ],
  ],
])("what is wrong with an input is said: %#", (manifest, options, found) => {
  const result = importManifest(manifest, options);
  expect(result.ok).toBe(false);
  const said = result.diagnostics.map(
    ({ severity, code, document, path, message, hint }) =>
      `${severity} ${code} ${document} ${path.join(".")}: ${message} ${hint}`,
  );
  expect([...said].sort()).toEqual([...found].sort());
});

test("several mistakes of settings are all said", () => {
  const settings = { ray: { supports_gpus: "yes", request_pod_templates: "no" } };
  const result = importManifest(cluster(), { settings });
  expect(result.ok).toBe(false);
  expect(result.diagnostics.map(({ path }) => path.join("."))).toEqual([
    "ray.supports_gpus",
    "ray.request_pod_templates",
  ]);
});

const request = () => ({
  name: "a",
  image: "ray:1",
  ray_version: "2.52.0",
  config: { n_nodes: 1, node_config: { cpu: 1, memory_gb: 4 } },
});

test.each<readonly [ours: boolean, ok: boolean, left: object]>([
  [true, true, { ray: {} }],
  [false, false, { ray: { supports_gpus: "yes" } }],
])("what is refused of settings goes where they are ours: %s", (areOurs, ok, left) => {
  const settings = { ray: { supports_gpus: "yes" } };
  const { result, refused } = settleDocuments(request(), settings, areOurs, {});
  expect([result.ok, refused.length, settings]).toEqual([ok, areOurs ? 1 : 0, left]);
});

const grouped = () => {
  const node = () => ({ cpu: 1, memory_gb: 4 });
  const group = { worker_nodes: node(), min_workers: 0, max_workers: 1 };
  return { ...request(), config: { head_node: node(), scaling_groups: [group] } };
};

test.each<readonly [document: () => object, path: Path]>([
  [request, ["name"]],
  [request, ["image"]],
  [request, ["config"]],
  [request, ["config", "n_nodes"]],
  [request, ["config", "node_config"]],
  [request, ["config", "node_config", "cpu"]],
  [request, ["config", "node_config", "memory_gb"]],
  [grouped, ["config", "head_node"]],
  [grouped, ["config", "scaling_groups"]],
  [grouped, ["config", "scaling_groups", 0]],
  [grouped, ["config", "scaling_groups", 0, "worker_nodes"]],
  [grouped, ["config", "scaling_groups", 0, "min_workers"]],
  [grouped, ["config", "scaling_groups", 0, "max_workers"]],
])("what a request cannot be without stays: %o %j", (document, path) => {
  const wrong = replaceAt(document(), path, () => true);
  if (!(wrong instanceof Object)) expect.fail("It is no document.");
  const { result } = settleDocuments(wrong, {}, true, {});
  expect([result.ok, wrong]).toEqual([false, replaceAt(document(), path, () => true)]);
});

test("what a request cannot be without stays, and nothing else goes for it", () => {
  const nameless = { ...request(), name: "A b", nonsense: 1 };
  const { result, refused } = settleDocuments(nameless, {}, true, {});
  expect([result.ok, refused.map(({ diagnostic }) => diagnostic.path)]).toEqual([
    false,
    [["nonsense"]],
  ]);
  expect(nameless).toEqual({ ...request(), name: "A b" });
});
