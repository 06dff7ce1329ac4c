import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { BuiltContainer, BuiltMount } from "./built-container.ts";
import { containerTitle } from "./built-container.ts";
import { duplicates } from "./duplicates.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { relativePathProblem } from "./relative-path.ts";

const RECURSIVE = Object.freeze(["IfPossible", "Enabled"]);
const RECURSIVE_SINCE = 31;

/** How volumes are mounted. Source: Kubernetes, ValidateVolumeMounts. */
export const podMount = definePodLaw({
  code: "pod-mount",
  concerns: ["volumeMounts", "volumeDevices"],
  *check({ judged, kubernetesMinor }) {
    for (const container of judged) {
      for (const { place } of container.mounts) {
        if (place === undefined) continue;
        yield* pathFindings(place);
        yield* subPathFindings(place);
        yield* propagationFindings(place, container, kubernetesMinor);
      }
      yield* conflicts(container);
    }
  },
});

function* pathFindings(mount: Place): Iterable<PodFinding> {
  const { data, path } = fieldAt(mount, "mountPath");
  if (data !== "") return;
  yield {
    path,
    message: "The mountPath is empty.",
    hint: "Write the path of the mount, such as /data.",
  };
}

function* subPathFindings(mount: Place): Iterable<PodFinding> {
  const fields = [fieldAt(mount, "subPath"), fieldAt(mount, "subPathExpr")];
  for (const { data, path } of fields) {
    const problem = typeof data === "string" ? relativePathProblem(data) : undefined;
    if (problem === undefined) continue;
    const message = `The path ${showText(wordText(data))} within the volume is not valid. ${problem}`;
    yield { path, message, hint: "Write a path within the volume, such as data/train." };
  }
  const [subPath, expression] = fields;
  if (!isSet(subPath) || !isSet(expression)) return;
  const message = "The mount has both subPath and subPathExpr.";
  yield { path: mount.path, message, hint: "Remove one of them." };
}

function* propagationFindings(
  mount: Place,
  container: BuiltContainer,
  kubernetesMinor: number,
): Iterable<PodFinding> {
  const propagation = ownText(mount.data, "mountPropagation");
  const path = fieldAt(mount, "mountPropagation").path;
  const privileged = ownField(ownObject(container.data, "securityContext"), "privileged") === true;
  if (propagation === "Bidirectional" && !privileged) {
    const message = `mountPropagation is Bidirectional, and ${containerTitle(container).replace("T", "t")} is not privileged.`;
    yield { path, message, hint: "Use HostToContainer, or remove mountPropagation." };
  }
  const recursive = fieldAt(mount, "recursiveReadOnly");
  if (kubernetesMinor < RECURSIVE_SINCE || !RECURSIVE.includes(wordText(recursive.data))) return;
  if (ownField(mount.data, "readOnly") !== true) {
    const message = `recursiveReadOnly is ${wordText(recursive.data)}, but readOnly is not true.`;
    yield { path: recursive.path, message, hint: "Also set readOnly to true." };
  } else if (propagation !== undefined && propagation !== "None") {
    const message = `recursiveReadOnly is ${wordText(recursive.data)}, but mountPropagation is not None.`;
    yield { path: recursive.path, message, hint: "Remove mountPropagation." };
  }
}

function* conflicts(container: BuiltContainer): Iterable<PodFinding> {
  for (const [first, again] of duplicates(container.mounts, pathOf)) {
    const place = again.place ?? first.place;
    if (place === undefined) continue;
    const path = fieldAt(place, "mountPath").path;
    const isOwn = first.place !== undefined && again.place !== undefined;
    const added = again.place === undefined ? again.name : first.name;
    const message = isOwn
      ? `${containerTitle(container)} mounts two volumes at ${showText(again.mountPath ?? "")}.`
      : `KubeRay also mounts its volume ${showText(added ?? "")} at ${showText(again.mountPath ?? "")}.`;
    yield { path, message, hint: "Mount it at another path." };
  }
  yield* deviceFindings(container);
}

function pathOf({ mountPath }: BuiltMount): string | undefined {
  return mountPath === "" ? undefined : mountPath;
}

function* deviceFindings(container: BuiltContainer): Iterable<PodFinding> {
  const devices = itemsAt(container, "volumeDevices");
  if (devices.length === 0) return;
  const names = new Set(container.mounts.map(({ name }) => name));
  const paths = new Set(container.mounts.map(({ mountPath }) => mountPath));
  for (const device of devices) {
    const path = ownText(device.data, "devicePath");
    const name = ownText(device.data, "name");
    if (name !== undefined && names.has(name)) {
      const message = `One container uses the volume ${showText(name)} both as a device and as a mount.`;
      yield { path: device.path, message, hint: "Use it only as one of them." };
    }
    if (path === undefined) continue;
    const problem = path.split("/").includes("..")
      ? 'It must not contain the part "..".'
      : undefined;
    if (path !== "" && problem === undefined && !paths.has(path)) continue;
    const message =
      path === ""
        ? "The devicePath is empty."
        : `The devicePath ${showText(path)} is not valid. ${problem ?? "A volume is mounted there."}`;
    yield { path: fieldAt(device, "devicePath").path, message, hint: "Write another path." };
  }
  for (const key of ["name", "devicePath"]) {
    for (const [, again] of duplicates(devices, ({ data }) => ownText(data, key))) {
      const message = `Two volumeDevices of the container have the same ${key}.`;
      yield { path: fieldAt(again, key).path, message, hint: "Give one of them another." };
    }
  }
}

function isSet(place: Place | undefined): boolean {
  return typeof place?.data === "string" && place.data !== "";
}
