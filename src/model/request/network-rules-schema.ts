import { addressRangeProblem, isRangeWithin } from "../../api/identifiers/address-range.ts";
import { isIpAddress } from "../../api/identifiers/ip-address.ts";
import { portNameProblem } from "../../api/identifiers/port-name.ts";
import { showText } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { carried, checked, identifier, NO_PROBLEMS } from "../fields.ts";
import { carriedText, patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import * as textMaps from "../text-maps.ts";
import type { NetworkRules } from "./cluster-options.ts";

// As in networking.k8s.io/v1: the CRD of KubeRay 1.7 has these rules under their own names.

/** Free text that every YAML reader carries. */
const text = () => carried(z.string()).meta({ ...carriedText });

/** The rules of ValidateIPBlock and ValidateNetworkPolicyPort in kubernetes pkg/apis/networking/validation/validation.go. */
const CODE = "invalid-network-rule";

const selector = z
  .strictObject({
    matchLabels: textMaps.nodeSelector
      .exactOptional()
      .meta({ description: "Required labels, by key." }),
    matchExpressions: z
      .array(
        z.strictObject({
          key: text().meta({ description: "Key of the label." }),
          operator: z
            .enum(["In", "NotIn", "Exists", "DoesNotExist"])
            .meta({ description: "How the label is matched." }),
          values: z
            .array(text())
            .exactOptional()
            .meta({ description: "Values of the label; none for Exists and DoesNotExist." }),
        }),
      )
      .exactOptional()
      .meta({ description: "Expressions that must all match." }),
  })
  .meta({ description: "A Kubernetes label selector; {} selects everything." });

const peer = z
  .strictObject({
    podSelector: selector.exactOptional().meta({ description: "Pods, by their labels." }),
    namespaceSelector: selector
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
  })
  .meta({ description: "A peer that the rule allows." });

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
  LabelSelector: selector,
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

function exceptProblems({ cidr, except = [] }: AddressBlock): readonly FieldProblem[] {
  return except.flatMap((range, index) => {
    if (isRangeWithin(range, cidr) !== false) return NO_PROBLEMS;
    const message = `The range ${showText(range)} is not a smaller part of ${showText(cidr)}.`;
    const hint = "Remove it, or give a part of cidr.";
    return [{ code: CODE, path: ["except", index], message, hint }];
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
  return [{ code: CODE, path: ["endPort"], message, hint: "Remove endPort, or set port." }];
}

interface PortRange {
  readonly port?: number | string;
  readonly endPort?: number;
}
