import { annotationKeyProblem } from "../../api/identifiers/annotation-key.ts";
import { annotationsSizeBytes } from "../../api/identifiers/annotations-size.ts";
import { isObject, ownText } from "../../diagnostics/own-field.ts";
import { count, formatCount, showText, wordText } from "../../diagnostics/show.ts";
import { MAXIMUM_ANNOTATIONS_BYTES } from "../../kuberay/pod-annotations.ts";
import type { BuiltPod } from "./built-pod.ts";
import { annotationKeyFindings } from "./label-map.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
const MIRROR = "kubernetes.io/config.mirror";
const SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
const SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
const APPARMOR_CONTAINER = "container.apparmor.security.beta.kubernetes.io/";
const TOLERATIONS = "scheduler.alpha.kubernetes.io/tolerations";

/** The pod's annotations, KubeRay's own included. Source: Kubernetes, ValidateAnnotations and ValidatePodSpecificAnnotations. */
export const podAnnotation = definePodLaw({
  code: "pod-annotation",
  concerns: ["annotations"],
  *check(pod) {
    yield* sizeFindings(pod);
    const names = new Set(pod.containers.map(({ name }) => name));
    const hasNode = (ownText(pod.spec.data, "nodeName") ?? "") !== "";
    for (const [key, place] of entriesAt(pod.metadata, "annotations")) {
      if (annotationKeyProblem(key) !== undefined) {
        yield* annotationKeyFindings(key, place);
      } else if (typeof place.data === "string") {
        yield* valueFindings(key, place.data, place, names, hasNode);
      }
    }
  },
});

type ContainerNames = ReadonlySet<string | undefined>;

function* sizeFindings({ metadata, additions }: BuiltPod): Iterable<PodFinding> {
  const annotations = fieldAt(metadata, "annotations");
  if (!isObject(annotations.data)) return;
  const own = entriesAt(metadata, "annotations").filter(([, { data }]) => typeof data === "string");
  const texts = own.map(([key, { data }]): [string, string] => [key, wordText(data)]);
  const added = Object.entries(additions.annotations).filter(
    ([key]) => ownText(annotations.data, key) === undefined,
  );
  const bytes = annotationsSizeBytes(textMap([...texts, ...added]));
  if (bytes <= MAXIMUM_ANNOTATIONS_BYTES) return;
  const message = `The pod's annotations take ${formatCount(bytes)} bytes, including those that KubeRay adds; at most ${formatCount(MAXIMUM_ANNOTATIONS_BYTES)} are allowed.`;
  const hint = "Keep large texts in a ConfigMap and mount it.";
  yield { path: annotations.path, message, hint };
}

function* valueFindings(
  key: string,
  value: string,
  place: Place,
  names: ContainerNames,
  hasNode: boolean,
): Iterable<PodFinding> {
  const shown = `The annotation ${key} has the value ${showText(value)}`;
  if (key === MIRROR && !hasNode) {
    const message = `The annotation ${key} marks the copy of a pod that a node has itself, and the pod has no nodeName.`;
    yield { ...keyOf(place), message, hint: "Remove it; only the kubelet sets it." };
  } else if (key === DELETION_COST && !isDeletionCost(value)) {
    const message = `${shown}, which is not a whole number of 32 bits.`;
    yield { path: place.path, message, hint: 'Write a number in quotes, such as "5".' };
  } else if (key === TOLERATIONS && !isList(value)) {
    const message = `${shown}, which is not a list of tolerations in JSON.`;
    yield { path: place.path, message, hint: "Remove it and use spec.tolerations." };
  } else if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) {
    if (isSeccompProfile(value)) return;
    const message = `${shown}, which is not a seccomp profile.`;
    yield { path: place.path, message, hint: "Remove it and use securityContext.seccompProfile." };
  } else if (key.startsWith(APPARMOR_CONTAINER)) {
    yield* apparmorFindings(key.slice(APPARMOR_CONTAINER.length), shown, value, place, names);
  }
}

function* apparmorFindings(
  name: string,
  shown: string,
  value: string,
  place: Place,
  names: ContainerNames,
): Iterable<PodFinding> {
  if (!names.has(name)) {
    const message = `The annotation names the container ${showText(name)}, which the pod does not have; it has ${count(names.size, "container")}.`;
    yield { ...keyOf(place), message, hint: "End the key with the name of one of the containers." };
  } else if (!/^(?:|runtime\/default|unconfined|localhost\/[\s\S]*)$/.test(value)) {
    const message = `${shown}, which is not an AppArmor profile.`;
    yield { path: place.path, message, hint: "Remove it and use securityContext.appArmorProfile." };
  }
}

function keyOf({ path }: Place): Pick<PodFinding, "path" | "target"> {
  return { path, target: "key" };
}

/** An own key `__proto__` stays a key. */
function textMap(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(entries);
}

function isDeletionCost(text: string): boolean {
  const number = Number(text);
  return /^(?:0|[1-9]\d{0,9}|-\d{1,10})$/.test(text) && number === (number | 0);
}

function isSeccompProfile(text: string): boolean {
  if (/^(?:runtime\/default|docker\/default|unconfined)$/.test(text)) return true;
  const [, local] = /^localhost\/(.+)$/.exec(text) ?? [];
  return local !== undefined && !local.startsWith("/") && !local.split("/").includes("..");
}

function isList(text: string): boolean {
  if (text === "") return true;
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
