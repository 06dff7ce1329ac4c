import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { containerTitle } from "./built-container.ts";
import { fieldAt, itemsAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";
import { sourcesOf } from "./volume-sources.ts";

const FOR_DEVICES = Object.freeze(["persistentVolumeClaim", "ephemeral"]);

/** A device is a volume of the pod that can be one. Source: Kubernetes, ValidateVolumeDevices. */
export const podVolumeDevice = definePodLaw({
  code: "pod-volume-device",
  concerns: ["volumeDevices"],
  *check({ judged, volumes, volumeNames }) {
    const bySource = new Map(
      volumes.map((volume) => [ownText(volume.data, "name"), sourcesOf(volume)]),
    );
    for (const container of judged) {
      for (const device of itemsAt(container, "volumeDevices")) {
        const name = ownText(device.data, "name");
        if (name === undefined) continue;
        const path = fieldAt(device, "name").path;
        const sources = bySource.get(name) ?? [];
        if (!volumeNames.has(name)) {
          const message = `${containerTitle(container)} uses the volume ${showText(name)} as a device, but the pod does not have it.`;
          yield { path, message, hint: "Add it to the volumes of the pod's spec." };
        } else if (!sources.some((source) => FOR_DEVICES.includes(source))) {
          const message = `The volume ${showText(name)} cannot be a device; only a persistentVolumeClaim or an ephemeral volume can.`;
          yield { path, message, hint: "Mount it with volumeMounts instead." };
        }
      }
    }
  },
});
