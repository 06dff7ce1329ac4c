import type { RayManifest } from "./manifest.ts";

/** What tells an object from others. */
export interface ObjectName {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

export function objectNameOf({ kind, metadata }: RayManifest): ObjectName {
  return { kind, namespace: metadata.namespace, name: metadata.name };
}

/**
 * A key that two objects share where they cannot stand side by side. A RayCluster, a RayJob and a RayService of one name claim
 * the same Services, among them `<name>-head-svc`, and KubeRay does not look whose they are
 * (`ray-operator/controllers/ray/rayservice_controller.go` and `rayjob_controller.go`, v1.7.0). A RayCronJob makes RayJobs
 * under names of their own.
 */
export function nameClaim({ kind, namespace, name }: ObjectName): string {
  return JSON.stringify([kind === "RayCronJob", namespace, name]);
}
