import { ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { duplicates } from "./duplicates.ts";
import { resourceFieldProblem, volumeFieldProblem } from "./field-reference.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { backstepProblem, localPathProblem } from "./relative-path.ts";

const KEYED = ["secret", "configMap"];

/** What files a volume holds, and where. Source: Kubernetes, validateKeyToPath, validateProjectedVolumeSource. */
export const podVolumePath = definePodLaw({
  code: "pod-volume-path",
  concerns: ["volumes"],
  *check({ spec, volumes }) {
    for (const volume of volumes) {
      for (const kind of KEYED) yield* itemFindings(fieldAt(volume, kind));
      yield* downwardFindings(fieldAt(volume, "downwardAPI"));
      yield* projectedFindings(fieldAt(volume, "projected"));
    }
    for (const path of placesAt(spec, ["volumes", "*", "hostPath", "path"])) {
      yield* pathFindings(path, backstepProblem);
    }
    for (const path of placesAt(spec, ["volumes", "*", "nfs", "path"])) {
      yield* pathFindings(path, (text) =>
        text === "" || text.startsWith("/") ? undefined : 'It must start with "/".',
      );
    }
  },
});

function* projectedFindings(projected: Place): Iterable<PodFinding> {
  const paths: Place[] = [];
  for (const source of itemsAt(projected, "sources")) {
    for (const kind of KEYED) yield* itemFindings(fieldAt(source, kind));
    yield* downwardFindings(fieldAt(source, "downwardAPI"));
    const token = fieldAt(fieldAt(source, "serviceAccountToken"), "path");
    if (token.data !== undefined) yield* pathFindings(token, localPathProblem);
    for (const kind of [...KEYED, "downwardAPI"]) {
      for (const item of itemsAt(fieldAt(source, kind), "items")) paths.push(fieldAt(item, "path"));
    }
  }
  const keyOf = ({ data }: Place) => (typeof data === "string" && data !== "" ? data : undefined);
  for (const [first, again] of duplicates(paths, keyOf)) {
    const message = `Two files of the projected volume have the path ${showText(wordText(again.data))}.`;
    const related = [{ path: first.path, message: "the first one is here" }];
    yield { path: again.path, message, hint: "Give one of them another path.", related };
  }
}

function* itemFindings(source: Place): Iterable<PodFinding> {
  for (const item of itemsAt(source, "items")) {
    if (ownText(item.data, "key") === "") {
      const message = "The item's key is empty.";
      yield { path: fieldAt(item, "key").path, message, hint: "Name a key of the object." };
    }
    yield* pathFindings(fieldAt(item, "path"), localPathProblem);
  }
}

function* downwardFindings(source: Place): Iterable<PodFinding> {
  for (const item of itemsAt(source, "items")) {
    yield* pathFindings(fieldAt(item, "path"), localPathProblem);
    const [field, resource] = [fieldAt(item, "fieldRef"), fieldAt(item, "resourceFieldRef")];
    if ((field.data === undefined) === (resource.data === undefined)) {
      const message = `The item has ${field.data === undefined ? "neither" : "both"} fieldRef ${field.data === undefined ? "nor" : "and"} resourceFieldRef.`;
      yield { path: item.path, message, hint: "Keep exactly one of them." };
    }
    if (field.data !== undefined) yield* volumeFieldProblem(field);
    if (resource.data !== undefined) yield* volumeResourceFindings(resource);
  }
}

function* volumeResourceFindings(resource: Place): Iterable<PodFinding> {
  yield* resourceFieldProblem(resource);
  const { data, path } = fieldAt(resource, "containerName");
  if (data !== undefined && data !== "") return;
  const message = "The resourceFieldRef of a volume has no containerName.";
  yield { path, message, hint: "Name the container whose resources it should use." };
}

function* pathFindings(
  { data, path }: Place,
  problemOf: (text: string) => string | undefined,
): Iterable<PodFinding> {
  if (typeof data !== "string") return;
  const isItem = problemOf === localPathProblem;
  const problem = isItem && data === "" ? "It is empty." : problemOf(data);
  if (problem === undefined) return;
  const message = `The path ${showText(data)} is not valid. ${problem}`;
  const hint = isItem
    ? "Write a path inside the volume, such as config/app.yaml; mountPath sets where it is mounted."
    : "Write an absolute path, such as /data.";
  yield { path, message, hint };
}
