import type { PlainObject, TextMap } from "../../diagnostics/plain-data.ts";
import type { Optional } from "../optional.ts";
import type { EnvironmentSource } from "./pod-inputs.ts";

/** The Service in front of the head. */
export interface HeadService {
  /** Default: KubeRay's, `<name>-head-svc`. */
  readonly name?: Optional<string>;
  /** Default ClusterIP. */
  readonly type?: Optional<"ClusterIP" | "NodePort" | "LoadBalancer">;
  readonly labels?: Optional<TextMap>;
  readonly annotations?: Optional<TextMap>;
}

/** Lets workers outlive the head: its state is kept outside of it. */
export interface GcsFaultTolerance {
  /** Default redis. */
  readonly backend?: Optional<"redis" | "rocksdb">;
  /** `host:port` of Redis. */
  readonly redis_address?: Optional<string>;
  readonly redis_username?: Optional<string | EnvironmentSource>;
  readonly redis_password?: Optional<string | EnvironmentSource>;
  /** The prefix of the cluster's keys in Redis. Default: the cluster's UID. */
  readonly external_storage_namespace?: Optional<string>;
  /** Where rocksdb keeps the state. */
  readonly storage?: Optional<GcsStorage>;
}

/** A volume: one that is there (`claim`), or one that KubeRay makes (`size_gb`). */
export interface GcsStorage {
  readonly claim?: Optional<string>;
  /** GiB. */
  readonly size_gb?: Optional<number>;
  readonly storage_class?: Optional<string>;
  readonly access_modes?: Optional<readonly string[]>;
  readonly sub_path?: Optional<string>;
  readonly deletion_policy?: Optional<"DeleteWithCluster" | "Retain">;
}

/** Who may connect to Ray. */
export interface Authentication {
  /** `token`: every client needs the cluster's token. Default disabled. */
  readonly mode?: Optional<"disabled" | "token">;
  /** Whether Kubernetes' own tokens are accepted. Default false. */
  readonly kubernetes_tokens?: Optional<boolean>;
  /** The Secret that holds the token. Default: KubeRay makes one. */
  readonly secret?: Optional<string>;
}

/** Which traffic to and from the pods is allowed. */
export interface NetworkPolicy {
  /** What is forbidden unless a rule allows it. Default DenyAll. */
  readonly mode?: Optional<"DenyAll" | "DenyAllIngress" | "DenyAllEgress">;
  readonly head?: Optional<NetworkRules>;
  readonly worker?: Optional<NetworkRules>;
}

/** Rules as a NetworkPolicy of Kubernetes has them. */
export interface NetworkRules {
  readonly ingress_rules?: Optional<readonly NetworkRule[]>;
  readonly egress_rules?: Optional<readonly NetworkRule[]>;
}

/** `from` or `to`, and `ports`, as in networking.k8s.io/v1. */
export type NetworkRule = PlainObject;

/** Encryption between the nodes of the cluster. */
export interface Tls {
  readonly enabled: boolean;
}
