import { ownField } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { BuiltContainer } from "./built-container.ts";
import { duplicates } from "./duplicates.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Containers of a pod share its ports. Source: Kubernetes, pkg/api/pod/warnings.go. */
export const podPortShared = definePodLaw({
  code: "pod-port-shared",
  concerns: ["ports"],
  *check({ judged, spec }) {
    const all = judged.flatMap((container) =>
      container.list === "containers"
        ? container.ports.map((port) => ({ ...port, container }))
        : [],
    );
    const isOther = (left: { container: BuiltContainer }, right: { container: BuiltContainer }) =>
      left.container !== right.container;
    for (const [first, again] of duplicates(all, ({ name }) => name || undefined)) {
      const place = again.place ?? first.place;
      if (place === undefined || !isOther(first, again)) continue;
      const message = `Two containers of the pod have a port named ${showText(again.name)}; a Service uses the first one.`;
      yield { path: fieldAt(place, "name").path, message, hint: "Give one of them another name." };
    }
    // In the node's network this is refused: pod-host-port.
    if (ownField(spec.data, "hostNetwork") === true) return;
    const keyOf = (port: (typeof all)[number]) =>
      port.containerPort === undefined ? undefined : `${port.protocol}/${port.containerPort}`;
    for (const [first, again] of duplicates(all, keyOf)) {
      const place = again.place ?? first.place;
      const bothOwn = first.place !== undefined && again.place !== undefined;
      if (place === undefined || (bothOwn && !isOther(first, again))) continue;
      const other = bothOwn ? "Another container of the pod" : "KubeRay's port metrics";
      const message = `${other} also has the port ${again.containerPort} (${again.protocol}), and only one program can listen on it.`;
      const hint = bothOwn ? "Use another port." : "Name your port metrics, or use another one.";
      yield { path: fieldAt(place, "containerPort").path, message, hint };
    }
  },
});
