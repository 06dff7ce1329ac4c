import type { Api } from "../../src/api/api.ts";
import { apiFor } from "../../src/api/api-for.ts";
import type { Release } from "../../src/api/release.ts";

/** `RayJob v1 1.5.1` -> its API; throws where it is not served. */
export function apiOf(text: string): Api {
  const [kind = "", apiVersion = "", release = ""] = text.split(" ");
  const kuberayVersion = releaseOf(release);
  const answer = apiFor({ kind, apiVersion: `ray.io/${apiVersion}`, kuberayVersion });
  if (!answer.ok) throw new Error(answer.message);
  return answer.api;
}

export function releaseOf(text: string): Release {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  return { major, minor, patch };
}
