import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { relativePathProblem } from "./relative-path.ts";

const MAXIMUM_TENANT_LENGTH = 64;
const SESSION_SECRETS = Object.freeze(["chapAuthDiscovery", "chapAuthSession"]);
/** The forms that Kubernetes takes; it takes no NAA of 64 bits. */
const ISCSI =
  /^(?:iqn\.\d{4}-\d{2}\.[-.a-zA-Z0-9]+:[^,;*&$|\s]+|eui.[a-zA-Z0-9]{16}|naa.[a-zA-Z0-9]{32})$/;

/** What volumes of single drivers must hold together. Source: Kubernetes, validateVolumeSource. */
export const podVolumeDriver = definePodLaw({
  code: "pod-volume-driver",
  concerns: [
    "fc",
    "iscsi",
    "quobyte",
    "flocker",
    "azureDisk",
    "flexVolume",
    "storageos",
    "gitRepo",
  ],
  *check({ volumes }) {
    for (const volume of volumes) {
      yield* fibreFindings(fieldAt(volume, "fc"));
      yield* iscsiFindings(fieldAt(volume, "iscsi"));
      yield* quobyteFindings(fieldAt(volume, "quobyte"));
      yield* flockerFindings(fieldAt(volume, "flocker"));
      yield* diskFindings(fieldAt(volume, "azureDisk"));
      yield* optionFindings(fieldAt(volume, "flexVolume"));
      for (const name of ["volumeName", "volumeNamespace"]) {
        yield* textFindings(fieldAt(fieldAt(volume, "storageos"), name), dns1123LabelProblem);
      }
      yield* textFindings(fieldAt(fieldAt(volume, "gitRepo"), "directory"), relativePathProblem);
    }
  },
});

function* textFindings(
  { data, path }: Place,
  problemOf: (text: string) => string | undefined,
): Iterable<PodFinding> {
  const problem = typeof data === "string" && data !== "" ? problemOf(data) : undefined;
  if (problem === undefined) return;
  const field = path.at(-1);
  const message = `${field} ${showText(wordText(data))} is not valid. ${problem}`;
  yield { path, message, hint: "Write it as the driver of the volume knows it." };
}

function* fibreFindings(fibre: Place): Iterable<PodFinding> {
  if (fibre.data === undefined) return;
  const [names, ids] = [ownList(fibre.data, "targetWWNs"), ownList(fibre.data, "wwids")];
  if (names.length > 0 === ids.length > 0) {
    const message = `The fc volume has ${names.length > 0 ? "both targetWWNs and" : "neither targetWWNs nor"} wwids.`;
    yield { path: fibre.path, message, hint: "Keep exactly one of them." };
  } else if (names.length > 0 && ownField(fibre.data, "lun") === undefined) {
    const message = "The fc volume has targetWWNs and no lun.";
    yield { path: fibre.path, message, hint: "Set lun to the number of the unit." };
  }
}

function* iscsiFindings(iscsi: Place): Iterable<PodFinding> {
  for (const field of ["iqn", "initiatorName"]) {
    const name = fieldAt(iscsi, field);
    if (field === "iqn" && name.data === "") continue;
    if (typeof name.data !== "string" || ISCSI.test(name.data)) continue;
    const message = `${field} ${showText(name.data)} is not an iSCSI name.`;
    yield {
      path: name.path,
      message,
      hint: "Write a name such as iqn.2001-04.com.example:storage.disk1.",
    };
  }
  const asks = SESSION_SECRETS.find((field) => ownField(iscsi.data, field) === true);
  if (asks === undefined || ownField(iscsi.data, "secretRef") !== undefined) return;
  const message = `${asks} is true, and the iscsi volume has no secretRef.`;
  yield { path: iscsi.path, message, hint: "Name the Secret with the login." };
}

function* quobyteFindings(quobyte: Place): Iterable<PodFinding> {
  const tenant = fieldAt(quobyte, "tenant");
  if (typeof tenant.data === "string" && tenant.data.length > MAXIMUM_TENANT_LENGTH) {
    const message = `tenant is longer than ${MAXIMUM_TENANT_LENGTH} characters.`;
    yield { path: tenant.path, message, hint: "Write the tenant's UUID." };
  }
  const { data, path } = fieldAt(quobyte, "registry");
  if (typeof data !== "string" || data === "") return;
  if (data.split(",").every((pair) => /^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(pair))) return;
  const message = `registry ${showText(data)} is not a list of hosts with their ports.`;
  yield { path, message, hint: "Write HOST:PORT, and more of them after commas." };
}

function* flockerFindings(flocker: Place): Iterable<PodFinding> {
  if (flocker.data === undefined) return;
  const [name, id] = ["datasetName", "datasetUUID"].map(
    (field) => ownText(flocker.data, field) ?? "",
  );
  if ((name === "") === (id === "")) {
    const message = `The flocker volume has ${name === "" ? "neither datasetName nor" : "both datasetName and"} datasetUUID.`;
    yield { path: flocker.path, message, hint: "Keep exactly one of them." };
  }
  yield* textFindings(fieldAt(flocker, "datasetName"), (text) =>
    text.includes("/") ? 'It may not hold "/".' : undefined,
  );
}

function* diskFindings(disk: Place): Iterable<PodFinding> {
  const [kind, uri] = [ownText(disk.data, "kind") ?? "Shared", fieldAt(disk, "diskURI")];
  if (typeof uri.data !== "string" || uri.data === "") return;
  const start = kind === "Managed" ? "/subscriptions/" : "https://";
  if (uri.data.startsWith(start)) return;
  const message = `diskURI ${showText(uri.data)} must begin with ${start} where kind is ${kind}.`;
  yield { path: uri.path, message, hint: "Write the disk's whole address, or another kind." };
}

function* optionFindings(volume: Place): Iterable<PodFinding> {
  for (const [key, { path }] of entriesAt(volume, "options")) {
    const domain = key.includes("/") ? key.slice(0, key.indexOf("/")) : key;
    if (!/(?:^|\.)(?:kubernetes|k8s)\.io$/i.test(domain)) continue;
    const message = `The option ${showText(key)} is in a domain that Kubernetes keeps for itself.`;
    yield { path, target: "key", message, hint: "Remove the option." };
  }
}
