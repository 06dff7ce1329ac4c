import fc from "fast-check";
import type { DeploymentSettings } from "../../src/model/settings/settings.ts";
import { anyCharacter } from "../any-character.ts";

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const textMap = fc.dictionary(
  fc.oneof(
    word,
    word.map((name) => `example.com/${name}`),
  ),
  word,
  { maxKeys: 4 },
);
/** JSON has to carry them all: quotes, backslashes, controls, other planes. */
const annotations = fc.dictionary(
  word,
  fc
    .string({ unit: anyCharacter })
    .filter((text) => !/[\u007f-\u009f\ud800-\udfff\ufffe\uffff]/u.test(text)),
  { maxKeys: 3 },
);
const toleration = fc.oneof(
  fc.record({ key: word, operator: fc.constant("Equal"), value: word }),
  fc.record({
    operator: fc.constant("Exists"),
    effect: fc.constantFrom("NoSchedule", "NoExecute"),
  }),
  fc.record({
    key: word,
    operator: fc.constant("Exists"),
    effect: fc.constant("NoExecute"),
    tolerationSeconds: fc.integer(),
  }),
);
const tolerations = fc.array(toleration, { maxLength: 3 });

/** Sound settings with nothing but what the environment can carry, and nothing null or empty between. */
export const expressibleSettings: fc.Arbitrary<DeploymentSettings> = fc
  .tuple(
    fc.record(
      {
        supports_gpus: fc.boolean(),
        gpu_node_selector: textMap,
        non_gpu_node_selector: textMap,
        gpu_tolerations: tolerations,
        non_gpu_tolerations: tolerations,
        gpu_labels: textMap,
        non_gpu_labels: textMap,
        gpu_annotations: annotations,
        non_gpu_annotations: annotations,
        gpu_resource_request_key: fc.constantFrom("nvidia.com/gpu", "amd.com/gpu"),
        busybox_image: fc.constantFrom("busybox:1.36", "registry.example.com:5000/busybox"),
      },
      { requiredKeys: [] },
    ),
    fc.option(word, { nil: undefined }),
  )
  .map(([ray, account]) => ({
    ...(Object.keys(ray).length === 0 ? {} : { ray }),
    ...(account === undefined ? {} : { worker: { service_account: { name: account } } }),
  }));
