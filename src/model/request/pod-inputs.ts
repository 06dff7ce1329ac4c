import type { Optional } from "../optional.ts";

/** Where Kubernetes reads the value of a variable from: exactly one of secret, config_map and field. */
export interface EnvironmentSource {
  /** A Secret by name; needs a key. */
  readonly secret?: Optional<string>;
  /** A ConfigMap by name; needs a key. */
  readonly config_map?: Optional<string>;
  /** The key in the Secret or the ConfigMap. */
  readonly key?: Optional<string>;
  /** Whether the container starts without the variable if the object is missing. Default false. */
  readonly optional?: Optional<boolean>;
  /** A field of the pod, such as `status.podIP`. */
  readonly field?: Optional<string>;
}

/** Variables by name: a string, or where Kubernetes reads it from. */
export type Environment = Readonly<Record<string, string | EnvironmentSource>>;

/** An empty folder that lives as long as the pod. */
export interface EmptyFolder {
  /** The most that it may hold, in GiB. Default: no limit. */
  readonly size_gb?: Optional<number>;
  /** Whether it is in memory, which counts against the container's memory limit. Default false. */
  readonly in_memory?: Optional<boolean>;
}

/** A folder or file that the Ray container sees. Exactly one of claim, config_map, secret and empty_dir. */
export interface VolumeConfig {
  /** Its name in the pod, by which pod templates find it. Default: derived from its contents. */
  readonly name?: Optional<string>;
  /** Where the container sees it: an absolute path. */
  readonly mount_path: string;
  /** A PersistentVolumeClaim by name. */
  readonly claim?: Optional<string>;
  /** A ConfigMap by name. */
  readonly config_map?: Optional<string>;
  /** A Secret by name. */
  readonly secret?: Optional<string>;
  readonly empty_dir?: Optional<EmptyFolder>;
  /** Default false. */
  readonly read_only?: Optional<boolean>;
  /** A path within the volume. Default: its root. */
  readonly sub_path?: Optional<string>;
}
