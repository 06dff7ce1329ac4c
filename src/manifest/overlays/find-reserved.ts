import type { Finding } from "../../diagnostics/diagnostic.ts";
import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { reservedVariables } from "../../kuberay/reserved-variables.ts";
import { reservedKeyProblem } from "../../model/text-maps.ts";
import type { PodOverlay } from "./pod-overlay.ts";
import { RAY_CONTAINERS } from "./pod-overlay.ts";

/**
 * What an overlay sets that is not its to set, whatever it is merged over: the pod's name and namespace, labels,
 * annotations and variables of KubeRay, and the Ray container of a pod that it is not for.
 */
export function findReserved(overlay: PodOverlay): readonly Finding[] {
  const { template, document } = overlay;
  const at = (...path: Path): Path => [...overlay.path, ...path];
  return [
    ...metadataFindings(overlay, at),
    ...ownList(ownField(template, "spec"), "containers").flatMap((container, index) => {
      const place = at("spec", "containers", index);
      const name = ownText(container, "name");
      const findings = otherRole(overlay, name, [...place, "name"]);
      if (name !== RAY_CONTAINERS.head && name !== RAY_CONTAINERS.worker) return findings;
      return [...findings, ...variableFindings(container, document, place)];
    }),
  ];
}

function metadataFindings(
  { template, document }: PodOverlay,
  at: (...path: Path) => Path,
): readonly Finding[] {
  const metadata = ownObject(template, "metadata");
  const names = ["name", "namespace"].flatMap((field): Finding[] => {
    const value = ownField(metadata, field);
    if (value === undefined) return [];
    const message = `The pod template sets the ${field} of pods, but KubeRay gives every pod its own name in the namespace of its cluster.`;
    const path = at("metadata", field);
    const hint = `Remove ${field}.`;
    return [{ code: "pod-template-conflict", document, path, target: "key", message, hint }];
  });
  const keys = (["label", "annotation"] as const).flatMap((noun) =>
    Object.keys(ownObject(metadata, `${noun}s`)).flatMap((key): Finding[] => {
      const problem = reservedKeyProblem(noun, key);
      if (problem === undefined) return [];
      const { code, message, hint } = problem;
      const path = at("metadata", `${noun}s`, key);
      return [{ code, document, path, target: "key", message, hint }];
    }),
  );
  return [...names, ...keys];
}

function variableFindings(
  container: PlainData,
  document: PodOverlay["document"],
  place: Path,
): readonly Finding[] {
  return ownList(container, "env").flatMap((variable, index): Finding[] => {
    const name = ownText(variable, "name") ?? "";
    const instead = reservedVariables.get(name);
    if (instead === undefined) return [];
    const path = [...place, "env", index];
    const message = `The variable ${name} is reserved: KubeRay sets it.`;
    const hint = instead === "" ? `Remove ${name}.` : `Remove ${name}, and use ${instead}.`;
    return [{ code: "reserved-variable", document, path, message, hint }];
  });
}

function otherRole(
  { audience, document }: PodOverlay,
  name: string | undefined,
  path: Path,
): readonly Finding[] {
  if (audience === "both") return [];
  const [own, other] =
    audience === "head"
      ? [RAY_CONTAINERS.head, RAY_CONTAINERS.worker]
      : [RAY_CONTAINERS.worker, RAY_CONTAINERS.head];
  if (name !== other) return [];
  const message = `This pod has no container ${showText(other)}; its Ray container is ${own}.`;
  return [{ code: "pod-template-conflict", document, path, message, hint: `Write ${own}.` }];
}
