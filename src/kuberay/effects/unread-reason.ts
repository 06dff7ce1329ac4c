import type { UserKey } from "../user-keys.ts";
import { whenRead } from "../user-keys.ts";
import type { EffectContext } from "./field-rule.ts";

/** Why a key does nothing that only other releases read; undefined for one that the target reads, or that nobody knows. */
export function unreadReason(
  noun: "label" | "annotation",
  key: UserKey | undefined,
  { target }: EffectContext,
): string | undefined {
  const when = key === undefined ? undefined : whenRead(key, target.kuberay);
  if (key === undefined || when === undefined) return undefined;
  return `This KubeRay release does not read the ${noun}, which ${key.effect} ${when}.`;
}
