import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { AddedContainer, AddedMount } from "./added-container.ts";
import type { PodAdditionsInput } from "./pod-additions-input.ts";
import type { PodRelease } from "./pod-release.ts";

export interface AddedVolumes {
  readonly volumes: readonly string[];
  /** Of the Ray container. */
  readonly mounts: readonly AddedMount[];
  readonly autoscalerMounts: readonly AddedMount[];
}

const SHARED_MEMORY: AddedMount = Object.freeze({ name: "shared-mem", mountPath: "/dev/shm" });
const LOGS: AddedMount = Object.freeze({ name: "ray-logs", mountPath: "/tmp/ray" });
const TOKEN: AddedMount = Object.freeze({
  name: "ray-token",
  mountPath: "/var/run/secrets/ray.io/serviceaccount",
});

/**
 * The volumes of the operator. One for shared memory or logs is added only where nothing is mounted at exactly its path;
 * one for a token only where no mount has its name (common/pod.go, v1.7.0).
 */
export function addedVolumes(
  { role, cluster, group, template }: PodAdditionsInput,
  release: PodRelease,
  autoscaler: AddedContainer | undefined,
): AddedVolumes {
  const [ray] = ownList(ownObject(template, "spec"), "containers");
  const own = ownList(ray, "volumeMounts");
  const mounts: AddedMount[] = [];
  const usesPlasma =
    release.heedsPlasmaDirectory &&
    ownField(ownObject(group, "rayStartParams"), "plasma-directory") !== undefined;
  if (!usesPlasma && !mountsAt(own, SHARED_MEMORY)) mounts.push(SHARED_MEMORY);
  const autoscalerMounts: AddedMount[] = [];
  if (role === "head" && autoscaler !== undefined) {
    if (!mountsAt(own, LOGS)) mounts.push(LOGS);
    if (!mountsAt(ownList(autoscaler.fields, "volumeMounts"), LOGS)) autoscalerMounts.push(LOGS);
  }
  const authentication = ownObject(cluster, "authOptions");
  const takesToken = release.mountsToken && ownField(authentication, "enableK8sTokenAuth") === true;
  if (takesToken && !own.some((mount) => ownText(mount, "name") === TOKEN.name)) {
    mounts.push(TOKEN);
  }
  const volumes = new Set([...mounts, ...autoscalerMounts].map(({ name }) => name));
  return { volumes: [...volumes], mounts, autoscalerMounts };
}

function mountsAt(mounts: readonly PlainData[], { mountPath }: AddedMount): boolean {
  return mounts.some((mount) => ownText(mount, "mountPath") === mountPath);
}
