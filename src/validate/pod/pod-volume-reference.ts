import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { isList, isObject } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Place } from "./place.ts";
import { fieldAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Fields that must not be empty, by the way to their object. */
const REQUIRED: readonly (readonly [pattern: readonly string[], field: string])[] = Object.freeze([
  [["volumes", "*", "secret"], "secretName"],
  [["volumes", "*", "configMap"], "name"],
  [["volumes", "*", "persistentVolumeClaim"], "claimName"],
  [["volumes", "*", "hostPath"], "path"],
  [["volumes", "*", "nfs"], "server"],
  [["volumes", "*", "nfs"], "path"],
  [["volumes", "*", "csi"], "driver"],
  [["volumes", "*", "gitRepo"], "repository"],
  [["volumes", "*", "iscsi"], "targetPortal"],
  [["volumes", "*", "iscsi"], "iqn"],
  [["volumes", "*", "glusterfs"], "endpoints"],
  [["volumes", "*", "glusterfs"], "path"],
  [["volumes", "*", "rbd"], "monitors"],
  [["volumes", "*", "rbd"], "image"],
  [["volumes", "*", "cephfs"], "monitors"],
  [["volumes", "*", "cinder"], "volumeID"],
  [["volumes", "*", "cinder", "secretRef"], "name"],
  [["volumes", "*", "quobyte"], "registry"],
  [["volumes", "*", "quobyte"], "volume"],
  [["volumes", "*", "azureFile"], "secretName"],
  [["volumes", "*", "azureFile"], "shareName"],
  [["volumes", "*", "azureDisk"], "diskName"],
  [["volumes", "*", "azureDisk"], "diskURI"],
  [["volumes", "*", "scaleIO"], "gateway"],
  [["volumes", "*", "scaleIO"], "system"],
  [["volumes", "*", "scaleIO"], "volumeName"],
  [["volumes", "*", "storageos"], "volumeName"],
  [["volumes", "*", "storageos", "secretRef"], "name"],
  [["volumes", "*", "photonPersistentDisk"], "pdID"],
  [["volumes", "*", "portworxVolume"], "volumeID"],
  [["volumes", "*", "vsphereVolume"], "volumePath"],
  [["volumes", "*", "flexVolume"], "driver"],
  [["volumes", "*", "gcePersistentDisk"], "pdName"],
  [["volumes", "*", "awsElasticBlockStore"], "volumeID"],
  [["volumes", "*", "projected", "sources", "*", "secret"], "name"],
  [["volumes", "*", "projected", "sources", "*", "configMap"], "name"],
]);
const MAXIMUM_DRIVER_LENGTH = 63;

/** Volumes name what they mount. Source: Kubernetes, validateVolumeSource. */
export const podVolumeReference = definePodLaw({
  code: "pod-volume-reference",
  concerns: ["volumes"],
  *check({ spec, keys }) {
    for (const [pattern, field] of REQUIRED) {
      if (!keys.has(pattern[2] ?? "")) continue;
      for (const source of placesAt(spec, pattern)) {
        if (!isObject(source.data)) continue;
        const { data, path } = fieldAt(source, field);
        if (data !== undefined && data !== "" && !(isList(data) && data.length === 0)) continue;
        const kind = pattern[2] ?? "";
        const message = `The ${kind} volume has no ${field}.`;
        yield { path, message, hint: `Set ${field} to what the volume should contain.` };
      }
    }
    for (const csi of placesAt(spec, ["volumes", "*", "csi"])) yield* csiFindings(csi);
  },
});

function* csiFindings(csi: Place): Iterable<PodFinding> {
  const driver = fieldAt(csi, "driver");
  if (typeof driver.data === "string" && driver.data !== "") {
    const problem =
      driver.data.length > MAXIMUM_DRIVER_LENGTH
        ? `It is longer than ${MAXIMUM_DRIVER_LENGTH} characters.`
        : dns1123SubdomainProblem(driver.data.toLowerCase());
    if (problem !== undefined) {
      const message = `The CSI driver's name ${showText(driver.data)} is not valid. ${problem}`;
      yield {
        path: driver.path,
        message,
        hint: "Write the driver's name, such as efs.csi.aws.com.",
      };
    }
  }
  const secret = fieldAt(csi, "nodePublishSecretRef");
  if (!isObject(secret.data)) return;
  const { data, path } = fieldAt(secret, "name");
  const problem = dns1123SubdomainProblem(typeof data === "string" ? data : "");
  if (problem === undefined) return;
  const message = `The name of the Secret of nodePublishSecretRef is not valid. ${problem}`;
  yield { path, message, hint: "Use the name of the object in the cluster." };
}
