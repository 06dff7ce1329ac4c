import type { TextMap } from "../diagnostics/plain-data.ts";
import type { KuberayRelease } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import type { Cluster } from "./cluster.ts";
import type { ResolvedSettings } from "./settings.ts";

/**
 * What the laws judge. It may stem from documents that validation refused in part: then unknown numbers are NaN, an
 * unknown text is empty, and what could not be read at all is undefined. No law may speak of what is unknown.
 */
export interface Salvaged {
  readonly name: string;
  readonly image: string;
  /** As the request has it, which may say more than its numbers. */
  readonly rayVersionText: string;
  readonly cluster: Cluster | undefined;
  readonly rayVersion: Version | undefined;
  readonly settings: ResolvedSettings;
  readonly kuberayVersion: Version | undefined;
  /** Undefined where KubeRay's version is unknown or older than any known one. */
  readonly release: KuberayRelease | undefined;
}

/** Both documents, sound, with every default filled in: what the manifest and the plan are built from. */
export interface Resolved extends Salvaged {
  readonly namespace: string | undefined;
  readonly cluster: Cluster;
  readonly rayVersion: Version;
  readonly labels: TextMap | undefined;
  readonly annotations: TextMap | undefined;
  readonly forwardLogs: boolean;
  readonly activationTimeoutSeconds: number;
  readonly kuberayVersion: Version;
  readonly release: KuberayRelease;
}
