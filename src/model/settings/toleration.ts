import type { Optional } from "../optional.ts";

/** A Kubernetes toleration. */
export interface Toleration {
  readonly key?: Optional<string>;
  /** `Equal` or `Exists`. Default `Equal`. */
  readonly operator?: Optional<string>;
  readonly value?: Optional<string>;
  /** `NoSchedule`, `PreferNoSchedule` or `NoExecute`. Default: all of them. */
  readonly effect?: Optional<string>;
  /** Seconds; only with `NoExecute`. */
  readonly tolerationSeconds?: Optional<number>;
}
