// Checked by tsc alone: a line below @ts-expect-error that had no error would fail the check. Nothing here runs.
import type {
  CompileResult,
  Explanation,
  LocalPlanResult,
  SettingsResult,
} from "../../src/index.ts";
import {
  compile,
  compileOrThrow,
  explainValue,
  localPlan,
  settingsFromHelmValues,
} from "../../src/index.ts";

const node = { cpu: 4, memory_gb: 16 };
const sound = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: node },
};
const text = { file: "request.yaml", text: "name: train" };
declare const unread: unknown;
declare const parsed: ReturnType<typeof JSON.parse>;
declare const anyObject: object;
declare const anyKeys: { readonly [key: string]: unknown };

// What has no type of its own is taken for either document.
for (const given of [unread, parsed]) compile(given, given) satisfies CompileResult;
compile(anyObject, anyObject) satisfies CompileResult;
compile(anyKeys, anyKeys, { strict: true }) satisfies CompileResult;
compileOrThrow(unread, unread);
explainValue(unread, unread, "spec") satisfies Explanation;
localPlan(unread) satisfies LocalPlanResult;
settingsFromHelmValues(unread) satisfies SettingsResult;

// So are sound documents and texts, and one of each.
compile(sound);
compile(sound, null);
compile(sound, unread);
compile(unread, { kuberay_version: "1.4.2" });
compile(text, text);
compile({ ...sound, namespace: null, labels: undefined }, { ray: { supports_gpus: true } });
compile({ ...sound, config: { head_node: node, scaling_groups: [] } });
localPlan({ name: "train", image: "train:1", ray_version: "2.52.0" });
settingsFromHelmValues({ kuberay_version: "1.4.2", ingress: { enabled: true } });

// Settings that stand deeper may be in any document, if the options say where.
compile(sound, { spec: { values: {} } }, { settingsAt: "spec.values" });
settingsFromHelmValues([{ ray: {} }], { settingsAt: "[0]" });
// @ts-expect-error They are not at the top level.
compile(sound, { spec: { values: {} } });

// A key that is misspelt, missing or of another type is an error, at any depth and in either document.
// @ts-expect-error
compile({ ...sound, lables: {} });
// @ts-expect-error
compile({ ...sound, name: 7 });
// @ts-expect-error
compile({ name: "train", image: "train:1", ray_version: "2.52.0" });
// @ts-expect-error
compile({ ...sound, config: { n_nodes: 2, node_config: { cpu: 4, memory: 16 } } });
// @ts-expect-error
compile({ ...sound, config: { head_node: node, scaling_groups: [{ workers: node }] } });
// @ts-expect-error
compile(sound, { kuberay_versoin: "1.4.2" });
// @ts-expect-error
compile(sound, { ray: { support_gpus: true } });
// @ts-expect-error
compile(unread, { ray: { support_gpus: true } });
// @ts-expect-error
compile({ ...sound, lables: {} }, unread);
// @ts-expect-error
compile({ ...sound, lables: {} }, {}, { settingsAt: "spec.values" });
// @ts-expect-error
compile(sound, {}, { strikt: true });
// @ts-expect-error
compileOrThrow({ ...sound, lables: {} });
// @ts-expect-error
explainValue({ ...sound, lables: {} }, {}, "spec");
// @ts-expect-error
localPlan({ ...sound, lables: {} });
// @ts-expect-error
settingsFromHelmValues({ ray: { support_gpus: true } });
// @ts-expect-error
settingsFromHelmValues({ kuberay_version: 1.4 });
