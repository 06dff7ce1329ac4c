import { addressRangeProblem, isRangeWithin } from "../../api/identifiers/address-range.ts";
import { isIpAddress } from "../../api/identifiers/ip-address.ts";
import { portNameProblem } from "../../api/identifiers/port-name.ts";
import { showText } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { checked, identifier, NO_PROBLEMS } from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import type { NetworkRules } from "./cluster-options.ts";
import { labelSelector } from "./label-selector-schema.ts";

// As in networking.k8s.io/v1: the CRD of KubeRay 1.7 has these rules under their own names.

/** The rules of ValidateNetworkPolicyPeer, ValidateIPBlock and ValidateNetworkPolicyPort in kubernetes pkg/apis/networking/validation/validation.go. */
const CODE = "invalid-network-rule";
/** Of members that do not go together, which no schema can say. */
const CONTRADICTION = "network-rules-contradiction";

const peer = checked(
  z.strictObject({
    podSelector: labelSelector.exactOptional().meta({ description: "Pods, by their labels." }),
    namespaceSelector: labelSelector
      .exactOptional()
      .meta({ description: "Namespaces, by their labels." }),
    ipBlock: checked(
      z.strictObject({
        cidr: addressRange().meta({ description: "Addresses, such as 10.0.0.0/8." }),
        except: z
          .array(addressRange())
          .exactOptional()
          .meta({ description: "Addresses in that range that are excluded." }),
      }),
      exceptProblems,
    )
      .exactOptional()
      .meta({ description: "A range of addresses." }),
  }),
  peerProblems,
).meta({ description: "A peer that the rule allows." });

const portName = identifier(CODE, "The port", portNameProblem, (name) =>
  /^\d+$/.test(name) ? `Write ${name} without quotes.` : "Use a port's name, such as metrics.",
).meta({ ...patterns.portName });

const port = checked(
  z.strictObject({
    port: z
      .union([z.int().min(1).max(65_535), portName])
      .exactOptional()
      .meta({ description: "A port in whole numbers, or its name. Default: all." }),
    protocol: z
      .enum(["TCP", "UDP", "SCTP"])
      .exactOptional()
      .meta({ description: "Protocol of the port. Default: TCP." }),
    endPort: z
      .int()
      .min(1)
      .max(65_535)
      .exactOptional()
      .meta({ description: "The last port of a range, in whole numbers." }),
  }),
  rangeProblems,
).meta({ description: "A port that the rule allows." });

const peers = z
  .array(peer)
  .exactOptional()
  .meta({ description: "Peers that the rule allows. Default: all." });
const ports = z
  .array(port)
  .exactOptional()
  .meta({ description: "Ports that the rule allows. Default: all." });

const ingressRule = z
  .strictObject({ from: peers, ports })
  .meta({ description: "Which traffic to the pods is allowed." });

const egressRule = z
  .strictObject({ to: peers, ports })
  .meta({ description: "Which traffic from the pods is allowed." });

/** Rules as a NetworkPolicy of Kubernetes has them. */
export const networkRules: z.Schema<NetworkRules> = z
  .strictObject({
    ingress_rules: z
      .array(ingressRule)
      .nullish()
      .meta({ description: "Ingress rules of a NetworkPolicy.", default: [] }),
    egress_rules: z
      .array(egressRule)
      .nullish()
      .meta({ description: "Egress rules of a NetworkPolicy.", default: [] }),
  })
  .meta({ description: "Traffic that a NetworkPolicy allows." });

/** The parts of rules that stand in several places, by the name that the schema gives them. */
export const networkParts: Readonly<Record<string, z.Schema>> = Object.freeze({
  LabelSelector: labelSelector,
  NetworkPeer: peer,
  NetworkPort: port,
});

function addressRange() {
  return identifier(CODE, "The range of addresses", addressRangeProblem, (range) =>
    isIpAddress(range)
      ? `For this one address write ${range}/${range.includes(":") ? 128 : 32}.`
      : "Write it as 10.0.0.0/8.",
  ).meta({ ...patterns.addressRange });
}

function peerProblems({ ipBlock, podSelector, namespaceSelector }: Peer): readonly FieldProblem[] {
  const others = [podSelector, namespaceSelector].filter((each) => each !== undefined);
  if (ipBlock !== undefined && others.length > 0) {
    const message = "A peer has either an ipBlock or selectors, but this one has both.";
    return [{ code: CONTRADICTION, message, hint: "Make two peers of it." }];
  }
  if (ipBlock !== undefined || others.length > 0) return NO_PROBLEMS;
  const message =
    "A peer has an ipBlock, a podSelector or a namespaceSelector, but this one is empty.";
  const hint =
    "Write {podSelector: {}} for all pods of the namespace; a rule without peers allows all.";
  return [
    { code: CONTRADICTION, message, hint, lacks: ["ipBlock", "podSelector", "namespaceSelector"] },
  ];
}

interface Peer {
  readonly ipBlock?: unknown;
  readonly podSelector?: unknown;
  readonly namespaceSelector?: unknown;
}

function exceptProblems({ cidr, except = [] }: AddressBlock): readonly FieldProblem[] {
  return except.flatMap((range, index) => {
    if (isRangeWithin(range, cidr) !== false) return NO_PROBLEMS;
    const message = `The range ${showText(range)} is not a smaller part of ${showText(cidr)}.`;
    const hint = "Remove it, or give a part of cidr.";
    return [{ code: CONTRADICTION, path: ["except", index], message, hint }];
  });
}

interface AddressBlock {
  readonly cidr: string;
  readonly except?: readonly string[];
}

function rangeProblems({ port: first, endPort }: PortRange): readonly FieldProblem[] {
  if (endPort === undefined || (typeof first === "number" && first <= endPort)) return NO_PROBLEMS;
  const message =
    typeof first === "number"
      ? `endPort (${endPort}) is less than port (${first}).`
      : "endPort needs a port with a number: the first one of the range.";
  return [
    { code: CONTRADICTION, path: ["endPort"], message, hint: "Remove endPort, or set port." },
  ];
}

interface PortRange {
  readonly port?: number | string;
  readonly endPort?: number;
}
