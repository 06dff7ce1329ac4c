import { isObject, ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { formatCpu, formatMemory } from "../../quantity/format-quantity.ts";
import { autoscalerResources } from "../autoscaler-defaults.ts";
import { kuberayRelease } from "../releases.ts";
import type { Version } from "../version.ts";
import type { AddedContainer } from "./added-container.ts";
import type { PodAdditionsInput } from "./pod-additions-input.ts";
import type { PodRelease } from "./pod-release.ts";

/** What the operator's wait-gcs-ready asks for where it has amounts of its own: common/pod.go, v1.0.0. */
const WAIT_CPU_MILLIS = 200;
const WAIT_MEMORY_MEBIBYTES = 256;
const WAIT_AMOUNTS = Object.freeze({
  cpu: formatCpu(WAIT_CPU_MILLIS),
  memory: formatMemory(WAIT_MEMORY_MEBIBYTES),
});
const WAIT_RESOURCES: PlainObject = Object.freeze({ limits: WAIT_AMOUNTS, requests: WAIT_AMOUNTS });

const CERTIFICATE_NAME = "wait-for-tls-ip-san";
/** Without the image, which the operator itself asks for. */
const COLLECTED = Object.freeze(["imagePullPolicy", "resources", "env"]);
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
    origin: "options",
    optionsPath: ["autoscalerOptions"],
    fields: {
      ...Object.fromEntries(taken.map((field) => [field, ownField(options, field) ?? null])),
      resources: ownField(options, "resources") ?? autoscalerResources,
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
  return copyOfRay("wait-gcs-ready", { resources });
}

/** The init container that waits for a certificate where TLS is on; the operator passes over one that is there already. */
export function certificateContainer(
  { cluster, template }: PodAdditionsInput,
  release: PodRelease,
): AddedContainer | undefined {
  const isOn = ownField(ownObject(cluster, "tlsOptions"), "enabled") === true;
  if (!release.waitsForCertificate || !isOn) return undefined;
  const own = ownList(ownObject(template, "spec"), "initContainers");
  const isThere = own.some((container) => ownText(container, "name") === CERTIFICATE_NAME);
  return isThere ? undefined : copyOfRay(CERTIFICATE_NAME, {});
}

/** The sidecar that collects what the history server shows, in every pod. */
export function historyContainer(
  { cluster, role }: PodAdditionsInput,
  release: PodRelease,
): AddedContainer | undefined {
  if (!release.collectsHistory || !isObject(ownField(cluster, "historyServerOptions"))) {
    return undefined;
  }
  const options = ownObject(ownObject(cluster, "historyServerOptions"), "collectorOptions");
  const taken = COLLECTED.filter((field) => ownField(options, field) !== undefined);
  return {
    name: "ray-history-collector",
    // It is the same in all pods, and the head has one.
    origin: role === "head" ? "options" : "copy",
    optionsPath: ["historyServerOptions", "collectorOptions"],
    fields: Object.fromEntries(taken.map((field) => [field, ownField(options, field) ?? null])),
    mounts: [],
  };
}

function copyOfRay(name: string, fields: PlainObject): AddedContainer {
  return { name, origin: "copy", optionsPath: [], fields, mounts: [] };
}

/**
 * What the waiting container asks for on its own account, which counts where the rest of a worker asks for less; undefined
 * where it asks for nothing, or for as much as the Ray container.
 */
export function waitAmounts(
  kuberay: Version,
): { readonly cpuMillis: number; readonly memoryMebibytes: number } | undefined {
  if (kuberayRelease(kuberay)?.waitResources !== "fixed") return undefined;
  return { cpuMillis: WAIT_CPU_MILLIS, memoryMebibytes: WAIT_MEMORY_MEBIBYTES };
}
