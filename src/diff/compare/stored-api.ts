import type { ObjectType } from "../../api/api-type.ts";
import { kuberayRelease } from "../../kuberay/releases.ts";
import type { Version } from "../../kuberay/version.ts";
import type { ValidationTarget } from "../../validate/validation-target.ts";

/** The API version in which a release stores its objects, whichever they were written in. */
export function storedApiVersion(kuberay: Version): string {
  return kuberayRelease(kuberay)?.apiVersion ?? "ray.io/v1alpha1";
}

/** The type of a kind as the target stores it; undefined where it has none. */
export function storedRoot(
  kind: string,
  { kuberay, apiOf }: ValidationTarget,
): ObjectType | undefined {
  const answer = apiOf(kind, storedApiVersion(kuberay));
  return answer.ok ? answer.api.root : undefined;
}
