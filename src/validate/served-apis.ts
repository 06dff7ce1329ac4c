import type { ApiAnswer, ApiTarget } from "../api/api-for.ts";
import { apiFor } from "../api/api-for.ts";
import { formatRelease } from "../api/release.ts";

/** The API that a KubeRay release serves for a kind and a version; the same one whenever it is asked for. */
export type ServedApis = (target: ApiTarget) => ApiAnswer;

/** Reads each API once, however many manifests are judged: its types are read when they are first asked for, and then kept. */
export function createServedApis(): ServedApis {
  const known = new Map<string, ApiAnswer>();
  return (target) => {
    const { kind, apiVersion, kuberayVersion } = target;
    const key = `${kind} ${apiVersion} ${formatRelease(kuberayVersion)}`;
    const answer = known.get(key) ?? apiFor(target);
    // Anything can stand in kind and apiVersion, so only what is served is kept.
    if (answer.ok) known.set(key, answer);
    return answer;
  };
}
