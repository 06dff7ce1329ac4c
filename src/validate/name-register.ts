import type { Finding } from "../diagnostics/diagnostic.ts";
import { ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { showText } from "../diagnostics/show.ts";
import { jobNames } from "../kuberay/owner-names.ts";
import type { Version } from "../kuberay/version.ts";
import type { ManifestKind } from "../kuberay/views/manifest-view.ts";
import { kindOf } from "../kuberay/views/manifest-view.ts";

/** The names that objects of one text have taken. */
export interface NameRegister {
  /** Notes an object, and says whose name it has again. */
  readonly register: (data: PlainObject) => readonly Finding[];
}

/**
 * Objects of one text that cannot stand side by side: two of a kind under one name, of which only the last one is kept, and
 * two that claim the same head Service. KubeRay does not look whose a Service is
 * (`ray-operator/controllers/ray/rayservice_controller.go` and `rayjob_controller.go`, v1.7.0).
 */
export function createNameRegister(kuberay: Version): NameRegister {
  const taken = new Map<string, ManifestKind[]>();
  return {
    register(data) {
      const kind = kindOf(data);
      const metadata = ownObject(data, "metadata");
      const name = ownText(metadata, "name") ?? "";
      if (kind === undefined || name === "") return [];
      const place = JSON.stringify([ownText(metadata, "namespace") ?? "", name]);
      const kinds = taken.get(place) ?? [];
      taken.set(place, [...kinds.filter((each) => each !== kind), kind]);
      if (kinds.includes(kind)) {
        const message = `Another ${kind} of this text is called ${showText(name)} too, so only the last one counts.`;
        return [finding(message)];
      }
      const other = kinds.find((each) => claimsService(each, name, kuberay));
      if (other === undefined || !claimsService(kind, name, kuberay)) return [];
      const message = `A ${other} of this text is called ${showText(name)} too, and both claim the Service ${showText(`${name}-head-svc`)}.`;
      return [finding(message)];
    },
  };
}

function finding(message: string): Finding {
  return {
    code: "object-name-taken",
    severity: "warning",
    document: "manifest",
    path: ["metadata", "name"],
    message,
    hint: "Give one of them another name.",
  };
}

function claimsService(kind: ManifestKind, name: string, kuberay: Version): boolean {
  if (kind === "RayJob") return jobNames(name, kuberay).headService !== undefined;
  return kind === "RayCluster" || kind === "RayService";
}
