import { ownField, ownList, ownObject } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { AddedContainer } from "./added-container.ts";
import type { PodAdditionsInput } from "./pod-additions-input.ts";
import type { PodRelease } from "./pod-release.ts";

/** The amounts that the operator asks for itself, from 0.4.0 on. */
const AUTOSCALER_RESOURCES: PlainObject = Object.freeze({
  limits: Object.freeze({ cpu: "500m", memory: "512Mi" }),
  requests: Object.freeze({ cpu: "500m", memory: "512Mi" }),
});

const WAIT_RESOURCES: PlainObject = Object.freeze({
  limits: Object.freeze({ cpu: "200m", memory: "256Mi" }),
  requests: Object.freeze({ cpu: "200m", memory: "256Mi" }),
});

const TAKEN_OVER = Object.freeze(["image", "imagePullPolicy", "securityContext", "env", "envFrom"]);

/** The sidecar of the head. What autoscalerOptions says takes the place of the operator's own. */
export function autoscalerContainer(
  { cluster }: PodAdditionsInput,
  release: PodRelease,
): AddedContainer {
  const options = ownObject(cluster, "autoscalerOptions");
  const taken = TAKEN_OVER.filter((field) => ownField(options, field) !== undefined);
  return {
    name: "autoscaler",
    origin: "autoscaler-options",
    fields: {
      ...Object.fromEntries(taken.map((field) => [field, ownField(options, field) ?? null])),
      resources: ownField(options, "resources") ?? AUTOSCALER_RESOURCES,
      ...(release.mountsIntoAutoscaler ? { volumeMounts: ownList(options, "volumeMounts") } : {}),
    },
    mounts: [],
  };
}

/** The last init container of a worker, which waits for the head; undefined where the release has none. */
export function waitContainer(
  { template, injectsWaitContainer = true }: PodAdditionsInput,
  release: PodRelease,
): AddedContainer | undefined {
  if (release.waitResources === undefined) return undefined;
  if (release.waitIsOptional && !injectsWaitContainer) return undefined;
  const [ray] = ownList(ownObject(template, "spec"), "containers");
  const resources = {
    none: {},
    "of-ray-container": ownObject(ray, "resources"),
    fixed: WAIT_RESOURCES,
  }[release.waitResources];
  return { name: "wait-gcs-ready", origin: "ray-container", fields: { resources }, mounts: [] };
}
