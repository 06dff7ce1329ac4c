import { bareMountPath } from "../api/identifiers/volume-path.ts";
import { ownField, ownFieldAt, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { derivedGpus } from "../kuberay/derived-gpus.ts";
import { isGpuKey } from "../kuberay/gpu-key.ts";
import type { CountedPod } from "../model/counted-pod.ts";
import type { Resolved } from "../model/resolved.ts";
import { countOf, roundedUp } from "../quantity/whole-count.ts";
import { resourceKind } from "../ray/accelerators.ts";
import type { RayResources } from "./plan.ts";

/**
 * What Ray offers on a pod that pod templates changed: what its start parameters say, else what KubeRay tells it of the
 * Ray container's limits, else what the node of the request says.
 */
export function mergedOffer(
  { podSpec, rayStartParams }: CountedPod,
  own: RayResources,
  { kuberayVersion, release }: Resolved,
): RayResources {
  const { limits, requests } = rayContainerResources(podSpec);
  const told = (name: string) => toldNumber(ownText(rayStartParams, name));
  const cpuRequest = release.readsCpuRequests ? roundedUp(ownField(requests, "cpu")) : undefined;
  const cpus = told("num-cpus") ?? numberOf(roundedUp(ownField(limits, "cpu")) ?? cpuRequest);
  const memory = numberOf(roundedUp(ownField(limits, "memory")));
  const derived = derivedGpus(rayStartParams, limits, kuberayVersion);
  const hasGpus = Object.keys(limits).some((key) => isGpuKey(key, kuberayVersion));
  const gpus = told("num-gpus") ?? numberOf(derived) ?? (hasGpus ? own.gpus : 0);
  const custom = { ...own.custom };
  const text = ownText(rayStartParams, "resources") ?? "";
  for (const [key, quantity] of Object.entries(release.derivesAccelerators ? limits : {})) {
    const kind = resourceKind(key);
    const number = countOf(quantity);
    if (kind?.isDerivedByKuberay !== true || kind.rayName === undefined || number === undefined) {
      continue;
    }
    if (!text.includes(JSON.stringify(kind.rayName))) custom[kind.rayName] = number;
  }
  return {
    cpus: cpus ?? own.cpus,
    memory_bytes: memory ?? own.memory_bytes,
    gpus,
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
}

/** The size of /dev/shm, in bytes: of the volume that is mounted there, else of the memory that KubeRay goes by. */
export function mergedSharedMemory(
  { podSpec }: CountedPod,
  own: number,
  { release }: Resolved,
): number {
  const [ray] = ownList(podSpec, "containers");
  const mount = ownList(ray, "volumeMounts").find(
    (item) => bareMountPath(ownText(item, "mountPath") ?? "") === "/dev/shm",
  );
  if (mount !== undefined) {
    const name = ownText(mount, "name");
    const volume = ownList(podSpec, "volumes").find((item) => ownText(item, "name") === name);
    const size = ownFieldAt(volume, "emptyDir", "sizeLimit");
    return numberOf(roundedUp(size)) ?? own;
  }
  const { limits, requests } = rayContainerResources(podSpec);
  const limit = roundedUp(ownField(limits, "memory"));
  const request = roundedUp(ownField(requests, "memory"));
  return numberOf(release.sharesRequestedMemory ? (request ?? limit) : limit) ?? own;
}

function rayContainerResources(podSpec: CountedPod["podSpec"]) {
  const [ray]: readonly (PlainData | undefined)[] = ownList(podSpec, "containers");
  const resources = ownObject(ray, "resources");
  return { limits: ownObject(resources, "limits"), requests: ownObject(resources, "requests") };
}

function toldNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function numberOf(amount: bigint | undefined): number | undefined {
  return amount === undefined ? undefined : Number(amount);
}
